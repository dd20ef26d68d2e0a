package main

import (
	"cmp"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// showsDocuments holds that each document is in the policy, on a screen and on paper, and has a sheet of its own, with every
// heading, passage, stem, clause and closing sentence in the adopted order. For adults it also has slides.
func (b builtSchool) showsDocuments(t *testing.T) {
	for _, d := range b.site.Documents {
		words := documentWords(d)
		b.inOrder(t, "/policy/", words)
		b.inOrder(t, "/print/policy/", words)
		if d.IsPolicy() {
			continue
		}
		b.inOrder(t, sheetOf(d), words)
		if d.Stage.Value != "" {
			continue
		}
		deck := b.pageText(t, "/present"+sheetOf(d))
		for _, s := range d.Sections {
			for _, words := range sectionSentences(s) {
				if !strings.Contains(deck, oneLine(words)) {
					t.Errorf("/present%s: no slide says %q", sheetOf(d), words)
				}
			}
		}
	}
}

func sheetOf(d model.Document) string { return "/policy/" + d.ID.Value + "/" }

// documentWords returns the adopted words of a document, in their order.
func documentWords(d model.Document) (words []string) {
	if !d.IsPolicy() {
		words = append(words, d.Heading.Value)
	}
	for _, s := range d.Sections {
		words = append(words, s.Heading.Value)
		words = append(words, passageWords(s.Passages)...)
		words = append(words, s.Stem.Value)
		for c := range s.AllClauses() {
			words = append(words, site.Published(c.Text, c.Errata))
		}
		words = append(words, passageWords(s.Closing)...)
	}
	for _, s := range d.Signoff {
		if s.Heading.Value != "" {
			words = append(words, s.Heading.Value)
		} else {
			words = append(words, english.Capital(s.Who.Value))
		}
		words = append(words, s.Agree.Value)
		for _, f := range s.Fields {
			words = append(words, f.Label.Value)
		}
	}
	return append(words, d.Author.Value)
}

func passageWords(passages []model.Passage) (words []string) {
	for _, p := range passages {
		words = append(words, site.Published(p.Text, p.Errata))
	}
	return words
}

// sectionSentences returns what slides say of a section of an agreement: its heading, its sentences, and each clause as a whole
// sentence.
func sectionSentences(s model.Section) (list []string) {
	list = append(list, s.Heading.Value)
	whole := slices.Concat(passageWords(s.Passages), passageWords(s.Closing))
	for _, c := range (model.Document{Sections: []model.Section{s}}).Clauses() {
		whole = append(whole, c.Say.Value)
	}
	for _, text := range whole {
		list = append(list, english.Sentences(text)...)
	}
	return list
}

// inOrder holds that a page says some words one after the other.
func (b builtSchool) inOrder(t *testing.T, address string, words []string) {
	t.Helper()
	rest := b.pageText(t, address)
	before := "its beginning"
	for _, w := range words {
		_, after, found := strings.Cut(rest, oneLine(w))
		if !found {
			t.Errorf("%s: %q does not follow %q", address, w, before)
			continue
		}
		if w != "" {
			rest, before = after, w
		}
	}
}

// pageText returns the words in the main part of a page.
func (b builtSchool) pageText(t *testing.T, address string) string {
	t.Helper()
	page, is := b.pages[address]
	if !is {
		t.Errorf("there is no page %s", address)
		return ""
	}
	for _, n := range elements(page.root, func(n *html.Node) bool { return n.Data == "main" }) {
		return wordsIn(n)
	}
	t.Errorf("%s has no main part", address)
	return ""
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// showsRules holds that each rule has a card, a poster and a slide, and that its lesson and worksheet say it.
func (b builtSchool) showsRules(t *testing.T) {
	for _, set := range b.site.Sets() {
		folder := "/" + set.Document.Folder() + "/"
		deck := b.pageText(t, "/present"+folder)
		for _, r := range set.Rules {
			for _, sentence := range english.Sentences(r.Say()) {
				if !strings.Contains(deck, sentence) {
					t.Errorf("/present%s: no slide says %q", folder, sentence)
				}
			}
			if card := b.card(folder, r); !strings.Contains(card, r.Say()) {
				t.Errorf("%s: the card of rule %s says %q, and not %q", folder, r.Clause.Mark, card, r.Say())
			}
			if poster := b.heading(t, r.Poster()); !strings.HasSuffix(poster, ": "+r.Say()) {
				t.Errorf("%s: the poster says %q, and not %q", r.Poster(), poster, r.Say())
			}
			if !r.Taught() {
				continue
			}
			for _, address := range []string{r.URL(), "/teachers" + r.URL(), "/present" + r.URL()} {
				if !strings.Contains(b.pageText(t, address), r.Say()) {
					t.Errorf("%s does not say %q", address, r.Say())
				}
			}
		}
	}
}

// addsCautions holds that what the site adds to a rule is on every page that says the rule.
func (b builtSchool) addsCautions(t *testing.T) {
	for _, r := range b.site.Rules {
		if r.Caution.Value == "" {
			continue
		}
		adopted := site.Published(r.Clause.Text, r.Clause.Errata)
		for _, address := range slices.Sorted(maps.Keys(b.pages)) {
			words := wordsIn(b.pages[address].root)
			if (strings.Contains(words, oneLine(r.Say())) || strings.Contains(words, oneLine(adopted))) && !strings.Contains(words, oneLine(r.Caution.Value)) {
				t.Errorf("%s says %q and does not add %q", address, shortened(r.Say()), r.Caution)
			}
		}
	}
}

// card returns the words of the card of a rule, which is a link if the rule has a lesson.
func (b builtSchool) card(folder string, r site.Rule) string {
	for _, n := range elements(b.pages[folder].root, withClass("rulecard")) {
		to := ""
		if r.Taught() {
			to = r.URL()
		}
		if words := wordsIn(n); attributeOf(n, "href") == to && strings.HasPrefix(words, r.Clause.Mark.Value+" ") {
			return words
		}
	}
	return ""
}

// heading returns the heading of a page.
func (b builtSchool) heading(t *testing.T, address string) string {
	t.Helper()
	page, is := b.pages[address]
	if !is {
		t.Errorf("there is no page %s", address)
		return ""
	}
	for _, n := range elements(page.root, func(n *html.Node) bool { return n.Data == "h1" }) {
		return wordsIn(n)
	}
	return ""
}

// saysWholeSentences holds that a clause never stands without the stem that it goes on from, except below it, in the policy and
// on a sheet to sign. In a title, "Do not" stands for the stem. A school without stems has no such clause.
func (b builtSchool) saysWholeSentences(t *testing.T) {
	below := map[string]bool{"/policy/": true, "/print/policy/": true, "/parents/": true} // where families sign, too
	stemmed := map[string]string{}                                                        // the whole sentence, by the words of the clause
	for _, d := range b.site.Documents {
		below[sheetOf(d)] = true
		for _, c := range d.Clauses() {
			if words := site.Published(c.Text, c.Errata); c.Say.Value != words {
				stemmed[words] = c.Say.Value
			}
		}
	}
	for _, address := range slices.Sorted(maps.Keys(b.pages)) {
		if below[address] {
			continue
		}
		for _, words := range b.alone(address) {
			for part, whole := range stemmed {
				words := strings.ReplaceAll(words, "Do not "+part, whole)
				if strings.Contains(words, part) && !strings.Contains(words, whole) {
					t.Errorf("%s says %q without the words before it: %s", address, part, shortened(words))
				}
			}
		}
	}
}

// alone returns the stretches of a page that readers see by themselves: its slides, or else its blocks.
func (b builtSchool) alone(address string) (list []string) {
	for _, n := range elements(b.pages[address].root, withClass("slide")) {
		list = append(list, wordsIn(n))
	}
	for _, block := range b.pages[address].blocks {
		if len(list) == 0 || strings.Contains(block.where, " ") {
			list = append(list, block.text)
		}
	}
	return list
}

// wrongPlural is one thing that is called many. "One slips out" is a sentence.
var wrongPlural = regexp.MustCompile(`\b(?:1 slips|all one|(?:1|[Oo]ne) (?:rules|lessons|questions|sides|big ideas|minutes|parts|themes))\b`)

// dateOfFiles is a date that nobody reads aloud.
var dateOfFiles = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`)

// readsRight holds that no heading, link or item of a list is empty, that one thing is not called many, and that
// days are in words.
func (b builtSchool) readsRight(t *testing.T) {
	for _, address := range slices.Sorted(maps.Keys(b.pages)) {
		for _, n := range elements(b.pages[address].root, func(n *html.Node) bool {
			return slices.Contains([]string{"h1", "h2", "h3", "h4", "a", "li", "th"}, n.Data)
		}) {
			if wordsIn(n) == "" && len(elements(n, func(n *html.Node) bool { return n.Data == "img" || n.Data == "svg" })) == 0 {
				t.Errorf("%s: a %s is empty (class %q)", address, n.Data, attributeOf(n, "class"))
			}
		}
		for _, block := range b.pages[address].blocks {
			if found := dateOfFiles.FindString(block.text); found != "" && !strings.Contains(block.where, " ") {
				t.Errorf("%s has a date as files have it, %q: %s", address, found, shortened(block.text))
			}
			if found := wrongPlural.FindString(block.text); found != "" {
				t.Errorf("%s says %q: %s", address, found, shortened(block.text))
			}
		}
	}
}

// leadsSomewhere holds that every address of this site that a page leads to is there.
func (b builtSchool) leadsSomewhere(t *testing.T) {
	for _, address := range slices.Sorted(maps.Keys(b.pages)) {
		for n := range b.pages[address].root.Descendants() {
			for _, a := range n.Attr {
				if (a.Key == "href" || a.Key == "src") && !b.has(a.Val, address) {
					t.Errorf("%s leads to %q, which is not there", address, a.Val)
				}
			}
		}
	}
}

// has reports whether the site has an address to which one of its pages leads. Other sites have theirs.
func (b builtSchool) has(to, from string) bool {
	u, err := url.Parse(strings.TrimPrefix(to, strings.TrimSuffix(schoolSite, "/")))
	if err != nil || u.IsAbs() || u.Host != "" {
		return err == nil
	}
	path := cmp.Or(u.Path, from)
	page, is := b.pages[path]
	if !is || u.Fragment == "" {
		return is || b.all[path]
	}
	return len(elements(page.root, func(n *html.Node) bool { return attributeOf(n, "id") == u.Fragment })) > 0
}
