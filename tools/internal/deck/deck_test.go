package deck

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"text/template"

	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// decks returns every deck of the sample project, by a name for messages.
func decks(t *testing.T) map[string]Deck {
	t.Helper()
	s := sample.Site(t)
	v := view.New(s, sample.Words(t))
	all := map[string]Deck{}
	for _, set := range s.Sets() {
		all["the rules of "+set.Document.ID.Value], all["the mix of "+set.Document.ID.Value] = Rules(v, set), Mix(v, set, "A mix")
		for _, r := range set.Lessons() {
			all["the lesson of "+r.Clause.ID.Value] = Lesson(v, r)
		}
	}
	for _, d := range s.Agreements() {
		all["the agreement "+d.ID.Value] = Agreement(v, d)
	}
	return all
}

func TestSlidesAreNumberedFromOneWithoutGaps(t *testing.T) {
	for name, d := range decks(t) {
		last := 0
		for _, p := range d.Parts {
			if p.Short {
				continue // only the routes of plans have it
			}
			for _, s := range p.Slides {
				if last++; s.Number != last {
					t.Errorf("%s: a slide of the part %q has the number %d, want %d", name, p.Name, s.Number, last)
				}
			}
		}
		if last == 0 || d.Count != last {
			t.Errorf("%s: there are %d slides, and it says %d", name, last, d.Count)
		}
	}
}

func TestQuestionsThatAreNotDrawnHaveNoNumbers(t *testing.T) {
	question := func(d *drawing) part { return part{Name: "question", Slides: make([]slide, 2), Draw: d} }
	d := finished(view.New(sample.Site(t), sample.Words(t)), Deck{Parts: []part{
		question(nil), question(&drawing{Shown: false}), question(&drawing{Shown: true}),
	}})
	var numbers []int
	for _, p := range d.Parts {
		for _, s := range p.Slides {
			numbers = append(numbers, s.Number)
		}
	}
	if want := []int{1, 2, 0, 0, 3, 4}; !slices.Equal(numbers, want) || d.Count != 4 {
		t.Errorf("the slides have the numbers %v of %d, want %v of 4", numbers, d.Count, want)
	}
}

// The notes move with the slides by their numbers.
func TestNotesHaveEverySlideOfTheirDeck(t *testing.T) {
	s := sample.Site(t)
	v := view.New(s, sample.Words(t))
	for _, r := range s.Rules {
		if !r.Leads() {
			continue
		}
		d := Lesson(v, r)
		next := 1
		for _, p := range d.Notes().Parts {
			for _, s := range p.Slides {
				if s.Number != next {
					t.Errorf("the notes to the lesson of %s have slide %d after slide %d", r.Clause.ID, s.Number, next-1)
				}
				next++
			}
		}
		if next-1 != d.Count {
			t.Errorf("the notes to the lesson of %s have %d slides, the deck has %d", r.Clause.ID, next-1, d.Count)
		}
	}
}

func TestALessonShowsEveryRuleThatItTeaches(t *testing.T) {
	s := sample.Site(t)
	v := view.New(s, sample.Words(t))
	r, other := s.Rules[0], s.Rules[1]
	r.Others = []site.Rule{other}
	promised := map[string]bool{}
	for _, p := range Lesson(v, r).Parts {
		for _, s := range p.Slides {
			if p.Name == "promise" {
				promised[s.Mark] = true
			}
		}
	}
	for _, of := range []site.Rule{r, other} {
		if !promised[of.Clause.Mark.Value] {
			t.Errorf("the promise lacks rule %s", of.Clause.Mark)
		}
	}
}

func TestAQuestionOfTheStoryComesRightAfterItsScene(t *testing.T) {
	var got []string
	for _, p := range decks(t)["the lesson of ks1-t"].Parts {
		if !p.Short && (p.Name == "story" || p.Name == "talk" || p.Name == "question") {
			got = append(got, p.Heading+" / "+p.Slides[0].Text)
		}
	}
	want := []string{
		"The story: The frog game / ", "The story: The big noise / ",
		"Question 1 of 3: The noise / The frog makes a big noise. Ben feels funny. What could Ben do first?", "The story: All better / ", "Talk about it / ",
		"Question 2 of 3: Three steps / Ben sees an odd frog. What are his three steps?",
		"Question 3 of 3: A new frog / A new frog asks for Ben’s name. Who can help Ben most?",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the parts are %q, want %q", got, want)
	}
}

