package record

import (
	"regexp"

	"safeonline/tools/internal/diag"
)

var fence = regexp.MustCompile(`(?m)^---[ \t]*$`)

// FrontMatter returns the YAML between the first two lines --- of a file, for DecodeAt, and the byte offset of the text
// after it. It returns false if the file does not begin with a line ---.
func FrontMatter(src *diag.Source) (text []byte, body int, ok bool) {
	marks := fence.FindAllIndex(src.Text, 2)
	if len(marks) < 2 || marks[0][0] != 0 {
		return nil, 0, false
	}
	return src.Text[marks[0][1]:marks[1][0]], marks[1][1], true
}
