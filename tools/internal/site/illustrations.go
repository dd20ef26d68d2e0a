package site

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draw"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// illustrations checks the pictures of stories: each shows a moment of its lesson, is put together of what there is, and is within its frame.
func (c *checker) illustrations() {
	c.castLooks()
	c.site.illustrated = map[moment]model.Illustration{}
	all, grounds := namesOf(), c.groundsOf(scene)
	for _, l := range c.data.Lessons {
		all.add(LessonID(l.Stage, l.Name))
	}
	for _, of := range c.data.Illustrations {
		l, ok := c.library[LessonID(of.Stage, of.Lesson)]
		if !ok {
			c.known(diag.UnknownLesson, "lesson", diag.Text{Value: LessonID(of.Stage, of.Lesson), Pos: of.Pos}, all, "name the file after a lesson, in the folder of its stage")
			continue
		}
		if aside(of, l) {
			c.elsewhere(of, l)
			continue
		}
		m, ok := c.momentOf(of, l)
		if !ok {
			continue
		}
		if _, twice := c.site.illustrated[m]; twice {
			c.faults.Add(diag.Fault{
				Pos: of.Pos, Code: diag.DuplicateID,
				Message: "this moment has an illustration already",
				Hint:    "delete one of the two",
			})
		}
		c.site.illustrated[m] = of
		c.known(diag.UnknownDrawing, "ground", of.Ground, grounds, "see assets/kit/grounds for the grounds")
		c.keptOut(of.Alt, "any")
		for _, layer := range of.Layers {
			c.layer(l.Stage, layer, scene)
		}
	}
	for _, l := range c.data.Lessons {
		c.wholeOutcomes(l)
	}
}

// aside reports whether an illustration is not of a lesson but of another with the same stage and name. Those of a school's own lesson are
// beside it.
func aside(of model.Illustration, l model.Lesson) bool {
	from, at := path.Dir(of.Pos.Source.Name), path.Dir(l.Pos.Source.Name)
	return from != at && (l.Own || !strings.HasPrefix(from, "data/library/"))
}

// elsewhere reports an illustration of a school that has no lesson beside it. Where the school has its own lesson, those of the library's, and
// of its trust's, are shown nowhere.
func (c *checker) elsewhere(of model.Illustration, l model.Lesson) {
	if l.Own {
		return
	}
	c.faults.Add(diag.Fault{
		Pos: of.Pos, Code: diag.UnknownLesson,
		Message: "there is no lesson beside this file, and the pictures of the library's are in data/library/illustrations",
		Hint:    "delete the file, or put a lesson of the same name beside it",
	})
}

// groundsOf returns the names of the grounds that are as large as a frame. Those of places are wider.
func (c *checker) groundsOf(in frame) *names {
	grounds := maps.Clone(c.data.Kit.Grounds)
	maps.DeleteFunc(grounds, func(_ string, d model.Drawing) bool {
		return d.Width > 0 && (d.Width != in.width || d.Height != in.height)
	})
	return namesIn(grounds)
}

// wholeOutcomes reports a question of which some options have a picture of what comes of them, and others have none: no picture would be shown.
func (c *checker) wholeOutcomes(l model.Lesson) {
	for _, q := range l.Quiz {
		var has []model.Illustration
		for i := range q.Options {
			if of, ok := c.site.Outcome(l, q.ID.Value, i+1); ok {
				has = append(has, of)
			}
		}
		if len(has) > 0 && len(has) < len(q.Options) {
			c.faults.Add(diag.Fault{
				Pos: has[0].Question.Pos, Code: diag.UnknownDrawing,
				Message: fmt.Sprintf("only %d of the %d options have a picture of what comes of them", len(has), len(q.Options)),
				Hint:    "add the others, or delete all of them",
			})
		}
	}
}

// moment is what an illustration shows: a scene of a lesson's story, by its number from 1, or what comes of an option of a question, by their
// numbers.
type moment struct {
	lesson   string // as in STAGE/NAME
	scene    int
	question string
	option   int
}

// Illustration returns the illustration of a scene of a story, by its number from 1.
func (s *Site) Illustration(l model.Lesson, scene int) (model.Illustration, bool) {
	of, ok := s.illustrated[moment{lesson: LessonID(l.Stage, l.Name), scene: scene}]
	return of, ok
}

// Outcome returns the illustration of what comes of an option of a question, by its number from 1.
func (s *Site) Outcome(l model.Lesson, question string, option int) (model.Illustration, bool) {
	of, ok := s.illustrated[moment{lesson: LessonID(l.Stage, l.Name), question: question, option: option}]
	return of, ok
}

// momentOf returns the moment that an illustration names, if its lesson has it.
func (c *checker) momentOf(of model.Illustration, l model.Lesson) (m moment, ok bool) {
	m.lesson = LessonID(l.Stage, l.Name)
	if (of.Scene.Value == "") == (of.Question.Value == "") {
		c.faults.Add(diag.Fault{
			Pos: of.Pos, Code: diag.UnknownDrawing,
			Message: "this illustration does not say what it shows",
			Hint:    "write scene: and the title of a scene; or question: and its id, with option: and its number",
		})
		return m, false
	}
	if of.Scene.Value != "" {
		titles := namesOf()
		for i, s := range l.Story {
			titles.add(s.Title.Value)
			if s.Title.Value == of.Scene.Value {
				m.scene = i + 1
			}
		}
		return m, c.known(diag.UnknownTitle, "scene", of.Scene, titles, "its scenes are: "+strings.Join(titles.list, ", "))
	}
	ids := namesOf()
	for _, q := range l.Quiz {
		if q.Scene == 0 {
			continue
		}
		ids.add(q.ID.Value)
		if q.ID.Value == of.Question.Value {
			if of.Option.Value < 1 || of.Option.Value > len(q.Options) {
				c.faults.Add(diag.Fault{
					Pos: of.Question.Pos, Code: diag.UnknownDrawing,
					Message: fmt.Sprintf("the question has %s", english.Count(len(q.Options), "option")),
					Hint:    "write option: and a number from 1, which counts the options as they stand in the lesson",
				})
				return m, false
			}
			m.question, m.option = q.ID.Value, of.Option.Value
		}
	}
	return m, c.known(diag.UnknownQuestion, "question of the story with the id", of.Question, ids, "the questions of its story are: "+strings.Join(ids.list, ", "))
}

