package docx

import (
	"strings"

	"safeonline/tools/internal/block"
)

// paragraph is a paragraph while it is read.
type paragraph struct {
	block   block.Block
	props   para
	style   *style
	look    look // of its text where runs say nothing
	begun   bool // its properties are known
	counted bool // its number is known
	why     block.Why

	tabs    []tab
	tab     int           // how many tabs the line has so far
	boxes   []block.Block // of text boxes that hang on it
	dropped map[block.Why]*strings.Builder
	tail    []byte                    // the text of the last run, while it grows
	broken  bool                      // a page was ended after the text so far
	pending change                    // the tracked change of the text so far, while it grows
	changed map[block.ChangeKind]bool // the kinds of change that it has
	moved   bool                      // a tracked change gave it another list or style
	before  *paragraph                // the paragraph of which this is the rest
}

// read reads a paragraph.
func (r *reader) read() {
	r.paragraph++
	if r.paragraph > mostParagraphs {
		r.refuse(&block.Fault{Kind: block.TooLarge, Message: "the file has more paragraphs than a policy can have", Hint: tooLargeHint})
		return
	}
	outer := r.now
	p := &paragraph{why: r.in.why}
	p.block = block.Block{Place: r.at(), Cell: r.in.cell, Box: r.in.box, Note: r.in.note}
	r.now = p
	r.children(func(e element) {
		if e.is(w, "pPr") && !p.begun {
			p.props = r.para()
			r.begin(p)
			return
		}
		r.begin(p)
		r.inline(e)
	})
	r.begin(p)
	p.settle()
	r.now = outer
	r.end(p)
	*r.out = append(*r.out, p.boxes...)
}

// begin makes out what the properties of a paragraph mean, once.
func (r *reader) begin(p *paragraph) {
	if p.begun {
		return
	}
	p.begun = true
	p.moved = p.props.renumbered()
	if r.changes == Reject {
		p.props = p.props.rejected()
	}
	p.style = r.styles.of(p.props.style)
	whole := p.props.over(p.style.para)
	p.tabs, p.look = whole.tabs, p.style.look
	p.block.Style = p.style.name
	p.block.Heading, p.block.Title = p.style.level(p.props), p.style.kind == title
	p.block.NewPage = whole.newPage == on
	p.props.mark.hidden = p.props.mark.hidden.over(p.style.look.hidden).over(r.styles.defaults.hidden)
	if p.style.kind == contents && p.why == "" {
		p.why = block.Contents
	}
	if p.why == "" && p.props.mark.hidden != on && !r.inContents() && !r.isGone(p.props.mark) && !r.isRest() {
		r.count(p)
	}
}

// rejected returns the properties as they were before tracked changes.
func (p para) rejected() para {
	if p.before != nil {
		mark, section := p.mark, p.section
		p = *p.before
		p.mark, p.section = mark, section
	}
	if p.num.inserted {
		p.num = numbered{}
	}
	return p
}

// isGone reports whether the end of a paragraph was deleted, or inserted by a change that is rejected.
func (r *reader) isGone(m mark) bool {
	if r.changes == Accept {
		return m.deleted || m.movedFrom
	}
	return m.inserted || m.movedTo
}

// isRest reports whether the paragraph that is read goes on from one whose end is hidden: that one has the number.
func (r *reader) isRest() bool { return r.carried != nil && !r.isGone(r.carried.props.mark) }

// count gives a paragraph its number (ECMA-376 part 1, 17.3.1.19).
func (r *reader) count(p *paragraph) {
	p.counted = true
	num := p.props.num
	styled := p.style.para.num
	if !num.hasID {
		num.id = styled.id
	}
	if !num.hasLevel {
		if num.level = styled.level; !num.hasID {
			num.level = r.counter.restyled(num.id, &r.styles, p.style.id, styled.level)
		}
	}
	if num.id == 0 {
		return
	}
	is := r.counter.next(num.id, num.level)
	p.block.List, p.block.Bullet = is.level, is.bullet
	p.block.Number = r.numberText(is)
}

// numberText returns the text of a number in normal characters.
func (r *reader) numberText(is shown) string {
	if is.picture {
		r.leftOut("a picture as a bullet")
		return "•"
	}
	text := is.text
	if hasSymbols(text, is.font) {
		text = inFont(text, is.font, r.notice)
	}
	text = strings.TrimSpace(block.Clean(text, r.notice))
	switch shape, has := bulletShape[text]; {
	case is.bullet && has:
		return shape
	case is.bullet && strings.Contains(text, unknown):
		return "•"
	}
	return text
}

