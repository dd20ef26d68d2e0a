package docx

import "safeonline/tools/internal/block"

// drawn is what is in a drawing.
type drawn struct {
	what  string // of what cannot be read, such as "picture"
	about string // the words that describe it
	boxes bool   // it has text boxes, which are read
}

// picture reads a drawing, a picture of an older file or an object. The text boxes in it are read after the paragraph on which it hangs;
// what else it shows is left out.
func (r *reader) picture(l look) {
	whole := r.whole(l)
	r.within(func() {
		if r.in.why == "" {
			switch {
			case r.inContents():
				r.in.why = block.Contents
			case r.in.change != nil && r.in.change.drops:
				r.in.why = block.Deleted
			case whole.hidden == on:
				r.in.why = block.Hidden
			}
		}
		var d drawn
		r.children(func(e element) { r.draw(e, &d) })
		if d.what == "" || r.in.why != "" {
			return
		}
		if d.about != "" {
			d.what += ": " + d.about
		}
		r.leftOut(d.what)
	})
}

// draw looks at what is in a drawing (ECMA-376 part 1, 20.4, and part 4, 19.1).
func (r *reader) draw(e element, d *drawn) {
	switch {
	case e.is(w, "txbxContent"):
		d.boxes = true
		r.textBox(func() { r.container() })
		return
	case e.is(vml, "textpath"):
		if words, _ := e.get(bare, "string"); words != "" {
			r.textBox(func() { r.wordArt(words) })
		}
	case e.is(drawing, "docPr"):
		d.about, _ = e.get(bare, "descr")
	case e.local == "pic" || e.is(vml, "imagedata"):
		d.what = "picture"
	case e.space == diagram:
		d.what = "SmartArt"
	case e.space == chart:
		d.what = "chart"
	case e.local == "OLEObject":
		d.what = "object"
	}
	r.children(func(e element) { r.draw(e, d) })
}

// textBox reads a text box with f. Its blocks come after the paragraph on which it hangs.
func (r *reader) textBox(f func()) {
	anchor, out, fields, carried, page := r.now, r.out, r.fields, r.carried, r.newPage
	r.boxes++
	r.within(func() {
		r.in = surroundings{box: r.boxes, note: r.in.note, why: r.in.why, change: r.in.change}
		r.fields, r.carried, r.newPage = nil, nil, false
		if anchor != nil {
			r.out = &anchor.boxes
		}
		r.now = nil
		f()
	})
	r.now, r.out, r.fields, r.carried, r.newPage = anchor, out, fields, carried, page
}

// wordArt makes a paragraph of words that are a drawing.
func (r *reader) wordArt(words string) {
	r.paragraph++
	p := &paragraph{why: r.in.why, begun: true, counted: true, style: &style{}}
	p.block = block.Block{Place: r.at(), Box: r.in.box, Note: r.in.note}
	r.now = p
	r.write(words, look{})
	p.settle()
	r.end(p)
}
