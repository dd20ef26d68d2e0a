package export

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// What is too long for a game is reported at its place: a short stem as an error, and what is left out in one warning for a lesson.
func TestWhatIsTooLongForAGameIsReported(t *testing.T) {
	const head = "---\ntopic: x\n---\n\n## Quiz\n"
	ask := func(id, stem, short, option string) string {
		if short != "" {
			short = "\nShort: " + short + "\n"
		}
		return fmt.Sprintf("\n### %s {#%s}\n\n%s\n%s\n- [x] %s\n  > Yes.\n- [ ] b `c`\n  > No.\n", strings.ToUpper(id), id, stem, short, option)
	}
	long, fits := strings.Repeat("a", 121), strings.Repeat("a", 120)
	for _, c := range []struct{ what, quiz, faults string }{
		{"what fits", ask("a", fits, "", strings.Repeat("a", 75)), ""},
		{"a long stem", ask("a", long, "", "b"), `7:5 too-long-in-game: the file x-kahoot.xlsx leaves out 1 question: "A" has a stem of 121 letters, and 120 fit`},
		{"a long stem with a short one", ask("a", long, fits, "b"), ""},
		{"a short stem that is too long", ask("a", long+"a", long, "b"), "11:8 short-stem: the short stem has 121 letters, and may have at most 120"},
		{"a long answer", ask("a", "b", "", strings.Repeat("a", 76)), `7:5 too-long-in-game: the file x-kahoot.xlsx leaves out 1 question: "A" has an answer of 76 letters, and 75 fit`},
		{"two in a lesson, with one that fits before", ask("a", fits, "", "b") + ask("b", long, "", "b") + ask("c", long, "", "b"),
			`16:5 too-long-in-game: the file x-kahoot.xlsx leaves out 2 questions: "B" has a stem of 121 letters, and 120 fit; "C" has a stem of 121 letters, and 120 fit`},
		{"three dots, which are one letter", ask("a", fits[2:]+"...", "", "b"), ""},
		{"no question of games", "\n### A {#a}\n\n" + long + "\n\n1. b\n   > c\n2. d\n   > e\n", ""},
	} {
		l, faults := lesson.Read(diag.NewSource("content/lessons/ks2/x.md", []byte(head+c.quiz)))
		if faults = slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Code == diag.MissingSection }); len(faults) > 0 {
			t.Fatal(c.what, faults)
		}
		l.Flawed = false
		var got []string
		for _, f := range Check([]model.Lesson{l}) {
			got = append(got, fmt.Sprintf("%d:%d %s: %s", f.Pos.Line, f.Pos.Col, f.Code, f.Message))
		}
		if got := strings.Join(got, "\n"); got != c.faults {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.faults)
		}
	}
}

// docs/exports.md says how many questions games hold: each that asks to choose.
func TestGamesHoldWhatTheGuideSays(t *testing.T) {
	all, chosen, whole := 0, 0, 0 // whole are those that Kahoot has room for without short stems
	held := map[string]int{}
	for _, l := range lessons(t) {
		for _, q := range l.Questions {
			if q.From != "" {
				continue
			}
			all++
			if quiz.Of(q.Kind).Games {
				chosen++
			}
			for _, id := range []string{"kahoot", "blooket", "quizizz"} {
				if format(t, id).refuses(q) == nil {
					held[id]++
				}
			}
			q.Short = ""
			if format(t, "kahoot").refuses(q) == nil {
				whole++
			}
		}
	}
	guide, err := os.ReadFile(project + "/docs/exports.md")
	must(t, err)
	why := format(t, "kahoot").refuses(Question{Kind: quiz.Choice, Stem: strings.Repeat("a", 1000)})
	if rules, err := os.ReadFile(project + "/docs/authoring.md"); err != nil || !strings.Contains(string(rules), fmt.Sprintf("of up to %d letters", why.Values["most"])) {
		t.Errorf("docs/authoring.md does not say that a short stem may have %d letters; %v", why.Values["most"], err)
	}
	want := fmt.Sprintf("Of the %d questions of our lessons, %d ask to choose. Kahoot holds %d of them (%d without their short forms), Blooket %d and Quizizz %d.", all, chosen, held["kahoot"], whole, held["blooket"], held["quizizz"])
	if !strings.Contains(strings.Join(strings.Fields(string(guide)), " "), want) {
		t.Errorf("docs/exports.md does not say: %s", want)
	}
}
