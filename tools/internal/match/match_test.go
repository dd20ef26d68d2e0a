package match_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/match"
	"safeonline/tools/internal/model"
)

var update = flag.Bool("update", false, "rewrite the expected explanations")

// library returns the data of this school and of the library, with the lessons.
func library(t testing.TB) model.Data {
	t.Helper()
	fsys := os.DirFS("../../..")
	data, faults, err := clause.Read(fsys, folder.School)
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	data.Lessons, faults, err = lesson.ReadAll(fsys, data.StageIDs())
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	return data
}

// of returns whom a document of this school is for.
func of(d model.Document) match.For {
	if d.Stage.Value == "" {
		return match.For{Audience: "staff"}
	}
	return match.For{Audience: "pupils", Stage: d.Stage.Value}
}

func TestEachRuleOfThisSchoolHasItsLesson(t *testing.T) {
	data, n := library(t), 0
	m := match.New(data)
	for _, d := range data.Documents {
		for _, c := range d.Clauses() {
			if c.Lesson == nil {
				continue
			}
			n++
			if got, want := m.Rule(c.Text.Value, of(d)), d.Stage.Value+"/"+c.Lesson.Name.Value; got.Lesson != want {
				t.Errorf("%s has the lesson %q, want %q: %v %.1f, then %v %.1f: %s", c.ID, got.Lesson, want, got.Candidate, got.Score, got.Next, got.Next.Score, got.Why)
			}
		}
	}
	if n != 22 {
		t.Errorf("compared %d rules, want 22", n)
	}
}

// explain says in a few lines how a rule was matched.
func explain(text string, got match.Match) string {
	s := fmt.Sprintf("%s\n  %v (%.1f); next %v (%.1f)\n", text, got.Candidate, got.Score, got.Next, got.Next.Score)
	if got.Stance != nil {
		s += "  stance: " + got.Stance.ID.Value + "\n"
	}
	if got.Lesson != "" {
		return s + "  lesson: " + got.Lesson + "\n"
	}
	return s + "  no lesson: " + got.Why + "\n"
}

func TestExplanations(t *testing.T) {
	data := library(t)
	m := match.New(data)
	var b strings.Builder
	named := strings.NewReplacer(data.School.Short.Value, "the school") // whose name is in its data alone
	for _, d := range data.Documents {
		for _, c := range d.Clauses() {
			b.WriteString(explain(named.Replace(c.Text.Value), m.Rule(c.Text.Value, of(d))))
		}
	}
	const file = "testdata/explanations.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the explanations are not those of %s: see the difference with -update", file)
	}
}

