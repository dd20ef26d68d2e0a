package record_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// policies are the documents of the project's own school.
func policies(t testing.TB) (sources []*diag.Source) {
	t.Helper()
	files, err := filepath.Glob("../../../data/school/policy/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, diag.NewSource("trust/"+filepath.Base(name), text))
	}
	return sources
}

// over reads documents that are laid over one another.
func over(sources ...*diag.Source) (d model.Document, o record.Overlay) {
	o = record.DecodeOver(&d, record.Beneath{}, sources...)
	return d, o
}

// told returns all that a document says, without places.
func told(d model.Document) string {
	var b strings.Builder
	fmt.Fprintln(&b, d.ID, d.Title, d.Heading, d.Audience, len(d.Signoff))
	if d.Rules != nil {
		fmt.Fprintln(&b, d.Rules.Name, d.Rules.Menu, d.Rules.Years, len(d.Rules.Groups))
	}
	for _, t := range d.Themes {
		fmt.Fprintln(&b, t.ID, t.Title, t.Hue, t.Plain)
	}
	for _, s := range d.Sections {
		fmt.Fprintln(&b, s.ID, s.Heading, s.Short, s.Stem, len(s.Passages), len(s.Closing))
		for c := range s.AllClauses() {
			fmt.Fprintln(&b, c.ID, c.Mark, c.Text, c.Errata, c.Slug, c.Title, c.Plain, c.Picture, c.Theme, c.Say, len(c.Clauses))
			if c.Lesson != nil {
				fmt.Fprintln(&b, c.Lesson.Name, c.Lesson.None, c.Lesson.Read, c.Lesson.On)
			}
		}
	}
	return b.String()
}

// Nothing that is laid over a document changes it, nor does the document itself.
func TestLayingNothingOverADocumentChangesNothing(t *testing.T) {
	for _, src := range policies(t) {
		want, o := over(src)
		if len(o.Faults) > 0 {
			t.Fatal(o.Faults)
		}
		for what, above := range map[string]*diag.Source{
			"nothing": diag.NewSource("x", nil), "a comment": diag.NewSource("x", []byte("# ours\n")),
			"no fields": diag.NewSource("x", []byte("{}\n")), "the same": diag.NewSource("x", src.Text),
			"no clauses": diag.NewSource("x", []byte("sections: []\nthemes: []\n")),
		} {
			got, o := over(src, above)
			if len(o.Faults) > 0 || told(got) != told(want) {
				t.Errorf("%s over %s: %v\n%s", what, src.Name, o.Faults, told(got))
			}
		}
		if got, o := over(diag.NewSource("x", nil), src); len(o.Faults) > 0 || told(got) != told(want) {
			t.Errorf("%s over nothing: %v\n%s", src.Name, o.Faults, told(got))
		}
	}
}

// edits writes random changes of a document's clauses, and says which titles its clauses have then, by their ids, in their order.
func edits(r *rand.Rand, d model.Document) (text string, want []string) {
	var b strings.Builder
	b.WriteString("sections:\n")
	for _, s := range d.Sections {
		fmt.Fprintf(&b, "  - id: %s\n    clauses:\n", s.ID)
		var list, entries []string
		for _, c := range s.Clauses {
			id, title := c.ID.Value, c.Title.Value
			added := fmt.Sprintf("new-%d", r.IntN(1e9))
			switch r.IntN(4) {
			case 0:
				title = fmt.Sprintf("Title %d", r.IntN(1e9))
				entries = append(entries, fmt.Sprintf("{ id: %s, title: %s }", id, title))
			case 1:
				entries = append(entries, fmt.Sprintf("{ omit: we have none, id: %s }", id))
				id = ""
			}
			if id != "" {
				list = append(list, id+" "+title)
			}
			if r.IntN(3) == 0 {
				entries = append(entries, fmt.Sprintf("{ id: %s, after: %s, text: x, title: New }", added, c.ID))
				list = append(list, added+" New")
			}
		}
		if len(entries) == 0 || len(s.Clauses) == 0 {
			text, _, _ := strings.Cut(b.String(), fmt.Sprintf("  - id: %s\n", s.ID))
			b.Reset()
			b.WriteString(text)
		}
		r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		for _, e := range entries {
			b.WriteString("      - " + e + "\n")
		}
		want = append(want, list...)
	}
	return b.String(), want
}

// A document has the changes that are laid over it, and no others; laid over it twice they are the same. Each value is where its place says.
func TestChangesAreLaidOverADocument(t *testing.T) {
	sources := policies(t)
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 1))
		src := sources[r.IntN(len(sources))]
		before, _ := over(src)
		text, want := edits(r, before)
		changes := diag.NewSource("school/"+src.Name, []byte(text))
		got, o := over(src, changes)
		var titles []string
		for _, s := range got.Sections {
			for _, c := range s.Clauses {
				titles = append(titles, c.ID.Value+" "+c.Title.Value)
			}
		}
		if len(o.Faults) > 0 || !slices.Equal(titles, want) {
			t.Fatalf("seed %d: %v\n%s\n%q\nwant\n%q", seed, o.Faults, text, titles, want)
		}
		if again, _ := over(src, changes, changes); told(again) != told(got) {
			t.Errorf("seed %d: laid over twice it is\n%s\nand once\n%s", seed, told(again), told(got))
		}
		for c := range got.AllClauses() {
			for _, v := range []diag.Text{c.ID, c.Title, c.Text} {
				isThere(t, v)
			}
		}
	}
}

