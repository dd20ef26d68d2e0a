package draft_test

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/match"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// ruleOf is a rule for pupils, with the stage of its document.
type ruleOf struct {
	model.Clause
	stage string
	said  string // its whole sentence
	whole bool   // its text is a sentence of its own
}

// rules returns the rules for pupils of a draft.
func rules(d *draft.Draft) (list []ruleOf) {
	for _, doc := range d.Documents {
		for _, s := range doc.Sections {
			for c := range s.AllClauses() {
				if doc.Stage.Value != "" && len(c.Clauses) == 0 {
					said, whole := site.Published(c.Text, c.Errata), s.Stem.Value == "" && c.Say.Value == ""
					if stem := s.Stem.Value; stem != "" {
						said = site.Joined(stem, said)
					}
					list = append(list, ruleOf{*c, doc.Stage.Value, cmp.Or(c.Say.Value, said), whole})
				}
			}
		}
	}
	return list
}

// check reports what the card of a rule lacks, words that are not the rule's own, or a lesson that is not the one that the words show.
func (r ruleOf) check(t *testing.T, m *match.Matcher) {
	t.Helper()
	if r.Title.Value == "" || !site.Repeats(r.Plain.Value, r.said) || r.Picture.Value == "" || len(strings.Fields(r.Title.Value)) > 9 {
		t.Errorf("%s: title %q, plain %q, picture %q", r.ID, r.Title, r.Plain, r.Picture)
	}
	l := r.Lesson
	if l == nil || (l.Name.Value == "") == (l.None.Value == "") || l.Matched != (l.Name.Value != "") {
		t.Errorf("%s: lesson %v", r.ID, l)
		return
	}
	if !r.whole {
		return
	}
	if want := m.Rule(r.Text.Value, match.For{Audience: "pupils", Stage: r.stage}).Lesson; want != "" && want != r.stage+"/"+l.Name.Value {
		t.Errorf("%q has the lesson %q, want %q", r.Text, l.Name, want)
	}
}

// Each rule for pupils has what its card needs, and the lesson that its words show if they are sure.
func TestRulesAreMatchedWithLessons(t *testing.T) {
	names, _ := filepath.Glob("testdata/s*.txtar")
	m := match.New(library())
	taught, asked := 0, 0
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := draft.Make(files(t, archive).sources, library(), nil)
		if err != nil {
			t.Fatal(err)
		}
		slugs := map[string]bool{}
		for _, r := range rules(d) {
			r.check(t, m)
			if slugs[r.Slug.Value] {
				t.Errorf("%s: two rules have the slug %q", name, r.Slug)
			}
			slugs[r.Slug.Value] = true
			taught += one(r.Lesson.Name.Value != "")
		}
		for _, q := range d.Questions {
			asked += one(q.Ask == draft.WhichLesson)
		}
	}
	if taught < 15 {
		t.Errorf("only %d rules have lessons", taught)
	}
	t.Logf("%d rules have lessons, %d are asked about", taught, asked)
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// What somebody answers on the lesson of a rule holds, whatever its words show; an answer for another stage does not count.
func TestAnAnswerGivesARuleItsLesson(t *testing.T) {
	const text = "I will keep my password secret."
	for _, c := range []struct {
		answer, want string
		used         bool
	}{{"ks2/polite", "polite", true}, {"none", "", true}, {"ks1/tell", "passwords", false}, {"ks2/unknown", "passwords", false}} {
		g := files(t, txtar.Parse(fmt.Appendf(nil, "-- a.md --\n# KS2 rules\n\n- %s\n- I will be kind.\n-- answers --\nlesson | %[1]s | %s\n", text, c.answer)))
		d, err := draft.Make(g.sources, library(), g.answers)
		if err != nil {
			t.Fatal(err)
		}
		l := rules(d)[0].Lesson
		said := slices.ContainsFunc(d.Questions, func(q draft.Question) bool { return q.Ask == draft.WhichLesson && q.Answer == c.answer })
		if l.Name.Value != c.want || l.Matched == c.used || said != c.used {
			t.Errorf("%s: %v, asked: %v", c.answer, *l, d.Questions)
		}
	}
}

// A rule that allows a meeting with somebody known online gets no lesson that says to make no plan: somebody is asked.
func TestAMeetingThatMayGoAheadIsAskedAbout(t *testing.T) {
	const allowed = "If I arrange to meet people off-line that I have communicated with online, I will do so in a public place and take an adult with me."
	for rule, asks := range map[string]bool{allowed: true, "I will not arrange to meet anyone unless my parent comes with me.": false} {
		g := files(t, txtar.Parse([]byte("-- a.md --\n# KS2 rules\n\n- "+rule+"\n- I will be kind.\n")))
		d, err := draft.Make(g.sources, library(), nil)
		if err != nil {
			t.Fatal(err)
		}
		asked := slices.ContainsFunc(d.Questions, func(q draft.Question) bool { return q.Ask == draft.WhichLesson && q.About == rule })
		if l := rules(d)[0].Lesson; asked != asks || (l.Name.Value == "") != asks {
			t.Errorf("%s: asked %t, lesson %q", rule, asked, l.Name)
		}
	}
}

