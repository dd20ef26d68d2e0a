package diag_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
)

// A fault is printed with its place, its line, and how to fix it.
func ExampleList_Fprint() {
	src := diag.NewSource("content/lessons/ks2/passwords.md", []byte("## Quiz\n\n- [ ] Share it\n"))
	var faults diag.List
	faults.Add(diag.Fault{
		Pos: src.At(11), Code: diag.NoRightAnswer,
		Message: `question "The offer" has no right answer`,
		Hint:    "tick the best option with [x]",
	})
	faults.Fprint(os.Stdout)
	// Output:
	// content/lessons/ks2/passwords.md:3:3: error: question "The offer" has no right answer
	//     3 | - [ ] Share it
	//       |   ^
	//   hint: tick the best option with [x]  [no-right-answer]
}

func printed(src *diag.Source, at diag.Pos) string {
	var faults diag.List
	faults.Add(diag.Fault{Pos: at, Code: diag.Count, Message: "message"})
	var b strings.Builder
	faults.Fprint(&b)
	return b.String()
}

func TestTheCaretIsBelowItsPlaceInATerminal(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for _, c := range []struct{ what, text, place, line, caret string }{
		{"plain words", "one two\n", "two", "one two", "    ^"},
		{"letters with accents", "café two\n", "two", "café two", "     ^"},
		{"a tab, shown as a blank", "\ttwo\n", "two", " two", " ^"},
		{"a wide emoji takes two columns", "🏫 two\n", "two", "🏫 two", "   ^"},
		{"one of an older block too", "✋ two\n", "two", "✋ two", "   ^"},
		{"a skin tone takes none", "👧🏽 two\n", "two", "👧🏽 two", "   ^"},
		{"neither does the mark of a coloured symbol", "✏️ two\n", "two", "✏️ two", "   ^"},
		{"two emoji", "🏫 👧🏽 two\n", "two", "🏫 👧🏽 two", "      ^"},
		{"the end of the line", "one\n", "\n", "one", "   ^"},
		{"a long line is cut behind", "x" + long, "x", "x" + long[:59] + "…", "^"},
		{"a long line is cut before", long + "x", "x", "…" + long[len(long)-59:] + "x", strings.Repeat(" ", 60) + "^"},
		{"what a terminal would obey is not printed", "a\x1b[31mb\x00\n", "b", `a\u{1B}[31mb\u{0}`, "           ^"},
		{"neither is what a reader does not see", "pass\u200bword two\n", "two", `pass\u{200B}word two`, "                 ^"},
		{"the place of it", "pass\u200bword\n", "\u200b", `pass\u{200B}word`, "    ^"},
		{"a place behind a cut sequence of emoji", "👩🏽\u200d🏫 two\n", "🏫", "👩🏽\u200d🏫 two", "  ^"},
		{"a mark takes no column", "cafe\u0301 two\n", "two", "cafe\u0301 two", "     ^"},
		{"a full-width letter takes two", "ａ two\n", "two", "ａ two", "   ^"},
	} {
		src := diag.NewSource("file.md", []byte(c.text))
		got := printed(src, src.At(strings.LastIndex(c.text, c.place)))
		want := "    1 | " + c.line + "\n      | " + c.caret + "\n"
		if !strings.Contains(got, want) {
			t.Errorf("%s: printed\n%s\nwant within it\n%s", c.what, got, want)
		}
	}
}

func TestPlacesCountLinesAndCharactersFromOne(t *testing.T) {
	src := diag.NewSource("file.md", []byte("ab\n👧🏽c\n\nd"))
	for offset, want := range map[int]string{
		-1: "file.md:1:1", 0: "file.md:1:1", 1: "file.md:1:2", 2: "file.md:1:3", 3: "file.md:2:1",
		11: "file.md:2:3", 13: "file.md:3:1", 14: "file.md:4:1", 15: "file.md:4:2", 99: "file.md:4:2",
	} {
		if got := src.At(offset).String(); got != want {
			t.Errorf("offset %d is at %s, want %s", offset, got, want)
		}
	}
	if got := (diag.Pos{Source: src}).String(); got != "file.md" {
		t.Errorf("the whole file is %s", got)
	}
	if got := (diag.Pos{}).String(); got != "-" {
		t.Errorf("nowhere is %s", got)
	}
}

