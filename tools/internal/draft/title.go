package draft

import (
	"slices"
	"strings"
)

// mostTitle is how many lines a heading has at most.
const mostTitle = 8

// headings takes the heading of a document from the top of its text: its lines up to the one that says what it is.
func (d *part) headings() {
	for len(d.head) < mostTitle {
		i := slices.IndexFunc(d.body, func(p *piece) bool { return p.kind != scrap })
		if i < 0 || !d.headed(i) {
			return
		}
		d.body[i].kind = heading
		d.head = append(d.head, d.body[i])
		d.body = slices.Delete(slices.Clone(d.body), i, i+1)
	}
}

// headed reports whether the first piece of a text is a line of its heading.
func (d *part) headed(i int) bool {
	p, so := d.body[i], headOf(d)
	if len(d.head) == 0 { // or is it that of the first section, in a text without a heading?
		return p.kind == heading && (!d.policy || documentWords.MatchString(p.text) || p.rank <= titleRank || upToDocument(d.body[i:]))
	}
	school := schoolName.FindString(titled(p.text))
	switch {
	case p.kind == words && school != "" && len(school) == len(p.text) && !schoolName.MatchString(titled(so)):
		return true // on the page of the title
	case !groupIn(so) && p.short() && names(p.text) && (!d.policy || promised(d.body, p)):
		return true // it says whose rules they are
	case p.kind != heading:
		return false
	case !documentWords.MatchString(so) && documentWords.MatchString(p.text):
		return true
	}
	above := !stillHeading(d.body, i) || documentWords.MatchString(p.text) || names(p.text) || school != ""
	return above && !d.policy && p.rank == d.head[0].rank && groupIn(p.text) && !groupIn(d.head[0].text)
}

// top returns the first line of a document if it is a heading, or nil.
func (d *part) top() *piece {
	for _, p := range d.body {
		if p.kind == heading {
			return p
		}
		if p.kind != scrap {
			break
		}
	}
	return nil
}

// stillHeading reports whether a heading has text right below it, and not another heading.
func stillHeading(list []*piece, i int) bool {
	p := next(list, i)
	return p == nil || p.kind != heading
}

// upToDocument reports whether headings at the beginning of a text lead to one that says what the text is.
func upToDocument(list []*piece) bool {
	for _, p := range list {
		switch {
		case p.kind == scrap:
		case p.kind != heading:
			return false
		case documentWords.MatchString(p.text):
			return true
		}
	}
	return false
}

func headOf(d *part) string {
	var list []string
	for _, p := range d.head {
		list = append(list, p.shown())
	}
	return strings.Join(list, " ")
}
