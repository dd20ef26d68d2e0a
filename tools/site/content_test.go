package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// project is the folder of the school's own content, which these tests check as they do code.
const project = "../.."

func realSite(t *testing.T) *site.Site {
	t.Helper()
	s, faults, err := load(os.DirFS(project), folder.School)
	if err != nil {
		t.Fatal(err)
	}
	if faults = slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Waived }); len(faults) > 0 {
		faults.Fprint(os.Stderr)
		t.Fatalf("%d faults in the school's content", len(faults))
	}
	return s
}

func TestTheSchoolsContentHasNoFault(t *testing.T) {
	t.Log(summary(realSite(t)))
}

// The lessons have enough questions, and pupils meet each kind that is used often enough to recognise it.
func TestTheLessonsAskEnoughInEveryKind(t *testing.T) {
	s := realSite(t)
	kinds, questions := map[model.Kind]int{}, map[string]int{}
	for _, r := range s.Rules {
		questions[r.Stage.ID.Value] += len(r.Lesson.Quiz)
		for _, q := range r.Lesson.Quiz {
			kinds[q.Kind]++
		}
	}
	t.Logf("questions: %v; of each kind: %v", questions, kinds)
	if questions["ks1"] < 15 || questions["ks2"] < 85 {
		t.Errorf("there are %v questions; the minimum is 15 and 85", questions)
	}
	for kind, n := range kinds {
		if n < 6 {
			t.Errorf("there are %d questions of the kind %q; the minimum is six", n, kind)
		}
	}
}

// The pages for parents, with the plain words of the rules on them, are at reading grade 5 at most.
func TestPagesForParentsAreEasyToRead(t *testing.T) {
	shared, err := filepath.Glob(filepath.Join(project, "content/parents/*.md"))
	own, ownErr := filepath.Glob(filepath.Join(project, folder.School, "content/parents/*.md"))
	pages := slices.Concat(shared, own)
	if err := errors.Join(err, ownErr); err != nil || len(pages) < 2 {
		t.Fatalf("there are no pages for parents: %v", err)
	}
	for _, name := range pages {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts := proseOf(string(text))
		for _, r := range realSite(t).Rules {
			texts = append(texts, r.Clause.Plain.Value, r.Lesson.Home.Ask.Value, r.Lesson.Home.Do.Value)
		}
		if grade := site.Grade(texts); grade > 5 {
			t.Errorf("%s is at reading grade %.1f, and 5 is the limit", name, grade)
		} else {
			t.Logf("%s is at reading grade %.1f", name, grade)
		}
	}
}

// Stages and sets of rules are data: nothing else knows their ids or addresses.
func TestOnlyDataKnowsTheStages(t *testing.T) {
	s := realSite(t)
	var ids []string
	for _, stage := range s.Stages {
		ids = append(ids, `\b(?i:`+stage.ID.Value+`)\b`)
	}
	for _, set := range s.Sets() {
		for _, id := range []string{set.Document.ID.Value, set.Document.Folder()} {
			ids = append(ids, `\b(?i:`+id+`)\b`)
		}
	}
	known := regexp.MustCompile(strings.Join(ids, "|"))
	looked := 0
	for _, place := range []string{"tools", "layouts", "assets", "i18n"} {
		err := filepath.WalkDir(filepath.Join(project, place), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				if entry != nil && entry.Name() == "testdata" {
					return fs.SkipDir
				}
				return err
			}
			if strings.HasSuffix(name, "_test.go") || filepath.Ext(name) == ".svg" {
				return nil
			}
			looked++
			text, err := os.ReadFile(name)
			if !utf8.Valid(text) { // a font, or a list that is packed
				return err
			}
			for i, line := range strings.Split(string(text), "\n") {
				if found := known.FindString(line); found != "" {
					t.Errorf("%s:%d knows %q: %s", name, i+1, found, strings.TrimSpace(line))
				}
			}
			return err
		})
		if err != nil || looked < 10 {
			t.Errorf("%s: %d files: %v", place, looked, err)
		}
	}
}

