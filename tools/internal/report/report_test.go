package report_test

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
	"safeonline/tools/internal/report"
)

var update = flag.Bool("update", false, "rewrite the wanted pages of testdata by what is made now")

func text(value string) diag.Text { return diag.Text{Value: value} }

// hostile is a line that would run a script, if it were more than text.
const hostile = `I will <script>alert("x")</script> "ask" & tell </style><img src=x onerror=alert(1)>`

// harbour returns the import of an invented school: a heading, rules that are settled, and a line of each other kind.
func harbour() report.Import {
	rules := []string{"I will keep my password to myself.", "I will tell a trusted adult if something upsets me.",
		"I will not meet anyone unless an adult comes with me.", hostile}
	clauses := []model.Clause{
		{ID: text("juniors-1"), Mark: text("1"), Text: text(rules[0]), Theme: text("private"), Lesson: &model.LessonOf{Name: text("passwords"), Matched: true}},
		{ID: text("juniors-2"), Mark: text("2"), Text: text(rules[1]), Lesson: &model.LessonOf{None: text("no words of the rule show its topic")}},
		{ID: text("juniors-3"), Mark: text("3"), Text: text(rules[2])},
		{ID: text("juniors-4"), Text: text(hostile)},
	}
	juniors := model.Document{
		ID: text("juniors"), Kind: text("agreement"), Title: text("Junior pupils"), Heading: text("Rules for juniors"), Audience: text("pupils in Years 3 to 6"),
		Stage: text("upper"), Themes: []model.Theme{{ID: text("private"), Hue: text("sky")}},
		Sections: []model.Section{{Clauses: clauses}},
		Signoff:  []model.Signoff{{Fields: []model.Field{{Label: text("Signed")}, {Label: text("Date")}}}},
	}
	return report.Import{
		Folder:  "schools/gull-harbour",
		Sources: []draft.Source{{Name: "Online rules.docx", File: file(rules)}},
		Changes: "accept",
		Draft:   &draft.Draft{Name: "Gull Harbour", Documents: []model.Document{juniors}, Lines: lines(rules), Questions: questions(rules[2])},
	}
}

// file returns the file of the school: seven lines with words, one more that the draft forgets, and two that are empty.
func file(rules []string) *block.File {
	f := &block.File{
		Left:    []block.Left{{Place: at(2), Why: block.Empty}, {Place: at(3), Why: block.Empty}, {Place: at(11), Why: block.Hidden, Text: "Draft <2>"}},
		Notices: block.Notices{{Place: at(4), Kind: block.Replaced, What: "U+00A0", Count: 2}, {Place: at(6), Kind: block.Replaced, What: "U+00A0", Count: 1}},
		Changes: []block.Change{{Place: at(5), Kind: block.Inserted, Text: "trusted"}},
	}
	for i, b := range blocks(rules) {
		if i > 0 {
			b.Place = at(i + 3)
		} else {
			b.Place = at(1)
		}
		f.Blocks = append(f.Blocks, b)
	}
	f.Paragraphs = len(f.Blocks) + len(f.Left)
	return f
}

func at(n int) block.Place { return block.Place{Paragraph: n} }

func run(text string) []block.Run { return []block.Run{{Text: text}} }

func blocks(rules []string) []block.Block {
	return []block.Block{
		{Runs: []block.Run{{Text: "Rules for juniors", Bold: true}}, Heading: 1},
		{Runs: run(rules[0]), Number: "1.", List: 1},
		{Runs: []block.Run{{Text: "I will "}, {Text: "tell", Bold: true, Underline: true}, {Text: " a trusted adult if something upsets me."}}, Number: "\uf0b7", Bullet: true, List: 1},
		{Runs: run(rules[2]), Number: "3.", List: 1},
		{Runs: run(hostile), Cell: &block.Cell{Table: 1, Row: 2, Column: 1}},
		{Runs: []block.Run{{Text: "Signed"}, {Text: "\t", Leader: "."}, {Text: "Date"}, {Text: "\t", Leader: "_"}}},
		{Runs: []block.Run{{Text: "[Name of school]", Highlight: "yellow"}, {Text: ", and more"}}},
		{Runs: run("Page 1 of 1")},
		{Runs: run("A line that the draft forgot")},
	}
}

