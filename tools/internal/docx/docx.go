// Package docx reads Word files (.docx) as Word shows them: the paragraphs in order, each with its text, its number and what its style
// says. Package source uses it.
//
// A Word file is a zip file of XML parts: ECMA-376 part 2 says how they are packed, and part 1, 17 (WordprocessingML) what is in them.
// The reader knows both forms, transitional and strict. It reads the main part with its text boxes, footnotes and endnotes. It does not
// read headers and footers, tables of contents, hidden text and comments; paragraphs of these that are in the main part are listed as
// left out. Letters are those that are typed: capitals that only a font makes are not.
//
// No file takes more than two seconds or 512 MB: unpack, scanner and reader each have limits.
package docx

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"safeonline/tools/internal/block"
)

// Changes says what becomes of tracked changes, which are listed in any case.
type Changes int

const (
	Accept Changes = iota // what was inserted is text, what was deleted is not
	Reject                // the other way round
)

// Read reads a file from its bytes. The error is a *block.Fault.
func Read(body []byte, changes Changes) (*block.File, error) {
	f, fault := read(body, changes)
	if fault != nil {
		return nil, fault
	}
	return f, nil
}

func read(body []byte, changes Changes) (*block.File, *block.Fault) {
	switch {
	case len(body) > Limit:
		return nil, &block.Fault{Kind: block.TooLarge, Message: fmt.Sprintf("the file is larger than %d MB", Limit>>20), Hint: tooLargeHint}
	case !bytes.HasPrefix(body, []byte("PK")):
		return nil, notZip(body)
	}
	p, fault := unpack(body)
	if fault != nil {
		return nil, fault
	}
	main, fault := mainPart(p)
	if fault != nil {
		return nil, fault
	}
	r := &reader{parcel: p, changes: changes, file: &block.File{}, notes: map[reference]noted{}, counted: map[string]int{}}
	if fault := r.prepare(main); fault != nil {
		return nil, fault
	}
	if fault := r.body(main); fault != nil {
		return nil, fault
	}
	for _, kind := range []notes{{"footnote", block.Footnotes}, {"endnote", block.Endnotes}} {
		if fault := r.notesPart(kind); fault != nil {
			return nil, fault
		}
	}
	return r.finished()
}

// mainPart returns the name of the part with the text (ECMA-376 part 1, 11.3.10).
func mainPart(p *parcel) (string, *block.Fault) {
	all, fault := p.relations("")
	if fault != nil {
		return "", fault
	}
	main := all.byKind["officeDocument"]
	if p.parts["mimetype"] != nil && main == "" {
		return "", &block.Fault{Kind: block.NotWord, Message: "this is an OpenDocument file, not a Word file", Hint: "open it in the program that made it, and save it as a Word document (.docx)"}
	}
	if main == "" || p.parts[lower(main)] == nil {
		return "", notWord()
	}
	return main, nil
}

func notWord() *block.Fault {
	return &block.Fault{Kind: block.NotWord, Message: "this is not a Word file, but another zip file", Hint: "if the Word file is in it, unpack it first"}
}

// prepare reads the parts that say how the text looks and is counted.
func (r *reader) prepare(main string) (fault *block.Fault) {
	if r.related, fault = r.relations(main); fault != nil {
		return fault
	}
	r.relatedMain = r.related
	r.styles = styles{all: map[string]*style{}}
	lists := &numbering{}
	for _, part := range []struct {
		kind string
		read func(*scanner)
	}{
		{"styles", func(s *scanner) { r.styles = s.styles() }},
		{"numbering", func(s *scanner) { lists = s.numbering() }},
		{"settings", func(s *scanner) { r.forms = s.noteForms() }},
	} {
		s, fault := r.scan(r.related.byKind[part.kind])
		if fault != nil {
			return fault
		}
		if s == nil {
			continue
		}
		if part.read(s); s.fault != nil {
			return s.fault
		}
	}
	r.counter = newCounter(lists)
	if r.related.byKind["vbaProject"] != "" {
		r.file.Notices.Add(block.Place{}, block.Told{Kind: block.LeftOut, What: "macros", Count: 1})
	}
	return nil
}

// body reads the main part.
func (r *reader) body(main string) *block.Fault {
	s, fault := r.scan(main)
	if fault != nil {
		return fault
	}
	r.scanner, r.out = s, &r.file.Blocks
	s.root(func(e element) {
		switch {
		case e.is(spreadsheet, "workbook"):
			s.refuse(&block.Fault{Kind: block.NotWord, Message: "this is an Excel file, not a Word file", Hint: "copy its words into Word, and save that as a Word document (.docx)"})
		case e.is(presentation, "presentation"):
			s.refuse(&block.Fault{Kind: block.NotWord, Message: "this is a PowerPoint file, not a Word file", Hint: "copy its words into Word, and save that as a Word document (.docx)"})
		case !e.is(w, "document"):
			s.refuse(notWord())
		}
		r.keepsSpace = e.keepsSpace()
		s.children(func(e element) {
			if e.is(w, "body") {
				r.container()
				r.endSection(ownPage) // which the last one is unless something else was said
			}
		})
	})
	r.endPart()
	return s.fault
}

// finished puts everything in order. A file without words is a fault: a policy that was scanned has only pictures.
func (r *reader) finished() (*block.File, *block.Fault) {
	f := r.file
	if !slices.ContainsFunc(f.Blocks, func(b block.Block) bool { return !b.IsBlank() }) && len(f.Changes) == 0 {
		return nil, &block.Fault{
			Kind: block.NoWords, Message: "the file has no words",
			Hint: "if it shows words, they are a picture: type them, or have a program read them (OCR), and save that",
		}
	}
	byPlace := func(a, b block.Place) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Paragraph, b.Paragraph))
	}
	slices.SortStableFunc(f.Left, func(a, b block.Left) int { return byPlace(a.Place, b.Place) })
	slices.SortStableFunc(f.Notices, func(a, b block.Notice) int { return byPlace(a.Place, b.Place) })
	slices.SortStableFunc(f.Changes, func(a, b block.Change) int { return byPlace(a.Place, b.Place) })
	return f, nil
}
