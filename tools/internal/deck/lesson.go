package deck

import (
	"fmt"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Lesson returns the deck of a rule's lesson, with its routes.
func Lesson(v *view.Site, r site.Rule) Deck {
	rule := v.Rule(r)
	m := lessonMaker{view: v, rule: r, short: map[shortScene]int{}, question: map[int]int{}}
	m.make()
	return m.routed(finished(v, Deck{
		Origin: v.Origin(r.Lesson.Pos), Set: rule.Set, Hue: rule.Hue, Rule: &rule,
		Shows: r.URL(), Typed: r.Typed(), NotesURL: rule.Notes, Parts: m.parts,
	}))
}

// lessonMaker makes the parts of a lesson's deck, and knows where they are: those that stand before the story and at the end in
// every route, the scenes as plans show them, and the questions, by their numbers from 1.
type lessonMaker struct {
	view          *view.Site
	rule          site.Rule
	parts         []part
	before, after []int
	short         map[shortScene]int
	question      map[int]int
}

// add adds a part and returns its index.
func (m *lessonMaker) add(p part) int {
	if p.Key == "" {
		p.Key = p.Name
	}
	for i := range p.Slides {
		p.Slides[i].Play.Part = p.Key
	}
	m.parts = append(m.parts, p)
	return len(m.parts) - 1
}

// make makes the parts: the rule and what it means, the other rules that the lesson teaches, what to know before the story, the
// story, what to talk about, the questions of the quiz, the refrain, the promise, and what goes home.
func (m *lessonMaker) make() {
	v, r, l := m.view, m.rule, m.rule.Lesson
	m.before = append(m.before,
		m.add(part{Name: "start", Slides: []slide{opening(r.Clause.Mark.Value, view.Typeset(r.Clause.Title), view.Typeset(r.Stage.Years))}, note: startNote(r)}),
		m.add(part{Name: "rule", Slides: m.ruleSlides(), note: listenNote(v, r)}),
	)
	promise := briefRule(r, "promise")
	for _, other := range r.Others {
		p := clausePart(v, other)
		p.Slides, p.Key = append(briefRule(other, ""), cautionSlides(v, other)...), other.Clause.ID.Value
		m.before = append(m.before, m.add(p))
		promise = append(promise, briefRule(other, "promise")...)
	}
	m.before = append(m.before, m.add(part{Name: "ready", Slides: readySlides(v, l)}))
	for i, s := range l.Story {
		m.add(part{Name: "story", Key: sceneKey(i + 1), Title: view.Typeset(s.Title), Slides: sceneSlides(v, l, i+1), note: m.storyNote(i + 1)})
		m.shorten(i + 1)
		m.questions(i + 1)
	}
	var talk []entry
	for _, t := range l.Talk {
		talk = append(talk, entry{Text: view.Typeset(t)})
	}
	m.add(part{Name: "talk", Slides: lists(slide{}, talk)})
	m.questions(0)
	if len(l.Refrain) > 0 {
		var lines []entry
		for _, line := range l.Refrain {
			lines = append(lines, entry{Text: view.Typeset(line)})
		}
		m.after = append(m.after, m.add(part{Name: "refrain", Slides: lists(slide{}, lines)}))
	}
	m.after = append(m.after,
		m.add(part{Name: "promise", Slides: promise}),
		m.add(part{Name: "home", Slides: []slide{homeSlide(v, view.Typeset(l.Home.Ask), view.Typeset(l.Home.Do))}, note: endNote(r)}),
	)
}

// ruleSlides shows the rule, what it means if somebody has written that, and what the site adds to it.
func (m *lessonMaker) ruleSlides() []slide {
	v, r := m.view, m.rule
	slides := briefRule(r, "")
	if means := view.Typeset(r.Plain()); means != "" {
		slides = append(slides, slide{Kind: "plain", Text: means, Picture: v.Picture(r.Clause.Picture), Size: plainSize(means, true)})
	}
	return append(slides, cautionSlides(v, r)...)
}

// cautionSlides shows what the site adds to a rule, if it adds anything.
func cautionSlides(v *view.Site, r site.Rule) []slide {
	caution := view.Typeset(r.Caution)
	if caution == "" {
		return nil
	}
	return []slide{{Kind: "plain", Title: v.Text("deck_caution", nil), Text: caution, Size: plainSize(caution, false)}}
}

// shorten adds a scene as the steps of plans show it.
func (m *lessonMaker) shorten(scene int) {
	l := m.rule.Lesson
	for _, plan := range l.Teach.Plans {
		for _, step := range plan.Steps {
			for _, shown := range site.Shows(l, step) {
				key := shortKey(l, step, scene)
				if _, made := m.short[key]; shown.Scene != scene || made {
					continue
				}
				m.short[key] = m.add(part{
					Name: "story", Key: sceneKey(scene), Short: true, Title: view.Typeset(l.Story[scene-1].Title),
					Slides: []slide{shortSlide(m.view, l, key)}, note: m.storyNote(scene),
				})
			}
		}
	}
}

// sceneKey is the key of a scene, by its number.
func sceneKey(scene int) string { return fmt.Sprintf("scene %d", scene) }

// storyNote gives the teacher the words of a scene, to read aloud.
func (m *lessonMaker) storyNote(scene int) note {
	return note{Read: m.view.Scene(m.rule.Lesson, scene).Lines}
}

// questions adds the questions that end a scene, by its number, or those of the quiz, if that is 0.
func (m *lessonMaker) questions(scene int) {
	for i, q := range m.rule.Lesson.Quiz {
		if q.Scene == scene {
			count := m.view.Text("quiz_count", i18n.Values{"number": i + 1, "count": len(m.rule.Lesson.Quiz)})
			p := questionPart(m.view, q, m.view.Question(m.rule, q), headed(count, view.Typeset(q.Title)))
			p.Key = "question " + q.ID.Value
			m.question[i+1] = m.add(p)
		}
	}
}

// readySlides shows the words to know, and in one line what a class agrees on before it talks.
func readySlides(v *view.Site, l model.Lesson) []slide {
	var words []entry
	for _, w := range l.Words {
		words = append(words, entry{Term: view.Typeset(w.Term), Text: view.Typeset(w.Meaning)})
	}
	like := slide{Kind: "ready", Text: v.Text("deck_ground", nil)}
	slides := listsIn(like, words, slideHigh-regular.height(like.Text, 60, slideWide-8)-7)
	for i := range slides[:max(len(slides)-1, 0)] {
		slides[i].Text = ""
	}
	return slides
}

// homeSlide shows a question and a thing to do, on one slide.
func homeSlide(v *view.Site, ask, do string) slide {
	s := slide{Kind: "home", Entries: []entry{{Text: ask}, {Text: do}}}
	s.Size = largest(textSizes[1:], []string{ask, do}, func(size int) bool {
		return regular.height(v.Text("home_ask", nil)+" "+ask, size, slideWide)+regular.height(v.Text("home_do", nil)+" "+do, size, slideWide) <= slideHigh-16
	})
	return s
}

// sceneWide is the width of a scene's picture and of the gap beside it.
const sceneWide = 44.0

// sceneSlides shows a scene of the story, by its number from 1, with its picture beside it, on as many slides as its words need.
func sceneSlides(v *view.Site, l model.Lesson, number int) []slide {
	shown := v.Scene(l, number)
	like := slide{Kind: "scene", Title: shown.Title, Pictures: shown.Pictures, Drawn: shown.Drawn}
	return spoken(like, shown.Lines, slideWide-sceneWide, 0)
}
