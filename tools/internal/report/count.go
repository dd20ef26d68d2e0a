package report

import (
	"safeonline/tools/internal/block"
	"safeonline/tools/internal/draft"
)

// Counts are the figures of an import. Each line of the files is counted once: Lines is the sum of those below it.
type Counts struct {
	Documents, Clauses, Lessons int

	Lines    int // paragraphs of the files that have words
	Placed   int
	Asked    int // that are placed, and that an open question is about
	LeftOut  int
	Unplaced int
	Lost     int // of which the draft says nothing: there is a fault in this program if there is one

	Questions int
	Answered  int
	Must      int // that are open, and that a build waits for
}

// Open returns how many questions are open.
func (c Counts) Open() int { return c.Questions - c.Answered }

// Count counts what there is in an import.
func Count(of Import) (c Counts) {
	c.Documents = len(of.Draft.Documents)
	for _, d := range of.Draft.Documents {
		for _, clause := range d.Clauses() {
			c.Clauses++
			if clause.Lesson != nil && clause.Lesson.Name.Value != "" {
				c.Lessons++
			}
		}
	}
	asked := map[int]bool{}
	for _, q := range of.Draft.Questions {
		c.Questions++
		switch {
		case q.Answer != "":
			c.Answered++
			continue
		case q.Must:
			c.Must++
		}
		asked[q.Line] = true
	}
	lines := linesOf(of.Draft)
	for s, source := range of.Sources {
		for _, b := range source.File.Blocks {
			c.Lines++
			i, found := lines[placeIn{s, b.Place}]
			c.add(of.Draft, i, found, asked[i])
		}
	}
	return c
}

// add counts a line of a file, which is that of an index in the draft if it was found there.
func (c *Counts) add(d *draft.Draft, i int, found, asked bool) {
	switch {
	case !found:
		c.Lost++
	case d.Lines[i].Role == draft.Unplaced:
		c.Unplaced++
	case d.Lines[i].Role == draft.LeftOut:
		c.LeftOut++
	case asked:
		c.Asked++
	default:
		c.Placed++
	}
}

// placeIn is a place in one of the sources.
type placeIn struct {
	source int
	place  block.Place
}

// linesOf returns the index of the line of each block.
func linesOf(d *draft.Draft) map[placeIn]int {
	lines := map[placeIn]int{}
	for i, l := range d.Lines {
		lines[placeIn{l.Source, l.Block.Place}] = i
	}
	return lines
}
