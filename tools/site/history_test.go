package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/folder"
)

// threeOaks is an invented school that has adopted its policy three times.
const threeOaks = "three-oaks"

// became is what an edition made of a part of the policy: in which ways it changed, what its card says, and what it does not say.
type became struct {
	id    string
	as    string
	says  []string
	takes []string // the words that are struck through
	puts  []string // the words that are underlined
}

// Every part that an edition changed has a card on the page of changes, with what it was and what it is, and no other part has one.
func TestEachChangeOfAnEditionIsShown(t *testing.T) {
	t.Parallel()
	dir, school := copyProject(t), "schools/"+threeOaks
	must(t, os.CopyFS(filepath.Join(dir, school), os.DirFS(filepath.Join("testdata", school))))
	b := buildSchool(t, dir, school)
	cards := changeCards(b.pages["/policy/changes/"].root)
	want := []became{
		{id: "oak-teach", as: "Moved", says: []string{"Was: Online Life Policy, How we keep it, 1. Now: Online Life Policy, How we keep it, 2."}},
		{
			id: "oak-phones", as: "Changed", takes: []string{"use", "at"}, puts: []string{"bring", "or a watch that takes calls to"},
			says: []string{"Lesson read with the new words on", "Why: guidance says that the whole day is without phones", "(taken out: use)"},
		},
		{id: "oak-polite", as: "Moved", says: []string{"Was: Oak rules, Other people, 3. Now: Oak rules, What I promise, 2."}},
		{id: "oak-passwords", as: "Moved", says: []string{"Was: Oak rules, What I promise, 2. Now: Oak rules, Other people, 3."}},
		{
			id: "oak-machines", as: "New", puts: []string{"I will say when a machine has helped me, and check what it tells me."},
			says: []string{"Not in this edition.", "No lesson: no lesson of the library is about it", "Why: earlier rules say nothing of artificial intelligence"},
		},
		{id: "oak-visitors", as: "Dropped", takes: []string{"What Visitors Agree To I have read this. Name"}},
		{id: "oak-pictures", as: "Dropped", takes: []string{"I will not take a picture of a child."}, says: []string{"Not in this edition."}},
		{id: "2022-09-05-oak-why", as: "Changed", puts: []string{"at school and at home,"}},
		{id: "2022-09-05-oak-passwords", as: "Changed", puts: []string{"and change them when somebody has seen them"}},
		{id: "2022-09-05-oak-friends", as: "New", puts: []string{"I will not meet anybody whom I know only from online."}},
		{id: "2022-09-05-oak-files", as: "Dropped", takes: []string{"I will open only my own files on the shared drive."}, says: []string{"Why: the shared drive is no more"}},
	}
	var shown, wanted []string
	for _, c := range cards {
		shown = append(shown, attributeOf(c, "id"))
	}
	for _, w := range want {
		wanted = append(wanted, w.id)
		i := slices.Index(shown, w.id)
		if i < 0 {
			continue
		}
		card := cards[i]
		if as := strings.Join(wordsOfAll(card, "span", "changed"), ", "); as != w.as {
			t.Errorf("%s: %s, want %s", w.id, as, w.as)
		}
		if takes, puts := wordsOfAll(card, "del", ""), wordsOfAll(card, "ins", ""); !slices.Equal(takes, w.takes) || !slices.Equal(puts, w.puts) {
			t.Errorf("%s: takes out %q and puts in %q, want %q and %q", w.id, takes, puts, w.takes, w.puts)
		}
		for _, says := range w.says {
			if text := wordsIn(card); !strings.Contains(text, says) {
				t.Errorf("%s does not say %q: %s", w.id, says, text)
			}
		}
	}
	if slices.Sort(shown); !slices.Equal(shown, slices.Sorted(slices.Values(wanted))) {
		t.Errorf("cards of %q, want %q", shown, wanted)
	}
}

// changeCards returns the cards of a page of changes.
func changeCards(doc *html.Node) []*html.Node {
	return elements(doc, func(e *html.Node) bool {
		return e.Data == "article" && strings.Contains(attributeOf(e, "class"), "change")
	})
}

// wordsOfAll returns the texts of the elements of a name, and of a class if one is given.
func wordsOfAll(root *html.Node, name, class string) (texts []string) {
	for _, e := range elements(root, func(e *html.Node) bool { return e.Data == name && (class == "" || attributeOf(e, "class") == class) }) {
		texts = append(texts, wordsIn(e))
	}
	return texts
}

