package folder

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/svg"
)

// A format is a kind of file that is published as it is. whole reports whether the bytes are a whole file of it.
type format struct {
	name  string
	whole func(body []byte) bool
}

var formats = map[string]format{
	// https://www.w3.org/TR/WOFF2/#woff20Header: the signature, and at byte 8 the length of the file.
	".woff2": {"WOFF2", func(b []byte) bool {
		return len(b) >= 48 && bytes.HasPrefix(b, []byte("wOF2")) && binary.BigEndian.Uint32(b[8:]) == uint32(len(b))
	}},
	// https://www.w3.org/TR/png/#3PNGsignature: the signature, IHDR as the first chunk and IEND as the last.
	".png": {"PNG", func(b []byte) bool {
		return bytes.HasPrefix(b, []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")) && bytes.HasSuffix(b, []byte("\x00\x00\x00\x00IEND\xaeB`\x82"))
	}},
	// ISO 32000-1, 7.5.2 and 7.5.5: the head, and a last line that says that it is the end.
	".pdf": {"PDF", func(b []byte) bool {
		return bytes.HasPrefix(b, []byte("%PDF-")) && bytes.HasSuffix(bytes.TrimRight(b, "\r\n"), []byte("%%EOF"))
	}},
}

// inspect reports a file that is not what its name says. Words in data/ and content/ are read by others, more closely.
func inspect(name string, body []byte, faults *diag.List) {
	src := diag.NewSource(name, body)
	format, ending := formats[path.Ext(name)], path.Ext(name)
	switch {
	case format.whole != nil:
		if !format.whole(body) {
			faults.Add(diag.Fault{
				Pos: diag.WholeFile(name), Code: diag.NotItsKind,
				Message: fmt.Sprintf("this is not a complete %s file, which its name says it is", format.name),
				Hint:    "save it again as " + ending + ", or copy it again",
			})
		}
	case ending == ".svg":
		*faults = append(*faults, svg.Check(src)...)
	case bytes.IndexByte(body, 0) >= 0 || !utf8.Valid(body):
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(name), Code: diag.NotItsKind,
			Message: "this is not plain text, which its name says it is",
			Hint:    "save it as plain text, in UTF-8",
		})
	}
}

// closely reports whether a file is read by packages that look at each of its characters.
func closely(name string) bool {
	return strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "content/")
}
