package prose

import (
	"bytes"
	"fmt"
	"regexp"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/record"
)

// omission is the front matter of a file that is no page, but leaves out the one that the school would have in its place.
type omission struct {
	Why diag.Text `yaml:"omit,required"`
}

var omits = regexp.MustCompile(`(?m)^omit[ \t]*:`)

// Omits reports whether a file leaves out the page with its path, and why.
func Omits(src *diag.Source) (why diag.Text, is bool) {
	o, _, is := readOmission(src)
	return o.Why, is
}

// readOmission reads a file that leaves out a page, and says nothing else.
func readOmission(src *diag.Source) (o omission, faults diag.List, is bool) {
	front, body, ok := record.FrontMatter(src)
	if !ok || !omits.Match(front) {
		return o, nil, false
	}
	faults = record.DecodeAt(src, front, 0, &o)
	rest := src.Text[body:]
	if said := bytes.TrimSpace(rest); len(said) > 0 {
		faults.Add(diag.Fault{
			Pos: src.At(body + bytes.Index(rest, said)), Code: diag.IdleField,
			Message: "these words have no effect: the page is left out",
			Hint:    "delete them, or delete the line omit:",
		})
	}
	return o, faults, true
}

// omit notes that a file of a school leaves out the page with its path.
func (c *collection) omit(name, at string, o omission) {
	c.own[at] = true
	c.omitted[at] = diag.Text{Value: name, Pos: o.Why.Pos}
}

// omittedAll reports files that leave out a page that there is not.
func (c *collection) omittedAll() {
	for at, by := range c.omitted {
		if !c.behind[at] {
			c.faults.Add(diag.Fault{
				Pos: by.Pos, Code: diag.LaysOverNothing,
				Message: fmt.Sprintf("there is no other page %q to leave out", at),
				Hint:    "delete the file, or give it the path of the page",
			})
		}
	}
}