// threeEditions is a history of a school that has named its owner.
const threeEditions = `owner: the computing lead
editions: [{ adopted: 2017 }, { adopted: 2022-09-05 }, { adopted: 2026-09-01, by: the board }]
approvals: [{ on: 2026-09-02, by: the chair }]
`

// What a page says of the policy's past, whatever the school has recorded.
func TestTheStateOfThePolicyIsTrue(t *testing.T) {
	t.Parallel()
	dir := factProject(t)
	for _, c := range []struct {
		name, history string
		says          []string // on /policy/
		not           []string
		changes       []string // on /policy/changes/
	}{
		{
			name: "one edition", history: "editions: [{ adopted: 2017 }]",
			says:    []string{"Adopted 2017. No later review is recorded.", "Approved by Not known", "Last review None recorded", "Next review Not known"},
			not:     []string{"Overdue", "Reviewed"},
			changes: []string{"The school has one edition of the policy on record, adopted 2017. There is nothing to compare it with."},
		},
		{
			name: "a review since", history: "editions: [{ adopted: 2017 }]\nreviews: [{ on: 2016-05-01, by: the staff }, { on: 2019-05-01, by: the governors }]",
			says: []string{"Reviewed 1 May 2019", "Last review 1 May 2019 by the governors"},
			not:  []string{"No later review", "2016"},
		},
		{
			name: "a review before", history: "editions: [{ adopted: 2017 }]\nreviews: [{ on: 2016-05-01, by: the staff }]",
			says: []string{"Adopted 2017. No later review is recorded.", "Last review 1 May 2016 by the staff"},
		},
		{
			name: "a review to come", history: "editions: [{ adopted: 2017 }]\nnext-review: 2099-01-02",
			says: []string{"Adopted 2017. No later review is recorded.", "Next review 2 January 2099"},
		},
		{
			name: "a review overdue", history: "editions: [{ adopted: 2017 }]\nnext-review: 2018-01-02",
			says: []string{"Next review 2 January 2018", "Overdue: the review was due on 2 January 2018"}, // hidden until a script has seen the clock
		},
		{
			name: "an edition whose words are lost", history: "editions: [{ adopted: 2017 }, { adopted: 2026-09-01, by: the board, for: new law }]\napprovals: [{ on: 2018-01-01, by: the old board }]",
			says:    []string{"Adopted 1 September 2026. No later review is recorded.", "Adopted 1 September 2026 by the board", "Approved by Not known"},
			changes: []string{"From 2017 to 1 September 2026", "Adopted by the board.", "What for: new law.", "what changed is not known", "The first edition on record: 2017"},
		},
		{
			name: "three editions, a review since and one to come", history: threeEditions + "reviews: [{ on: 2026-10-01, by: the governors }]\nnext-review: 2099-01-02",
			says:    []string{"Reviewed 1 October 2026", "Adopted 1 September 2026 by the board", "Approved by the chair, 2 September 2026", "Next review 2 January 2099"},
			not:     []string{"No later review", "Not known"},
			changes: []string{"From 5 September 2022 to 1 September 2026", "From 2017 to 5 September 2022", "The first edition on record: 2017"},
		},
		{
			name: "three editions, a review before the last and one overdue", history: threeEditions + "reviews: [{ on: 2024-10-01, by: the governors }]\nnext-review: 2026-09-03",
			says: []string{"Adopted 1 September 2026. No later review is recorded.", "Last review 1 October 2024 by the governors", "Overdue: the review was due on 3 September 2026"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := historySchool(t, dir, c.history)
			b.tells(t, "/policy/", c.says, c.not)
			b.tells(t, "/about/governors/", c.says, nil)
			onPaper := slices.DeleteFunc(slices.Clone(c.says), func(s string) bool { return strings.HasPrefix(s, "Overdue") })
			b.tells(t, "/print/policy/", onPaper, append(c.not, "Overdue"))
			b.tells(t, "/policy/changes/", c.changes, []string{"overdue"})
		})
	}
}

// tells holds that a page says some words and not others.
func (b builtSchool) tells(t *testing.T, address string, says, not []string) {
	t.Helper()
	text := b.pageText(t, address)
	for _, words := range says {
		if !strings.Contains(text, words) {
			t.Errorf("%s does not say %q", address, words)
		}
	}
	for _, words := range not {
		if strings.Contains(text, words) {
			t.Errorf("%s says %q", address, words)
		}
	}
}

// historySchool builds the project's own school in a copy of the project, with another history.
func historySchool(t *testing.T, dir, history string) builtSchool {
	t.Helper()
	must(t, os.WriteFile(filepath.Join(dir, folder.School, "history.yaml"), []byte(history+"\n"), 0o644))
	return buildOwn(t, dir)
}
