package docx

import (
	"cmp"
	"slices"
)

// para is what is said about a paragraph, in it or in a style (ECMA-376 part 1, 17.3.1).
type para struct {
	style   string
	num     numbered
	outline int // the level of the heading, from 1; 10 for no heading, 0 where it is not said
	tabs    []tab
	newPage toggle
	section sectionKind // of the section that ends with it
	mark    mark
	before  *para // what it was before a tracked change
}

// numbered is which list a paragraph is in.
type numbered struct {
	id, level int
	hasID     bool
	hasLevel  bool
	inserted  bool // by a tracked change
}

// mark is what is said about the end of a paragraph: whether it is hidden, or changed.
type mark struct {
	hidden                                toggle
	inserted, deleted, movedTo, movedFrom bool
}

// tab is a tab stop. Its leader fills the space before it.
type tab struct {
	at     int
	leader string
	clear  bool // it takes one of the style away
}

// mostTabs is how many tab stops of a paragraph are kept. Word allows 64.
const mostTabs = 64

// para reads the children of w:pPr.
func (s *scanner) para() (p para) {
	s.children(func(e element) {
		if e.space != w {
			return
		}
		switch e.local {
		case "pStyle":
			p.style = e.val()
		case "numPr":
			p.num = s.numbered()
		case "outlineLvl":
			p.outline = e.number("val", 0, 9) + 1
		case "tabs":
			p.tabs = s.tabs()
		case "pageBreakBefore":
			p.newPage = e.toggle()
		case "sectPr":
			p.section = s.beginsPage()
		case "rPr":
			p.mark = s.mark()
		case "pPrChange":
			s.children(func(e element) {
				if e.is(w, "pPr") {
					before := s.para()
					p.before = &before
				}
			})
		}
	})
	return p
}

func (s *scanner) numbered() (n numbered) {
	s.children(func(e element) {
		switch {
		case e.is(w, "numId"):
			n.id, n.hasID = e.number("val", 0, 1<<30), true
		case e.is(w, "ilvl"):
			n.level, n.hasLevel = e.number("val", 0, levels-1), true
		case e.is(w, "ins"):
			n.inserted = true
		}
	})
	return n
}

func (s *scanner) tabs() (tabs []tab) {
	s.children(func(e element) {
		if !e.is(w, "tab") || len(tabs) == mostTabs {
			return
		}
		leader, _ := e.get(w, "leader")
		tabs = append(tabs, tab{at: e.number("pos", -1<<20, 1<<20), leader: leaders[leader], clear: e.val() == "clear"})
	})
	return tabs
}

// leaders are the characters with which Word fills a tab up (part 1, 17.18.72).
var leaders = map[string]string{"dot": ".", "hyphen": "-", "underscore": "_", "heavy": "_", "middleDot": "·"}

// mark reads what is said about the end of a paragraph.
func (s *scanner) mark() (m mark) {
	l := s.look(func(e element) {
		switch e.local {
		case "ins":
			m.inserted = true
		case "del":
			m.deleted = true
		case "moveTo":
			m.movedTo = true
		case "moveFrom":
			m.movedFrom = true
		case "specVanish":
			m.hidden = e.toggle()
		}
	})
	m.hidden = l.hidden.over(m.hidden)
	return m
}

// sectionKind says how a section begins. It is said where the section ends (part 1, 17.6.22).
type sectionKind int

const (
	noSection  sectionKind = iota
	ownPage                // it begins a page
	continuous             // it goes on where the one before ends
)

// beginsPage reads how the section begins that ends here.
func (s *scanner) beginsPage() sectionKind {
	kind := ownPage
	s.children(func(e element) {
		if e.is(w, "type") && (e.val() == "continuous" || e.val() == "nextColumn") {
			kind = continuous
		}
	})
	return kind
}

// over returns the properties, with those below where they say nothing. The tab stops of both are put together.
func (p para) over(below para) para {
	if !p.num.hasID {
		p.num.id, p.num.hasID = below.num.id, below.num.hasID
	}
	if !p.num.hasLevel {
		p.num.level, p.num.hasLevel = below.num.level, below.num.hasLevel
	}
	p.outline = cmp.Or(p.outline, below.outline)
	p.newPage = p.newPage.over(below.newPage)
	p.tabs = merged(p.tabs, below.tabs)
	return p
}

// merged returns the tab stops of both lists in order of their place. Where both have one, the first counts.
func merged(mine, below []tab) []tab {
	switch {
	case len(mine) == 0:
		return below
	case len(below) == 0:
		return mine
	}
	all := slices.Concat(mine, below)
	slices.SortStableFunc(all, func(a, b tab) int { return cmp.Compare(a.at, b.at) })
	all = slices.CompactFunc(all, func(a, b tab) bool { return a.at == b.at })
	return all[:min(len(all), mostTabs)]
}
