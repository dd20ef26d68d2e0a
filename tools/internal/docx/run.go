package docx

import (
	"strings"

	"safeonline/tools/internal/block"
)

// inline reads what may be in a paragraph (ECMA-376 part 1, 17.3 and 17.16).
func (r *reader) inline(e element) {
	switch {
	case e.space == math:
		r.children(r.formula)
	case e.space != w:
		return
	}
	switch e.local {
	case "r":
		r.run()
	case "hyperlink":
		r.within(func() {
			r.in.link = r.address(e)
			r.children(r.inline)
		})
	case "fldSimple":
		instruction, _ := e.get(w, "instr")
		r.open(&field{instruction: instruction})
		r.result()
		r.children(r.inline)
		r.close(look{})
	case "ins", "del", "moveTo", "moveFrom":
		r.changed(e, r.inline)
	case "sdt":
		r.control(r.inline)
	case "smartTag", "customXml", "dir", "bdo":
		r.children(r.inline)
	case "subDoc":
		r.leftOut("another file within the file")
	}
}

// formula reads the letters of a formula (part 1, 22.1.2).
func (r *reader) formula(e element) {
	if e.is(math, "t") {
		r.write(r.content(), look{})
		return
	}
	r.children(r.formula)
}

// address returns where a hyperlink leads (part 1, 17.16.22).
func (r *reader) address(e element) string {
	anchor, _ := e.get(w, "anchor")
	if anchor != "" {
		anchor = "#" + anchor
	}
	if id, has := e.get(rel, "id"); has {
		return r.related.byID[id].target + anchor
	}
	return anchor
}

// run reads a run (part 1, 17.3.2).
func (r *reader) run() {
	var l look
	r.children(func(e element) {
		if e.space != w {
			return
		}
		if e.local == "rPr" {
			l = r.runLook()
			return
		}
		r.runContent(e, l)
	})
}

// runLook reads the properties of a run. A tracked change of them counts if it changes something that is read.
func (r *reader) runLook() look {
	var before *look
	own := r.scanner.look(func(e element) {
		if e.local != "rPrChange" {
			return
		}
		r.children(func(e element) {
			if e.is(w, "rPr") {
				was := r.scanner.look(nil)
				before = &was
			}
		})
	})
	if before == nil || *before == own {
		return own
	}
	if r.changes == Reject {
		own = *before
	}
	own.reformatted = true
	return own
}

// runContent reads what may be in a run (part 1, 17.3.3).
func (r *reader) runContent(e element, l look) {
	switch e.local {
	case "t", "delText":
		r.write(r.typed(e), l)
	case "tab", "ptab":
		r.writeTab(e, l)
	case "br":
		if kind, _ := e.get(w, "type"); kind == "page" || kind == "column" {
			r.endPage()
			return
		}
		r.write("\n", l)
	case "cr":
		r.write("\n", l)
	case "noBreakHyphen":
		r.write("\u2011", l)
	case "softHyphen":
		r.write("\u00ad", l)
	case "sym":
		r.symbol(e, l)
	case "fldChar":
		r.fieldMark(e, l)
	case "instrText":
		r.instruct(r.content())
	case "footnoteReference", "endnoteReference":
		r.refer(e, l)
	case "drawing", "pict", "object":
		r.picture(l)
	case "ruby":
		r.children(func(e element) {
			if e.is(w, "rubyBase") {
				r.children(r.inline)
			}
		})
	}
}

// typed returns the text of w:t. Spaces at its ends count only where the element, or
// the part, says so (part 1, 17.3.3.31; XML 1.0, 2.10).
func (r *reader) typed(e element) string {
	keep := r.keepsSpace || e.keepsSpace()
	text := strings.ReplaceAll(r.content(), "\n", " ")
	if !keep {
		text = strings.Trim(text, " \t")
	}
	return text
}

