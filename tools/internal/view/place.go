package view

import (
	"fmt"

	"safeonline/tools/internal/site"
)

// Place is the picture of a set of rules: a ground, and a thing for each lesson. Lengths are in units of the ground.
type Place struct {
	Title  string  `json:"title"`
	Alt    string  `json:"alt"`
	Ground string  `json:"ground"` // its file, below the site's root
	Width  int     `json:"width"`
	Height int     `json:"height"`
	Signs  []Sign  `json:"signs"`
	Things []Thing `json:"things"`
	Sheet  string  `json:"sheet"` // the address of the page to colour
	Lines  string  `json:"lines"` // the file of the picture there
}

// Sign is a board with the theme of a set of rules.
type Sign struct {
	Text string  `json:"text"`
	X    int     `json:"x"` // the middle of the words
	Y    int     `json:"y"` // their foot
	Size float64 `json:"size"`
}

// Thing is what the star of a rule brings. X and Y are its upper left corner, and MarkX and MarkY the middle of the mark of its
// rule.
type Thing struct {
	ID    string `json:"id"` // of the rule
	Mark  string `json:"mark"`
	Call  string `json:"call"`
	Title string `json:"title"` // of the rule
	Hue   string `json:"hue"`
	URL   string `json:"url"`
	File  string `json:"file"` // below the site's root: the thing as it is, and to the right of that its outline
	Name  string `json:"name"`
	Says  string `json:"says"`
	X     int    `json:"x"`
	Y     int    `json:"y"`
	Size  int    `json:"size"`
	MarkX int    `json:"mark_x"`
	MarkY int    `json:"mark_y"`
	Near  string `json:"near"` // the part of the place round it, as a viewBox
}

// place returns the place of a set of rules, or nil if it has none.
func (v *Site) place(s site.Set) *Place {
	if s.Place == nil {
		return nil
	}
	p := &Place{
		Title: Typeset(s.Place.Title), Alt: Typeset(s.Place.Alt), Width: s.Place.Width, Height: s.Place.Height, Signs: signs(s), Sheet: s.Colouring(),
		Ground: v.drawn.once(drawing{pos: s.Place.Pos}, "places/"+s.Place.Stage.Value, func() []byte { return v.site.DrawGround(s.Place) }).File,
		Lines:  v.drawn.once(drawing{s.Document.Pos, true}, "places/line/"+s.Document.ID.Value, func() []byte { return v.site.DrawToColour(s.Place) }).File,
	}
	for _, spot := range s.Place.Spots {
		p.Things = append(p.Things, v.thing(s.Place, spot))
	}
	return p
}

// On a sign, the words are as large as its width allows, up to sign. In Andika, a letter of a heading is about .57 of the font
// size wide.
const (
	sign   = 26
	letter = .57
)

// signs returns the signs of a place that have a theme of the set. Where two themes have the same hue, the first is shown.
func signs(s site.Set) (list []Sign) {
	for _, board := range s.Place.Signs {
		for _, t := range s.Document.Themes {
			if t.Hue.Value == board.Hue.Value {
				text := Typeset(t.Title)
				size := min(sign, float64(board.Width.Value)/letter/float64(len([]rune(text))))
				list = append(list, Sign{Text: text, X: board.X.Value, Y: board.Y.Value, Size: float64(int(10*size)) / 10})
				break
			}
		}
	}
	return list
}

// mark is how far the middle of a mark must be from the edge of the picture.
const mark = 26

func (v *Site) thing(p *site.Place, spot site.Spot) Thing {
	r, t := spot.Rule, spot.Thing
	name := "places/" + p.Stage.Value + "-" + t.Lesson.Value
	return Thing{
		ID: r.Clause.ID.Value, Mark: r.Clause.Mark.Value, Call: v.Call(r), Title: Typeset(r.Clause.Title), Hue: r.Theme.Hue.Value, URL: r.URL(),
		Name: Typeset(t.Name), Says: Typeset(t.Says), X: t.Left(), Y: t.Top(), Size: t.Height.Value,
		File:  v.drawn.once(drawing{pos: t.Pos}, name, func() []byte { return v.site.DrawThing(t) }).File,
		MarkX: min(t.Left()+t.Height.Value+6, p.Width-mark), MarkY: max(t.Top(), mark), Near: near(p, spot),
	}
}

// The part of a place that the end of a lesson shows.
const (
	nearWidth  = 560
	nearHeight = 300
)

// near returns the part of a place round a thing, as a viewBox that is within the picture.
func near(p *site.Place, spot site.Spot) string {
	x := within(spot.X.Value-nearWidth/2, p.Width-nearWidth)
	y := within(spot.Y.Value-nearHeight*3/4, p.Height-nearHeight)
	return fmt.Sprintf("%d %d %d %d", x, y, min(nearWidth, p.Width), min(nearHeight, p.Height))
}

// within returns a number that is at least 0 and, unless that is less, at most most.
func within(n, most int) int { return max(0, min(n, most)) }
