package report

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/draft"
)

// question is a question as the page asks it.
type question struct {
	draft.Question
	Ref      string   // its id in the page, the same after each import
	Options  []option // the likely one first
	Said     string   // the answer in words
	Line     string   // of import.yaml: the answer, or the likely one
	Begin    string   // that line up to the answer, for words of somebody's own; empty if it has none
	Own      string   // what these words are, beside the field for them
	Quote    string   // what it is about, if the line does not say it
	Unplaced bool     // it is about a line that has no place
}

// option is an answer that a question offers.
type option struct {
	draft.Option
	Line string // of import.yaml
}

// own says what somebody's own words are to a question that has room for them.
var own = map[draft.Ask]string{
	draft.WhichBlank:    "What is to be there",
	draft.WhichName:     "The name of the school",
	draft.WhichAudience: "Whom it is for, in your words",
	draft.WhichSentence: "The sentence, in your words",
}

func newQuestion(of draft.Question) question {
	q := question{Question: of, Ref: ref(of), Said: of.Answer, Own: own[of.Ask]}
	for _, likely := range []bool{true, false} {
		for _, o := range of.Options {
			if o.Likely == likely {
				q.Options = append(q.Options, option{o, yamlLine(of, o.Value)})
			}
			if o.Value == of.Answer {
				q.Said = o.Label
			}
		}
	}
	answer := of.Answer
	if answer == "" && len(q.Options) > 0 {
		answer = q.Options[0].Value
	}
	q.Line = yamlLine(of, answer)
	if q.Own != "" {
		q.Begin = strings.TrimSuffix(yamlLine(of, ""), `"" }`)
	}
	return q
}

// Answered reports whether somebody has answered.
func (q question) Answered() bool { return q.Answer != "" }

// ref returns the id of a question in the page.
func ref(q draft.Question) string {
	return fmt.Sprintf("q-%x", sha256.Sum256([]byte(string(q.Ask)+"\n"+q.About)))[:12]
}

// Ref returns the id of the question in the page that an answer is to.
func Ref(a draft.Answer) string { return ref(draft.Question{Ask: a.Ask, About: a.About}) }

// Refuses says why an answer cannot be given now, or "": the page that it comes from may be older than the files. An empty one takes back
// what was answered.
func Refuses(of Import, a draft.Answer) string {
	i := slices.IndexFunc(of.Draft.Questions, func(q draft.Question) bool { return q.Ask == a.Ask && q.About == a.About })
	if i < 0 {
		return "The import does not ask this, or no longer. Below is what it asks now."
	}
	offered := slices.ContainsFunc(of.Draft.Questions[i].Options, func(o draft.Option) bool { return o.Value == a.Answer })
	if a.Answer != "" && !offered && own[a.Ask] == "" {
		return "The question does not have this answer, or no longer. Below is what it offers now."
	}
	return ""
}