// proseOf returns the lines of a Markdown page without its front matter, headings, marks and shortcodes.
func proseOf(page string) (lines []string) {
	_, body, _ := strings.Cut(strings.TrimPrefix(page, "---"), "\n---\n")
	for _, line := range strings.Split(body, "\n") {
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "{{") {
			continue
		}
		line = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)|\{\{.*?\}\}`).ReplaceAllString(line, "$1")
		lines = append(lines, strings.Trim(strings.ReplaceAll(line, "**", ""), "- "))
	}
	return lines
}

// Another school can use the project by changing only data/, so the school's name must not be anywhere else. The test reads
// the name from the data, so that it is not here either.
func TestTheSchoolsNameIsOnlyInItsData(t *testing.T) {
	var distinctive []string
	for _, word := range strings.Fields(realSite(t).School.Name.Value) {
		if len(word) > 4 && !slices.Contains([]string{"Primary", "School", "Junior", "Infant", "Academy"}, word) {
			distinctive = append(distinctive, strings.ToLower(word))
		}
	}
	if len(distinctive) == 0 {
		t.Fatal("the school's name has no distinctive word to look for")
	}
	looked := 0
	for _, place := range []string{"tools", "layouts", "assets", "i18n", "static", "content", "hugo.toml", "netlify.toml", "Makefile"} {
		err := filepath.WalkDir(filepath.Join(project, place), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			looked++
			text, err := os.ReadFile(name)
			for _, word := range distinctive {
				if strings.Contains(strings.ToLower(string(text)), word) {
					t.Errorf("%s has the school's name in it, %q: take it from data/school/school.yaml", name, word)
				}
			}
			return err
		})
		if err != nil {
			t.Error(fmt.Errorf("%s: %w", place, err))
		}
	}
	if looked < 100 {
		t.Errorf("looked at only %d files", looked)
	}
}

// The kit has nothing that no picture uses, and all that its pictures need: what is deleted from a story is deleted from the kit.
func TestThePicturesUseTheWholeKit(t *testing.T) {
	t.Parallel()
	s := realSite(t)
	used := map[string]bool{}
	use := func(of model.Illustration, _ bool) {
		for _, l := range of.Layers {
			for _, name := range slices.Concat([]diag.Text{l.Thing, l.Hold}, l.On, l.Shows) {
				used[name.Value] = true
			}
		}
	}
	for _, r := range s.Rules {
		for i := range r.Lesson.Story {
			use(s.Illustration(r.Lesson, i+1))
		}
		for _, q := range r.Lesson.Quiz {
			for i := range q.Options {
				use(s.Outcome(r.Lesson, q.ID.Value, i+1))
			}
		}
	}
	for _, who := range s.Cast {
		for _, name := range who.With {
			used[name.Value] = true
		}
	}
	for _, set := range s.Sets() {
		if set.Place == nil {
			continue
		}
		for _, spot := range set.Place.Spots {
			used[spot.Thing.Thing.Value] = true
			for _, l := range spot.Layers {
				used[l.Thing.Value] = true
			}
		}
	}
	things := s.Kit().Things
	for name := range things {
		if !used[name] {
			t.Errorf("no picture has the thing %s of the kit", name)
		}
	}
	if len(things) < 40 || len(s.Kit().Grounds) < 12 {
		t.Errorf("the kit has %d things and %d grounds, want 40 and 12", len(things), len(s.Kit().Grounds))
	}
}

// Every scene of the library's stories has a picture, and so has what comes of each option of the question that it ends with.
func TestEverySceneOfTheLibraryIsDrawn(t *testing.T) {
	t.Parallel()
	s := realSite(t)
	for _, r := range s.Rules {
		if !r.Taught() {
			continue
		}
		for i, scene := range r.Lesson.Story {
			if _, ok := s.Illustration(r.Lesson, i+1); !ok {
				t.Errorf("%s: the scene %q has no illustration", r.Lesson.Pos.Source.Name, scene.Title)
			}
		}
		for _, q := range r.Lesson.Quiz {
			for i := range q.Options {
				if _, ok := s.Outcome(r.Lesson, q.ID.Value, i+1); q.Scene > 0 && !ok {
					t.Errorf("%s: option %d of %q has no picture of what comes of it", r.Lesson.Pos.Source.Name, i+1, q.Title)
				}
			}
		}
	}
}
