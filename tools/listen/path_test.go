//go:build listen

package listen

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the transcripts in testdata anew")

// A child goes along the path of a lesson: through the story, with a wrong and a right answer to each question, to the end, and to the
// questions of other lessons where there are any. Each step begins with its heading, or if it has none with its first
// words, and all its words can be read line by line. What is said from the first step on is in testdata.
func TestPath(t *testing.T) {
	for name, address := range map[string]string{"ks1": "/smart/s/", "ks2": "/ks2/passwords/"} {
		t.Run(name, func(t *testing.T) {
			l := listen(t)
			steps := readPath(t, address)
			end := slices.IndexFunc(steps, func(s step) bool { return s.kind == "end" })
			l.open(address)
			for i, s := range steps {
				l.part(s.name())
				switch {
				case i == 0:
					l.press("h")
				case i == end+1: // not reached by Next, but from the end
					l.seek("k", s.question.title+" link")
					l.press("Return")
				default:
					l.press("Return") // on Next
				}
				l.takeStep(s)
			}
			if end < len(steps)-1 {
				l.part("end again")
				l.press("Return")
				l.expect(steps[end].begins())
			}
			l.compare(t, "testdata/"+name+".txtar")
		})
	}
}

// In Chromium, what is missing and the verdicts are said as in Firefox.
func TestChromium(t *testing.T) {
	q := first(t, "choice")
	l := listenIn(t, startChromium(q.address+"#"+q.id))
	answer["choice"](l, q)
}

// takeStep listens to a step, and ends at the button that goes on. At the end of the lesson it ends at the last link.
func (l *listener) takeStep(s step) {
	l.t.Helper()
	l.expect(s.begins())
	last := "Next push button"
	if s.kind == "question" {
		last = s.question.last()
	} else if s.kind == "end" {
		last = "Next rule: "
	}
	l.readThrough(s.words, last)
	switch s.kind {
	case "question":
		answer[s.question.kind](l, s.question)
	case "end":
	default:
		l.toButton("Next")
	}
}

// toButton moves on to a button.
func (l *listener) toButton(words string) {
	l.t.Helper()
	if l.count("Back push button") > 0 { // on the same line, and first on it
		l.press("b")
	}
	l.seek("b", words+" push button")
}

// readThrough reads a step line by line, to the line with the last words, and expects all its words.
func (l *listener) readThrough(words []string, last string) {
	l.t.Helper()
	var read []string
	for done := false; !done; {
		l.expectNot("statusbar") // an empty region is no stop
		l.expectNot("clickable")
		for _, u := range l.heard() {
			read = append(read, u.words)
		}
		if len(read) > 100 {
			l.t.Fatalf("Down does not lead to %q, but to %q", last, read)
		}
		if done = l.count(last) > 0; !done {
			l.press("Down")
		}
	}
	all := joined(states.Replace(strings.Join(read, " ")))
	for _, text := range words {
		if !strings.Contains(all, joined(text)) {
			l.t.Errorf("%q is not said when the step is read: %q", text, read)
		}
	}
}

// joined removes the spaces from a text: a line may end within a word, after a hyphen.
func joined(text string) string { return strings.Join(strings.Fields(text), "") }

// states removes the states of radio buttons and check boxes, which are said within a text that needs two lines.
var states = strings.NewReplacer(" not selected radio button", "", " check box not checked.", "")

// compare compares the parts of the transcript with a file.
func (l *listener) compare(t *testing.T, name string) {
	t.Helper()
	l.note("")
	said := txtar.Parse([]byte(settled(l.transcript.String())))
	said.Comment = []byte("Keys, and what Orca says after each. Rewritten with -update.\n\n") // in place of how the page was opened
	if *update {
		if err := os.WriteFile(name, txtar.Format(said), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(golden.Files) != len(said.Files) {
		t.Errorf("%s has %d parts, expected %d as on the path: run with -args -update", name, len(golden.Files), len(said.Files))
	}
	for i, part := range said.Files {
		if i < len(golden.Files) && (golden.Files[i].Name != part.Name || string(golden.Files[i].Data) != string(part.Data)) {
			t.Errorf("%s, %s, is different: run with -args -update, and read what changed\nit was said:\n%s\nexpected:\n%s",
				name, part.Name, part.Data, golden.Files[i].Data)
		}
	}
}

// told matches a line that is more than text: it says what a thing is.
var told = regexp.MustCompile(`heading level|button|link|check box|list|item|panel|image|grouping|region|entry`)

// title matches the end of a page's title, which names the school.
var title = regexp.MustCompile(` middle dot .* document web\.`)

// followed matches a link that is pressed, and what is said before the heading that it leads to: what was left, or the page's title, or
// what comes before the heading, as it happens.
var followed = regexp.MustCompile(`( link\.\n> Return\n)(?:\t.*\n)*?(\t.* heading level)`)

// replied matches a reply in a chat, the heading that it leads to, and the verdict: on a busy machine Orca now and then passes over that, since
// the heading has the focus. The tests of the kinds of question hear it.
var replied = regexp.MustCompile(`( link\.\n> Return\n\t.* heading level \d+\.\n)(?:\t(?:Yes|Not yet)\. .*\n)+`)

// verdicts matches what two regions say that change at once, in this order one time and in that the next.
var verdicts = regexp.MustCompile(`(?:\t(?:Yes|Not yet)\. .*\n){2,}`)

// flowing joins the lines of a text, which end where the window does.
func flowing(lines []string) (joined []string) {
	isText := func(line string) bool { return strings.HasPrefix(line, "\t") && !told.MatchString(line) }
	for i := 0; i < len(lines); i++ {
		last := len(joined) - 1
		if last >= 0 && i+1 < len(lines) && lines[i] == "> Down" && isText(joined[last]) && isText(lines[i+1]) {
			i++
			if !strings.HasSuffix(joined[last], "-") {
				joined[last] += " "
			}
			joined[last] += lines[i][1:]
			continue
		}
		joined = append(joined, lines[i])
	}
	return joined
}

// settled removes what varies between runs and with the width of letters. A live region that changes together with the state of a
// control may be said before it, and a description that has changed may be said twice.
func settled(transcript string) string {
	transcript = followed.ReplaceAllString(title.ReplaceAllString(transcript, " (the page)"), "$1$2")
	transcript = replied.ReplaceAllString(transcript, "$1")
	transcript = verdicts.ReplaceAllStringFunc(transcript, sorted)
	lines := slices.Compact(strings.Split(transcript, "\n"))
	for i, line := range lines {
		if line != "\tpressed" && line != "\tchecked" && line != "\tselected" {
			continue
		}
		for ; strings.HasPrefix(lines[i-1], "\t"); i-- {
			lines[i-1], lines[i] = lines[i], lines[i-1]
		}
	}
	return strings.Join(flowing(lines), "\n")
}

// sorted sorts lines.
func sorted(lines string) string {
	return strings.Join(slices.Sorted(strings.Lines(lines)), "")
}