func TestAMissingLineIsEmpty(t *testing.T) {
	src := diag.NewSource("file.md", []byte("one\ntwo"))
	for n, want := range map[int]string{-1: "", 0: "", 1: "one", 2: "two", 3: ""} {
		if got := src.Line(n); got != want {
			t.Errorf("line %d is %q, want %q", n, got, want)
		}
	}
}

func TestFaultsAreSortedByFileLineColumnCodeAndMessage(t *testing.T) {
	a, b := diag.NewSource("a.md", []byte("one\ntwo\n")), diag.NewSource("b.md", nil)
	var faults diag.List
	faults.Add(diag.Fault{Pos: diag.Pos{Source: b}, Code: diag.Count, Message: "8"})
	faults.Add(diag.Fault{Pos: diag.Pos{Source: a, Line: 2, Col: 3}, Code: diag.Count, Message: "7"})
	faults.Add(diag.Fault{Pos: diag.Pos{Source: a, Line: 2, Col: 1}, Code: diag.Count, Message: "6"})
	faults.Add(diag.Fault{Pos: diag.Pos{Source: a, Line: 2, Col: 1}, Code: diag.Count, Message: "5"})
	faults.Add(diag.Fault{Pos: diag.Pos{Source: a, Line: 2, Col: 1}, Code: diag.BadID, Message: "4"})
	faults.Add(diag.Fault{Pos: diag.Pos{Source: a, Line: 1, Col: 2}, Code: diag.Count, Message: "3"})
	faults.Add(diag.Fault{Pos: diag.Pos{Source: a}, Code: diag.Count, Message: "2"})
	faults.Add(diag.Fault{Code: diag.Count, Message: "1"})
	faults.Sort()
	order := ""
	for _, f := range faults {
		order += f.Message
	}
	if order != "12345678" {
		t.Errorf("sorted as %s", order)
	}
}

func TestSeverityFollowsFromTheCodeAndTheWaiver(t *testing.T) {
	for _, c := range []struct {
		fault    diag.Fault
		severity diag.Severity
		word     string
	}{
		{diag.Fault{Code: diag.Count}, diag.Error, "error"},
		{diag.Fault{Code: diag.StaleLesson}, diag.Stale, "warning"},
		{diag.Fault{Code: diag.StaleLink}, diag.Stale, "warning"},
		{diag.Fault{Code: diag.StalePDF}, diag.Doubt, "warning"},
		{diag.Fault{Code: diag.Count, Waived: true}, diag.Waived, "warning"},
	} {
		if got := c.fault.Severity(); got != c.severity || got.String() != c.word {
			t.Errorf("%s, waived %t: severity %d, printed %q", c.fault.Code, c.fault.Waived, got, got)
		}
		list := diag.List{c.fault}
		errors, warnings := list.Count()
		if isError := c.severity == diag.Error; list.Failed() != isError || (errors == 1) != isError || errors+warnings != 1 {
			t.Errorf("%s, waived %t: %d errors and %d warnings", c.fault.Code, c.fault.Waived, errors, warnings)
		}
		if stale := list.Stale(); (len(stale) == 1) != (c.severity == diag.Stale) {
			t.Errorf("%s, waived %t: %d faults are stale", c.fault.Code, c.fault.Waived, len(stale))
		}
	}
}

func TestSuggestFindsTheMostSimilarWord(t *testing.T) {
	known := []string{"name", "short", "contact", "keep-it-private", "fix-it-alone"}
	for word, want := range map[string]string{
		"contcat": "contact", "nam": "name", "Short": "short", "keep-private": "keep-it-private",
		"zebra": "", "": "", strings.Repeat("x", 100): "",
	} {
		if got := diag.Suggest(word, known); got != want {
			t.Errorf("%q is taken for %q, want %q", word, got, want)
		}
	}
}

