package adopt_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/adopt"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func text(s string) diag.Text { return diag.Text{Value: s} }

// rules makes a document of clauses: each a text, with an id of its place.
func rules(texts ...string) []model.Document {
	d := model.Document{ID: text("elm"), Kind: text("agreement"), Title: text("Elm"), Heading: text("Elm rules"), Stage: text("juniors")}
	s := model.Section{ID: text("elm-rules"), Short: text("Proposed.")}
	for i, t := range texts {
		s.Clauses = append(s.Clauses, model.Clause{ID: text(fmt.Sprintf("elm-%d", i+1)), Text: text(t), Slug: text(fmt.Sprintf("slug-%d", i+1)), Title: text("Proposed"),
			Lesson: &model.LessonOf{Name: text("proposed")}})
	}
	d.Sections = []model.Section{s}
	return []model.Document{d}
}

// shown returns the ids and texts of the clauses of the first document.
func shown(j adopt.Joined) string {
	var list []string
	for c := range j.Documents[0].AllClauses() {
		list = append(list, c.ID.Value+" "+c.Text.Value)
	}
	return strings.Join(list, "; ")
}

const (
	phone  = "I will not use a mobile phone on school property at any time unless my teacher approves it."
	phones = "I will not use a mobile phone on school property unless my teacher approves it."
	secret = "I will not tell other people my passwords and will keep them safe"
	kind   = "I will be polite and kind to everybody online"
	watch  = "I will hand my watch in at the office before lessons begin"
)

// A clause keeps its id whatever its place, and if its words are clearly the same clause. A new one never gets an id that was used.
func TestIdsStay(t *testing.T) {
	for _, c := range []struct {
		name      string
		was, now  []string
		used      []string
		want      string
		dropped   string
		changesOf string
	}{
		{"the same", []string{phone, secret}, []string{phone, secret}, nil, "elm-1 " + phone + "; elm-2 " + secret, "", ""},
		{"moved", []string{phone, secret, kind}, []string{secret, kind, phone}, nil, "elm-2 " + secret + "; elm-3 " + kind + "; elm-1 " + phone, "", "moved elm-1"},
		{"changed", []string{phone, secret}, []string{phones, secret}, nil, "elm-1 " + phones + "; elm-2 " + secret, "", "changed elm-1"},
		{"between", []string{phone, secret}, []string{phone, watch, secret}, nil, "elm-1 " + phone + "; elm-3 " + watch + "; elm-2 " + secret, "", "new elm-3"},
		{"dropped", []string{phone, secret, kind}, []string{phone, kind}, nil, "elm-1 " + phone + "; elm-3 " + kind, "elm-2", "dropped elm-2"},
		{"another", []string{phone, secret}, []string{phone, watch}, nil, "elm-1 " + phone + "; elm-3 " + watch, "elm-2", "new elm-3, dropped elm-2"},
		{"used", []string{phone}, []string{phone, watch}, []string{"elm-2", "elm-7"}, "elm-1 " + phone + "; elm-8 " + watch, "", "new elm-8"},
		{"twice", []string{kind, kind}, []string{kind, kind}, nil, "elm-1 " + kind + "; elm-2 " + kind, "", ""},
		{"quotes", []string{"Don't tell"}, []string{"Don’t tell"}, nil, "elm-1 Don’t tell", "", "changed elm-1"},
	} {
		j := adopt.Join(rules(c.was...), rules(c.now...), c.used, nil)
		var changes []string
		for _, ch := range j.Changes {
			changes = append(changes, fmt.Sprint(ch.Kind, " ", ch.Of))
		}
		if got := shown(j); got != c.want || strings.Join(j.Dropped, ", ") != c.dropped || strings.Join(changes, ", ") != c.changesOf {
			t.Errorf("%s:\n%s\ndropped %v, changes %v\nwant\n%s\ndropped %s, changes %s", c.name, got, j.Dropped, changes, c.want, c.dropped, c.changesOf)
		}
	}
}

