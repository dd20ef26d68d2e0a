package deck

import (
	"cmp"
	"slices"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/view"
)

// answer is an option of a question as a slide shows it. At each press the slide shows more, in place: Press, from 1, is the one
// that shows why, and Until the one that closes it, or 0 if it stays.
type answer struct {
	view.Option
	Press   int    `json:"press"`
	Until   int    `json:"until,omitempty"`
	Verdict string `json:"verdict"`         // yes, not-yet, clue, harmless, step or bin
	Says    string `json:"says,omitempty"`  // the words for the verdict, before the why; a step has none: its number says it
	Apart   bool   `json:"apart,omitempty"` // the option does not stand beside its why, so the why begins with its letter
	Then    string `json:"then,omitempty"`  // of a reply: the scene that it leads to
}

// verdictKeys are the keys of the words for a verdict, which are always the same.
var verdictKeys = map[string]string{"yes": "quiz_yes", "not-yet": "quiz_not_yet", "clue": "spot_clue", "harmless": "spot_harmless"}

// questionPart shows a question to a class, below a heading, on one slide, or a chat on a slide for each of its scenes: the class votes, and then
// each option says why, the best one last. Each kind has its own way.
func questionPart(v *view.Site, q model.Question, shown view.Question, heading string) part {
	slides := slidesOf[q.Kind](v, shown)
	for i := range slides {
		if play := &slides[i].Play; play.Name == "" {
			play.Name = shown.ID
		}
	}
	return part{Name: "question", Heading: heading, Title: shown.Title, Slides: slides, note: questionNote(v, q, slides)}
}

// slidesOf says how a class is shown each kind of question. Each function is in a file that is named after the kind.
var slidesOf = map[model.Kind]func(*view.Site, view.Question) []slide{
	quiz.Choice:  choiceSlides,
	quiz.Several: choiceSlides,
	quiz.Order:   orderSlides,
	quiz.Sort:    sortSlides,
	quiz.Gaps:    gapsSlides,
	quiz.Spot:    spotSlides,
	quiz.Chat:    chatSlides,
	quiz.Match:   matchSlides,
}

// asked is the most of a slide's height that a question and its options take if they can, so that there is room for a why.
const asked = 60.0

// tallyHigh returns the room that the hands take that are counted below a question: four letters stand beside one another.
func tallyHigh(letters []string) float64 { return 9.5 * float64((len(letters)+3)/4) }

// Heights around the words of a question: between its rows, and of the frame around a why.
const (
	rowGap   = 1.4
	whyFrame = 2.4
)

// sizes are those of a question's slide: of its options, of its stem, and of what is said about an option.
type sizes struct {
	Size  int `json:"size"`
	About int `json:"about"`
	Whys  int `json:"whys"`
	Filed int `json:"filed"` // of what is in a box
}

// layout is how high a question stands with its options on a slide so wide: when it is asked, and below it a why.
type layout struct {
	asked, talked func(at sizes, wide float64) float64
	together      bool // all whys may be open at once
	facts         string
	always        bool // it is as high as talked says on every screen, not only where it does not fit otherwise
}

// below returns the layout of a question whose stem stands above the rest, which is so high. On a narrow screen, a long stem is as
// short as its question once whys are shown.
func below(q view.Question, together bool, rest func(at sizes, wide float64) float64) layout {
	ask := strings.TrimSpace(strings.TrimPrefix(q.Stem, q.Facts))
	return layout{
		asked:    func(at sizes, wide float64) float64 { return stemHigh(q.Stem, at.About, wide) + rest(at, wide) },
		talked:   func(at sizes, wide float64) float64 { return stemHigh(ask, at.About, wide) + rest(at, wide) },
		together: together,
		facts:    q.Facts,
	}
}

