package diag

import "fmt"
import "bytes"

// longestParagraph is the most that may be written without a blank line, in bytes. A question with its options has about
// 700. A parser of Markdown looks for the second mark of each pair as far as the paragraph goes, and again from the next
// mark: a file of 256 KB in one paragraph of "<!--" took it 9 GB and seven seconds.
const longestParagraph = 4000

// CheckParagraphs returns a fault at the first paragraph that is too long, counted from a byte offset on.
func (s *Source) CheckParagraphs(from int) (faults List) {
	begin, line := from, 0
	for n := 1; line < len(s.Text); n++ {
		end := line + len(s.Bytes(n)) + 1
		if len(bytes.TrimSpace(s.Bytes(n))) == 0 {
			begin = max(end, from)
		}
		if end-begin > longestParagraph {
			faults.Add(Fault{
				Pos: s.At(begin), Code: ParagraphTooLong,
				Message: fmt.Sprintf("from here on there is no blank line for %d characters", longestParagraph),
				Hint:    "put blank lines between its parts",
			})
			return faults
		}
		line = end
	}
	return nil
}

// From returns the text from a byte offset on, in a copy of its own. What is above is blanked and not cut, so that offsets
// stay those of the file.
func (s *Source) From(offset int) []byte {
	text := bytes.Clone(s.Text)
	for i := range text[:offset] {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
	return text
}
