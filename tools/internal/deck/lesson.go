package deck

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Lesson returns the deck of a rule's lesson.
func Lesson(v *view.Site, r site.Rule) Deck {
	rule := v.Rule(r)
	return finished(v, Deck{
		Origin: v.Origin(r.Lesson.Pos), Set: rule.Set, Hue: rule.Hue, Rule: &rule,
		Shows: r.URL(), Typed: r.Typed(), NotesURL: rule.Notes, Parts: lessonParts(v, r),
	})
}

// lessonParts shows a lesson: the rule and what it means, the other rules that it teaches, the story, what to talk about, the
// questions of the quiz, the refrain, the key words, the promise, and what goes home.
func lessonParts(v *view.Site, r site.Rule) []part {
	l := r.Lesson
	plain := slide{Kind: "plain", Text: view.Typeset(r.Clause.Plain), Picture: v.Picture(r.Clause.Picture)}
	plain.Size = plainSize(plain.Text, true)
	rules := append(pupilRuleSlides(r, ""), plain)
	if caution := view.Typeset(r.Caution); caution != "" {
		rules = append(rules, slide{Kind: "plain", Title: v.Text("deck_caution", nil), Text: caution, Size: plainSize(caution, false)})
	}
	parts := []part{
		{Name: "start", Slides: []slide{{Kind: "title", Mark: r.Clause.Mark.Value, Text: view.Typeset(r.Stage.Years)}}, note: startNote(r)},
		{Name: "rule", Slides: rules, note: listenNote(v, r)},
		{Name: "ground", Slides: lists(slide{}, groundRules(v))},
	}
	promise := pupilRuleSlides(r, "promise")
	for _, other := range r.Others {
		parts = append(parts, clausePart(v, other))
		promise = append(promise, pupilRuleSlides(other, "promise")...)
	}
	parts = append(parts, storyParts(v, r)...)
	var talk []entry
	for _, t := range l.Talk {
		talk = append(talk, entry{Text: view.Typeset(t)})
	}
	parts = append(parts, part{Name: "talk", Slides: lists(slide{}, talk)})
	parts = append(parts, questionsOf(v, r, 0)...)
	var words []entry
	for _, w := range l.Words {
		words = append(words, entry{Term: view.Typeset(w.Term), Text: view.Typeset(w.Meaning)})
	}
	if len(l.Refrain) > 0 {
		var lines []entry
		for _, line := range l.Refrain {
			lines = append(lines, entry{Text: view.Typeset(line)})
		}
		parts = append(parts, part{Name: "refrain", Slides: lists(slide{}, lines)})
	}
	return append(parts,
		part{Name: "words", Slides: lists(slide{}, words)},
		part{Name: "promise", Slides: promise},
		part{Name: "home", Slides: []slide{homeSlide(v, view.Typeset(l.Home.Ask), view.Typeset(l.Home.Do))}, note: endNote(r)},
	)
}

// groundRules returns what a class agrees on before it talks.
func groundRules(v *view.Site) (list []entry) {
	for _, key := range []string{"talk_rules_listen", "talk_rules_names", "talk_rules_pass", "talk_rules_after"} {
		list = append(list, entry{Text: v.Text(key, nil)})
	}
	return list
}

// storyParts shows the scenes of the story, each followed by the question that it ends with: the class decides before it sees
// what comes next.
func storyParts(v *view.Site, r site.Rule) (parts []part) {
	for i, s := range r.Lesson.Story {
		parts = append(parts, part{Name: "story", Title: view.Typeset(s.Title), Slides: sceneSlides(v, r.Lesson, i+1)})
		parts = append(parts, questionsOf(v, r, i+1)...)
	}
	return parts
}

// questionsOf shows the questions that end a scene, by its number, or those of the quiz, if that is 0.
func questionsOf(v *view.Site, r site.Rule, scene int) (parts []part) {
	for i, q := range r.Lesson.Quiz {
		if q.Scene == scene {
			count := v.Text("quiz_count", i18n.Values{"number": i + 1, "count": len(r.Lesson.Quiz)})
			parts = append(parts, questionPart(v, q, v.Question(r, q), headed(count, view.Typeset(q.Title))))
		}
	}
	return parts
}

// homeSlide shows a question and a thing to do, on one slide.
func homeSlide(v *view.Site, ask, do string) slide {
	s := slide{Kind: "home", Entries: []entry{{Text: ask}, {Text: do}}}
	s.Size = largest(textSizes[1:], []string{ask, do}, func(size int) bool {
		high := regular.height(v.Text("home_ask", nil)+" "+ask, size, slideWide) + regular.height(v.Text("home_do", nil)+" "+do, size, slideWide)
		return high <= slideHigh-16
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
