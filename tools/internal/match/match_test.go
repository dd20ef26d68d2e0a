package match_test

import (
	"os"
	"testing"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/match"
	"safeonline/tools/internal/model"
)

// library returns the data of this school and of the library, with the lessons.
func library(t testing.TB, school string) model.Data {
	t.Helper()
	fsys := os.DirFS("../../..")
	data, faults, err := clause.Read(fsys, school)
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	data.Lessons, faults, err = lesson.ReadAll(fsys, data.StageIDs())
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	return data
}

func TestEachRuleOfThisSchoolMatchesItsLesson(t *testing.T) {
	data := library(t, folder.School)
	m := match.New(data)
	for _, d := range data.Documents {
		audience := "staff"
		if d.Stage.Value != "" {
			audience = "pupils"
		}
		for _, c := range d.Clauses() {
			got := m.Rule(c.Text.Value, match.For{Audience: audience, Stage: d.Stage.Value})
			want := ""
			if c.Lesson != nil {
				want = d.Stage.Value + "/" + c.Lesson.Name.Value
			}
			mark := "ok"
			if got.Lesson != want {
				mark = "BAD"
			}
			t.Logf("%s %s\n   %q\n   %v %.1f | %v %.1f\n   %s %s want %s", mark, c.ID, c.Text.Value, got.Candidate, got.Score, got.Next, got.Next.Score, got.Lesson, got.Why, want)
		}
	}
}
