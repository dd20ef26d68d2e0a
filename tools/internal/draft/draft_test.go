package draft_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/source"
	"safeonline/tools/internal/wordfile"
)

var update = flag.Bool("update", false, "rewrite what the tests expect")

// library is what every school shares.
var library = sync.OnceValue(func() model.Data {
	fsys := os.DirFS("../../..")
	data, _, err := clause.Read(fsys, folder.School)
	if err != nil {
		panic(err)
	}
	if data.Lessons, _, err = lesson.ReadAll(fsys, data.StageIDs()); err != nil {
		panic(err)
	}
	data.Documents = nil
	return data
})

// bare is the library without topics and lessons. To know those takes time, and what they say changes with them.
func bare() model.Data {
	data := library()
	data.Topics, data.Lessons, data.Examples = nil, nil, nil
	return data
}

// given is what a file of testdata gives: a school's files, and answers.
type given struct {
	sources []draft.Source
	answers []draft.Answer
}

// files reads the files of an archive. A Word file stands there as lines (wordfile.Lines); an answer is a line: ask, about and answer, with
// a | between them.
func files(t testing.TB, archive *txtar.Archive) (g given) {
	t.Helper()
	for _, f := range archive.Files {
		switch {
		case f.Name == "draft":
		case f.Name == "answers":
			for line := range strings.Lines(string(f.Data)) {
				part := strings.Split(strings.TrimSpace(line), " | ")
				if len(part) != 3 {
					continue
				}
				g.answers = append(g.answers, draft.Answer{Ask: draft.Ask(part[0]), About: part[1], Answer: part[2]})
			}
		default:
			body := f.Data
			if strings.HasSuffix(f.Name, ".docx") {
				body = wordfile.Lines(t, string(body))
			}
			g.sources = append(g.sources, draft.Source{Name: f.Name, File: read(t, f.Name, body)})
		}
	}
	return g
}

func read(t testing.TB, name string, body []byte) *block.File {
	t.Helper()
	f, err := source.Read(fstest.MapFS{name: {Data: body}}, name, docx.Accept)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

// Each file of testdata has a school's files, and what is made of them.
func TestDocumentsAreMadeOfFiles(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 16 {
		t.Errorf("%d files, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			g := files(t, archive)
			d, err := draft.Make(g.sources, bare(), g.answers)
			got := ""
			if err != nil {
				got = "fault: " + err.Error() + "\n"
			} else {
				got = outline(d)
				complete(t, g, d)
				sound(t, d)
			}
			expect(t, name, archive, got)
		})
	}
}

func expect(t *testing.T, name string, archive *txtar.Archive, got string) {
	t.Helper()
	at := -1
	for i, f := range archive.Files {
		if f.Name == "draft" {
			at = i
		}
	}
	switch {
	case *update && at < 0:
		archive.Files = append(archive.Files, txtar.File{Name: "draft", Data: []byte(got)})
	case *update:
		archive.Files[at].Data = []byte(got)
	case at < 0 || !bytes.Equal(archive.Files[at].Data, []byte(got)):
		t.Errorf("made\n%s", got)
		return
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFilesWithoutRulesAreAFault(t *testing.T) {
	g := files(t, txtar.Parse([]byte("-- a.md --\n# Menu\n\nSoup.\n")))
	_, err := draft.Make(g.sources, library(), nil)
	if fault := new(block.Fault); !errors.As(err, &fault) || fault.Kind != block.NoRules || fault.Hint == "" {
		t.Errorf("%v", err)
	}
}

// outline writes a draft as lines that a person can read.
func outline(d *draft.Draft) string {
	var out strings.Builder
	fmt.Fprintf(&out, "school: %s\n", d.Name)
	for _, doc := range d.Documents {
		fmt.Fprintf(&out, "\n%s %s: %s\n", doc.Kind, doc.ID, doc.Heading)
		fmt.Fprintf(&out, "  %s, for %s", doc.Title, doc.Audience)
		if doc.Stage.Value != "" {
			fmt.Fprintf(&out, ", stage %s, %s", doc.Stage, doc.Rules.Name)
			if doc.Rules.Years.Value != "" {
				fmt.Fprintf(&out, ", %s", doc.Rules.Years)
			}
		}
		out.WriteString("\n")
		for _, s := range doc.Sections {
			fmt.Fprintf(&out, "  section %s: %s\n", s.ID, s.Heading)
			for _, p := range s.Passages {
				fmt.Fprintf(&out, "    passage: %s\n", p.Text)
			}
			if s.Stem.Value != "" {
				fmt.Fprintf(&out, "    stem: %s\n", s.Stem)
			}
			clauses(&out, "    ", s.Clauses)
			for _, p := range s.Closing {
				fmt.Fprintf(&out, "    closing: %s\n", p.Text)
			}
		}
		for _, s := range doc.Signoff {
			var labels []string
			for _, f := range s.Fields {
				labels = append(labels, f.Label.Value)
			}
			fmt.Fprintf(&out, "  sign: who %q, heading %q, agree %q: %s\n", s.Who, s.Heading, s.Agree, strings.Join(labels, " · "))
		}
		if doc.Author.Value != "" {
			fmt.Fprintf(&out, "  author: %s\n", doc.Author)
		}
	}
	out.WriteString("\n")
	for _, l := range d.Lines {
		if l.Role == draft.LeftOut || l.Role == draft.Unplaced {
			fmt.Fprintf(&out, "%s: %s: %s\n", l.Role, l.Why, strings.TrimSpace(l.Block.Number+" "+l.Block.Text()))
		}
	}
	for _, q := range d.Questions {
		fmt.Fprintf(&out, "question %s, line %d: %s", q.Ask, q.Line, q.About)
		if q.Must {
			out.WriteString(" (must)")
		}
		for _, o := range q.Options {
			fmt.Fprintf(&out, " | %s", o.Value)
			if o.Likely {
				out.WriteString("!")
			}
		}
		if q.Answer != "" {
			fmt.Fprintf(&out, " -> %s", q.Answer)
		}
		out.WriteString("\n")
	}
	return out.String()
}

func clauses(out *strings.Builder, indent string, list []model.Clause) {
	for _, c := range list {
		fmt.Fprintf(out, "%s%s", indent, c.ID)
		if c.Mark.Value != "" {
			fmt.Fprintf(out, " [%s]", c.Mark)
		}
		fmt.Fprintf(out, ": %s", c.Text)
		if c.Say.Value != "" {
			fmt.Fprintf(out, " (say: %s)", c.Say)
		}
		for _, e := range c.Errata {
			fmt.Fprintf(out, " (erratum: %s -> %s)", e.Was, e.Now)
		}
		out.WriteString("\n")
		clauses(out, indent+"  ", c.Clauses)
	}
}
