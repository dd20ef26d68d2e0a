package diag

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"safeonline/tools/internal/regular"
)

// Limit is the largest file that is read, in bytes. A lesson has about 8 KB and the longest list about 20 KB. Larger
// files are refused before they are parsed, which could take long.
const Limit = 256 << 10

// mostLines is how many lines a file may have. A lesson has about 200 and the longest list about 300. A Markdown parser
// makes several values of every line, so a folder of longer files would take gigabytes.
const mostLines = 5000

// longest is the longest line that is read, in bytes, and deepest is how many marks of nesting (quotes, lists,
// brackets) may be together at the beginning of a line. Parsers take long over far more.
const (
	longest = 4000
	deepest = 24
)

// Source is one file: its name below the project's folder and its text, with LF line ends and no byte order mark.
type Source struct {
	Name   string
	Text   []byte
	lines  []int // byte offsets of the beginnings of lines
	errors int   // how many errors were found, including those that were not kept
}

// NewSource returns a source with a text that is in memory, unchanged.
func NewSource(name string, text []byte) *Source {
	s := &Source{Name: name, Text: text, lines: make([]int, 1, bytes.Count(text, []byte("\n"))+1)}
	for i, b := range text {
		if b == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// Read reads a file that a person wrote. It drops a byte order mark, and converts CRLF and CR to LF. What no text
// editor writes (a very large file, bytes that are not UTF-8, a NUL, a very long line, very deep nesting) is a fault,
// and no source is returned. So is a name that does not belong to a file (a link, a pipe, a folder), which is never
// opened. Characters that are hidden or look like others are faults too. A file that cannot be opened is an error, not
// a fault: its author has nothing to fix.
func Read(fsys fs.FS, name string) (*Source, List, error) {
	text, err := regular.ReadFile(fsys, name, Limit)
	switch not := new(regular.NotError); {
	case errors.As(err, &not):
		return nil, List{{
			Pos: WholeFile(name), Code: SpecialFile,
			Message: fmt.Sprintf("expected a file, found %s", not.What()),
			Hint:    "replace it by a file, or delete it",
		}}, nil
	case errors.Is(err, regular.ErrTooLarge):
		return nil, List{tooLong(name, FileTooLarge, fmt.Sprintf("the file is larger than %d KB", Limit>>10))}, nil
	case err != nil:
		return nil, nil, err
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	if bytes.Count(text, []byte("\n")) > mostLines {
		return nil, List{tooLong(name, TooManyLines, fmt.Sprintf("the file has more than %d lines", mostLines))}, nil
	}
	src := NewSource(name, text)
	var faults List
	src.inspect(&faults)
	if !faults.Failed() {
		src.characters(&faults)
	}
	if faults.Failed() {
		return nil, faults, nil
	}
	return src, nil, nil
}

func tooLong(name string, code Code, message string) Fault {
	return Fault{Pos: WholeFile(name), Code: code, Message: message, Hint: "is it the right file? If it is, split it"}
}

// inspect reports the first place of each kind that shows that the file is not text.
func (s *Source) inspect(faults *List) {
	if i := bytes.IndexByte(s.Text, 0); i >= 0 {
		faults.Add(Fault{
			Pos: s.At(i), Code: NULByte,
			Message: "the file has a NUL character in it",
			Hint:    "delete it, and save the file as plain text",
		})
	}
	if !utf8.Valid(s.Text) {
		faults.Add(Fault{
			Pos: s.At(invalid(s.Text)), Code: BadUTF8,
			Message: "the file is not UTF-8 text from here on",
			Hint:    "save the file as UTF-8",
		})
	}
	for n := range s.lines {
		line := s.Bytes(n + 1)
		if len(line) > longest {
			faults.Add(Fault{
				Pos: Pos{s, n + 1, 1}, Code: LineTooLong,
				Message: fmt.Sprintf("the line is longer than %d characters", longest),
				Hint:    "break it into paragraphs",
			})
			return
		}
		if nesting(line) > deepest {
			faults.Add(Fault{
				Pos: Pos{s, n + 1, 1}, Code: NestedTooDeep,
				Message: fmt.Sprintf("the line is nested more than %d deep", deepest),
				Hint:    "use at most three levels",
			})
			return
		}
	}
}

// nesting counts the marks of nesting at the beginning of a line: quotes, bullets, brackets and pairs of spaces.
func nesting(line []byte) int {
	n, blanks := 0, 0
	for _, b := range line {
		switch b {
		case ' ':
			blanks++
		case '\t':
			blanks += 2
		case '>', '-', '+', '*', '[', '{', '?':
			n++
		default:
			return n + blanks/2
		}
	}
	return n + blanks/2
}

func invalid(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

// At returns the place of a byte offset.
func (s *Source) At(offset int) Pos {
	offset = min(max(offset, 0), len(s.Text))
	lo, hi := 0, len(s.lines)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; s.lines[mid] <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	return Pos{Source: s, Line: lo + 1, Col: utf8.RuneCount(s.Text[s.lines[lo]:offset]) + 1}
}

// Offset returns the byte offset of a place in the source.
func (s *Source) Offset(p Pos) int {
	if p.Line < 1 || p.Line > len(s.lines) {
		return 0
	}
	offset := s.lines[p.Line-1]
	for col := 1; col < p.Col && offset < len(s.Text) && s.Text[offset] != '\n'; col++ {
		_, size := utf8.DecodeRune(s.Text[offset:])
		offset += size
	}
	return offset
}

// Line returns line n, counted from 1, without its line end. If there is no such line, it is empty.
func (s *Source) Line(n int) string { return strings.ToValidUTF8(string(s.Bytes(n)), "\ufffd") }

// Bytes returns the bytes of line n, counted from 1, without its line end.
func (s *Source) Bytes(n int) []byte {
	if n < 1 || n > len(s.lines) {
		return nil
	}
	end := len(s.Text)
	if n < len(s.lines) {
		end = s.lines[n] - 1
	}
	return s.Text[s.lines[n-1]:end]
}