func TestErrorsArePrintedBeforeWarningsWhenThereAreTooMany(t *testing.T) {
	src := diag.NewSource("a.md", []byte("one\n"))
	for _, c := range []struct {
		errors, warnings            int
		wantErrors, wantWarnings, n int
	}{
		{1, 2, 1, 2, 0}, {50, 0, 50, 0, 0}, {51, 0, 50, 0, 1}, {10, 60, 10, 40, 20}, {60, 60, 50, 0, 70}, {0, 51, 0, 50, 1},
	} {
		var faults diag.List
		for range c.warnings { // before the errors, as in a sorted list
			faults.Add(diag.Fault{Pos: src.At(0), Code: diag.StaleLesson, Message: "w"})
		}
		for range c.errors {
			faults.Add(diag.Fault{Pos: src.At(0), Code: diag.Count, Message: "e"})
		}
		var b strings.Builder
		faults.Fprint(&b)
		errors, warnings := strings.Count(b.String(), " error: "), strings.Count(b.String(), " warning: ")
		if errors != c.wantErrors || warnings != c.wantWarnings {
			t.Errorf("of %d errors and %d warnings, %d and %d are printed", c.errors, c.warnings, errors, warnings)
		}
		if more := fmt.Sprintf("and %d more: fix these first\n", c.n); (c.n > 0) != strings.HasSuffix(b.String(), more) {
			t.Errorf("of %d errors and %d warnings, the end is %q", c.errors, c.warnings, b.String()[b.Len()-40:])
		}
	}
}

func TestGuardTurnsAPanicIntoAFault(t *testing.T) {
	src := diag.NewSource("a.md", []byte("one\n"))
	var faults diag.List
	faults.Guard(diag.Pos{Source: src}, func() {
		var none []int
		_ = none[len(src.Text)-5:]
	})
	faults.Guard(diag.Pos{Source: src}, func() {})
	if len(faults) != 1 || faults[0].Code != diag.InternalFault || faults[0].Pos.String() != "a.md" {
		t.Fatalf("%+v", faults)
	}
	if said := faults[0].Message; !strings.Contains(said, "slice bounds out of range [-1:]") || !strings.Contains(said, "diag_test.TestGuardTurnsAPanicIntoAFault") {
		t.Errorf("the message does not say what failed and where: %s", said)
	}
}

// A folder of wrong files must not fill the memory with faults that nobody reads; and a list that has failed stays
// failed.
func TestAFileKeepsALimitedNumberOfErrors(t *testing.T) {
	src := diag.NewSource("wrong.md", []byte("x\n"))
	other := diag.NewSource("other.md", []byte("x\n"))
	var list diag.List
	for range 50_000 {
		list.Add(diag.Fault{Pos: diag.Pos{Source: src, Line: 1, Col: 1}, Code: diag.StrayText, Message: "stray"})
		list.Add(diag.Fault{Pos: diag.Pos{Source: src, Line: 1, Col: 1}, Code: diag.StaleLesson, Message: "stale"})
	}
	list.Add(diag.Fault{Pos: diag.Pos{Source: other, Line: 1, Col: 1}, Code: diag.StrayText, Message: "stray"})
	list.Add(diag.Fault{Code: diag.StrayText, Message: "stray"})
	if errors, warnings := list.Count(); errors != 203 || warnings != 50_000 {
		t.Errorf("%d errors and %d warnings are kept, want 203 and all", errors, warnings)
	}
	last := -1
	for i, f := range list {
		if f.Code == diag.TooManyFaults {
			if last >= 0 {
				t.Fatal("the limit is reported twice")
			}
			last = i
		} else if last >= 0 && f.Severity() == diag.Error && f.Pos.Source == src {
			t.Errorf("an error is kept after the limit: %v", f)
		}
	}
	if last < 0 {
		t.Error("the limit is not reported")
	}
}
