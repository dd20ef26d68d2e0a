package lesson_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/lesson"
)

var update = flag.Bool("update", false, "rewrite the wanted texts of testdata by what is read now")

// TestAWholeLessonIsReadWithItsPlaces shows, in testdata/whole.txtar, a lesson and everything that is read from it.
// Each text has its line and column.
func TestAWholeLessonIsReadWithItsPlaces(t *testing.T) {
	const name = "testdata/whole.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	source, want := &archive.Files[0], &archive.Files[1]
	src := diag.NewSource(source.Name, source.Data)
	l, faults := lesson.Read(src)
	faults.Fprint(os.Stderr)
	if len(faults) > 0 {
		t.Fatalf("%d faults", len(faults))
	}
	got := dump(reflect.ValueOf(l), "")
	if *update {
		want.Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got != string(want.Data) {
		t.Errorf("read\n%s\nwant\n%s", got, want.Data)
	}
}

// dump writes a value with the names of its fields, one line for each text. Empty fields are left out.
func dump(v reflect.Value, indent string) string {
	if text, ok := v.Interface().(diag.Text); ok {
		return fmt.Sprintf("%d:%d %s\n", text.Pos.Line, text.Pos.Col, text.Value)
	}
	switch v.Kind() {
	case reflect.Struct:
		var b strings.Builder
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Type != reflect.TypeFor[diag.Pos]() && !v.Field(i).IsZero() {
				b.WriteString(indent + f.Name + ": " + strings.TrimPrefix(dump(v.Field(i), indent+"  "), indent+"  "))
			}
		}
		return b.String()
	case reflect.Slice:
		list := "\n"
		for i := range v.Len() {
			list += indent + "- " + strings.TrimPrefix(dump(v.Index(i), indent+"  "), indent+"  ")
		}
		return list
	}
	return fmt.Sprintf("%v\n", v.Interface())
}

// minimal is a lesson with one of everything, into which tests put mistakes. Its empty lines matter.
const minimal = `---
topic: passwords
---

## Story

### Home

🏫 Ada waits.

## Quiz

### Title {#id}

What now?

- [x] Tell
  > It helps.
- [ ] Hide ` + "`fix-it-alone`" + `
  > It stays.

## Talk

- Why?

## Home

- Ask: who?
- Do: this.

## Words

- **tell**: to say

## Exit slip

### Then

What then?

- [X] Speak
  > Speaks.
- [ ] Wait ` + "`fix-it-alone`" + `
  > Waits.

## Teach

### Objective

Know whom to tell.

### Materials

- the exit slips

### 10 minutes

- 10 min: read.

### 30 minutes

- 30 min: read and talk.

### Listen for

- "It is fine." ` + "`fix-it-alone`" + `

### Keep safe

Listen.

### Support

Draw.

### Stretch

Write.
`

func faultsOf(text string) string {
	_, faults := lesson.Read(diag.NewSource("content/lessons/ks2/x.md", []byte(text)))
	faults.Sort()
	var list []string
	for _, f := range faults {
		list = append(list, fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Col, f.Code))
	}
	return strings.Join(list, "; ")
}

