package docx

import (
	"strconv"
	"strings"
)

// styles are the styles of a file, by id (ECMA-376 part 1, 17.7).
type styles struct {
	all      map[string]*style
	standard string // the style of paragraphs that name none
	defaults look   // of the whole file
}

type style struct {
	id, name, based string
	para            para
	look            look
	ready           bool // para and look include those of the styles below it
	heading         int  // the level of the built-in heading that it is or is based on
	kind            kind
}

// kind is what the name of a style says about its paragraphs.
type kind int

const (
	ordinary kind = iota
	title
	contents // a line of a table of contents, or its heading
)

// mostBased is how many styles may be based on each other. Word allows ten.
const mostBased = 30

// mostStyles is how many styles of a file are read. Word allows 4,079.
const mostStyles = 5000

// styles reads the part of the styles.
func (s *scanner) styles() styles {
	found := styles{all: map[string]*style{}}
	s.root(func(element) {
		s.children(func(e element) {
			switch {
			case e.is(w, "docDefaults"):
				found.defaults = s.defaults()
			case e.is(w, "style"):
				is := s.style(e)
				if is.id == "" || found.all[is.id] != nil || len(found.all) == mostStyles {
					return
				}
				found.all[is.id] = is
				kind, _ := e.get(w, "type")
				if standard, _ := e.get(w, "default"); kind == "paragraph" && (standard == "1" || standard == "true" || standard == "on") {
					found.standard = is.id
				}
			}
		})
	})
	return found
}

// defaults reads how all text looks where nothing else is said.
func (s *scanner) defaults() (l look) {
	s.children(func(e element) {
		if e.is(w, "rPrDefault") {
			s.children(func(e element) {
				if e.is(w, "rPr") {
					l = s.look(nil)
				}
			})
		}
	})
	return l
}

func (s *scanner) style(e element) *style {
	is := &style{}
	is.id, _ = e.get(w, "styleId")
	s.children(func(e element) {
		if e.space != w {
			return
		}
		switch e.local {
		case "name":
			is.name = e.val()
		case "basedOn":
			is.based = e.val()
		case "pPr":
			is.para = s.para()
		case "rPr":
			is.look = s.look(nil)
		}
	})
	is.heading, is.kind = named(is.name)
	return is
}

// named returns what the built-in name of a style says. Names are the same in every language of Word, and in any letters.
func named(name string) (heading int, k kind) {
	name = strings.ToLower(name)
	if level, is := strings.CutPrefix(name, "heading "); is {
		if n, err := strconv.Atoi(level); err == nil && n >= 1 && n <= 9 {
			return n, ordinary
		}
	}
	switch {
	case name == "title":
		return 0, title
	case strings.HasPrefix(name, "toc "), name == "toa heading", name == "table of figures":
		return 0, contents
	}
	return 0, ordinary
}

// of returns a style together with those that it is based on. A name that no style has means the ordinary one.
func (all *styles) of(id string) *style {
	is := all.all[id]
	if is == nil {
		if is = all.all[all.standard]; is == nil {
			return &style{ready: true}
		}
	}
	all.prepare(is, mostBased)
	return is
}

// characters returns a style of characters, and nil if there is none of that name.
func (all *styles) characters(id string) *style {
	is := all.all[id]
	if is != nil {
		all.prepare(is, mostBased)
	}
	return is
}

// prepare adds to a style what the styles below it say. Of a ring of styles, each is based on the others once.
func (all *styles) prepare(is *style, left int) {
	if is.ready {
		return
	}
	is.ready = true
	below := all.all[is.based]
	if below == nil || left == 0 {
		return
	}
	all.prepare(below, left-1)
	is.para = is.para.over(below.para)
	is.look = is.look.over(below.look)
	if is.heading == 0 {
		is.heading = below.heading
	}
	if is.kind == ordinary {
		is.kind = below.kind
	}
}

// level returns the level of heading that a paragraph is, and 0 for none (part 1, 17.3.1.20).
func (is *style) level(own para) int {
	switch outline := own.over(is.para).outline; outline {
	case 0:
		return is.heading
	case 10:
		return 0
	default:
		return outline
	}
}