func lines(rules []string) (list []draft.Line) {
	b := file(rules).Blocks
	of := func(i int, role draft.Role, clause string) draft.Line {
		return draft.Line{Block: b[i], Role: role, Document: "juniors", Clause: clause}
	}
	heading, first := of(0, draft.DocumentHeading, ""), of(1, draft.Clause, "juniors-1")
	first.Why, first.Offer = "passwords: 'my password', 'to myself'", "I keep my password safe."
	return []draft.Line{heading, first, of(2, draft.Clause, "juniors-2"), of(3, draft.Clause, "juniors-3"), of(4, draft.Clause, "juniors-4"),
		of(5, draft.SignLine, ""), {Block: b[6], Role: draft.Unplaced}, {Block: b[7], Role: draft.LeftOut}}
}

func questions(meet string) []draft.Question {
	return []draft.Question{
		{Ask: draft.WhichName, Line: -1, About: "Gull Harbour", Text: "Is this the school’s name?", Must: true, Options: []draft.Option{{Value: "Gull Harbour", Label: "Gull Harbour"}}},
		{Ask: draft.WhichLesson, Line: 3, About: meet, Words: []string{"meet anyone", "an adult comes with me"}, Text: "Which lesson says the same?",
			Why:     "“meet anyone” fits both; “an adult comes with me” fits the first.",
			Options: []draft.Option{{Value: "none", Label: "No lesson"}, {Value: "upper/meeting", Label: "Meet only with an adult", Likely: true}}},
		{Ask: draft.WhichSpelling, Line: 4, About: "tell", Text: "Is this a slip of spelling?", Answer: "keep", Options: []draft.Option{{Value: "keep", Label: "No, keep it"}, {Value: "correct", Label: "Correct it"}}},
		{Ask: draft.WhichBlank, Line: 6, About: "[Name of school]", Text: "What is to be here?", Must: true},
	}
}

// made returns the page of an import, without a look.
func made(t *testing.T, of report.Import) string {
	t.Helper()
	var page bytes.Buffer
	if _, err := report.Write(&page, fstest.MapFS{}, of); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// bare is a page without its style, its script and their hashes.
func bare(page string) string {
	page = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>`).ReplaceAllString(page, "<$1>…</$1>")
	page = regexp.MustCompile(`sha256-.*?&#39;`).ReplaceAllString(page, "sha256-…&#39;")
	page = regexp.MustCompile(`(?s)<svg.*?</svg>`).ReplaceAllString(page, "<svg>…</svg>")
	return regexp.MustCompile(`\n{2,}`).ReplaceAllString(page, "\n")
}

func TestThePageShowsEachLineBesideWhatBecameOfIt(t *testing.T) {
	live := harbour()
	live.Live = &report.Live{Token: "token", Trouble: "the file\nis gone"}
	for name, of := range map[string]report.Import{"file": harbour(), "live": live} {
		got, file := bare(made(t, of)), "testdata/"+name+".html"
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || got != string(want) {
			t.Errorf("%s differs: go test ./tools/internal/report -update, and read the difference; %v", file, err)
		}
	}
}

func TestCountsAddUp(t *testing.T) {
	c := report.Count(harbour())
	want := report.Counts{Documents: 1, Clauses: 4, Lessons: 1, Lines: 9, Placed: 5, Asked: 1, LeftOut: 1, Unplaced: 1, Lost: 1, Questions: 4, Answered: 1, Must: 2}
	if c != want {
		t.Errorf("counted %+v, want %+v", c, want)
	}
	if sum := c.Placed + c.Asked + c.LeftOut + c.Unplaced + c.Lost; sum != c.Lines {
		t.Errorf("%d lines are counted, of %d", sum, c.Lines)
	}
}

// The words of a file never become a part of the page: not an element, nor an attribute, nor the end of the style.
func TestTheWordsOfAFileAreOnlyText(t *testing.T) {
	of := harbour()
	of.Folder, of.Sources[0].Name = `"><script>`, `"><script>x.docx`
	of.Draft.Questions[0].About, of.Draft.Questions[0].Text, of.Draft.Questions[0].Options[0].Value = hostile, hostile, hostile
	for name, live := range map[string]*report.Live{"file": nil, "live": {Token: hostile, Trouble: hostile}} {
		of.Live = live
		doc, err := html.Parse(strings.NewReader(made(t, of)))
		if err != nil {
			t.Fatal(err)
		}
		scripts := 0
		for n := range doc.Descendants() {
			if n.Data == "script" && n.Type == html.ElementNode {
				scripts++
			}
			if n.Data == "img" && n.Type == html.ElementNode {
				t.Errorf("%s: the page has an image", name)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "/") {
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				}
			}
		}
		if scripts != 1 {
			t.Errorf("%s: %d scripts", name, scripts)
		}
	}
}