// fitted chooses the sizes of a question's slide on the narrowest screen and on others. Where not all whys fit at once, each closes
// when the next one opens. ok tells whether it fits at all.
func fitted(v *view.Site, s slide, l layout) (to slide, ok bool) {
	for _, a := range s.answers() {
		if key, ok := verdictKeys[a.Verdict]; ok {
			a.Says = v.Text(key, nil)
		}
	}
	whole := layout{asked: l.asked, talked: l.asked, together: l.together}
	if l.always {
		whole = l
	}
	at, all, ok := sized(s, whole, questionWide)
	if !ok && !l.always {
		at, all, ok = sized(s, l, questionWide)
		s.Facts = l.facts
	}
	if !all {
		s = oneByOne(s)
		whole.together = false
	}
	wide, _, fits := sized(s, whole, screenWide)
	if !fits && !l.always {
		wide, _, fits = sized(s, l, screenWide)
		s.Facts, s.Leave = l.facts, true
	}
	s.Size, s.About, s.Whys, s.Filed, s.Wide = at.Size, at.About, at.Whys, at.Filed, &wide
	if l.asked(at, questionWide) > questionHigh-tallyHigh(s.Letters) {
		s.Letters = nil // there is no room to count hands one by one
	}
	return s, ok && fits
}

// sized returns the largest sizes at which a question leaves room for a why, and whether all whys may be open at once.
func sized(s slide, l layout, wide float64) (at sizes, all, ok bool) {
	tries := triesOf(s, l, wide)
	for _, most := range []float64{asked, questionHigh - tallyHigh(s.Letters), questionHigh} {
		for _, t := range tries {
			if t.asked <= most && t.talked+t.largest <= questionHigh {
				return t.at, l.together && t.talked+t.sum <= questionHigh, true
			}
		}
	}
	at = tries[len(tries)-1].at
	if s.hasLongWord() {
		for _, small := range smallSizes {
			if at = (sizes{small, small, small, small}); small < leastWhy && l.asked(at, wide) <= questionHigh {
				if largest, _ := whysHigh(s, small, wide); l.talked(at, wide)+largest <= questionHigh {
					break
				}
			}
		}
	}
	return at, false, false
}

// try is how high a question stands at some sizes: when it is asked, while it is talked about, its largest why, and all whys.
type try struct {
	at                          sizes
	asked, talked, largest, sum float64
}

// triesOf returns the sizes that a question may have, largest first. Whys are measured once for each size of the options.
func triesOf(s slide, l layout, wide float64) (tries []try) {
	for _, about := range stemSizes {
		for i, size := range optionSizes {
			t := try{at: sizes{size, about, whySize(size), leastWhy}}
			t.asked, t.talked = l.asked(t.at, wide), l.talked(t.at, wide)
			if len(tries) < len(optionSizes) {
				t.largest, t.sum = whysHigh(s, t.at.Whys, wide)
			} else {
				t.largest, t.sum = tries[i].largest, tries[i].sum
			}
			tries = append(tries, t)
		}
	}
	return tries
}

// hasLongWord reports whether a question has a word for which letters may be small.
func (s *slide) hasLongWord() bool {
	texts := []string{s.Text}
	for _, l := range s.Lines {
		texts = append(texts, l.Who, l.Text)
	}
	for _, b := range s.Boxes {
		texts = append(texts, b.Title)
	}
	for _, p := range s.Passage {
		texts = append(texts, p.Text)
	}
	for _, a := range s.answers() {
		texts = append(texts, a.Text, a.Feedback, a.Says, a.Then)
	}
	for _, o := range s.Via {
		texts = append(texts, o.Text)
	}
	return slices.ContainsFunc(texts, hasLongWord)
}

// whysHigh returns how high the largest why of a slide stands, and all of them.
func whysHigh(s slide, size int, wide float64) (largest, sum float64) {
	for _, a := range s.answers() {
		high := whyHigh(a, size, wide)
		largest, sum = max(largest, high), sum+high
	}
	return largest, sum
}

