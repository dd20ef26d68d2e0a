package main

import (
	"bytes"
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/folder"
)

// importIn imports files into a school's folder of a project, and returns what the command says.
func importIn(t *testing.T, dir, school string, files ...string) string {
	t.Helper()
	cmd := exec.Command("site", append([]string{"import", "--school", school}, files...)...)
	cmd.Dir = dir
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("site import: %v\n%s", err, said)
	}
	return string(said)
}

// ownFile is the policy of this project's own school as a Word file. tools/site/testdata/adopted.sh makes it.
const ownFile = folder.School + "/source/policy.docx"

// joined answers the one question of this file that nobody can answer but who knows the sheet: its heading goes on below its table.
const joined = "answers:\n  - { ask: place, about: \"Use Policy: Key Stage One Pupils\", answer: join }\n"

// This project's own school takes the road of any other: its Word file becomes the texts, marks, order and lines to sign of its data.
func TestTheSchoolsOwnFileBecomesItsData(t *testing.T) {
	t.Parallel()
	dir := copyProject(t)
	school := "schools/anew"
	must(t, os.MkdirAll(filepath.Join(dir, school), 0o755))
	must(t, os.WriteFile(filepath.Join(dir, school, "import.yaml"), []byte(joined), 0o644))
	said := importIn(t, dir, school, ownFile)
	if !strings.Contains(said, " 0 not placed") {
		t.Errorf("not all lines are placed:\n%s", said)
	}
	own, anew := adoptedWords(t, dir, folder.School), adoptedWords(t, dir, school)
	for i := range max(len(own), len(anew)) {
		var a, b string
		if i < len(own) {
			a = own[i]
		}
		if i < len(anew) {
			b = anew[i]
		}
		if a != b {
			t.Fatalf("line %d of what was adopted is\n%s\nand of what was imported\n%s", i+1, a, b)
		}
	}
	if len(own) < 70 {
		t.Errorf("only %d lines are compared", len(own))
	}
}

// adoptedWords returns the adopted words of a school's documents, in order, each with what it is.
func adoptedWords(t *testing.T, dir, school string) (lines []string) {
	t.Helper()
	data, faults, err := clause.Read(os.DirFS(dir), school)
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	say := func(what, words string) {
		if words != "" {
			lines = append(lines, what+": "+words)
		}
	}
	for _, d := range data.Documents {
		say(d.Kind.Value, d.Heading.Value)
		for _, s := range d.Sections {
			say("heading", s.Heading.Value)
			for _, p := range s.Passages {
				say("passage", p.Text.Value)
			}
			say("stem", s.Stem.Value)
			for c := range s.AllClauses() {
				say("clause "+c.Mark.Value, c.Text.Value)
			}
			for _, p := range s.Closing {
				say("closing", p.Text.Value)
			}
		}
		for _, s := range d.Signoff {
			say("who", s.Who.Value)
			say("heading", s.Heading.Value)
			say("agree", s.Agree.Value)
			for _, f := range s.Fields {
				say("field", f.Label.Value)
			}
		}
		say("author", d.Author.Value)
	}
	return lines
}

// Imported over the school's own data, its Word file changes nothing: each id, title and lesson is the one that it was, and each comment stays.
func TestTheSchoolsOwnFileChangesNothingOfItsData(t *testing.T) {
	t.Parallel()
	dir := copyProject(t)
	must(t, os.WriteFile(filepath.Join(dir, folder.School, "import.yaml"), []byte(joined), 0o644))
	said := importIn(t, dir, folder.School, ownFile)
	for _, what := range []string{"changed: ", "new: ", "dropped: ", "moved: ", "new document: "} {
		if strings.Contains(said, "\n"+what) {
			t.Errorf("something has changed:\n%s", said)
		}
	}
	names, err := filepath.Glob(filepath.Join(project, folder.School, "policy/*.yaml"))
	must(t, err)
	for _, name := range append(names, filepath.Join(project, folder.School, "school.yaml")) {
		was, err := os.ReadFile(name)
		rel, failed := filepath.Rel(project, name)
		now, unread := os.ReadFile(filepath.Join(dir, rel))
		must(t, cmp.Or(err, failed, unread))
		if !bytes.Equal(was, now) {
			diff, _ := exec.Command("diff", name, filepath.Join(dir, rel)).Output()
			t.Errorf("%s has other bytes:\n%s", rel, diff)
		}
	}
}
