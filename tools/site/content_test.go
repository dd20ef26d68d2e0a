package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// project is the folder of the school's own content, which is under test here as code is.
const project = "../.."

func realSite(t *testing.T) *site.Site {
	t.Helper()
	s, faults, err := load(os.DirFS(project))
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) > 0 {
		faults.Fprint(os.Stderr)
		t.Fatalf("%d faults in the school's content", len(faults))
	}
	return s
}

func TestTheSchoolsContentHasNoFault(t *testing.T) {
	s := realSite(t)
	if got := summary(s); !strings.HasPrefix(got, "checked: 43 clauses, 22 lessons, ") {
		t.Error(got)
	}
}

// What the lessons offer, in numbers: enough questions, and every kind often enough to be known again.
func TestTheLessonsAskEnoughInEveryKind(t *testing.T) {
	s := realSite(t)
	kinds, questions := map[model.Kind]int{}, map[model.Stage]int{}
	for _, r := range s.Rules {
		questions[r.Stage] += len(r.Lesson.Quiz)
		for _, q := range r.Lesson.Quiz {
			kinds[q.Kind]++
		}
	}
	t.Logf("questions: %v; of each kind: %v", questions, kinds)
	if questions[model.KS1] < 15 || questions[model.KS2] < 85 {
		t.Errorf("there are %v questions; 15 and 85 are the least", questions)
	}
	for _, kind := range []model.Kind{model.Choice, model.Several, model.Order, model.Sort, model.Gaps, model.Spot, model.Chat} {
		if kinds[kind] < 6 {
			t.Errorf("the kind %q is asked %d times; six are the least", kind, kinds[kind])
		}
	}
}

// The pages for parents read at grade 5 at most: their own words, and the plain words of the rules that stand on them.
func TestParentsReadWithEase(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(project, "content/parents/*.md"))
	if err != nil || len(pages) == 0 {
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
			t.Errorf("%s reads at grade %.1f, and 5 is the most", name, grade)
		} else {
			t.Logf("%s reads at grade %.1f", name, grade)
		}
	}
}

// proseOf gives the lines of a Markdown page without its front matter, headings, marks and short codes.
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

// The project is to serve another school by a change of data/ alone, so the school's name stands nowhere else. The name
// is taken from the data, so that it does not stand here either.
func TestNoSchoolsNameStandsInCodeTemplatesOrStyles(t *testing.T) {
	var telling []string
	for _, word := range strings.Fields(realSite(t).School.Name.Value) {
		if len(word) > 4 && !slices.Contains([]string{"Primary", "School", "Junior", "Infant", "Academy"}, word) {
			telling = append(telling, strings.ToLower(word))
		}
	}
	if len(telling) == 0 {
		t.Fatal("the school's name has no word of its own to look for")
	}
	looked := 0
	for _, place := range []string{"tools", "layouts", "assets", "i18n", "static", "content", "hugo.toml", "netlify.toml", "Makefile"} {
		err := filepath.WalkDir(filepath.Join(project, place), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				if entry != nil && (filepath.ToSlash(name) == project+"/content/lessons" || filepath.ToSlash(name) == project+"/"+downloads) {
					return fs.SkipDir // lessons are the school's, and the PDF files are made from its data
				}
				return err
			}
			looked++
			text, err := os.ReadFile(name)
			for _, word := range telling {
				if strings.Contains(strings.ToLower(string(text)), word) {
					t.Errorf("%s has the school's name in it, %q: take it from data/school.yaml", name, word)
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
