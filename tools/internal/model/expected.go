package model

import "safeonline/tools/internal/diag"

// Expected is data/library/expected.yaml: what a policy is expected to cover, and where that is said.
type Expected struct {
	Sources []Source      `yaml:"sources,required"`
	Topics  []Expectation `yaml:"topics,required"`
	Asks    []Enquiry     `yaml:"asks"`
}

// Source is one edition of a law or of guidance.
type Source struct {
	ID        diag.Text `yaml:"id,required" kind:"id"`
	Name      diag.Text `yaml:"name,required"`
	Publisher diag.Text `yaml:"publisher,required"`
	Edition   diag.Text `yaml:"edition,required"`
	Web       diag.Text `yaml:"web,required" kind:"web"`
	Note      diag.Text `yaml:"note"`                         // what was not read in the source itself
	Checked   diag.Text `yaml:"checked,required" kind:"date"` // the day on which somebody compared the list with it
}

// Expectation is a topic that a policy is expected to cover.
type Expectation struct {
	Pos       diag.Pos
	ID        diag.Text   `yaml:"id,required" kind:"id"`
	Title     diag.Text   `yaml:"title,required"`
	Says      diag.Text   `yaml:"says,required"`
	Audiences []diag.Text `yaml:"audiences,required"` // pupils, staff, parents
	Sources   []diag.Text `yaml:"sources,required"`   // ids
}

// Enquiry is a question that governors may ask. Its answer is how the policy covers some topics, or what else is known: the state of the
// policy, how it is signed, or what is stored.
type Enquiry struct {
	Pos    diag.Pos
	Asks   diag.Text   `yaml:"asks,required"`
	Topics []diag.Text `yaml:"topics"` // ids
	Answer diag.Text   `yaml:"answer"` // state, signing or storage
}

// Comparison is expected.yaml in the school's folder: how somebody judged the policy against what is expected of it.
type Comparison struct {
	Compared diag.Text   `yaml:"compared,required" kind:"date"`
	By       diag.Text   `yaml:"by,required"` // a role
	Topics   []Judgement `yaml:"topics,required"`
	Again    []Quote     `yaml:"again"`
}

// Quote is words of a clause that the school may want to reconsider.
type Quote struct {
	Clause diag.Text `yaml:"clause,required"` // the id of a clause or section of the policy
	Words  diag.Text `yaml:"words,required" typeset:"no"`
	Why    diag.Text `yaml:"why,required"`
	First  diag.Text `yaml:"first"` // why it comes before the others, in a sentence: governors see it on their one side of A4
}

// Judgement says how the policy covers a topic.
type Judgement struct {
	Topic     diag.Text   `yaml:"topic,required" over:"key"`
	Clauses   []diag.Text `yaml:"clauses"`   // ids of clauses and sections
	Lacks     diag.Text   `yaml:"lacks"`     // what they do not say
	Elsewhere diag.Text   `yaml:"elsewhere"` // other policies to which the policy sends its readers
}

// Coverage is how a policy covers a topic.
type Coverage string

// The ways in which a policy can cover a topic.
const (
	Covered   Coverage = "covered"
	Partly    Coverage = "partly"
	Elsewhere Coverage = "elsewhere"
	Not       Coverage = "not"
	Unknown   Coverage = "unknown" // nobody has judged it
)

// Coverages are all ways, from the most to the least.
var Coverages = []Coverage{Covered, Partly, Elsewhere, Not, Unknown}

// Coverage returns how the policy covers the topic, which follows from what the judgement names.
func (j Judgement) Coverage() Coverage {
	switch {
	case len(j.Clauses) > 0 && j.Lacks.Value == "":
		return Covered
	case len(j.Clauses) > 0:
		return Partly
	case j.Elsewhere.Value != "":
		return Elsewhere
	}
	return Not
}
