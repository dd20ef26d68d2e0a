package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"safeonline/tools/internal/block"
)

// Limits of a file. A policy with pictures has up to 5 MB, in about 40 parts, and up to 1 MB of XML. The limit of XML keeps any file
// below two seconds and 512 MB of memory.
const (
	Limit       = 20 << 20  // bytes of the file
	mostParts   = 5000      // in the zip file
	mostXML     = 48 << 20  // bytes of XML that are read, in all parts together
	mostStored  = 512 << 20 // bytes that all parts say they have
	bombRatio   = 100       // a part of more than mostXML that is this many times smaller in the file was made to do harm
	mostRelated = 50000     // relationships of a part: links and pictures
)

// parcel is a Word file: a zip file of parts (ECMA-376 part 2).
type parcel struct {
	parts map[string]*zip.File // by name in small letters: names of parts are the same in any letters (part 2, 6.2.2.3)
	left  int64                // bytes of XML that may still be read
}

// unpack opens the zip file, and looks at its sizes before anything is unpacked.
func unpack(body []byte) (*parcel, *block.Fault) {
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return nil, damaged("it is not a complete zip file, which a Word file is")
	}
	if len(z.File) > mostParts {
		return nil, &block.Fault{
			Kind: block.TooLarge, Message: fmt.Sprintf("the file has %d parts, and a Word file may have %d", len(z.File), mostParts), Hint: tooLargeHint,
		}
	}
	p := &parcel{parts: make(map[string]*zip.File, len(z.File)), left: mostXML}
	var all uint64
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := p.parts[name]; twice && (strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")) {
			return nil, damaged("it has two parts of the same name, and programs differ on which they read")
		}
		if f.Flags&1 != 0 {
			return nil, encrypted()
		}
		p.parts[name] = f
		if all += f.UncompressedSize64; all > mostStored || f.UncompressedSize64 > mostStored || tooSmall(f) {
			return nil, &block.Fault{
				Kind: block.Bomb, Message: "the file unpacks to far more than a Word file holds: it was made to do harm, or is damaged",
				Hint: "do not open it in other programs; ask whoever sent it for a new copy",
			}
		}
	}
	return p, nil
}

// tooSmall reports whether a part is large, and far smaller in the file than anything that somebody wrote.
func tooSmall(f *zip.File) bool {
	return f.UncompressedSize64 > mostXML && f.UncompressedSize64/bombRatio > f.CompressedSize64
}

const tooLargeHint = "is it the right file? If it is, split it in Word, or copy its words into a new file"

// read returns the bytes of a part, and nil if there is none.
func (p *parcel) read(name string) ([]byte, *block.Fault) {
	f := p.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	from, err := f.Open()
	if err != nil {
		return nil, damaged("a part cannot be unpacked")
	}
	defer from.Close()
	body := bytes.NewBuffer(make([]byte, 0, min(int64(f.UncompressedSize64), p.left)+bytes.MinRead))
	switch n, err := io.Copy(body, io.LimitReader(from, p.left+1)); {
	case n > p.left:
		return nil, &block.Fault{Kind: block.TooLarge, Message: fmt.Sprintf("the file has more than %d MB of text", mostXML>>20), Hint: tooLargeHint}
	case err != nil:
		return nil, damaged("a part cannot be unpacked")
	default:
		p.left -= n
	}
	return body.Bytes(), nil
}

// scan returns a scanner of a part, and nil if there is no such part.
func (p *parcel) scan(name string) (*scanner, *block.Fault) {
	body, fault := p.read(name)
	if body == nil || fault != nil {
		return nil, fault
	}
	s := newScanner(body)
	return s, s.fault
}

// related is what a part says about another, or about an address on the web (part 2, 6.5).
type related struct {
	kind     string // the last word of its type, such as "styles"
	target   string // the name of the part, or the address
	external bool
}

// relations are what a part is related to.
type relations struct {
	byID   map[string]related
	byKind map[string]string // the name of the first part of each kind
}

// relations returns what a part is related to. The part "" is the file as a whole.
func (p *parcel) relations(of string) (relations, *block.Fault) {
	all := relations{map[string]related{}, map[string]string{}}
	folder, file := path.Split(of)
	s, fault := p.scan(folder + "_rels/" + file + ".rels")
	if s == nil {
		return all, fault
	}
	s.root(func(element) {
		s.children(func(e element) {
			if !e.is(packaged, "Relationship") || len(all.byID) == mostRelated {
				return
			}
			id, _ := e.get(bare, "Id")
			to := e.related(folder)
			all.byID[id] = to
			if _, has := all.byKind[to.kind]; !has && !to.external {
				all.byKind[to.kind] = to.target
			}
		})
	})
	return all, s.fault
}

// related reads one relationship of a part in a folder.
func (e element) related(folder string) related {
	kind, _ := e.get(bare, "Type")
	target, _ := e.get(bare, "Target")
	mode, _ := e.get(bare, "TargetMode")
	if mode == "External" {
		return related{path.Base(kind), target, true}
	}
	if !strings.HasPrefix(target, "/") {
		target = folder + target
	}
	return related{path.Base(kind), strings.TrimPrefix(path.Clean("/"+target), "/"), false}
}
