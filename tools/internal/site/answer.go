package site

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// Citation is adopted words as they are published, and where they are.
type Citation struct {
	Document model.Document
	Section  model.Section
	Clause   *model.Clause // nil for what a section says around its clauses
	Words    string
}

// Anchor returns the address of the words within the whole policy. There, an agreement is one part.
func (c Citation) Anchor() string {
	id := c.Section.ID.Value
	switch {
	case c.Clause != nil:
		id = c.Clause.ID.Value
	case !c.Document.IsPolicy():
		id = c.Document.ID.Value
	}
	return "/policy/#" + id
}

// citations returns what can be cited of the documents, by its id: what each section says around its clauses, and each clause.
func citations(documents []model.Document) iter.Seq2[string, Citation] {
	return func(yield func(string, Citation) bool) {
		for _, d := range documents {
			for _, s := range d.Sections {
				var text []string
				for _, p := range slices.Concat(s.Passages, s.Closing) {
					text = append(text, Published(p.Text, p.Errata))
				}
				if !yield(s.ID.Value, Citation{Document: d, Section: s, Words: strings.Join(text, " ")}) {
					return
				}
				for cl := range s.AllClauses() {
					if !yield(cl.ID.Value, Citation{d, s, cl, Published(cl.Text, cl.Errata)}) {
						return
					}
				}
			}
		}
	}
}

// Cite returns the words that a quote names. It reports false if the documents do not have them, or have two such sentences.
func Cite(documents []model.Document, q model.Cited) (Citation, bool) {
	for id, c := range citations(documents) {
		if id != q.Of.Value {
			continue
		}
		if q.Begins.Value == "" {
			return c, c.Words != ""
		}
		found := slices.DeleteFunc(english.Sentences(c.Words), func(s string) bool { return !strings.HasPrefix(s, q.Begins.Value) })
		if len(found) != 1 {
			return c, false
		}
		c.Words = found[0]
		return c, true
	}
	return Citation{}, false
}

// Answer returns what the policy says to something that parents ask, and whether the school has said so.
func (s *Site) Answer(asked model.Asked) (model.Answer, bool) {
	for _, a := range s.Policy().Answers {
		if a.To.Value == asked.ID.Value {
			return a, true
		}
	}
	return model.Answer{}, false
}

// OnTopics returns the rules whose lesson is on one of some topics.
func (s *Site) OnTopics(topics []diag.Text) (rules []Rule) {
	for _, r := range s.Rules {
		if slices.ContainsFunc(topics, func(t diag.Text) bool { return t.Value != "" && t.Value == r.Lesson.Topic.Value }) {
			rules = append(rules, r)
		}
	}
	return rules
}

// asked checks the list of what parents ask.
func (c *checker) asked() {
	seen := map[string]diag.Pos{}
	for _, a := range c.data.Asked {
		c.unique(seen, "question", a.ID)
		c.onTopics(a.Topics)
	}
}

// onTopics checks ids of topics.
func (c *checker) onTopics(ids []diag.Text) {
	for _, id := range ids {
		c.known(diag.UnknownTopic, "topic", id, c.topics, "see data/library/topics.yaml for the topics")
	}
}

// askedIDs returns the ids of what parents ask.
func (c *checker) askedIDs() *names {
	ids := namesOf()
	for _, a := range c.data.Asked {
		ids.add(a.ID.Value)
	}
	return ids
}

// answers checks what the policy says to what parents ask: only the policy has answers, one to each.
func (c *checker) answers() {
	ids, quotable := c.askedIDs(), c.quotable()
	seen := map[string]diag.Pos{}
	for _, d := range c.data.Documents {
		for _, a := range d.Answers {
			if !d.IsPolicy() {
				c.idle(diag.Text{Value: "answers", Pos: a.Pos}, "only the policy has answers")
				continue
			}
			if c.known(diag.UnknownWord, "question", a.To, ids, "see data/library/asked.yaml") {
				c.unique(seen, "answer to", a.To)
			}
			c.answer(a, quotable)
		}
	}
}

// spoken matches words in quotation marks.
var spoken = regexp.MustCompile(`["“]([^"”]+)["”]`)

// answer checks that an answer's quotes are in the documents, and that what it says in quotation marks is in its quotes.
func (c *checker) answer(a model.Answer, quotable *names) {
	var words []string
	for _, q := range a.Quotes {
		if !c.known(diag.UnknownClause, "clause or section", q.Of, quotable, "see "+c.data.Folder+"/policy for the clauses") {
			return
		}
		cited, found := Cite(c.data.Documents, q)
		words = append(words, cited.Words)
		if !found {
			c.uncited(q)
		}
	}
	for _, m := range spoken.FindAllStringSubmatch(a.Says.Value, -1) {
		if !strings.Contains(fold(strings.Join(words, " ")), fold(m[1])) {
			c.faults.Add(diag.Fault{
				Pos: a.Says.Pos, Code: diag.UnknownWords,
				Message: fmt.Sprintf("%q is not in what the answer quotes", m[1]),
				Hint:    "copy it exactly from a clause below quotes, or leave out the quotation marks",
			})
		}
	}
}

// uncited reports a quote that stands for no words.
func (c *checker) uncited(q model.Cited) {
	f := diag.Fault{
		Pos: q.Begins.Pos, Code: diag.UnknownWords,
		Message: fmt.Sprintf("%q has no sentence, or several, that %q can stand for", q.Of, q.Begins),
		Hint:    "after begins, copy the first words of one sentence from " + c.data.Folder + "/policy, with its corrections",
	}
	if q.Begins.Value == "" {
		f.Pos, f.Message, f.Hint = q.Of.Pos, fmt.Sprintf("the section %q says nothing outside its clauses", q.Of), "quote one of its clauses"
	}
	c.faults.Add(f)
}

// happened checks a page about something that has happened. ids are those of what parents ask.
func (c *checker) happened(p model.Page, ids, routes *names) {
	c.onTopics(p.Topics)
	for _, id := range p.Asks {
		c.known(diag.UnknownWord, "question", id, ids, "see data/library/asked.yaml")
	}
	c.knownRoutes(p.Ring, routes)
	for _, s := range p.First {
		if s.Picture.Pos.Source != nil { // a step without a picture is a fault already
			c.pictured([]diag.Text{s.Picture})
		}
	}
}
