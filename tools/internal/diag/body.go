package diag

import (
	"bytes"
	"fmt"
	"regexp"
)

// longestParagraph is how many bytes a paragraph may have, or an item of a list. A question with its options has about 700. A
// Markdown parser searches for the second mark of a pair through the whole paragraph, and starts again at the next
// mark: a file of 256 KB in one paragraph of "<!--" took it 9 GB and seven seconds.
const longestParagraph = 4000

// item and bullet match lines that begin an item of a list: any line of a list, or its first one; and a line that ends a paragraph before it.
var (
	item   = regexp.MustCompile(`^(?:[-*+]|\d{1,9}[.)])[ \t]+\S`)
	bullet = regexp.MustCompile(`^ {0,3}[-*+][ \t]+\S`)
)

// CheckParagraphs reports the first paragraph that is too long, from a byte offset on.
func (s *Source) CheckParagraphs(from int) (faults List) {
	begin, line, list := from, 0, false
	for n := 1; line < len(s.Text); n++ {
		end := line + len(s.Bytes(n)) + 1
		switch text := s.Bytes(n); {
		case len(bytes.TrimSpace(text)) == 0:
			begin, list = max(end, from), false
		case list && item.Match(text), begin >= line && item.Match(text), bullet.Match(text):
			begin, list = max(line, from), true
		}
		if end-begin > longestParagraph {
			faults.Add(Fault{
				Pos: s.At(begin), Code: ParagraphTooLong,
				Message: fmt.Sprintf("there is no empty line in the next %d characters", longestParagraph),
				Hint:    "put empty lines between the paragraphs",
			})
			return faults
		}
		line = end
	}
	return nil
}

// From returns a copy of the text from a byte offset on. The text before it is replaced by spaces and not cut, so that
// offsets stay those of the file.
func (s *Source) From(offset int) []byte {
	text := bytes.Clone(s.Text)
	for i := range text[:offset] {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
	return text
}
