package folder

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/raster"
	"safeonline/tools/internal/svg"
)

// A format is a kind of file that is published unchanged. whole reports whether the bytes are a complete file of the
// kind.
type format struct {
	name  string
	whole func(body []byte) bool
}

var formats = map[string]format{
	// https://www.w3.org/TR/WOFF2/#woff20Header: the signature, and the length of the file at byte 8.
	".woff2": {"WOFF2", func(b []byte) bool {
		return len(b) >= 48 && bytes.HasPrefix(b, []byte("wOF2")) && binary.BigEndian.Uint32(b[8:]) == uint32(len(b))
	}},
	// https://www.w3.org/TR/png/#3PNGsignature: the signature, IHDR as the first chunk and IEND as the last.
	".png": {"PNG", func(b []byte) bool {
		return bytes.HasPrefix(b, []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")) && bytes.HasSuffix(b, []byte("\x00\x00\x00\x00IEND\xaeB`\x82"))
	}},
	// ISO 32000-1, 7.5.2 and 7.5.5: the header, and a last line that marks the end.
	".pdf": {"PDF", func(b []byte) bool {
		return bytes.HasPrefix(b, []byte("%PDF-")) && bytes.HasSuffix(bytes.TrimRight(b, "\r\n"), []byte("%%EOF"))
	}},
}

// inspect reports a file whose content does not match its name. Other packages read the texts in data/ and content/
// more closely.
func inspect(name string, body []byte, faults *diag.List) {
	src := diag.NewSource(name, body)
	format, ending := formats[path.Ext(name)], path.Ext(name)
	switch {
	case format.whole != nil:
		if !format.whole(body) {
			faults.Add(diag.Fault{
				Pos: diag.WholeFile(name), Code: diag.NotItsKind,
				Message: fmt.Sprintf("the name says that this is a %s file, but its content is not", format.name),
				Hint:    "save it as " + ending + " again, or copy it again",
			})
		}
	case ending == ".svg":
		found := svg.Check(src)
		if !found.Failed() && drawnIn(name) {
			found = drawn(src)
		}
		*faults = append(*faults, found...)
	case bytes.IndexByte(body, 0) >= 0 || !utf8.Valid(body):
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(name), Code: diag.NotItsKind,
			Message: "the name says that this is plain text, but its content is not",
			Hint:    "save it as plain text, in UTF-8",
		})
	}
}

// drawnIn reports whether a picture is drawn for programs that know no SVG: by itself, or in a picture of a story.
func drawnIn(name string) bool {
	return strings.HasPrefix(name, "assets/pictures/") || strings.HasPrefix(name, "assets/kit/")
}

// drawn reports what cannot be drawn in a picture.
func drawn(src *diag.Source) (faults diag.List) {
	if at, err := raster.Check(src.Text); err != nil {
		faults.Add(diag.Fault{
			Pos: src.At(at), Code: diag.SVGShapes,
			Message: fmt.Sprintf("this cannot be drawn in PowerPoint files: %v", err),
			Hint:    "use paths, rectangles, circles and ellipses, filled with colours such as #ff8f7d or a linear gradient: an optimised SVG has these",
		})
	}
	return faults
}

// closely reports whether other packages read each character of a file.
func closely(name string) bool {
	return strings.HasPrefix(name, "content/") ||
		strings.HasPrefix(name, "data/") && !strings.HasPrefix(name, School+"/downloads/") && !strings.HasPrefix(name, School+"/static/")
}