// A school that never lets phones in must not be given a lesson about handing them in.
func TestALessonNeedsTheSameStance(t *testing.T) {
	m := match.New(library(t))
	ks1, ks2 := match.For{Audience: "pupils", Stage: "ks1"}, match.For{Audience: "pupils", Stage: "ks2"}
	for _, c := range []struct {
		text           string
		of             match.For
		stance, lesson string
	}{
		{"I hand my mobile phone in at the office when I arrive.", ks2, "handed-in", "ks2/phones"},
		{"I will not use a mobile phone unless my teacher says so.", ks2, "with-leave", "ks2/phones"},
		{"I must leave my mobile phone at home.", ks2, "never", ""},
		{"Smart watches that take photos are not allowed, and nor are phones.", ks2, "never", ""},
		{"Mobile phones are not allowed; messages for pupils go through the office.", ks2, "never", ""},
		{"I do not bring my phone to school unless I am in Year 6, and then I give it to the office.", ks2, "with-leave", "ks2/phones"},
		{"Phones and smart watches are locked away by my teacher until home time.", ks2, "handed-in", "ks2/phones"},
		{"Turning photos of classmates into memes to make fun of them is bullying.", ks2, "posts", "ks2/kind-posts"},
		{"My phone is switched off and in my bag all day.", ks2, "off", ""},
		{"I will not arrange to meet anyone unless a parent comes with me.", ks2, "with-an-adult", "ks2/meeting-and-pictures"},
		{"I will never arrange to meet anyone I have met online.", ks2, "", "ks2/online-friends"},
		{"If I arrange to meet people off-line that I have communicated with online, I will do so in a public place and take an adult with me.", ks2, "arranged", ""},
		{"With my parents' permission I may meet friends I made online.", ks2, "arranged", ""},
		{"When I meet an online friend, I will take a grown-up with me.", ks2, "arranged", ""},
		{"I will only meet someone I have talked to online in a public place and with my parents.", ks2, "arranged", ""},
		{"I will never meet anyone in a public place or at home unless my parent comes with me.", ks2, "with-an-adult", "ks2/meeting-and-pictures"},
		{"I won't meet people from the internet, even in a public place.", ks2, "never", "ks2/online-friends"},
		{"If I am asked to meet someone from online I will tell an adult.", ks2, "never", "ks2/online-friends"},
		{"I may not meet anyone I know only online.", ks2, "never", "ks2/online-friends"},
		{"I only talk to people online when a grown-up is with me.", ks1, "with-an-adult", "ks1/talking-online"},
		{"I keep my password secret.", ks1, "", ""},
		{"I keep my password secret.", match.For{Audience: "parents"}, "", ""},
	} {
		got := m.Rule(c.text, c.of)
		if got.Lesson != c.lesson {
			t.Errorf("%q has the lesson %q, want %q: %s", c.text, got.Lesson, c.lesson, explain(c.text, got))
		}
		if c.stance != "" && (got.Stance == nil || got.Stance.ID.Value != c.stance) {
			t.Errorf("%q has another stance than %s: %s", c.text, c.stance, explain(c.text, got))
		}
		if got.Lesson == "" && got.Why == "" {
			t.Errorf("%q has no lesson, and nothing says why", c.text)
		}
	}
}

func TestOtherRulesHaveNoTopic(t *testing.T) {
	m := match.New(library(t))
	for _, text := range []string{"", "…", "I will wear my school tie.", "I walk in the corridors.", "\xff\xfe", strings.Repeat("a ", 5000)} {
		if got := m.Rule(text, match.For{Audience: "pupils", Stage: "ks2"}); got.Sure || got.Lesson != "" || got.Why == "" {
			t.Errorf("%.40q: %s", text, explain(text, got))
		}
	}
}

func TestATopicIsOnlyForItsAudiences(t *testing.T) {
	m := match.New(library(t))
	const text = "I give consent for photographs of my child."
	if got := m.Rule(text, match.For{Audience: "parents"}); got.Topic == nil || got.Topic.ID.Value != "consent" {
		t.Error(explain(text, got))
	}
	if got := m.Rule(text, match.For{Audience: "pupils"}); got.Topic != nil && got.Topic.ID.Value == "consent" {
		t.Error(explain(text, got))
	}
}

func TestWhatIsOfferedIsThatOfTheStance(t *testing.T) {
	m := match.New(library(t))
	never := m.Rule("I must leave my mobile phone at home.", match.For{Audience: "pupils", Stage: "ks2"})
	leave := m.Rule("I will not use a mobile phone unless my teacher says so.", match.For{Audience: "pupils", Stage: "ks2"})
	if never.Plain() == leave.Plain() || never.Plain() != never.Stance.Plain.Value || leave.Plain() != leave.Topic.Plain.Value {
		t.Errorf("offered %q and %q", never.Plain(), leave.Plain())
	}
	if never.Picture() != "📵" {
		t.Errorf("offered %s", never.Picture())
	}
}

func BenchmarkRules(b *testing.B) {
	m, rules := match.New(library(b)), judgedRules(b)
	for b.Loop() {
		for _, j := range rules {
			m.Rule(j.Text, j.of())
		}
	}
}