// whySize returns the size of whys beside options of a size.
func whySize(options int) int {
	switch {
	case options >= 60:
		return 52
	case options >= 55:
		return 48
	}
	return leastWhy
}

// oneByOne returns a slide whose whys close when the next one opens.
func oneByOne(s slide) slide {
	last := 0
	for _, a := range s.answers() {
		last = max(last, a.Press)
	}
	for _, a := range s.answers() {
		if a.Press < last {
			a.Until = a.Press + 1
		}
	}
	return s
}

// answers returns all options of a slide, to change them in place.
func (s *slide) answers() (list []*answer) {
	for i := range s.Answers {
		list = append(list, &s.Answers[i])
	}
	for g := range s.Groups {
		for i := range s.Groups[g].Answers {
			list = append(list, &s.Groups[g].Answers[i])
		}
	}
	return list
}

// whyHigh returns how high a why stands.
func whyHigh(a *answer, size int, wide float64) float64 {
	words := a.Says + " " + a.Feedback
	if a.Apart {
		words = "mmm " + words
	}
	return regular.height(words, size, wide-7) + whyFrame
}

// pressed gives options their presses: first those that are not right, then the others, each in its order. It returns the number
// of presses, which are counted from a first one.
func pressed(list []answer, first int) int {
	for _, right := range []bool{false, true} {
		for i := range list {
			if list[i].Right == right {
				list[i].Press = first
				first++
			}
		}
	}
	return first - 1
}

// answersOf returns options with their verdicts.
func answersOf(options []view.Option) (list []answer) {
	for _, o := range options {
		verdict := "not-yet"
		if o.Right {
			verdict = "yes"
		}
		list = append(list, answer{Option: o, Verdict: verdict})
	}
	return list
}

// lettersOf returns the letters by which a class votes.
func lettersOf(options []view.Option) (letters []string) {
	for _, o := range options {
		letters = append(letters, o.Letter)
	}
	return letters
}

// stemHigh returns how high a question's stem stands, with the gap below it.
func stemHigh(stem string, size int, wide float64) float64 {
	if stem == "" {
		return 0
	}
	return bold.height(stem, size, wide) + 3
}

// rowsHigh returns how high options stand, one below another. Beside the right ones there may be a mark.
func rowsHigh(list []view.Option, size int, wide float64, marked bool) (total float64) {
	s := float64(size) / 10
	for _, o := range list {
		words := wide - 3.9*s
		if marked && o.Right {
			words -= 2.2 * s
		}
		if o.Picture != nil {
			words -= rowPicture + .6*s
		}
		row := regular.height(o.Text, size, words) + .3*s
		if o.Picture != nil {
			row = max(row, rowPicture+.3*s)
		}
		total += max(row, 1.6*s) + .9 + rowGap
	}
	return total
}

// rowPicture is the size of an option's picture.
const rowPicture = 11.0

// passageHigh returns how high a text with gaps or phrases stands in its frame.
func passageHigh(passage []passageOf, size int, wide float64) float64 {
	var text strings.Builder
	for _, p := range passage {
		text.WriteString(cmp.Or(p.Text, longest(p.Options)))
		if p.Slot > 0 {
			text.WriteString(" mm ") // the letter of a phrase, or the edges of a gap
			if len(p.Options) == 1 && p.Options[0].Right {
				text.WriteString("mmmm ") // the mark of a clue
			}
		}
	}
	s := float64(size) / 10
	return float64(regular.lines(text.String(), (wide-2*s)/s))*s*passageLeading + s + 4
}

// longest returns the longest of the words for a gap.
func longest(words []view.Option) (most string) {
	for _, o := range words {
		if regular.width(o.Text) > regular.width(most) {
			most = o.Text
		}
	}
	return most
}

// passageOf is part of a text on a slide. Press is the one that fills its gap, or shows what its phrase is.
type passageOf struct {
	view.Segment
	Press int `json:"press,omitempty"`
}

func letter(n int) string { return string(rune('A' + n)) }
