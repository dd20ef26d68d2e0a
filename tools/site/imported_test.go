package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/sweep"
	"safeonline/tools/internal/wordfile"
)

// importIn imports files into a school's folder of a project, and returns what the command says.
func importIn(t *testing.T, dir, school string, files ...string) string {
	t.Helper()
	return siteIn(t, dir, append([]string{"import", "--school", school}, files...)...)
}

// siteIn runs the command in a project, and returns what it says.
func siteIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("site", args...)
	cmd.Dir = dir
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("site %s: %v\n%s", strings.Join(args, " "), err, said)
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

// structures is the folder of the files of package draft's tests: one of each structure that schools' policies have.
const structures = "../internal/draft/testdata"

// wholly are structures whose sites are looked at wholly. What the others lack for that is stems, or a heading for what is signed.
var wholly = []string{"together", "stems"}

// lookalikes are structures whose own words look like another school's: "Primary School Acceptable Use Policy", "Key Stage 1 rules", "Year 5/6 rules",
// and marks such as 2.1 and 5 before words.
var lookalikes = []string{"acrostic", "appendices", "numbers", "titlepage", "wholetitle"}

// TestImportedSchools builds sites of invented schools from their files, with the project's own layouts. They show nothing of another school's,
// and of some all is looked at that the files say. With TEST_ALL there is a site of each structure.
func TestImportedSchools(t *testing.T) {
	t.Parallel()
	home, faults, err := load(os.DirFS(project), folder.School)
	if err != nil || home == nil {
		t.Fatal(faults, err)
	}
	names := wholly
	if sweep.Full() {
		names = nil
		all, err := filepath.Glob(structures + "/*.txtar")
		must(t, err)
		for _, name := range all {
			names = append(names, strings.TrimSuffix(filepath.Base(name), ".txtar"))
		}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := copyProject(t)
			school := "schools/" + name
			importIn(t, dir, school, structure(t, dir, school, name)...)
			answerAll(t, dir, school)
			b := buildSchool(t, dir, school)
			if slices.Contains(wholly, name) {
				t.Run("shows its documents", func(t *testing.T) { b.showsDocuments(t) })
				t.Run("shows its rules", func(t *testing.T) { b.showsRules(t) })
				t.Run("says whole sentences", func(t *testing.T) { b.saysWholeSentences(t) })
				t.Run("names its sets", func(t *testing.T) { b.namesItsSets(t) })
			}
			t.Run("leads somewhere", func(t *testing.T) { b.leadsSomewhere(t) })
			if !slices.Contains(lookalikes, name) {
				t.Run("shows no other school", func(t *testing.T) { b.showsNoOther(t, foreignTo(t, b.site, home)) })
			}
		})
	}
}

// The starter policy becomes a site once somebody has filled in its blanks.
func TestTheStarterPolicyBecomesASite(t *testing.T) {
	t.Parallel()
	dir, school := copyProject(t), "schools/marlpit-farm"
	siteIn(t, dir, "new", school, "--name", "Marlpit Farm Primary School")
	answerAll(t, dir, school)
	b := buildSchool(t, dir, school)
	b.showsDocuments(t)
	b.leadsSomewhere(t)
}

// structure writes the files of a structure into a project, with the answers that it has, and returns their names.
func structure(t *testing.T, dir, school, name string) (files []string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join(structures, name+".txtar"))
	must(t, err)
	must(t, os.MkdirAll(filepath.Join(dir, school), 0o755))
	for _, f := range archive.Files {
		body := f.Data
		switch {
		case f.Name == "draft":
			continue
		case f.Name == "answers":
			must(t, os.WriteFile(filepath.Join(dir, school, "import.yaml"), answersIn(string(body)), 0o644))
			continue
		case strings.HasSuffix(f.Name, ".docx"):
			body = wordfile.Lines(t, string(body))
		}
		must(t, os.WriteFile(filepath.Join(dir, f.Name), body, 0o644))
		files = append(files, f.Name)
	}
	return files
}

// answersIn makes import.yaml of lines such as "blank | [Name of school] | Pebble Lane".
func answersIn(text string) []byte {
	out := "answers:\n"
	for line := range strings.Lines(text) {
		if parts := strings.Split(strings.TrimSpace(line), " | "); len(parts) == 3 {
			out += fmt.Sprintf("  - { ask: %s, about: %q, answer: %q }\n", parts[0], parts[1], parts[2])
		}
	}
	return []byte(out)
}

// answerAll answers the questions that a build waits for, as somebody would who fills in a name.
func answerAll(t *testing.T, dir, school string) {
	t.Helper()
	e := &env{root: dir, dir: dir, school: school, stdout: io.Discard, stderr: os.Stderr}
	for range 20 {
		i, err := e.lastImport()
		must(t, err)
		if len(i.record.Open) == 0 {
			return
		}
		q := i.record.Open[0]
		_, err = e.answer(draft.Answer{Ask: model.Ask(q.Ask.Value), About: q.About.Value, Answer: "Marlpit Farm"})
		must(t, err)
	}
	t.Fatal("after 20 answers, there are questions")
}