// Scripts in tools/site/testdata show most faults; this test has forms of Markdown that are easily mistaken for others.
func TestAMistakeInMarkdownIsAFaultAtItsPlace(t *testing.T) {
	for _, c := range []struct{ what, was, now, faults string }{
		{"nothing", "", "", ""},
		{"a capital X is a tick", "[x]", "[X]", ""},
		{"stars for dashes make the same list", "- Why?", "* Why?", ""},
		{"escaped marks are text", "waits.", `waits \*here\*.`, ""},
		{"an entity is text", "waits.", "waits &amp; sees.", ""},
		{"an underscore in a word is text", "waits.", "waits for snake_case_names.", ""},
		{"a box without a blank in it", "- [ ] Hide", "- [] Hide", "19:3 no-checkbox"},
		{"a link for a box", "- [ ] Hide", "- [Hide](x)", "19:3 no-checkbox; 19:3 no-markup"},
		{"a quote that is indented too far is more of the option", "  > It helps.", "      > It helps.", "17:3 missing-feedback"},
		{"a quote in a quote", "> It helps.", "> > It helps.", "17:3 missing-feedback; 18:5 stray-text"},
		{"two paragraphs of feedback", "  > It helps.", "  > It helps.\n  >\n  > It does.", "20:5 needless-hint"},
		{"a hint", "  > It stays.", "  > It stays.\n  >\n  > Who knows?", ""},
		{"a hint in a list with empty lines", "  > It stays.", "\n  > It stays.\n  >\n  > Who knows?", ""},
		{"two hints", "  > It stays.", "  > It stays.\n  >\n  > Who knows?\n  >\n  > Who else?", "24:5 stray-text"},
		{"a hint with bold", "  > It stays.", "  > It stays.\n  >\n  > **Who** knows?", "22:5 no-markup"},
		{"a hint between stem and list", "What now?", "What now?\n\n> Who knows?", ""},
		{"a hint right below the stem", "What now?", "What now?\n> Who knows?", ""},
		{"a hint of a list", "What now?", "What now?\n\n> - Who knows?", "17:3 stray-text"},
		{"an empty hint", "What now?", "What now?\n\n>", "17:1 stray-text"},
		{"a hint above the stem", "What now?", "> Who knows?\n\nWhat now?", "15:1 stray-text"},
		{"a hint instead of a stem", "What now?", "> Who knows?", "13:5 empty-stem; 15:1 stray-text"},
		{"two hints between stem and list", "What now?", "What now?\n\n> Who knows?\n\n> Who else?", "19:1 stray-text"},
		{"a paragraph below the hint", "What now?", "What now?\n\n> Who knows?\n\nWhat?", "19:1 stray-text"},
		{"a short stem", "What now?", "Ada is lost. What now?\n\nShort: What now?", ""},
		{"a short stem above the stem", "What now?", "Short: What now?\n\nAda is lost. What now?", ""},
		{"a short stem below the hint", "What now?", "Ada is lost. What now?\n\n> Who knows?\n\nshort : What now?", ""},
		{"a short stem without words", "What now?", "What now?\n\nShort:", "17:1 short-stem"},
		{"two short stems", "What now?", "Ada is lost. What now?\n\nShort: What now?\n\nShort: What?", "19:1 short-stem"},
		{"a short stem right below the stem", "What now?", "Ada is lost. What now?\nShort: What now?", "16:1 short-stem"},
		{"a short stem in place of a stem", "What now?", "Short: What now?", "13:5 empty-stem"},
		{"a short stem below the list", "  > It stays.", "  > It stays.\n\nShort: What?", "22:1 stray-text"},
		{"a short stem that is the stem", "What now?", "What now?\n\nShort: What now?", "17:8 short-stem"},
		{"a short stem that is as long", "What now?", "What now?\n\nShort: Now what?", "17:8 short-stem"},
		{"a short stem with bold", "What now?", "Ada is lost. What now?\n\nShort: What **now**?", "17:13 no-markup"},
		{"a short stem on two lines", "What now?", "Ada is lost. What now?\n\nShort:\n  What now?", ""},
		{"a short stem of steps", "What now?\n\n- [x] Tell\n  > It helps.\n- [ ] Hide `fix-it-alone`\n  > It stays.", "Ada is lost. What now?\n\nShort: What now?\n\n1. Tell\n   > It helps.\n1. Wait\n   > It waits.", "17:8 short-stem"},
		{"a short stem that asks for another number", "What now?\n\n- [x] Tell\n  > It helps.\n- [ ] Hide `fix-it-alone`", "Ada is lost. What now? Choose two.\n\nShort: What now?\n\n- [x] Tell\n  > It helps.\n- [x] Hide", "17:8 short-stem"},
		{"a short stem on paper", "What then?", "Ada is lost. What then?\n\nShort: What then?", "41:8 short-stem"},
		{"a word that begins like a short stem", "What now?", "Shortly: what now?", ""},
		{"a message above options with boxes", "What now?", "What now?\n\n> **You won!** *Bye.*", "13:5 phrase-missing; 13:5 phrase-missing; 19:3 unknown-phrase; 21:3 unknown-phrase"},
		{"a list in feedback", "  > It helps.", "  > - It helps.", "17:3 missing-feedback; 18:5 stray-text"},
		{"a second quote under one option", "  > It helps.", "  > It helps.\n\n  > It does.", "20:3 stray-text"},
		{"a paragraph under an option", "  > It helps.", "  > It helps.\n\n  Really.", "20:3 stray-text"},
		{"a code block for a stem", "What now?", "    What now?", "13:5 empty-stem; 15:5 stray-text"},
		{"a fence that is not closed", "What now?", "```\nWhat now?", "0:0 missing-section; 0:0 missing-section; 0:0 missing-section; 0:0 missing-section; 0:0 missing-section; 13:5 empty-stem; 13:5 no-options; 16:1 stray-text"},
		{"no stem, and two ticks", "What now?\n\n- [x] Tell\n  > It helps.\n- [ ] Hide `fix-it-alone`", "- [x] Tell\n  > It helps.\n- [x] Hide", "13:5 empty-stem"},
		{"an HTML comment", "What now?", "<!-- later -->\n\nWhat now?", "15:1 stray-text"},
		{"a definition of a link", "What now?", "[a]: b\n\nWhat now?", "17:1 stray-text"},
		{"a line below a stem, which makes it a heading", "What now?", "What now?\n---", "13:5 empty-stem; 13:5 no-options; 15:1 unknown-section"},
		{"a heading of another level", "### Title", "#### Title", "13:6 stray-text; 15:1 stray-text; 17:1 stray-text"},
		{"a title page", "## Story", "# Passwords\n\n## Story", "5:3 stray-text"},
		{"a speaker without bold is prose", "🏫 Ada waits.", "🏫 Ada waits.\n\nAda: Hello!", ""},
		{"a speaker in italics", "🏫 Ada waits.", "🏫 Ada waits.\n\n*Ada:* Hello!", "11:1 no-markup"},
		{"a name on the second line of a paragraph", "- [x] Tell", "- [x] Tell a grown-up,\n  who `helps`", "18:8 needless-misconception"},
		{"a second speaker in a paragraph", "🏫 Ada waits.", "🏫 Ada waits.\n\n**Ada:** Hello! **Bo:** Hi!", "11:17 no-markup"},
		{"backticks in the middle of an option", "- [ ] Hide", "- [ ] Hide `x` it", "19:12 no-markup"},
		{"a word with its colon in the bold", "**tell**: to", "**tell:** to", "33:3 word-entry"},
		{"bold in a meaning", "to say", "to **say**", "33:13 no-markup"},
		{"numbers for talk", "- Why?", "1. Why?", "22:4 empty-section; 24:1 stray-text"},
		{"a list in talk", "- Why?", "- Why?\n  - Really?", "25:3 stray-text"},
		{"a thing to do without a colon", "- Do: this.", "- Do", "26:4 home-entry; 29:3 home-entry"},
		{"a thing to do that is nothing", "- Do: this.", "- Do:", "26:4 home-entry; 29:3 home-entry"},
		{"a second Ask", "- Do: this.", "- Ask: whom?", "26:4 home-entry; 29:3 home-entry"},
	} {
		text := minimal
		if c.was != "" {
			if strings.Count(text, c.was) != 1 {
				t.Fatalf("%s: %q does not stand once in the lesson", c.what, c.was)
			}
			text = strings.Replace(text, c.was, c.now, 1)
		}
		if got := faultsOf(text); got != c.faults {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.faults)
		}
	}
}