// isThere holds that a value is at its place.
func isThere(t *testing.T, v diag.Text) {
	t.Helper()
	if v.Value == "" {
		return
	}
	line := []rune(v.Pos.Source.Line(v.Pos.Line))
	first, _ := utf8.DecodeRuneInString(v.Value)
	if at := v.Pos.Col - 1; at >= len(line) || line[at] != first && !strings.ContainsRune(`"'>|`, line[at]) {
		t.Errorf("%q is not at %s: %s", v.Value, v.Pos, string(line))
	}
}

func TestWhatTakesThePlaceOfWhat(t *testing.T) {
	type part struct {
		ID diag.Text `yaml:"id"`
		X  diag.Text `yaml:"x" over:"drops y"`
		Y  diag.Text `yaml:"y"`
	}
	type thing struct {
		Own   diag.Text   `yaml:"own" over:"never"`
		X     diag.Text   `yaml:"x"`
		List  []diag.Text `yaml:"list"`
		In    *part       `yaml:"in"`
		Parts []part      `yaml:"parts"`
	}
	for _, c := range []struct{ what, under, over, want string }{
		{"a field", "x: a\n", "x: b\n", "x=b"},
		{"a field of its own", "own: a\nx: a\n", "", "own=a x=a"},
		{"a field that is never shared", "own: a\nx: a\n", "x: b\n", "x=b"},
		{"a list of words", "list: [a, b]\n", "list: [c]\n", "list=c"},
		{"fields within a field", "in: { id: a, y: b }\n", "in: { id: c }\n", "in=c//b"},
		{"a field that drops another", "in: { id: a, y: b }\n", "in: { x: c }\n", "in=a/c/"},
		{"a field that drops another and brings one", "in: { y: b }\n", "in: { x: c, y: d }\n", "in=/c/d"},
		{"entries in order", "parts: [{ id: a, y: b }, { id: c }]\n", "parts: [{ id: c, x: d }, { id: e, after: a }, { id: f, after: a }, { id: g }]\n", "parts=a//b e// f// c/d/ g//"},
		{"an entry in the place of another", "parts: [{ id: a }, { id: b }]\n", "parts: [{ id: c, after: a }, { id: a, omit: no }]\n", "parts=c// b//"},
	} {
		var got thing
		o := record.DecodeOver(&got, record.Beneath{}, diag.NewSource("u", []byte(c.under)), diag.NewSource("o", []byte(c.over)))
		var said []string
		say := func(name, value string) {
			if value != "" {
				said = append(said, name+"="+value)
			}
		}
		of := func(p part) string { return p.ID.Value + "/" + p.X.Value + "/" + p.Y.Value }
		say("own", got.Own.Value)
		say("x", got.X.Value)
		for _, l := range got.List {
			say("list", l.Value)
		}
		if got.In != nil {
			say("in", of(*got.In))
		}
		var parts []string
		for _, p := range got.Parts {
			parts = append(parts, of(p))
		}
		say("parts", strings.Join(parts, " "))
		if joined := strings.Join(said, " "); joined != c.want || len(o.Faults) > 0 {
			t.Errorf("%s: %s, want %s; %v", c.what, joined, c.want, o.Faults)
		}
	}
}

// Whatever is laid over whatever, faults are within the files.
func FuzzDecodeOver(f *testing.F) {
	for _, src := range policies(f) {
		f.Add(src.Text, []byte("sections:\n  - id: ks2-agreement\n    clauses:\n      - { id: ks2-1, omit: x }\n      - { id: y, after: ks2-2, text: z }\n"))
	}
	f.Add([]byte("id: &a x\nthemes: [{ id: x }]"), []byte("themes: *a\n"))
	f.Add([]byte("themes: [{ id: x, title: a, b }]"), []byte("omit: x\n"))
	f.Add([]byte("themes:\n- id: x\n  id: y"), []byte("themes:\n- id: x\n- id: x\n- { id: }\n- [id]\n"))
	f.Fuzz(func(t *testing.T, under, above []byte) {
		read := func(name string, text []byte) *diag.Source {
			return diag.NewSource(name, bytes.ToValidUTF8(bytes.ReplaceAll(text, []byte("\r"), []byte("\n")), nil)) // diag.Read refuses other bytes
		}
		_, o := over(read("u", under), read("o", above))
		for _, fault := range o.Faults {
			lines := strings.Count(string(fault.Pos.Source.Text), "\n") + 1
			if at := fault.Pos; at.Line > lines || at.Line < 0 || at.Line > 0 && at.Col > utf8.RuneCountInString(at.Source.Line(at.Line))+1 {
				t.Errorf("%s: a fault at %s, which is not in the file", fault.Message, at)
			}
		}
	})
}
