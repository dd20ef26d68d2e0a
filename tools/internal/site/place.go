package site

import (
	"fmt"
	"math"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// A finger needs 44 px (WCAG 2.2, 2.5.5). On a screen 820 px wide a place is 774 px wide: there is a margin on both sides, and
// the line round it. On a narrower screen it is as wide, and scrolls.
const (
	fingertip  = 44
	placeWidth = 774
)

// Place is the place of a set of rules: that of its stage, with the things of the lessons that the rules lead to, in the rules'
// order.
type Place struct {
	model.Place
	Spots         []Spot
	Width, Height int // of the ground
}

// Spot is a thing of a place, with the rule whose star brings it.
type Spot struct {
	model.Thing
	Rule Rule
}

// place returns the place of a set of rules, or nil if it has none.
func (s *Site) place(set Set) *Place {
	p, ok := s.places[set.Stage.ID.Value]
	if !ok || set.Taught() == 0 {
		return nil
	}
	ground := s.kit.Grounds[p.Ground.Value]
	place := &Place{Place: p, Width: ground.Width, Height: ground.Height}
	things := map[string]model.Thing{}
	for _, t := range p.Things {
		things[t.Lesson.Value] = t
	}
	for _, r := range set.Lessons() {
		if t, brings := things[r.Lesson.Name]; brings { // a lesson of the school's own brings nothing
			place.Spots = append(place.Spots, Spot{t, r})
		}
	}
	if len(place.Spots) == 0 {
		return nil
	}
	return place
}

// places checks the places of the stages.
func (c *checker) places() {
	seen := map[string]diag.Pos{}
	for _, p := range c.data.Places {
		if !c.known(diag.UnknownStage, "stage", p.Stage, c.stageIDs(), "see data/library/stages.yaml for the stages") || !c.unique(seen, "place", p.Stage) {
			continue
		}
		c.site.places[p.Stage.Value] = p
		for _, s := range p.Signs {
			c.oneOf(s.Hue, hues)
		}
		c.known(diag.UnknownDrawing, "ground", p.Ground, namesIn(c.data.Kit.Grounds), "see assets/kit/grounds for the grounds")
		c.things(p)
	}
}

// things checks that each lesson of a stage brings one thing to its place, and where the things are.
func (c *checker) things(p model.Place) {
	stage := p.Stage.Value
	brought := map[string]diag.Pos{}
	unclear := c.data.Flawed // whether a thing may be meant for a lesson that seems to have none
	ground := c.data.Kit.Grounds[p.Ground.Value]
	for i, t := range p.Things {
		if c.known(diag.UnknownLesson, "lesson of this key stage called", t.Lesson, c.lessonNames(stage), "see content/lessons/"+stage+" for the lessons") {
			c.unique(brought, "lesson", t.Lesson)
		} else {
			unclear = true
		}
		c.made(stage, t)
		c.longWord(t.Name)
		c.long(t.Says, "the sentence", c.stages[stage].Limits.Sentence)
		if ground.Width > 0 {
			c.inside(ground, t)
		}
		c.covered(t, p.Things[:i])
	}
	for _, name := range c.lessonNames(stage).list {
		if _, ok := brought[name]; !ok && !unclear && !c.library[LessonID(stage, name)].Own {
			c.faults.Add(diag.Fault{
				Pos: p.Stage.Pos, Code: diag.NoThing,
				Message: fmt.Sprintf("the lesson %q brings no thing to this place", name),
				Hint:    "add a thing from its story, with lesson: " + name,
			})
		}
	}
}

// made reports a thing that is not made of what there is.
func (c *checker) made(stage string, t model.Thing) {
	if (t.Thing.Value == "") == (len(t.Layers) == 0) {
		c.faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.UnknownDrawing,
			Message: "a thing of a place is one thing, or is put together from layers",
			Hint:    "write one of thing: and layers:",
		})
		return
	}
	if t.Thing.Value != "" {
		c.thing(t.Thing)
	}
	for _, layer := range t.Layers {
		c.layer(stage, layer, small)
	}
}

// inside reports a thing that is too small, or not wholly inside the picture.
func (c *checker) inside(g model.Drawing, t model.Thing) {
	least := int(math.Ceil(float64(fingertip*g.Width) / placeWidth))
	switch {
	case t.Height.Value < least:
		c.faults.Add(diag.Fault{
			Pos: t.Height.Pos, Code: diag.TooSmall,
			Message: fmt.Sprintf("the thing is %d high, and would be less than %d px high on a tablet", t.Height.Value, fingertip),
			Hint:    fmt.Sprintf("write a height of %d or more", least),
		})
	case t.Left() < 0 || t.Left()+t.Height.Value > g.Width:
		c.faults.Add(diag.Fault{
			Pos: t.X.Pos, Code: diag.OffTheEdge,
			Message: fmt.Sprintf("the thing reaches from %d to %d, and the picture from 0 to %d", t.Left(), t.Left()+t.Height.Value, g.Width),
			Hint:    fmt.Sprintf("write an x from %d to %d", (t.Height.Value+1)/2, g.Width-(t.Height.Value+1)/2),
		})
	case t.Top() < 0 || t.Y.Value > g.Height:
		c.faults.Add(diag.Fault{
			Pos: t.Y.Pos, Code: diag.OffTheEdge,
			Message: fmt.Sprintf("the thing reaches from %d to %d, and the picture from 0 to %d", t.Top(), t.Y.Value, g.Height),
			Hint:    fmt.Sprintf("write a y from %d to %d", t.Height.Value, g.Height),
		})
	}
}

// covered reports a thing that overlaps an earlier one by more than a quarter of the smaller of the two.
func (c *checker) covered(t model.Thing, before []model.Thing) {
	for _, other := range before {
		wide := min(t.Left()+t.Height.Value, other.Left()+other.Height.Value) - max(t.Left(), other.Left())
		high := min(t.Y.Value, other.Y.Value) - max(t.Top(), other.Top())
		least := min(t.Height.Value, other.Height.Value)
		if wide > 0 && high > 0 && 4*wide*high > least*least {
			c.faults.Add(diag.Fault{
				Pos: t.X.Pos, Code: diag.SameSpot,
				Message: fmt.Sprintf("the thing covers that of %q, at %s", other.Lesson, other.X.Pos),
				Hint:    "move one of the two: give it another x or y",
			})
			return
		}
	}
}
