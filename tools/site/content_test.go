package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

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

// choices gives the questions of a stage that have one best option.
func choices(s *site.Site, stage model.Stage) (list []model.Question) {
	for _, r := range s.Of(stage) {
		for _, q := range r.Lesson.Quiz {
			if q.Kind == model.Choice {
				list = append(list, q)
			}
		}
	}
	return list
}

func best(q model.Question) int {
	return slices.IndexFunc(q.Options, func(o model.Option) bool { return o.Right })
}

// The content guide: over a key stage, no position holds more than 45% of the best options. A child who always picks
// the middle one learns that it works.
func TestNoPositionHoldsTooManyBestOptions(t *testing.T) {
	for _, stage := range []model.Stage{model.KS1, model.KS2} {
		questions := choices(realSite(t), stage)
		at := map[int]int{}
		for _, q := range questions {
			at[best(q)]++
		}
		t.Logf("%s: best options by position: %v of %d", stage, at, len(questions))
		for position, n := range at {
			if 100*n > 45*len(questions) {
				t.Errorf("%s: %d of %d best options stand at %c", stage, n, len(questions), 'A'+position)
			}
		}
	}
}

// The content guide: the best option is the longest in at most 40%. One that is as long as another is not the longest.
func TestTheBestOptionIsNotTheLongestTooOften(t *testing.T) {
	for _, stage := range []model.Stage{model.KS1, model.KS2} {
		questions := choices(realSite(t), stage)
		var longest []string
		for _, q := range questions {
			others := 0
			for i, o := range q.Options {
				if i != best(q) {
					others = max(others, len([]rune(o.Text.Value)))
				}
			}
			if len([]rune(q.Options[best(q)].Text.Value)) > others {
				longest = append(longest, q.Title.Pos.String()+" "+q.Title.Value)
			}
		}
		t.Logf("%s: the best option is the longest in %d of %d", stage, len(longest), len(questions))
		if 100*len(longest) > 40*len(questions) {
			t.Errorf("%s: the best option is the longest in %d of %d:\n%s", stage, len(longest), len(questions), strings.Join(longest, "\n"))
		}
	}
}

// Two questions that share a run of five words are likely one question twice. Names of the cast do not count.
func TestNoTwoStemsShareARunOfFiveWords(t *testing.T) {
	s := realSite(t)
	names := map[string]bool{}
	for _, c := range s.Cast {
		for _, part := range plainWords(c.Name.Value) {
			names[part] = true
		}
	}
	seen := map[string]model.Question{}
	for _, r := range s.Rules {
		for _, q := range r.Lesson.Quiz {
			said := slices.DeleteFunc(plainWords(q.Stem.Value), func(w string) bool { return names[w] })
			for i := 0; i+5 <= len(said); i++ {
				run := strings.Join(said[i:i+5], " ")
				if other, ok := seen[run]; ok && other.Stem.Pos != q.Stem.Pos {
					t.Errorf("%s and %s both say %q", other.Stem.Pos, q.Stem.Pos, run)
				}
				seen[run] = q
			}
		}
	}
}

func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "'", "")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
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
				if entry != nil && filepath.ToSlash(name) == project+"/content/lessons" {
					return fs.SkipDir
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
