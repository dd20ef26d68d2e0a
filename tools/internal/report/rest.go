package report

import (
	"strings"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/english"
)

// Rest is what there is to say besides the lines.
type Rest struct {
	Tracked []tracked
	Notices []notice
	Left    []left
}

// tracked is a tracked change.
type tracked struct {
	block.Change
	At string
}

// notice is what was done to characters of one kind, or to other things within lines.
type notice struct {
	Says  string
	Count int
	Where []spot
}

// spot is where something was: a line, or a paragraph that is none.
type spot struct{ ID, Says string }

// left are the paragraphs that are no lines, of one kind.
type left struct {
	Why   string
	Count int
	Texts []string // of those that have words
}

func restOf(of Import) (r Rest) {
	lefts := map[block.Why]int{}
	for i, s := range of.Sources {
		in := ""
		if len(of.Sources) > 1 {
			in = s.Name + ": "
		}
		for _, c := range s.File.Changes {
			r.Tracked = append(r.Tracked, tracked{c, in + c.Place.String()})
		}
		r.Notices = append(r.Notices, noticesOf(i, s.File, in)...)
		for _, l := range s.File.Left {
			if _, known := lefts[l.Why]; !known {
				lefts[l.Why] = len(r.Left)
				r.Left = append(r.Left, left{Why: english.Capital(string(l.Why))})
			}
			to := &r.Left[lefts[l.Why]]
			to.Count++
			if strings.TrimSpace(l.Text) != "" {
				to.Texts = append(to.Texts, l.Text)
			}
		}
	}
	return r
}

// noticesOf returns the notices of a file, with one for all of the same kind.
func noticesOf(source int, f *block.File, in string) (list []notice) {
	lines, known := map[block.Place]int{}, map[string]int{}
	for i, b := range f.Blocks {
		lines[b.Place] = i + 1
	}
	for _, n := range f.Notices {
		says := in + says(n)
		if _, found := known[says]; !found {
			known[says] = len(list)
			list = append(list, notice{Says: says})
		}
		at := spot{Says: n.Place.String()}
		if line := lines[n.Place]; line > 0 {
			at.ID = lineID(source, line)
		}
		to := &list[known[says]]
		to.Count += n.Count
		to.Where = append(to.Where, at)
	}
	return list
}

// Blank returns how many paragraphs are no lines.
func (r Rest) Blank() (n int) {
	for _, l := range r.Left {
		n += l.Count
	}
	return n
}

// Odd returns how many things in lines were changed or left out.
func (r Rest) Odd() (n int) {
	for _, o := range r.Notices {
		n += o.Count
	}
	return n
}

// mostPlaces is how many places of the same thing are listed.
const mostPlaces = 12

// Places returns where it was, as far as that is listed.
func (n notice) Places() []spot { return n.Where[:min(len(n.Where), mostPlaces)] }

// More returns how many places are not listed.
func (n notice) More() int { return len(n.Where) - len(n.Places()) }

// names are those of characters that nobody sees, or that look like others.
var names = map[string]string{
	"U+00A0": "no-break space", "U+00AD": "soft hyphen", "U+200B": "zero width space", "U+200C": "zero width non-joiner",
	"U+200D": "zero width joiner", "U+200E": "left-to-right mark", "U+200F": "right-to-left mark", "U+2010": "hyphen",
	"U+2011": "no-break hyphen", "U+2028": "line separator", "U+2003": "em space", "U+2002": "en space", "U+2009": "thin space",
	"U+202F": "narrow no-break space", "U+2060": "word joiner", "U+FEFF": "byte order mark", "U+FFFC": "place of an object",
}

// says says what was done: "Replaced: no-break space (U+00A0)".
func says(n block.Notice) string {
	what := n.What
	if name := names[what]; name != "" {
		what = name + " (" + what + ")"
	}
	return english.Capital(string(n.Kind)) + ": " + what
}

// Done says what became of tracked changes.
func (i Import) Done() string {
	switch i.Changes {
	case "accept":
		return "accepted"
	case "reject":
		return "rejected"
	}
	return "not decided"
}