// A route has what its plan's steps show, in their order, after what every route begins with and before what it ends with. A scene is
// one slide.
func TestARouteFollowsItsPlan(t *testing.T) {
	d := decks(t)["the lesson of ks1-t"]
	var got []string
	for _, p := range d.Only("10").Parts {
		got = append(got, fmt.Sprintf("%s, step %d, %d slides", p.Heading, p.Step, len(p.Slides)))
	}
	want := []string{
		"Start, step 0, 1 slides", "The rule, step 0, 2 slides", "Before the story, step 0, 1 slides",
		"The story: The frog game, step 1, 1 slides", "The story: The big noise, step 1, 1 slides", "The story: All better, step 1, 1 slides",
		"Question 2 of 3: Three steps, step 2, 1 slides",
		"Say it together, step 2, 1 slides", "My promise, step 2, 1 slides", "At home, step 2, 1 slides",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the route is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r := d.Routes[0]; r.Count != 11 || r.Scenes != 3 || r.Questions != 1 || r.Steps[1].Label != "2 of 2: Vote" {
		t.Errorf("the route says of itself %+v", r)
	}
}

// A slide of a question shows more at each press: each press shows something, and the best comes last.
func TestEachPressShowsSomething(t *testing.T) {
	for name, d := range decks(t) {
		for _, p := range d.Parts {
			for _, s := range p.Slides {
				shown := map[int]bool{}
				for _, a := range s.answers() {
					shown[a.Press] = true
					if a.Verdict == "yes" && s.Kind == "choice" && a.Press <= s.Play.Presses-right(s) {
						t.Errorf("%s: %q shows the right option before others", name, s.Text)
					}
				}
				for _, b := range s.Boxes {
					for _, item := range b.Items {
						shown[item.Press+1] = true // the next thing
					}
				}
				for _, g := range s.Groups {
					shown[g.From] = true
				}
				for press := 1; press <= s.Play.Presses; press++ {
					if !shown[press] {
						t.Errorf("%s: press %d of %q shows nothing", name, press, s.Text)
					}
				}
			}
		}
	}
}

func right(s slide) (n int) {
	for _, a := range s.Answers {
		if a.Right {
			n++
		}
	}
	return n
}

// What a slide says in the words of the interface takes room on it, in any language.
func TestTheWordsOfTheInterfaceAreMeasured(t *testing.T) {
	words := sample.Words(t)
	long := strings.Repeat("words of another language ", 40)
	option := func(right bool) []view.Option {
		return []view.Option{{Text: "Ask for help", Feedback: "Somebody can help.", Letter: "A", Right: right, Place: 1}}
	}
	slides := func(v *view.Site) map[string]slide {
		chat := view.Question{Scenes: []view.ChatScene{
			{ID: "1", Title: "A message", Options: []view.Option{{Text: "Yes", Right: true, Goto: "2"}}},
			{ID: "2", Lines: []view.Line{{Text: "Hello"}}, Options: option(true)},
		}}
		spot := func(right bool) slide { return spotSlides(v, view.Question{Options: option(right)})[0] }
		return map[string]slide{
			"home_ask": homeSlide(v, "Who?", "Look."), "home_do": homeSlide(v, "Who?", "Look."),
			"quiz_yes": choiceSlides(v, view.Question{Options: option(true)})[0], "quiz_not_yet": choiceSlides(v, view.Question{Options: option(false)})[0],
			"spot_clue": spot(true), "spot_harmless": spot(false),
			"deck_filed": sortSlides(v, view.Question{Options: option(true), Bins: []view.Bin{{Title: "Safe"}}})[0],
			"deck_after": chatSlides(v, chat)[1],
		}
	}
	for key, short := range slides(view.New(sample.Site(t), words)) {
		changed := maps.Clone(words)
		changed[key] = template.Must(template.New(key).Parse(long))
		if got := slides(view.New(sample.Site(t), changed))[key]; got.Size >= short.Size {
			t.Errorf("with a long text %q its slide has the size %d, as with a short one", key, got.Size)
		}
	}
}
