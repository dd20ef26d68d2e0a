package site

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// The guide's limits for the shares in a key stage (docs/authoring.md). They ensure that neither the place nor the
// length of an option shows that it is right, and that most questions are about somebody.
const (
	mostInOnePlace  = 0.45
	mostLongest     = 0.40
	fewestScenarios = 0.80
	fewestToMeasure = 6 // choices; with fewer, a share means nothing
	sameRun         = 5 // words in a row that two stems may not share
)

// balance checks the shares of each stage over all its lessons. If a lesson has a fault, its questions may be counted
// wrongly, so no shares are reported.
func (c *checker) balance() {
	if len(c.data.Unchecked()) == 0 {
		return
	}
	whole := !c.faults.Failed() && !slices.ContainsFunc(c.data.Lessons, func(l model.Lesson) bool { return l.Flawed })
	for _, stage := range c.data.Stages {
		b := &balance{checker: c, stage: stage.ID.Value, runs: map[string]diag.Text{}}
		for _, l := range c.data.Lessons {
			if l.Stage == b.stage {
				for _, q := range l.Quiz {
					b.question(q)
				}
			}
		}
		if whole {
			b.report()
		}
	}
}

// balance is what is counted over a stage.
type balance struct {
	*checker
	stage                         string
	choices, questions, scenarios int
	longest                       []model.Question
	places                        [4][]model.Question
	runs                          map[string]diag.Text
}

func (b *balance) question(q model.Question) {
	b.questions++
	if b.names(q) {
		b.scenarios++
	}
	b.stemRuns(q.Stem)
	if !quiz.Of(q.Kind).OneBest || len(q.Options) > len(b.places) {
		return
	}
	b.choices++
	best := slices.IndexFunc(q.Options, func(o model.Option) bool { return o.Right })
	if best < 0 {
		return
	}
	b.places[best] = append(b.places[best], q)
	length := func(o model.Option) int { return len([]rune(o.Text.Value)) }
	if !slices.ContainsFunc(q.Options, func(o model.Option) bool { return !o.Right && length(o) >= length(q.Options[best]) }) {
		b.longest = append(b.longest, q)
	}
}

// names reports whether a question is about somebody from the cast.
func (b *balance) names(q model.Question) bool {
	text := q.Title.Value + " " + q.Stem.Value + " " + passage(q).Value
	for _, s := range q.Scenes {
		text += " " + s.Title.Value
		for _, line := range s.Lines {
			text += " " + line.Who.Value + " " + line.Text.Value
		}
	}
	said := lettersOnly(text)
	return slices.ContainsFunc(b.speakers[b.stage].list, func(name string) bool { return strings.Contains(said, lettersOnly(name)) })
}

// lettersOnly returns the words of a text with a space before and after each, so that "Bo" is not found in "Books".
func lettersOnly(text string) string {
	return " " + strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
}

// stemRuns reports five words in a row that another stem of the stage also has, ignoring names of the cast.
func (b *balance) stemRuns(stem diag.Text) {
	var list []string
	for _, w := range strings.FieldsFunc(strings.ToLower(stem.Value), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if !b.castWord(w) {
			list = append(list, w)
		}
	}
	for i := 0; i+sameRun <= len(list); i++ {
		run := strings.Join(list[i:i+sameRun], " ")
		other, ok := b.runs[run]
		if ok && other.Pos != stem.Pos {
			b.faults.Add(diag.Fault{
				Pos: stem.Pos, Code: diag.SameWords,
				Message: fmt.Sprintf("the words %q are also in the question at %s", run, other.Pos),
				Hint:    "use other words",
			})
			return
		}
		b.runs[run] = stem
	}
}

func (b *balance) castWord(word string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	return slices.ContainsFunc(b.speakers[b.stage].list, func(name string) bool { return strings.ToLower(name) == word })
}

func (b *balance) report() {
	if b.choices < fewestToMeasure {
		return
	}
	for place, questions := range b.places {
		if share(len(questions), b.choices) > mostInOnePlace {
			b.faults.Add(diag.Fault{
				Pos: questions[len(questions)-1].Stem.Pos, Code: diag.OnePlace,
				Message: fmt.Sprintf("%d of the %d best options in the key stage are in place %d of their list", len(questions), b.choices, place+1),
				Hint:    "move the best option of this question, or of others, to another place",
			})
		}
	}
	if n := len(b.longest); share(n, b.choices) > mostLongest {
		b.faults.Add(diag.Fault{
			Pos: b.longest[n-1].Stem.Pos, Code: diag.LongestIsBest,
			Message: fmt.Sprintf("the best option is the longest one in %d of %d questions of the key stage", n, b.choices),
			Hint:    "make another option as long, in this question or in others",
		})
	}
	if share(b.scenarios, b.questions) < fewestScenarios {
		b.faults.Add(diag.Fault{
			Pos: diag.WholeFile("content/lessons/" + b.stage), Code: diag.FewScenarios,
			Message: fmt.Sprintf("%d of %d questions are about a named child, and four in five should be", b.scenarios, b.questions),
			Hint:    "write what happens to somebody from the cast, and ask what they could do",
		})
	}
}

func share(n, of int) float64 { return float64(n) / float64(of) }
