// Package source reads a file of a school's own, as it is: a Word file, plain text or Markdown. The import uses it.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/regular"
)

// Read reads a file. What a file is follows from what is in it, since names can be wrong; only whether text is Markdown follows from the
// name (.md, .markdown). The error is a *block.Fault if its author can mend it.
func Read(fsys fs.FS, name string, changes docx.Changes) (*block.File, error) {
	if strings.HasPrefix(path.Base(name), "~$") {
		return nil, &block.Fault{
			Kind: block.NotWord, Message: "Word keeps this file while somebody has a document open; it has no words",
			Hint: "close the document in Word, and take the file without ~$ in its name",
		}
	}
	body, err := regular.ReadFile(fsys, name, docx.Limit)
	switch not := new(regular.NotError); {
	case errors.As(err, &not):
		return nil, &block.Fault{Kind: block.Unavailable, Message: "expected a file, found " + not.What(), Hint: "give the name of a Word file (.docx)"}
	case errors.Is(err, regular.ErrTooLarge):
		return nil, tooLarge(fmt.Sprintf("the file is larger than %d MB", docx.Limit>>20))
	case err != nil:
		return nil, err
	}
	f, err := read(name, body, changes)
	if err != nil {
		return nil, err
	}
	for _, b := range f.Blocks {
		if len(b.Text()) > longestParagraph {
			fault := tooLarge(fmt.Sprintf("the paragraph has more than %d characters, and is no rule", longestParagraph))
			fault.Place, fault.Hint = b.Place, "is it the right file? If it is, put each rule on a line of its own"
			return nil, fault
		}
	}
	return f, nil
}

// longestParagraph is how many bytes a paragraph may have: ten times as many as the longest in the policies of schools.
const longestParagraph = 20_000

func read(name string, body []byte, changes docx.Changes) (*block.File, error) {
	if f := foreign(body); f != nil {
		return nil, f
	}
	end := strings.ToLower(path.Ext(name))
	if bytes.HasPrefix(body, []byte("PK")) || bytes.HasPrefix(body, []byte("\xd0\xcf\x11\xe0")) || strings.HasPrefix(end, ".do") {
		return docx.Read(body, changes)
	}
	text, windows, fault := decode(body)
	if fault != nil {
		return nil, fault
	}
	f := &block.File{}
	if windows {
		f.Notices.Add(block.Place{}, block.Told{Kind: block.Replaced, What: "the letters of Windows (Windows-1252)", Count: 1})
	}
	if end == ".md" || end == ".markdown" {
		fault = markdown(f, name, bullets(f, text, "-"))
	} else {
		plain(f, bullets(f, text, "•"))
	}
	if fault != nil {
		return nil, fault
	}
	if len(f.Blocks) == 0 {
		return nil, &block.Fault{Kind: block.NoWords, Message: "the file has no words", Hint: "is it the right file?"}
	}
	return f, nil
}

// symbol matches a character of a font of symbols at the beginning of a line. Copied out of Word or of a PDF file, it has lost its font.
var symbol = regexp.MustCompile(`^([\f\t\p{Zs}]*)(\p{Co})[\t\p{Zs}]+`)

// bullets puts a bullet in the place of each of these, whatever its shape was.
func bullets(f *block.File, text, bullet string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if m := symbol.FindStringSubmatch(line); m != nil {
			lines[i] = m[1] + bullet + " " + line[len(m[0]):]
			f.Notices.Add(block.Place{Part: block.Lines, Paragraph: i + 1}, block.Told{Kind: block.Replaced, What: fmt.Sprintf("U+%04X", []rune(m[2])[0]), Count: 1})
		}
	}
	return strings.Join(lines, "\n")
}

func tooLarge(what string) *block.Fault {
	return &block.Fault{Kind: block.TooLarge, Message: what, Hint: "is it the right file? If it is, split it"}
}

// others are the beginnings of files of other kinds, and what they are.
var others = []struct{ begins, what, hint string }{
	{"%PDF", "a PDF file", "take the Word file that it was made from; or open the PDF file in Word, look it through, and save it as a Word document (.docx)"},
	{`{\rtf`, "a file in Rich Text Format", asWord},
	{"<!doctype html", "a web page", asWord},
	{"<html", "a web page", asWord},
	{"<?xml", "an XML file", asWord},
	{"\x89PNG", "a picture", typed},
	{"\xff\xd8\xff", "a picture", typed},
	{"GIF8", "a picture", typed},
}

const (
	asWord = "open it in Word, and save it as a Word document (.docx)"
	typed  = "type its words into Word, or have a program read them (OCR), and save that as a Word document (.docx)"
)

// foreign says what a file is that is neither a Word file nor text.
func foreign(body []byte) *block.Fault {
	begin := bytes.ToLower(bytes.TrimLeft(body[:min(len(body), 200)], "\xef\xbb\xbf \t\r\n"))
	for _, o := range others {
		if bytes.HasPrefix(begin, bytes.ToLower([]byte(o.begins))) {
			return &block.Fault{Kind: block.NotWord, Message: "this is " + o.what + ", not a Word file", Hint: o.hint}
		}
	}
	return nil
}