// layer checks one layer of a picture of a stage.
func (c *checker) layer(stage string, layer model.Layer, in frame) {
	kinds := 0
	for _, kind := range []diag.Text{layer.Person, layer.Thing, layer.Screen, layer.Says} {
		if kind.Value != "" {
			kinds++
		}
	}
	if kinds != 1 {
		c.faults.Add(diag.Fault{
			Pos: layer.Pos, Code: diag.UnknownDrawing,
			Message: "a layer is one person, thing or screen, or what somebody says",
			Hint:    "write one of person:, thing:, screen: and says:",
		})
		return
	}
	c.within(in, layer)
	if layer.Person.Value != "" {
		c.speaker(stage, layer.Person)
		if layer.Mood.Value != "" {
			c.known(diag.UnknownDrawing, "mood", layer.Mood, namesOf(draw.Moods...), "moods are: "+strings.Join(draw.Moods, ", "))
		}
		if layer.Hold.Value != "" {
			c.thing(layer.Hold)
		}
		for _, thing := range layer.On {
			c.known(diag.UnknownDrawing, "thing", thing, c.kitThings, "see assets/kit/things for the things")
		}
	}
	if layer.Thing.Value != "" {
		c.thing(layer.Thing)
	}
	if layer.Screen.Value != "" && c.known(diag.UnknownDrawing, "screen", layer.Screen, namesOf(draw.Screens()...), "screens are: "+strings.Join(draw.Screens(), ", ")) {
		if row, ok := draw.Fits(layer); !ok {
			c.faults.Add(diag.Fault{
				Pos: layer.Shows[row].Pos, Code: diag.SmallWords,
				Message: fmt.Sprintf("%q is too small to read on this screen", layer.Shows[row].Value),
				Hint:    "use fewer words or rows, or a larger screen",
			})
		}
	}
	for _, t := range append(slices.Clone(layer.Shows), layer.Says) {
		c.keptOut(t, "any")
		c.longWord(t)
	}
}

// thing reports a thing that is neither in the kit nor a picture.
func (c *checker) thing(name diag.Text) {
	if _, ok := c.data.Kit.Pictures[model.BareEmoji(name.Value)]; !ok {
		c.known(diag.UnknownDrawing, "thing", name, c.kitThings, "see assets/kit/things for the things; an emoji of data/library/pictures.yaml is one too")
	}
}

// frame is where layers are: its size, how far beside and below it the middle of a foot may be, and the least height of a layer.
type frame struct{ width, height, beside, below, least int }

var (
	scene = frame{width: model.FrameWidth, height: model.FrameHeight, beside: 100, below: 300, least: 20}
	small = frame{width: model.ThingSize, height: model.ThingSize, least: 10} // of a thing of a place
)

// within reports a layer whose middle or foot is outside its frame, or whose height is not that of anything in it.
func (c *checker) within(in frame, layer model.Layer) {
	for _, v := range []struct {
		what        string
		n           diag.Number
		least, most int
	}{{"x", layer.X, -in.beside, in.width + in.beside}, {"y", layer.Y, 0, in.height + in.below}, {"height", layer.Height, in.least, 2 * in.height}} {
		if v.n.Pos.Source != nil && (v.n.Value < v.least || v.n.Value > v.most) {
			c.faults.Add(diag.Fault{
				Pos: v.n.Pos, Code: diag.OutsideFrame,
				Message: fmt.Sprintf("%s: %d is outside the picture, which is %d wide and %d high", v.what, v.n.Value, in.width, in.height),
				Hint:    fmt.Sprintf("write a number from %d to %d", v.least, v.most),
			})
		}
	}
}

// castLooks checks how the cast is drawn.
func (c *checker) castLooks() {
	for _, who := range c.data.Cast {
		if who.Wears.Value != "" {
			c.known(diag.UnknownDrawing, "colour", who.Wears, namesOf(draw.Clothes()...), "colours are: "+strings.Join(draw.Clothes(), ", "))
		}
		if len(c.data.Illustrations) == 0 {
			continue
		}
		if who.Head.Value != "" {
			c.known(diag.UnknownDrawing, "head", who.Head, namesIn(c.data.Kit.Heads), "write the name of a file in assets/pictures")
		}
		for _, thing := range who.With {
			c.known(diag.UnknownDrawing, "thing", thing, c.kitThings, "see assets/kit/things for the things")
		}
	}
}

// namesIn returns the names of drawings, in order.
func namesIn(drawings map[string]model.Drawing) *names {
	var list []string
	for name := range drawings {
		list = append(list, name)
	}
	slices.Sort(list)
	return namesOf(list...)
}
