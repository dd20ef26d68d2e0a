package record_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// wholeDocument matches a document that is not laid over its trust's.
var wholeDocument = regexp.MustCompile(`(?m)^kind: `)

// documents reads the files of real and of invented policies.
func documents(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, pattern := range []string{"../../../data/school/policy/*.yaml", "../../site/testdata/schools/*/policy/*.yaml", "../../site/testdata/schools/*/editions/*/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if wholeDocument.Match(text) {
				files[name] = string(text)
			}
		}
	}
	if len(files) < 12 {
		t.Fatalf("only %d files", len(files))
	}
	return files
}

func decoded(t *testing.T, text string) (d model.Document) {
	t.Helper()
	if faults := record.Decode(diag.NewSource("document.yaml", []byte(text)), &d); len(faults) > 0 {
		faults.Fprint(os.Stderr)
		t.Fatalf("faults in:\n%s", text)
	}
	return d
}

func encoded(t *testing.T, value any, was string) string {
	t.Helper()
	text, err := record.Encode(value, []byte(was))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// placeless removes all places from a value.
func placeless(v reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[diag.Pos]():
		v.SetZero()
	case v.Kind() == reflect.Pointer && !v.IsNil():
		placeless(v.Elem())
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			placeless(v.Index(i))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			placeless(v.Field(i))
		}
	}
}

// What was written is read as it was, and a file that says the same already keeps each of its bytes.
func TestADocumentIsWrittenAsItIsRead(t *testing.T) {
	for name, text := range documents(t) {
		d := decoded(t, text)
		if got := encoded(t, d, text); got != text {
			t.Errorf("%s: written again, it has other bytes", name)
		}
		anew := decoded(t, encoded(t, d, ""))
		placeless(reflect.ValueOf(&d))
		placeless(reflect.ValueOf(&anew))
		if !reflect.DeepEqual(d, anew) {
			t.Errorf("%s: read again, it says something else", name)
		}
	}
}

// A change of one thing changes its lines alone, wherever it is.
func TestOnlyWhatChangesIsWrittenAnew(t *testing.T) {
	for name, text := range documents(t) {
		for _, c := range []struct {
			what   string
			most   int // lines that differ
			change func(*model.Document)
		}{
			{"title", 1, func(d *model.Document) { d.Title.Value = `Titles: "new" #1` }},
			{"short", 1, func(d *model.Document) { d.Sections[0].Short.Value = "Said in short." }},
			{"text", 1, func(d *model.Document) { lastClause(d).Text.Value = "Said anew 🔑 of\na thing" }},
			{"say", 2, func(d *model.Document) { lastClause(d).Say.Value = "I say a whole sentence now." }},
			{"lesson", 1, func(d *model.Document) {
				if l := lastClause(d).Lesson; l != nil {
					l.Read.Value, l.On.Value = "0123abcd", "2030-01-02"
				}
			}},
			{"errata", 5, func(d *model.Document) {
				c := lastClause(d)
				c.Errata = append(c.Errata, model.Erratum{Was: diag.Text{Value: "a"}, Now: diag.Text{Value: "b, c"}})
			}},
			{"author", 2, func(d *model.Document) { d.Author.Value = "" }},
		} {
			d := decoded(t, text)
			c.change(&d)
			changed := encoded(t, d, text)
			got := decoded(t, changed)
			placeless(reflect.ValueOf(&d))
			placeless(reflect.ValueOf(&got))
			if !reflect.DeepEqual(d, got) {
				t.Errorf("%s, %s: it is not read as it was written:\n%s", name, c.what, changed)
			}
			if n := differ(text, changed); n > c.most {
				t.Errorf("%s, %s: %d lines differ:\n%s", name, c.what, n, changed)
			}
		}
	}
}

func lastClause(d *model.Document) (last *model.Clause) {
	last = &model.Clause{}
	for c := range d.AllClauses() {
		if len(c.Clauses) == 0 {
			last = c
		}
	}
	return last
}

// differ counts the lines that only one of two texts has.
func differ(a, b string) (n int) {
	count := map[string]int{}
	for line := range strings.Lines(a) {
		count[line]++
	}
	for line := range strings.Lines(b) {
		count[line]--
	}
	for _, c := range count {
		n += max(c, 0)
	}
	return max(n, strings.Count(b, "\n")-strings.Count(a, "\n"))
}

