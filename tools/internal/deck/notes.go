package deck

import (
	"slices"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Notes are the teacher's notes to a deck: on paper, on a second device, or in a second window that follows the deck. They are
// never on the screen that the class sees.
type Notes struct {
	view.Origin
	Set   string      `json:"set"`
	Hue   string      `json:"hue"`
	Deck  string      `json:"deck"` // the address of the deck
	Plan  string      `json:"plan"`
	Parts []notedPart `json:"parts"`
}

// notedPart is a part of the deck: its slides in short, and what to know.
type notedPart struct {
	Heading string       `json:"heading"`
	Key     string       `json:"key"`
	Steps   []string     `json:"steps,omitempty"` // of the plans, that show it: "10 minutes, 2 of 4: Vote, 4 min"
	Slides  []notedSlide `json:"slides"`
	Note    note         `json:"note"`
}

// notedSlide is a slide as a teacher recognises it: what kind it is, and its words in short.
type notedSlide struct {
	Number int    `json:"number"`
	Kind   string `json:"kind"`
	Words  string `json:"words"`
}

// note is what a teacher may want to know while a part is shown.
type note struct {
	Read      []view.Line  `json:"read,omitempty"` // the words of a scene
	Objective string       `json:"objective,omitempty"`
	Caution   string       `json:"caution,omitempty"` // what the site adds to the rule
	KeepSafe  string       `json:"keepsafe,omitempty"`
	Listen    []view.Heard `json:"listen,omitempty"`
	Best      []hint       `json:"best,omitempty"`   // the answer
	Behind    []hint       `json:"behind,omitempty"` // the thought behind each tempting option
	Support   string       `json:"support,omitempty"`
	Stretch   string       `json:"stretch,omitempty"`
}

// hint is an option, by its letter if it has one, with the thought behind it in a child's words, and what a teacher may
// answer.
type hint struct {
	Letter string `json:"letter,omitempty"`
	Text   string `json:"text"`
	Thinks string `json:"thinks,omitempty"`
	Answer string `json:"answer,omitempty"`
}

// Notes returns the teacher's notes to a deck of a lesson.
func (d Deck) Notes() Notes {
	n := Notes{Origin: d.Origin, Set: d.Set, Hue: d.Hue, Deck: "/present" + d.Shows, Plan: "/teachers" + d.Shows}
	steps := d.stepsByKey()
	for _, from := range d.Parts {
		if from.Short {
			continue // its scene stands there whole
		}
		to := notedPart{Heading: from.Heading, Key: from.Key, Steps: steps[from.Key], Note: from.note}
		for _, s := range from.Slides {
			to.Slides = append(to.Slides, notedSlide{s.Number, s.Kind, inShort(s)})
		}
		n.Parts = append(n.Parts, to)
	}
	return n
}

// stepsByKey returns the steps of the plans that show a part, by its key.
func (d Deck) stepsByKey() map[string][]string {
	steps := map[string][]string{}
	for _, route := range d.Plans() {
		for _, p := range d.Parts {
			if at := p.Slides[0].Play.In[route.Name]; at.Step > 0 {
				step := route.Steps[at.Step-1]
				steps[p.Key] = append(steps[p.Key], strings.Join([]string{route.Title, step.Label, step.Time}, " · "))
			}
		}
	}
	return steps
}

// inShort is the first words of a slide.
func inShort(s slide) string {
	const most = 90
	var texts []string
	if s.Kind != "title" { // its text is a name for the template
		texts = append(texts, s.Text)
	}
	for _, p := range s.Passage {
		if len(s.Groups) > 0 && p.Slot > 0 {
			p.Text = "…"
		}
		texts = append(texts, strings.TrimSpace(p.Text))
	}
	for _, l := range s.Lines {
		texts = append(texts, l.Text)
	}
	for _, e := range s.Entries {
		texts = append(texts, strings.TrimSpace(e.Mark+" "+e.Term+" "+e.Text))
	}
	for _, a := range s.Answers {
		texts = append(texts, a.Letter+". "+a.Text)
	}
	return shortened(strings.TrimSpace(strings.Join(texts, " ")), most)
}

// shortened returns the beginning of a text, of at most so many letters: its whole words, or a part of its first word where
// that alone is longer.
func shortened(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	text = string(letters[:most])
	if blank := strings.LastIndexFunc(text, isBlank); blank > 0 {
		return text[:blank] + " …"
	}
	return text + "…"
}

func startNote(r site.Rule) note {
	t := r.Lesson.Teach
	return note{Objective: view.Typeset(t.Objective), KeepSafe: view.Typeset(t.KeepSafe)}
}

func listenNote(v *view.Site, r site.Rule) note {
	return note{Caution: view.Typeset(r.Caution), Listen: v.Listen(r.Lesson)}
}

func endNote(r site.Rule) note {
	return note{Support: view.Typeset(r.Lesson.Teach.Support), Stretch: view.Typeset(r.Lesson.Teach.Stretch)}
}

// questionNote gives the answer to a question, and the thoughts behind what else may be chosen, with the letters that the
// question's slides have for them.
func questionNote(v *view.Site, q model.Question, slides []slide) (n note) {
	letters := lettersOn(slides)
	for _, a := range quiz.Of(q.Kind).Answer(q) {
		n.Best = append(n.Best, hint{Letter: letters[view.Typeset(a.Option.Text)], Text: view.Typeset(a.Option.Text), Answer: view.Typeset(a.To)})
	}
	all := slices.Clone(q.Options)
	for _, s := range q.Scenes {
		all = append(all, s.Replies...)
	}
	for _, o := range all {
		if m, ok := v.Misconception(o.Misconception); ok {
			n.Behind = append(n.Behind, hint{
				Letter: letters[view.Typeset(o.Text)], Text: view.Typeset(o.Text), Thinks: view.Typeset(m.Thinks), Answer: view.Typeset(m.Answer),
			})
		}
	}
	return n
}

// lettersOn returns the letters that a class votes by, by the words of the options.
func lettersOn(slides []slide) map[string]string {
	letters := map[string]string{}
	for _, s := range slides {
		for _, a := range s.answers() {
			letters[a.Text] = a.Letter
		}
	}
	return letters
}
