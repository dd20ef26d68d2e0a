package docx

import "safeonline/tools/internal/block"

// change is a tracked change (ECMA-376 part 1, 17.13.5). Who made it, and when, is not read.
type change struct {
	kind  block.ChangeKind
	text  []byte
	drops bool // its text is not shown: it, or one outside it, is not as was asked for
}

var changeKinds = map[string]block.ChangeKind{
	"ins": block.Inserted, "del": block.Deletion, "moveTo": block.MovedTo, "moveFrom": block.MovedFrom,
}

// changed reads what is in a tracked change.
func (r *reader) changed(e element, f func(element)) {
	c := &change{kind: changeKinds[e.local]}
	gone := e.local == "del" || e.local == "moveFrom"
	c.drops = gone == (r.changes == Accept) || r.in.change != nil && r.in.change.drops
	r.within(func() {
		r.in.change = c
		r.children(f)
	})
}

// track keeps a text for the list of changes, if it was changed.
func (r *reader) track(text string, l look) {
	p, kind := r.now, block.ChangeKind("")
	switch {
	case r.in.change != nil:
		kind = r.in.change.kind
	case l.reformatted:
		kind = block.Reformatted
	}
	if kind != p.pending.kind {
		r.list(p)
		p.pending.kind = kind
	}
	if kind != "" {
		p.pending.text = append(p.pending.text, text...)
	}
}

// list lists the change whose text is complete.
func (r *reader) list(p *paragraph) {
	if c := p.pending; c.kind != "" && len(c.text) > 0 {
		r.listed(p, c.kind, string(c.text))
	}
	p.pending = change{}
}

func (r *reader) listed(p *paragraph, kind block.ChangeKind, text string) {
	if !r.piece() {
		return
	}
	if p.changed == nil {
		p.changed = map[block.ChangeKind]bool{}
	}
	p.changed[kind] = true
	r.file.Changes = append(r.file.Changes, block.Change{Place: p.block.Place, Kind: kind, Text: text})
}

// markChanges lists the changes of a paragraph as a whole. That its end was inserted or deleted together with words is one change.
func (r *reader) markChanges(p *paragraph) {
	r.list(p)
	if p.why != "" {
		return
	}
	m, text := p.props.mark, p.block.Text()
	if (m.inserted || m.movedTo) && !p.changed[block.Inserted] && !p.changed[block.MovedTo] {
		r.listed(p, block.ParagraphAdded, text)
	}
	if (m.deleted || m.movedFrom) && !p.changed[block.Deletion] && !p.changed[block.MovedFrom] {
		r.listed(p, block.ParagraphGone, text)
	}
	if p.moved {
		r.listed(p, block.Renumbered, text)
	}
}

// renumbered reports whether a tracked change gave a paragraph another list, style or level of heading.
func (p para) renumbered() bool {
	if p.before == nil {
		return p.num.inserted
	}
	before := p.before
	return p.style != before.style || p.num != before.num || p.outline != before.outline
}