// end makes a block of a paragraph, or notes why there is none.
func (r *reader) end(p *paragraph) {
	defer r.endSection(p.props.section)
	if p.broken {
		defer func() { r.newPage = true }()
	}
	r.markChanges(p)
	shown := len(p.block.Runs) > 0
	switch {
	case p.why != "":
		r.leave(p, p.why)
	case shown && (r.isGone(p.props.mark) || p.props.mark.hidden == on):
		r.carry(p)
	case !shown && (r.isGone(p.props.mark)):
		r.leave(p, block.Deleted)
	case !shown && p.props.mark.hidden == on:
		r.leave(p, block.Hidden)
	default:
		r.put(p)
	}
}

// endSection notes that a section ends. Its kind says whether its own first block begins a page.
func (r *reader) endSection(kind sectionKind) {
	if kind == noSection || r.out != &r.file.Blocks || r.in.cell != nil {
		return
	}
	if all := *r.out; r.sections > 0 && kind == ownPage && r.section < len(all) {
		all[r.section].NewPage = true
	}
	r.sections++
	r.section = len(*r.out)
}

// carry keeps a paragraph, whose text is the beginning of the next one.
func (r *reader) carry(p *paragraph) {
	if p.before = r.carried; p.before == nil && !p.counted && p.props.mark.hidden == on {
		r.count(p)
	}
	r.carried = p
}

// flush makes a block of a paragraph that was to be joined to the next, where there is no next.
func (r *reader) flush() {
	if p := r.carried; p != nil {
		r.carried = p.before
		r.put(p)
	}
}

// put makes a block of a paragraph, with the text of those that are joined to it.
func (r *reader) put(p *paragraph) {
	r.join(p)
	if !p.counted && len(p.block.Runs) > 0 {
		r.count(p)
	}
	if p.block.IsBlank() && p.block.Number == "" {
		r.leave(p, p.empty())
		return
	}
	for _, why := range []block.Why{block.Contents, block.Hidden} {
		if text := p.dropped[why]; text != nil && !isBlank(text.String()) {
			r.file.Notices.Add(p.block.Place, block.Told{Kind: block.LeftOut, What: string(why) + ": " + text.String(), Count: 1})
		}
	}
	p.block.NewPage = p.block.NewPage || r.newPage
	r.newPage = false
	*r.out = append(*r.out, p.block)
}

// join puts the text of paragraphs that have no end of their own before that of the paragraph after them. Where the end was deleted, the
// properties of the last count (ECMA-376 part 1, 17.13.5.15); where it is hidden, the first has the number and the style.
func (r *reader) join(p *paragraph) {
	var all []*paragraph
	for q := r.carried; q != nil; q = q.before {
		all = append(all, q)
	}
	r.carried = nil
	if len(all) == 0 {
		return
	}
	var runs []block.Run
	for i := len(all) - 1; i >= 0; i-- {
		q := all[i]
		runs = append(runs, q.block.Runs...)
		r.leave(q, block.Joined)
	}
	if first := all[len(all)-1]; !r.isGone(first.props.mark) {
		place := p.block.Place
		own := p.block.Runs
		p.block, p.counted = first.block, true
		p.block.Place, p.block.Runs = place, own
	}
	p.block.Runs = append(runs, p.block.Runs...)
}

// empty says why a paragraph shows nothing.
func (p *paragraph) empty() block.Why {
	for _, why := range []block.Why{block.Contents, block.Hidden, block.Deleted} {
		if text := p.dropped[why]; text != nil {
			return why
		}
	}
	return block.Empty
}

// leave notes that a paragraph is no block.
func (r *reader) leave(p *paragraph, why block.Why) {
	text := p.block.Text()
	for _, of := range []block.Why{block.Contents, block.Hidden, block.Deleted} {
		if dropped := p.dropped[of]; dropped != nil {
			text += dropped.String()
		}
	}
	r.file.Left = append(r.file.Left, block.Left{Place: p.block.Place, Why: why, Text: text})
	if p.block.NewPage && why != block.Joined {
		r.newPage = true
	}
}

// drop keeps a text that is not shown.
func (p *paragraph) drop(why block.Why, text string) {
	if p.dropped == nil {
		p.dropped = map[block.Why]*strings.Builder{}
	}
	if p.dropped[why] == nil {
		p.dropped[why] = &strings.Builder{}
	}
	p.dropped[why].WriteString(text)
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

func lower(text string) string { return strings.ToLower(text) }