func TestPicturesAreSeparatedFromTheTextOfOptions(t *testing.T) {
	text := strings.Replace(minimal, "- [x] Tell", "- [x] ✏️ Tell 🏫 \\`now\\` &lt;3", 1)
	text = strings.Replace(text, "🏫 Ada waits.", "🏫 👩🏾‍🏫 ❤️\n\n… and so Ada 🏫 waits.", 1)
	l, faults := lesson.Read(diag.NewSource("content/lessons/ks2/x.md", []byte(text)))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	s, o := l.Story[0], l.Quiz[0].Options[0]
	if got := fmt.Sprint(s.Pictures, s.Lines); got != "[🏫 👩🏾‍🏫 ❤] [{ … and so Ada 🏫 waits.}]" {
		t.Errorf("the scene is %s", got)
	}
	if got := fmt.Sprintf("%s|%s|%s", o.Picture, o.Text, o.Text.Pos); got != "✏|Tell 🏫 `now` <3|content/lessons/ks2/x.md:19:10" {
		t.Errorf("the option is %s", got)
	}
}

func TestLessonsAreReadByStageAndName(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"ks2/b.md", "ks1/z.md", "ks2/a.md", "ks3/c.md", "d.md", "ks1/deep/e.md", "ks1/f.txt"} {
		fsys[lesson.Folder+"/"+name] = &fstest.MapFile{Data: []byte(minimal)}
	}
	lessons, faults, err := lesson.ReadAll(fsys, []string{"ks1", "ks2"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, l := range lessons {
		names = append(names, l.Stage+"/"+l.Name)
	}
	if got := strings.Join(names, " "); got != "ks1/z ks2/a ks2/b" {
		t.Errorf("read %s", got)
	}
	if len(faults) != 3 || faults[0].Code != diag.MisplacedFile {
		t.Errorf("of three pages out of place: %v", faults)
	}
	if lessons, faults, err := lesson.ReadAll(fstest.MapFS{}, nil); len(lessons)+len(faults) > 0 || err != nil {
		t.Errorf("no folder: %v, %v, %v", lessons, faults, err)
	}
}

// Escapes and entities of Markdown are read as the characters that they mean.
func TestEscapesAndEntitiesAreResolved(t *testing.T) {
	for written, want := range map[string]string{
		`2 \* 3 and R&amp;D`: "2 * 3 and R&D",
		`\&amp; is written`:  "&amp; is written",
		`\\ and \# and \a`:   `\ and # and \a`,
		`1 &lt; 2 &#x26; 3`:  "1 < 2 & 3",
		"one \\\ntwo \\":     "one two",
		"a \\\\\nb":          `a \ b`,
	} {
		text := strings.Replace(minimal, "\n\n## Quiz", "\n\n"+written+"\n\n## Quiz", 1)
		l, faults := lesson.Read(diag.NewSource("content/lessons/ks2/x.md", []byte(text)))
		lines := l.Story[len(l.Story)-1].Lines
		if got := lines[len(lines)-1].Text.Value; got != want {
			t.Errorf("%q is read as %q, want %q; %d faults", written, got, want, len(faults))
		}
	}
}
