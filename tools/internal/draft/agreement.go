package draft

import (
	"regexp"
	"slices"

	"safeonline/tools/internal/english"
)

// agreements returns the headings below which are things to promise, and that name people or what people adopt. The last are found first:
// what stands below one is not below another that stands higher.
func agreements(list []*piece) map[*piece]bool {
	opens := map[*piece]bool{}
	for _, p := range list {
		p.candidate = p.kind == heading && (documentWords.MatchString(p.text) || names(p.text) || p.block.NewPage || schoolName.MatchString(titled(p.text)))
	}
	for i, p := range slices.Backward(list) {
		if p.candidate && promised(scope(list, i, opens), p) {
			opens[p] = true
		}
	}
	for i, p := range list {
		if below := opener(list, i, opens); below != nil && !opens[p] {
			opens[p], opens[below] = true, false
		}
	}
	return opens
}

// mostBetween is how many paragraphs are looked at for the heading to which another one leads.
const mostBetween = 20

// opener returns the heading of an agreement to which a heading leads that is that of the whole document: nothing is between the two, or the
// first is at the top of a page, and the second only says whose part it is.
func opener(list []*piece, i int, opens map[*piece]bool) *piece {
	p := list[i]
	if p.kind != heading || !documentWords.MatchString(p.text) {
		return nil
	}
	between := false
	for _, o := range list[i+1 : min(i+1+mostBetween, len(list))] {
		switch {
		case o.file != p.file || o.kind == item || o.block.NewPage:
			return nil
		case opens[o] && o.rank >= p.rank:
			if siblings(list, o, p, opens) {
				return nil
			}
			a := people(o.text)
			alone := len(a.years)+len(a.stages) == 0 && !a.early
			if between && p.rank < o.rank && groupIn(p.text) && !groupIn(o.text) {
				return o
			}
			if !between && groupIn(p.text) && (o.rank > p.rank || !groupIn(o.text)) || between && p.block.NewPage && i > 0 && alone {
				return o
			}
			return nil
		case o.kind != scrap && o.kind != heading:
			between = true
		}
	}
	return nil
}

// siblings reports whether below a heading there are agreements of several people: it is the title of them all.
func siblings(list []*piece, first, above *piece, opens map[*piece]bool) bool {
	from := slices.Index(list, first)
	for _, o := range list[from+1:] {
		switch {
		case o.file != first.file || o.kind == heading && o.rank <= above.rank:
			return false
		case opens[o] && o.rank == first.rank && o.rank > above.rank:
			return groupIn(o.text) && groupIn(first.text)
		}
	}
	return false
}

// scope returns what is below a heading that may be that of a document: everything up to the next such heading that stands as high, or up
// to an agreement.
func scope(list []*piece, i int, opens map[*piece]bool) []*piece {
	p, some, lines := list[i], false, 0
	for j := i + 1; j < len(list); j++ {
		o := list[j]
		switch {
		case o.file != p.file || opens[o] || !some && lines > mostTitle:
			return list[i+1 : j]
		case o.kind != heading:
			some = some || o.kind != scrap
		case some && (o.rank < p.rank || o.rank == p.rank && o.candidate && !signedBelow(list, j)):
			return list[i+1 : j]
		default:
			lines++
		}
	}
	return list[i+1:]
}

// signedBelow reports whether a heading stands above lines to sign.
func signedBelow(list []*piece, i int) bool {
	for n := 0; n < 4; n++ {
		p := next(list, i)
		if p == nil || p.kind != agree && p.kind != sign && p.kind != heading {
			return false
		}
		if p.kind == sign {
			return true
		}
		for list[i] != p {
			i++
		}
	}
	return false
}

// names reports whether a heading says hardly more than whom it is for.
func names(text string) bool {
	if !groupIn(text) {
		return false
	}
	for _, g := range groups {
		for g.words.MatchString(text) {
			text = g.words.ReplaceAllString(text, " ")
		}
	}
	for _, known := range []*regexp.Regexp{documentWords, earlyWords, stageWord, yearWord, schoolName, appendix, class} {
		text = known.ReplaceAllString(text, " ")
	}
	rest := 0
	for _, w := range wordsOf(text) {
		if !english.Small(w) {
			rest++
		}
	}
	return rest < 2
}

var class = regexp.MustCompile(`(?i)\bclass(?:es)?\s+\w{1,2}\b`)

var appendix = regexp.MustCompile(`(?i)\b(?:appendix|annex)\s+\w+\b`)

// groupIn reports whether a text names people who may have a document of their own.
func groupIn(text string) bool {
	a := people(text)
	return len(a.groups) > 0 || len(a.years) > 0 || a.early || len(a.stages) > 0
}

// within reports whether a heading is that of a section of a document: it names nobody whom the document is not for anyway.
func (d *part) within(p *piece) bool {
	if len(d.head) == 0 || d.policy {
		return false
	}
	if len(d.body) == 0 && !groupIn(d.head[0].text) {
		return true // the second line of a heading
	}
	if formWords.MatchString(p.text) && !p.block.NewPage {
		return true
	}
	a, of := people(p.text), people(headOf(d))
	if len(a.groups)+len(a.years)+len(a.stages) == 0 && !a.early {
		top := p.block.NewPage && (d.isSigned() || schoolName.MatchString(titled(p.text)))
		return p.rank > d.head[0].rank || p.rank >= capsRank && !top
	}
	others := slices.ContainsFunc(a.groups, func(g group) bool { return !of.has(g.id) && !(g.id == "pupils" && of.pupils()) })
	return !others && len(a.years)+len(a.stages) == 0 && !a.early && !documentWords.MatchString(p.text)
}

// isSigned reports whether a document has lines to sign already.
func (d *part) isSigned() bool {
	return slices.ContainsFunc(d.body, func(p *piece) bool { return p.kind == sign })
}

// tailHeadings takes the headings from the end of a document that belong to the next one.
func (d *part) tailHeadings(p *piece) (out []*piece) {
	for n := len(d.body); n > 0 && d.body[n-1].kind == heading && anything(d.body) && d.body[n-1].block.NewPage; n = len(d.body) {
		out = append([]*piece{d.body[n-1]}, out...)
		d.body = d.body[:n-1]
	}
	return out
}
