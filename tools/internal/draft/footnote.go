package draft

// footnote reports whether a piece is a footnote. It is then a paragraph, with its mark as it is shown below a page.
func (p *piece) footnote(first bool) bool {
	if p.block.Note == "" {
		return false
	}
	if p.letter = true; first { // no short line of it is a heading
		p.text = tidy(raised.Replace(p.block.Note) + " " + p.text)
	}
	return true
}

// refers reports whether a piece has the mark of a footnote.
func (p *piece) refers(note *piece) bool {
	if p.file != note.file || p.block.Note != "" {
		return false
	}
	for _, r := range p.runs {
		if r.Note == note.block.Note {
			return true
		}
	}
	return false
}

// referring returns the part of a document with the mark of a footnote, or nil.
func referring(parts []*part, note *piece) *part {
	for _, d := range parts {
		for _, p := range append(append([]*piece{}, d.head...), d.body...) {
			if p.refers(note) {
				return d
			}
		}
	}
	return nil
}

// note puts a footnote below the section with its mark.
func (o *outline) note(note *piece) {
	for _, s := range o.sections {
		found := s.heading != nil && s.heading.refers(note) || s.stem != nil && s.stem.refers(note)
		each(s.rules, func(r *rule) { found = found || r.refers(note) })
		for _, p := range append(append([]*piece{}, s.passages...), s.closing...) {
			found = found || p.refers(note)
		}
		if found {
			s.closing = append(s.closing, note)
			return
		}
	}
	s := o.now()
	s.closing = append(s.closing, note)
}