// A line is not said to be placed if its words are not in the document.
func TestALineWithoutItsWordsIsChanged(t *testing.T) {
	of := harbour()
	of.Draft.Documents[0].Sections[0].Clauses[0].Text.Value = "I will keep my secret to myself."
	if page := made(t, of); !strings.Contains(page, "Not in the document: “password”") {
		t.Error("a word was lost without a word")
	}
	of.Draft.Documents[0].Sections[0].Clauses[0].Text.Value = "To myself I will keep my password."
	if page := made(t, of); strings.Contains(page, "Not in the document") || !strings.Contains(page, "3 placed, 2 of them word for word") {
		t.Error("a line whose words are in another order is word for word")
	}
	of.Draft.Documents[0].Sections[0].Clauses[0].Text.Value = "I will keep my secret to myself."
	filled := draft.Question{Ask: draft.WhichBlank, Line: 1, About: "password", Answer: "secret"}
	if of.Draft.Questions = append(of.Draft.Questions, filled); strings.Contains(made(t, of), "Not in the document") {
		t.Error("what was filled in is said to be lost")
	}
	if page := made(t, harbour()); strings.Contains(page, "Not in the document") {
		t.Error("a line is changed that is not")
	}
}

func TestThePageHasItsStyleAndFonts(t *testing.T) {
	var page bytes.Buffer
	policy, err := report.Write(&page, os.DirFS("../../.."), harbour())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"font/woff2;base64,", "--coral-400", ".btn {", "prefers-color-scheme: dark"} {
		if !strings.Contains(page.String(), part) {
			t.Errorf("the page has no %q", part)
		}
	}
	if strings.Contains(page.String(), "ZgotmplZ") {
		t.Error("a value is not safe where it is")
	}
	if escaped := html.EscapeString(policy); !strings.Contains(page.String(), `content="`+strings.ReplaceAll(escaped, "+", "&#43;")) {
		t.Errorf("the page has another policy than %s", policy)
	}
}

// An answer that a page offered before the files changed is not written.
func TestOnlyWhatIsOfferedNowIsAnswered(t *testing.T) {
	meet := harbour().Draft.Questions[1].About
	for _, c := range []struct {
		answer draft.Answer
		taken  bool
	}{
		{draft.Answer{Ask: draft.WhichLesson, About: meet, Answer: "none"}, true},
		{draft.Answer{Ask: draft.WhichLesson, About: meet}, true},
		{draft.Answer{Ask: draft.WhichLesson, About: meet, Answer: "upper/other"}, false},
		{draft.Answer{Ask: draft.WhichLesson, About: "I will sing.", Answer: "none"}, false},
		{draft.Answer{Ask: draft.WhichBlank, About: "[Name of school]", Answer: "Words of my own"}, true},
	} {
		if why := report.Refuses(harbour(), c.answer); (why == "") != c.taken {
			t.Errorf("%+v: %q", c.answer, why)
		}
	}
}

// The line that a click copies is one that an import reads, whatever the words are.
func TestTheLineOfAnAnswerIsReadAsItWasMeant(t *testing.T) {
	for _, about := range []string{"I will tell.", hostile, `a "quoted" word`, `C:\new`, "two\nlines", "{ } [ ] # : - & * ! | > % @", "’…– é 🔑", "yes", "12"} {
		for _, answer := range []string{"none", "upper/meeting", "no", "12", about} {
			of := harbour()
			of.Draft.Questions = []draft.Question{{Ask: draft.WhichLesson, Line: -1, About: about, Text: "?", Options: []draft.Option{{Value: answer, Label: "!"}}}}
			line := copied(t, made(t, of))
			var read model.Import
			faults := record.Decode(diag.NewSource("import.yaml", []byte("answers:\n  "+line+"\n")), &read)
			if len(faults) > 0 || len(read.Answers) != 1 || read.Answers[0].About.Value != about || read.Answers[0].Answer.Value != answer || read.Answers[0].Ask.Value != "lesson" {
				t.Errorf("%q, %q: the line is %s, which is read as %+v; %v", about, answer, line, read.Answers, faults)
			}
		}
	}
}

// copied returns what the first button of a page copies.
func copied(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "data-copy" {
				return a.Val
			}
		}
	}
	t.Fatal("no button copies")
	return ""
}
