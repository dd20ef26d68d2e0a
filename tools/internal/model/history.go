package model

import "safeonline/tools/internal/diag"

// History is history.yaml in the school's folder: who answers for the policy, its editions, and who approved and reviewed it when. Each
// list begins with the oldest entry. What is not there is not known.
type History struct {
	Owner      diag.Text  `yaml:"owner"` // a role, not a person
	NextReview diag.Text  `yaml:"next-review" kind:"date"`
	Editions   []Edition  `yaml:"editions"`
	Approvals  []Decision `yaml:"approvals"`
	Reviews    []Decision `yaml:"reviews"`
}

// Edition is the text of the policy, with its agreements, as the school adopted it.
type Edition struct {
	Pos     diag.Pos
	Adopted diag.Text `yaml:"adopted,required" kind:"day"` // also the name of the folder that keeps the text once a later edition is adopted
	By      diag.Text `yaml:"by"`
	For     diag.Text `yaml:"for"` // what it was adopted for
	Reasons []Reason  `yaml:"reasons"`

	Documents []Document // its text. That of an earlier edition may not have been kept
}

// Reason says why a clause is not as it was in the edition before.
type Reason struct {
	Clause diag.Text `yaml:"clause,required"`
	Why    diag.Text `yaml:"why,required"`
}

// Decision is an approval or a review of the policy.
type Decision struct {
	On diag.Text `yaml:"on,required" kind:"date"`
	By diag.Text `yaml:"by,required"` // who, such as the governing board
}

// Current returns the edition that is in force. Of a school that has named none, it is empty.
func (h History) Current() (e Edition) { return last(h.Editions) }

// Approval returns the latest approval of the edition that is in force, which is empty if none is recorded.
func (h History) Approval() Decision {
	if a := last(h.Approvals); a.On.Value >= h.Current().Adopted.Value {
		return a
	}
	return Decision{}
}

// Review returns the latest review, which is empty if none is recorded.
func (h History) Review() Decision { return last(h.Reviews) }

func last[T any](list []T) (one T) {
	if len(list) > 0 {
		one = list[len(list)-1]
	}
	return one
}
