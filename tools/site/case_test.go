package main

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// The limits of what parents read when something has happened: many are tired, and many learnt English later.
const (
	hardestCase    = 4.0 // reading grade
	longestOfCases = 14  // words in a sentence
)

func TestWhatParentsReadWhenSomethingHasHappenedIsEasy(t *testing.T) {
	s, read := realSite(t), 0
	for _, p := range s.Pages {
		if layout := p.Layout.Value; layout != "case" && layout != "cases" {
			continue
		}
		read++
		texts := slices.Concat(caseWords(s, p), proseOf("---\n---\n"+string(p.Body)))
		for _, text := range texts {
			for _, sentence := range english.Sentences(text) {
				if n := english.CountWords(sentence); n > longestOfCases {
					t.Errorf("%s has a sentence of %d words, and %d is the limit: %s", p.Path, n, longestOfCases, sentence)
				}
			}
		}
		if grade := site.Grade(texts); grade > hardestCase {
			t.Errorf("%s is at reading grade %.1f, and %.0f is the limit", p.Path, grade, hardestCase)
		} else {
			t.Logf("%s is at reading grade %.1f", p.Path, grade)
		}
	}
	if read < 6 {
		t.Errorf("there are only %d pages about what has happened", read)
	}
}

// caseWords returns what a page about something that has happened says, without what it quotes.
func caseWords(s *site.Site, p model.Page) (texts []string) {
	words := []diag.Text{p.Title, p.Lead, p.Say, p.Then}
	for _, step := range p.First {
		words = append(words, step.Do, step.Text, step.But)
	}
	for _, asked := range s.Asked {
		if !slices.ContainsFunc(p.Asks, func(id diag.Text) bool { return id.Value == asked.ID.Value }) {
			continue
		}
		answer, _ := s.Answer(asked)
		words = append(words, asked.Title, asked.Ask, answer.Says)
		for _, silent := range answer.Silent {
			texts = append(texts, "The policy does not say "+silent.Value+".")
		}
	}
	for _, w := range words {
		if w.Value != "" {
			texts = append(texts, w.Value)
		}
	}
	return texts
}

// quotesItself holds that all that pages quote is in the documents of the school, or a rule as a whole sentence, and that each answer of
// the policy is on a page with all that it says.
func (b builtSchool) quotesItself(t *testing.T) {
	words, quoted := "", 0
	for _, d := range b.site.Documents {
		words += oneLine(strings.Join(documentWords(d), " ")) + " "
	}
	for _, r := range b.site.Rules {
		words += oneLine(r.Say()) + " "
	}
	said := ""
	for address, page := range b.pages {
		for _, figure := range elements(page.root, withClass("quote")) {
			for _, n := range elements(figure, func(n *html.Node) bool { return n.Data == "blockquote" }) {
				quoted++
				if quote := strings.Trim(wordsIn(n), "“”"); quote == "" || !strings.Contains(words, quote) {
					t.Errorf("%s quotes what no document says: %q", address, quote)
				}
			}
		}
		for _, n := range elements(page.root, withClass("answer")) {
			said += wordsIn(n) + " "
		}
	}
	if quoted < 10 {
		t.Errorf("pages quote the documents only %d times", quoted)
	}
	for _, a := range b.site.Policy().Answers {
		for _, text := range append(slices.Clone(a.Silent), a.Says) {
			if !strings.Contains(said, oneLine(text.Value)) {
				t.Errorf("no page says %q", text)
			}
		}
		for _, q := range a.Quotes {
			if cited, found := site.Cite(b.site.Documents, q); !found || !strings.Contains(said, oneLine(cited.Words)) {
				t.Errorf("no page quotes %q", cited.Words)
			}
		}
	}
}