const commented = `# Above all.
id: ks2 # of the document
title: Rules

sections:
  # About the first.
  - id: first
    clauses:
      - id: a # the first clause
        # Why this text.
        text: "Alpha" # quoted
        lesson: { name: passwords } # since May
      # About b.
      - { id: b, text: Beta }
      - id: c
        text: Gamma
# At the end.
`

// Comments stay with what they are about, and go with it when its place changes.
func TestCommentsStay(t *testing.T) {
	read := func() (d model.Document) {
		record.Decode(diag.NewSource("document.yaml", []byte(commented)), &d)
		return d
	}
	text := func(s string) diag.Text { return diag.Text{Value: s} }
	for _, c := range []struct {
		change func(*model.Document)
		pairs  []string
	}{
		{func(d *model.Document) { d.Sections[0].Clauses[0].Text = text("Alpha: now") }, []string{`text: "Alpha" # quoted`, `text: "Alpha: now" # quoted`}},
		{func(d *model.Document) { d.Sections[0].Clauses[1].Text = text("Beta now") }, []string{`{ id: b, text: Beta }`, `{ id: b, text: Beta now }`}},
		{func(d *model.Document) { d.Sections[0].Clauses[2].Text = text("Gamma now") }, []string{`text: Gamma`, `text: Gamma now`}},
		{func(d *model.Document) { d.Sections[0].Clauses = d.Sections[0].Clauses[:2] }, []string{"      - id: c\n        text: Gamma\n# At the end.\n", ""}},
		{func(d *model.Document) {
			c := d.Sections[0].Clauses
			c[0], c[1] = c[1], c[0]
		}, []string{commented[strings.Index(commented, "      - id: a"):strings.Index(commented, "      - id: c")],
			"      # About b.\n      - { id: b, text: Beta }\n      - id: a # the first clause\n        # Why this text.\n        text: \"Alpha\" # quoted\n        lesson: { name: passwords } # since May\n"}},
		{func(d *model.Document) { d.Sections[0].Clauses[0].Lesson.Name = text("tell") }, []string{`{ name: passwords } # since May`, `{ name: tell } # since May`}},
		{func(d *model.Document) { d.Kind = text("agreement") }, []string{"of the document\n", "of the document\nkind: agreement\n"}},
	} {
		d := read()
		c.change(&d)
		if got, want := encoded(t, d, commented), strings.Replace(commented, c.pairs[0], c.pairs[1], 1); got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
	}
}

func TestAFileOfWindowsStaysOne(t *testing.T) {
	was := strings.ReplaceAll(commented, "\n", "\r\n")
	var d model.Document
	record.Decode(diag.NewSource("document.yaml", []byte(commented)), &d)
	if got := encoded(t, d, was); got != was {
		t.Errorf("got %q", got)
	}
	d.Title.Value = "Other"
	if got := encoded(t, d, was); got != strings.Replace(was, "title: Rules", "title: Other", 1) {
		t.Errorf("got %q", got)
	}
}

// Any text is read as it was written, alone and in braces, and a long one is broken into lines that can be read.
func FuzzEncode(f *testing.F) {
	for _, text := range []string{"a", "yes", "No", "1.5", "2017", "a: b", "a #b", "- a", "{", "‘x’", "é", "🔑", "a\nb", `a\ "b"`, " a", "null", "1e3", "0x1f", "=", "<<", "?", strings.Repeat("word ", 900) + "end", strings.Repeat(`a\ "`, 900) + "e"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := diag.NewSource("f", []byte(text))
		if strings.ContainsFunc(text, func(r rune) bool {
			return r < ' ' && r != '\n' && r != '\t' || r == 0xfffd || r >= 0x7f && r < 0xa1 || r == 0xfeff || r == 0x2028 || r == 0x2029 || r >= 0xfffe && r < 0x10000
		}) || len(text) == 0 || len(src.Text) > 20000 {
			return // no text of a file
		}
		d := model.Document{Title: diag.Text{Value: text}, Themes: []model.Theme{{Title: diag.Text{Value: text}}}, Signoff: []model.Signoff{{Who: diag.Text{Value: text}}}}
		out, err := record.Encode(d, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got model.Document
		record.Decode(diag.NewSource("f", out), &got)
		if got.Title.Value != text || got.Themes[0].Title.Value != text || got.Signoff[0].Who.Value != text {
			t.Errorf("%q is read as %q, %q:\n%s", text, got.Title.Value, got.Themes, out)
		}
	})
}