// What somebody set stays, and what only the files know comes from them.
func TestWhatWasSetByHandStays(t *testing.T) {
	was, made := rules(phone, secret), rules(phones, secret)
	d := &was[0]
	d.Title, d.Order, d.Rules, d.Author = text("Our title"), diag.Number{Value: 4}, &model.RuleSet{Name: text("Elm")}, text("A. Old")
	d.Answers = []model.Answer{{To: text("decides"), Quotes: []model.Cited{{Of: text("elm-1"), Begins: text("I")}}}}
	d.Sections[0].Short = text("Ours.")
	d.Themes = []model.Theme{{ID: text("ours"), Title: text("Ours")}}
	c := &d.Sections[0].Clauses[0]
	c.Title, c.Plain, c.Picture, c.Slug, c.Theme, c.Mark = text("Ours"), text("Ours."), text("📱"), text("ours"), text("ours"), text("A")
	c.Lesson = &model.LessonOf{Name: text("phones"), Read: text("0123abcd"), On: text("2026-01-01")}
	c.Errata = []model.Erratum{{Was: text("mobile phone"), Now: text("mobile telephone")}, {Was: text("at any time"), Now: text("ever")}}
	c.Say = text("Only of the old words.")
	made[0].Author, made[0].Heading = text("B. New"), text("Elm rules 2026")
	made[0].Signoff = []model.Signoff{{Fields: []model.Field{{ID: text("name"), Label: text("Name")}}}}

	now := adopt.Join(was, made, nil, nil).Documents[0]
	got := now.Sections[0].Clauses[0]
	for what, is := range map[string]bool{
		"title of the document": now.Title.Value == "Our title", "order": now.Order.Value == 4, "rules": now.Rules == d.Rules, "answers": len(now.Answers) == 1,
		"short": now.Sections[0].Short.Value == "Ours.", "author": now.Author.Value == "B. New", "heading": now.Heading.Value == "Elm rules 2026", "sign-off": len(now.Signoff) == 1,
		"title": got.Title.Value == "Ours", "plain": got.Plain.Value == "Ours.", "picture": got.Picture.Value == "📱", "slug": got.Slug.Value == "ours", "theme": got.Theme.Value == "ours",
		"mark": got.Mark.Value == "A", "lesson": reflect.DeepEqual(got.Lesson, c.Lesson), "an erratum that fits": len(got.Errata) == 1 && got.Errata[0].Was.Value == "mobile phone",
		"a sentence of old words": got.Say.Value == "", "text": got.Text.Value == phones, "the theme of its neighbour": now.Sections[0].Clauses[1].Theme.Value == "ours",
	} {
		if !is {
			t.Errorf("%s: %+v\n%+v", what, now, got)
		}
	}
}

// An answer takes the place of what is there; so does what the import proposes once an answer has been taken back.
func TestAnAnswerCounts(t *testing.T) {
	was, made := rules(phone), rules(phone)
	was[0].Sections[0].Clauses[0].Lesson = &model.LessonOf{None: text("none fits")}
	was[0].Sections[0].Clauses[0].Errata = []model.Erratum{{Was: text("mobile"), Now: text("moving")}}
	for _, c := range []struct {
		asked  []adopt.Asked
		name   string
		errata int
	}{
		{nil, "", 1},
		{[]adopt.Asked{{Ask: model.WhichLesson, Document: "elm", Clause: "elm-1"}}, "proposed", 1},
		{[]adopt.Asked{{Ask: model.WhichSpelling, Document: "elm", Clause: "elm-1", About: "mobile"}}, "", 0},
	} {
		got := adopt.Join(was, made, nil, c.asked).Documents[0].Sections[0].Clauses[0]
		if got.Lesson.Name.Value != c.name || got.Lesson.Matched != (c.name != "") || len(got.Errata) != c.errata {
			t.Errorf("%v: %+v, %v", c.asked, got.Lesson, got.Errata)
		}
	}
}

// A lesson that nobody but an import has named is the import's to change.
func TestWhatAnImportMatchedMayBeMatchedAnew(t *testing.T) {
	was, made := rules(phone), rules(phone)
	l := &model.LessonOf{Name: text("phones"), Matched: true}
	was[0].Sections[0].Clauses[0].Lesson = l
	if got := adopt.Join(was, made, nil, nil).Documents[0].Sections[0].Clauses[0].Lesson; got.Name.Value != "proposed" || !got.Matched {
		t.Errorf("%+v", got)
	}
	l.Read = text("0123abcd")
	if got := adopt.Join(was, made, nil, nil).Documents[0].Sections[0].Clauses[0].Lesson; got.Name.Value != "phones" {
		t.Errorf("%+v", got)
	}
}

// The title and the plain words that an import made of a rule's words follow these when they change, below a stem, too.
func TestTheWordsOfARuleFollowIt(t *testing.T) {
	was, made := rules("use my phone in class unless my teacher agrees"), rules("use my phone in school unless my teacher agrees")
	was[0].Sections[0].Stem, made[0].Sections[0].Stem = text("I will not:"), text("I will not:")
	old, now := &was[0].Sections[0].Clauses[0], &made[0].Sections[0].Clauses[0]
	old.Title, old.Plain = text("Do not use my phone in class…"), text("I will not use my phone in class unless my teacher agrees.")
	now.Title, now.Plain = text("Anew"), text("I will not use my phone in school unless my teacher agrees.")
	if got := adopt.Join(was, made, nil, nil).Documents[0].Sections[0].Clauses[0]; got.Title != now.Title || got.Plain != now.Plain {
		t.Errorf("title %q, plain %q", got.Title, got.Plain)
	}
}

// A document that the files do not have stays, and so do its ids.
func TestADocumentThatIsNotInTheFilesStays(t *testing.T) {
	was := append(rules(phone), model.Document{ID: text("ash"), Sections: []model.Section{{ID: text("elm-2")}}})
	j := adopt.Join(was, rules(phone, watch), nil, nil)
	if len(j.Documents) != 2 || j.Documents[1].ID.Value != "ash" || len(j.Dropped) > 0 || !slices.ContainsFunc(j.Changes, func(c adopt.Change) bool { return c.Kind == adopt.Untouched }) {
		t.Errorf("%+v", j)
	}
	if got := shown(j); !strings.HasSuffix(got, "elm-3 "+watch) {
		t.Error(got)
	}
}
