package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
)

// concerned are those whom a topic can concern that a policy is expected to cover.
var concerned = namesOf("pupils", "staff", "parents")

// expected checks the list of what a policy is expected to cover: each topic has known sources, and each source is of use.
func (c *checker) expected() {
	sources, seen := namesOf(), map[string]diag.Pos{}
	for _, s := range c.data.Expected.Sources {
		c.unique(seen, "source", s.ID)
		sources.add(s.ID.Value)
	}
	used, topics := map[string]bool{}, map[string]diag.Pos{}
	for _, e := range c.data.Expected.Topics {
		c.unique(topics, "topic", e.ID)
		for _, who := range e.Audiences {
			c.oneOf(who, concerned)
		}
		for _, id := range e.Sources {
			used[id.Value] = true
			c.known(diag.UnknownSource, "source", id, sources, "the sources are at the beginning of the file")
		}
		c.some(e.Pos, "audiences", len(e.Audiences))
		c.some(e.Pos, "sources", len(e.Sources))
	}
	c.enquiries(topics)
	for _, s := range c.data.Expected.Sources {
		if !used[s.ID.Value] && s.ID.Value != "" {
			c.faults.Add(diag.Fault{
				Pos: s.ID.Pos, Code: diag.IdleField,
				Message: fmt.Sprintf("no topic names the source %q", s.ID),
				Hint:    "add it to the sources of a topic, or delete it",
			})
		}
	}
}

// answers are what can answer a question of governors besides topics.
var answers = namesOf("state", "signing", "storage")

// enquiries checks the questions that governors may ask: something answers each of them.
func (c *checker) enquiries(topics map[string]diag.Pos) {
	known := namesOf(slices.Sorted(maps.Keys(topics))...)
	for _, q := range c.data.Expected.Asks {
		c.oneOf(q.Answer, answers)
		for _, id := range q.Topics {
			c.known(diag.UnknownExpected, "topic", id, known, "the topics are in this file")
		}
		switch {
		case q.Answer.Value == "" && len(q.Topics) == 0:
			c.faults.Add(diag.Fault{
				Pos: q.Pos, Code: diag.MissingField,
				Message: "nothing answers this question",
				Hint:    "add topics: […] with ids of topics, or answer: with one of " + strings.Join(answers.list, ", "),
			})
		case q.Answer.Value != "" && len(q.Topics) > 0:
			c.idle(diag.Text{Value: "answer", Pos: q.Answer.Pos}, "its topics answer the question")
		}
	}
}

// degrees are how a site can meet a standard.
var degrees = namesOf("yes", "partly", "school", "none")

// standards checks how this site meets the Children's Code.
func (c *checker) standards() {
	seen := map[string]diag.Pos{}
	for _, s := range c.data.Standards {
		c.once(seen, "standard", s.Title)
		c.oneOf(s.Met, degrees)
	}
}

// some reports a list that is there and has no entry.
func (c *checker) some(at diag.Pos, name string, n int) {
	if n == 0 && !c.data.Flawed {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.EmptyValue,
			Message: fmt.Sprintf("the list %q has no entry", name),
			Hint:    "write at least one",
		})
	}
}

// comparison checks how the school's policy was judged: that the topics exist, and each clause that covers one.
func (c *checker) comparison() {
	topics, seen := namesOf(), map[string]diag.Pos{}
	for _, e := range c.data.Expected.Topics {
		topics.add(e.ID.Value)
	}
	clauses := c.quotable()
	for _, j := range c.data.Comparison.Topics {
		if c.known(diag.UnknownExpected, "topic", j.Topic, topics, "see data/library/expected.yaml for the topics") {
			c.once(seen, "topic", j.Topic)
		}
		named := map[string]diag.Pos{}
		for _, id := range j.Clauses {
			if c.known(diag.UnknownClause, "clause or section", id, clauses, "see "+c.data.Folder+"/policy for the clauses") {
				c.once(named, "clause", id)
			}
		}
		if j.Lacks.Value != "" && len(j.Clauses) == 0 {
			c.idle(diag.Text{Value: "lacks", Pos: j.Lacks.Pos}, "no clause covers the topic")
		}
	}
	c.lookAgain(clauses)
}

// lookAgain checks the clauses that the school may want to look at again: that they exist, and have the words.
func (c *checker) lookAgain(clauses *names) {
	words := maps.Collect(citations(c.data.Documents))
	for _, q := range c.data.Comparison.Again {
		if c.known(diag.UnknownClause, "clause or section", q.Clause, clauses, "see "+c.data.Folder+"/policy for the clauses") && !strings.Contains(fold(words[q.Clause.Value].Words), fold(q.Words.Value)) {
			c.faults.Add(diag.Fault{
				Pos: q.Words.Pos, Code: diag.UnknownWords,
				Message: fmt.Sprintf("clause %q does not contain these words", q.Clause.Value),
				Hint:    "copy them exactly from " + c.data.Folder + "/policy",
			})
		}
	}
}
