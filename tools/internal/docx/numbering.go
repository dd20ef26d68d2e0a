package docx

// levels is how many levels a list has (ECMA-376 part 1, 17.9.6).
const levels = 9

// numbering are the lists of a file (part 1, 17.9). Paragraphs name a list; lists that follow one definition are counted together.
type numbering struct {
	definitions map[int]*definition
	lists       map[int]*list
	byStyle     map[string]*definition // those that a numbering style names (w:styleLink)
}

// definition says how the levels of lists are counted and shown (w:abstractNum).
type definition struct {
	levels [levels]level
	link   string // the numbering style whose definition is meant in the place of this one
}

// list is what paragraphs name (w:num).
type list struct {
	definition int
	start      [levels]int // where a level begins in the place of what the definition says, or -1
	own        [levels]*level
}

// level is how one level of a list is counted and shown (part 1, 17.9.6).
type level struct {
	known   bool
	start   int
	restart int // after which level it begins anew, from 1; 0 for never, -1 for any higher one
	form    string
	custom  string // the first number in a form of its own, such as "001"
	text    string // with %1 to %9 for the numbers of levels
	style   string // of paragraphs that have the level because of their style
	font    string
	legal   bool // all numbers are decimal
	picture bool // the bullet is a picture
}

// mostListText is how long the text of a level, or a number, may be, in bytes.
const mostListText = 100

// numbering reads the part of the lists.
func (s *scanner) numbering() *numbering {
	n := &numbering{map[int]*definition{}, map[int]*list{}, map[string]*definition{}}
	s.root(func(element) {
		s.children(func(e element) {
			switch {
			case e.is(w, "abstractNum"):
				id := e.number("abstractNumId", 0, 1<<30)
				d, style := s.definition()
				if n.definitions[id] = d; style != "" {
					n.byStyle[style] = d
				}
			case e.is(w, "num"):
				n.lists[e.number("numId", 0, 1<<30)] = s.list()
			}
		})
	})
	return n
}

// definition reads a definition, and the numbering style that names it, if any.
func (s *scanner) definition() (d *definition, style string) {
	d = &definition{}
	s.children(func(e element) {
		switch {
		case e.is(w, "lvl"):
			i := e.number("ilvl", 0, levels-1)
			d.levels[i] = s.level()
		case e.is(w, "numStyleLink"):
			d.link = e.val()
		case e.is(w, "styleLink"):
			style = e.val()
		}
	})
	return d, style
}

func (s *scanner) list() *list {
	l := &list{start: [levels]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}}
	s.children(func(e element) {
		switch {
		case e.is(w, "abstractNumId"):
			l.definition = e.number("val", 0, 1<<30)
		case e.is(w, "lvlOverride"):
			i := e.number("ilvl", 0, levels-1)
			s.children(func(e element) {
				switch {
				case e.is(w, "startOverride"):
					l.start[i] = e.number("val", 0, mostNumber)
				case e.is(w, "lvl"):
					own := s.level()
					l.own[i] = &own
				}
			})
		}
	})
	return l
}

func (s *scanner) level() level {
	l := level{known: true, restart: -1, form: "decimal"}
	s.children(func(e element) {
		if e.space != w {
			return
		}
		switch e.local {
		case "start":
			l.start = e.number("val", 0, mostNumber)
		case "numFmt":
			l.form = e.val()
			l.custom, _ = e.get(w, "format")
		case "lvlRestart":
			l.restart = e.number("val", 0, levels)
		case "pStyle":
			l.style = e.val()
		case "isLgl":
			l.legal = e.toggle() == on
		case "lvlText":
			l.text = e.val()
			l.text = l.text[:min(len(l.text), mostListText)]
		case "lvlPicBulletId":
			l.picture = true
		case "rPr":
			l.font = s.look(nil).font
		}
	})
	return l
}

// followed returns a list and the definition that it follows, through the numbering style that stands for another (part 1, 17.9.21).
func (n *numbering) followed(id int) (*list, *definition) {
	l := n.lists[id]
	if l == nil {
		return nil, nil
	}
	d := n.definitions[l.definition]
	if d != nil && d.link != "" {
		if named := n.byStyle[d.link]; named != nil {
			d = named
		}
	}
	return l, d
}

// level returns how a level of a list is counted and shown.
func (l *list) level(d *definition, i int) level {
	is := d.levels[i]
	if l.own[i] != nil {
		is = *l.own[i]
	}
	if l.start[i] >= 0 {
		is.start = l.start[i]
	}
	return is
}