// Slips of spelling are corrected only if somebody wants it: with the first word that is like it, with another, or with words of their own.
func TestSlipsAreCorrectedAsSomebodySays(t *testing.T) {
	for answer, want := range map[string]string{
		"": "", "spelling | pasword | keep": "", "spelling | pasword | correct": "pasword -> password", "spelling | my my | correct": "my my -> my",
		"spelling | pasword | pass word": "pasword -> pass word",
	} {
		g := files(t, txtar.Parse([]byte("-- a.md --\n# KS2 rules\n\n- I will tell nobody my my pasword.\n- I will be kind.\n-- answers --\n"+answer+"\n")))
		d, err := draft.Make(g.sources, library(), g.answers)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, e := range rules(d)[0].Errata {
			got += e.Was.Value + " -> " + e.Now.Value
		}
		if got != want {
			t.Errorf("%s: corrected %q, want %q", answer, got, want)
		}
	}
}

// An answer is found however its apostrophes are written. A slip of spelling is meant to the letter.
func TestAnAnswerIsFoundHoweverItIsWritten(t *testing.T) {
	for _, c := range []struct {
		ask  draft.Ask
		a, b string
		want bool
	}{
		{model.WhichSentence, "Don't  run", "Don’t run", true}, {model.WhichSentence, "Don't run", "Don't walk", false},
		{model.WhichSpelling, "teh", "teh", true}, {model.WhichSpelling, "teh", "Teh", false},
	} {
		if got := draft.SameWords(c.ask, c.a, c.b); got != c.want {
			t.Errorf("%s: %q and %q: %t", c.ask, c.a, c.b, got)
		}
	}
}

// The title and the plain words of a rule are its own. What the library offers says nothing that the rule does not: no leave that it does not
// give, no reason of its own. A topic that is not sure offers nothing.
func TestTheWordsOfARuleAreItsOwn(t *testing.T) {
	for rule, want := range map[string]struct{ title, offer string }{
		"I will keep my password secret.":                                                                    {"Keep my password secret", "I keep my passwords to myself and keep them safe."},
		"I will ask a teacher if I want to use the tablets.":                                                 {"Ask a teacher…", ""},
		"I will not join group chats without asking at home.":                                                {"Do not join group chats without…", ""},
		"I will not use Instagram or TikTok unless my parents agree.":                                        {"Do not use Instagram…", "I use social media only when a grown-up agrees."},
		"If I arrange to meet people off-line that I have talked to online, I will do so in a public place.": {"Arrange to meet people off-line…", ""},
		"I will never use Snapchat or TikTok.":                                                               {"Never use Snapchat…", "I do not use social media."},
		"I will not buy anything in games or apps with money.":                                               {"Do not buy anything in games…", ""},
		"When my teacher allows it, I will use my phone.":                                                    {"Use my phone…", ""},
		"While I am using the internet at school, I will keep my password safe.":                             {"Keep my password safe", "I keep my passwords to myself and keep them safe."},
	} {
		g := files(t, txtar.Parse([]byte("-- a.md --\n# KS2 rules\n\n- "+rule+"\n- I will hand my phone in at the office.\n")))
		d, err := draft.Make(g.sources, library(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if r := rules(d)[0]; r.Title.Value != want.title || r.Plain.Value != rule {
			t.Errorf("%s: title %q, plain %q", rule, r.Title, r.Plain)
		}
		i := slices.IndexFunc(d.Lines, func(l draft.Line) bool { return l.Words() == rule })
		if offer := d.Lines[i].Offer; offer != want.offer {
			t.Errorf("%s: offers %q", rule, offer)
		}
	}
}

// A noun without a verb does not go on from a stem: somebody is asked for the sentence, and a build waits for it.
func TestANounAloneIsAskedAbout(t *testing.T) {
	for text, asks := range map[string]bool{
		"mobile phone": true, "smart watch": true, "jewellery": true, "games console": true, "social media": true, "mobile phones": true,
		"run": false, "swear": false, "share my password": false, "waste paper": false, "be rude": false, "always log off": true,
		"peep into, rename or bin what another person has saved": false,
	} {
		g := files(t, txtar.Parse([]byte("-- a.md --\n# KS2 rules\n\nI will not:\n\n- "+text+"\n- tell lies online\n")))
		d, err := draft.Make(g.sources, library(), nil)
		if err != nil {
			t.Fatal(err)
		}
		asked := slices.ContainsFunc(d.Questions, func(q draft.Question) bool { return q.Ask == draft.WhichSentence && q.Must && q.About == text })
		if asked != asks {
			t.Errorf("%q: asked %t", text, asked)
		}
	}
}

// The words of a stem that say only that somebody uses technology do not show the topic of each rule below it.
func TestAStemDoesNotMakeATopicSure(t *testing.T) {
	g := files(t, txtar.Parse([]byte("-- a.md --\n# KS1 rules\n\nWhen I use the school’s ICT systems and get onto the internet in school I will:\n\n- click on nothing by mistake\n- save my things\n- never share my password\n")))
	d, err := draft.Make(g.sources, library(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Click on nothing by mistake", "Save my things", "Never share my password"}
	for i, r := range rules(d) {
		if r.Title.Value != want[i] {
			t.Errorf("%q has the title %q, want %q", r.Text, r.Title, want[i])
		}
	}
	offers := 0
	for _, l := range d.Lines {
		offers += one(l.Offer != "")
	}
	if offers != 1 {
		t.Errorf("%d rules are offered plain words, want 1", offers)
	}
}
