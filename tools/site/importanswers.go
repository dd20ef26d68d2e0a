package main

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/model"
)

// takeAnswer adds the answer that was given, in place of another to the same question, or takes one back.
func (i *importing) takeAnswer() {
	if i.answer == nil {
		return
	}
	given := *i.answer
	i.record.Answers = slices.DeleteFunc(slices.Clone(i.record.Answers), func(a model.Answered) bool { return answers(a, given.Ask, given.About) })
	if given.Answer != "" {
		i.record.Answers = append(i.record.Answers, answeredAs(given))
	}
}

func answeredAs(a draft.Answer) model.Answered {
	return model.Answered{Ask: diag.Text{Value: string(a.Ask)}, About: diag.Text{Value: a.About}, Answer: diag.Text{Value: a.Answer}}
}

// answers reports whether an answer is to a question.
func answers(a model.Answered, ask model.Ask, about string) bool {
	return model.Ask(a.Ask.Value) == ask && draft.SameWords(ask, a.About.Value, about)
}

// idle reports answers to nothing that is asked, and those that a question does not offer. Answers to what other files ask are kept for
// these.
func (i *importing) idle() {
	others := len(i.record.Files) > 0 && !slices.EqualFunc(i.record.Files, i.files, func(t diag.Text, name string) bool { return t.Value == name })
	for k, a := range i.record.Answers {
		n := slices.IndexFunc(i.draft.Questions, func(q draft.Question) bool { return answers(a, q.Ask, q.About) })
		if a.Pos.Source == nil { // it was given just now
			a.Pos = diag.WholeFile(i.env.school + "/import.yaml")
		}
		switch first := i.answeredBefore(k); {
		case n < 0 && others:
		case n < 0:
			i.faults.Add(diag.Fault{
				Pos: a.Pos, Code: diag.IdleAnswer,
				Message: fmt.Sprintf("the import does not ask about %q, or no longer", a.About.Value),
				Hint:    diag.DidYouMean(a.About.Value, i.asksAbout(model.Ask(a.Ask.Value)), "delete the answer"),
			})
		case first != nil:
			i.faults.Add(diag.Fault{
				Pos: a.Pos, Code: diag.IdleAnswer,
				Message: fmt.Sprintf("%q is answered twice: %q counts, on line %d", a.About.Value, first.Answer.Value, first.Pos.Line),
				Hint:    "delete one of the two answers",
			})
		default:
			i.offered(a, i.draft.Questions[n])
		}
	}
}

// offered reports an answer that its question does not offer, where it would be taken for what somebody wrote.
func (i *importing) offered(a model.Answered, to draft.Question) {
	var values []string
	for _, o := range to.Options {
		values = append(values, o.Value)
	}
	switch answer := a.Answer.Value; {
	case to.Ask == model.WhichPlace && len(values) > 0 && !slices.Contains(values, answer):
		i.faults.Add(diag.Fault{
			Pos: a.Answer.Pos, Code: diag.UnknownWord,
			Message: fmt.Sprintf("%q is no answer to where %q belongs", answer, a.About.Value),
			Hint:    diag.DidYouMean(answer, values, "use one of "+strings.Join(values, ", ")),
		})
	case to.Ask == model.WhichSpelling && slices.Contains([]string{"yes", "no"}, strings.ToLower(answer)):
		i.faults.Add(diag.Fault{
			Pos: a.Answer.Pos, Code: diag.UnknownWord,
			Message: fmt.Sprintf("%q does not say how %q is spelt", answer, a.About.Value),
			Hint:    "use one of " + strings.Join(values, ", ") + ", or write the word as it should be",
		})
	}
}

// answeredBefore returns the answer above another one because of which that is not used, or nil. The same words may be a rule of two stages,
// each with a lesson of its own.
func (i *importing) answeredBefore(k int) *model.Answered {
	a := i.record.Answers[k]
	used := slices.ContainsFunc(i.draft.Questions, func(q draft.Question) bool { return answers(a, q.Ask, q.About) && q.Answer == a.Answer.Value })
	for n := range i.record.Answers[:k] {
		other := &i.record.Answers[n]
		if answers(*other, model.Ask(a.Ask.Value), a.About.Value) && (!used || other.Answer.Value == a.Answer.Value) {
			return other
		}
	}
	return nil
}

// asksAbout returns what the questions that ask for one thing are about.
func (i *importing) asksAbout(ask model.Ask) (list []string) {
	for _, q := range i.draft.Questions {
		if q.Ask == ask {
			list = append(list, q.About)
		}
	}
	return list
}