// symbol reads a character of a font of symbols.
func (r *reader) symbol(e element, l look) {
	code, _ := e.get(w, "char")
	l.font, _ = e.get(w, "font")
	if char := escaped("#x" + code); char > 0 {
		r.write(string(char), l)
	}
}

// endPage notes that the next text begins a page. In the middle of a paragraph it is a line break too.
func (r *reader) endPage() {
	if p := r.now; len(p.block.Runs) > 0 {
		p.broken = true
	} else {
		p.block.NewPage = true
	}
}

// writeTab writes a tab. Its leader is that of the tab stop that has its place in the list of them, since where a text ends on the page
// is known to Word alone.
func (r *reader) writeTab(e element, l look) {
	p := r.now
	leader, _ := e.get(w, "leader")
	run := block.Run{Text: "\t", Leader: leaders[leader]}
	if run.Leader == "" {
		run.Leader = leaderOf(p.tabs, p.tab)
	}
	p.tab++
	if run.Leader == "" {
		r.write("\t", l)
		return
	}
	r.add(run, l)
}

// leaderOf returns the leader of a tab stop, counted from 0. Those that were taken away do not count.
func leaderOf(tabs []tab, n int) string {
	for _, t := range tabs {
		switch {
		case t.clear:
		case n == 0:
			return t.leader
		default:
			n--
		}
	}
	return ""
}

// write writes a text in normal characters.
func (r *reader) write(text string, l look) {
	p := r.now
	if text == "" || p == nil {
		return
	}
	whole := r.whole(l)
	if r.hides(text, whole) {
		return
	}
	if hasSymbols(text, whole.font) {
		text = inFont(text, whole.font, r.notice)
	}
	if text = block.Clean(text, r.notice); text == "" {
		return
	}
	if p.broken {
		text, p.broken = "\n"+text, false
	}
	if strings.Contains(text, "\n") {
		p.tab = 0
	}
	r.append(block.Run{Text: text}, whole)
}

// add writes a run without letters: a tab with a leader, or the mark of a note.
func (r *reader) add(run block.Run, l look) {
	if whole := r.whole(l); !r.hides(run.Text, whole) {
		r.append(run, whole)
	}
}

// whole returns a look together with what the styles say.
func (r *reader) whole(l look) look {
	styled := r.now.look
	if is := r.styles.characters(l.style); is != nil {
		styled = is.look.toggled(styled)
	}
	return l.over(styled).over(r.styles.defaults)
}

// hides reports whether a text is not shown here, and keeps it.
func (r *reader) hides(text string, l look) bool {
	p := r.now
	for _, f := range r.fields {
		if !f.result {
			return true // it is part of an instruction
		}
	}
	switch {
	case r.inContents():
		p.drop(block.Contents, text)
		return true
	case l.hidden == on:
		p.drop(block.Hidden, text)
		return true
	}
	r.track(text, l)
	if r.in.change != nil && r.in.change.drops {
		p.drop(block.Deleted, text)
		return true
	}
	return false
}

// append adds a run to the paragraph, or its text to the run before if they look the same.
func (r *reader) append(run block.Run, l look) {
	p := r.now
	run.Bold, run.Italic, run.Struck = l.bold == on, l.italic == on, l.struck == on
	run.Highlight, run.Placeholder, run.Link = l.colour(), r.in.placeholder, r.linked()
	run.Underline = l.underline == on && run.Link == ""
	if n := len(p.block.Runs); n > 0 && run.Leader == "" && run.Note == "" && p.block.Runs[n-1].SameLook(run) {
		if p.tail = append(p.tail, run.Text...); len(p.tail) > mostText {
			r.refuse(tooLong())
		}
		return
	}
	if r.piece() {
		p.settle()
		p.block.Runs, p.tail = append(p.block.Runs, run), append(p.tail[:0], run.Text...)
	}
}

// settle gives the last run its whole text.
func (p *paragraph) settle() {
	if n := len(p.block.Runs); n > 0 {
		p.block.Runs[n-1].Text = string(p.tail)
	}
}
