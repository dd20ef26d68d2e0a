package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// The table of limits in docs/authoring.md says what data/library/stages.yaml says. A cell may say more after that.
func TestTheGuideHasTheLimitsOfTheStages(t *testing.T) {
	stages := realSite(t).Stages
	guide, err := os.ReadFile(filepath.Join(project, "docs/authoring.md"))
	must(t, err)
	head := "|"
	for _, s := range stages {
		head += " | " + s.Formal.Value
	}
	_, table, found := strings.Cut(string(guide), "\n"+head+" |\n")
	if !found {
		t.Fatalf("docs/authoring.md has no table that begins %q", head)
	}
	table, _, _ = strings.Cut(table, "\n\n")
	rows := map[string][]string{}
	for _, row := range strings.Split(table, "\n") {
		cells := strings.Split(strings.Trim(row, "| "), " | ")
		rows[cells[0]] = cells[1:]
	}
	for name, limit := range limits {
		if len(rows[name]) != len(stages) {
			t.Errorf("docs/authoring.md, Limits: the row %q has %d cells, expected one for each of %d stages", name, len(rows[name]), len(stages))
			continue
		}
		for i, s := range stages {
			if got, want := rows[name][i], limit(s); got != want && !strings.HasPrefix(got, want+",") && !strings.HasPrefix(got, want+":") {
				t.Errorf("docs/authoring.md, Limits: %s of %s: found %q, expected %q as in data/library/stages.yaml", name, s.Formal, got, want)
			}
		}
	}
}

// limits are the limits of a stage as the guide writes them, by their rows.
var limits = map[string]func(model.Stage) string{
	"scenes":                   func(s model.Stage) string { return spanOf(s.Limits.Scenes) },
	"questions":                func(s model.Stage) string { return spanOf(s.Limits.Questions) },
	"questions that come back": func(s model.Stage) string { return spanOf(s.Limits.Again) },
	"key words":                func(s model.Stage) string { return spanOf(s.Limits.Words) },

	`options of a "choice" or "several" question`: optionsOf(quiz.Choice),
	"steps to order":                     optionsOf(quiz.Order),
	"items to sort, in total":            optionsOf(quiz.Sort),
	"pairs to match":                     optionsOf(quiz.Match),
	"phrases in a message":               optionsOf(quiz.Spot),
	"replies to each scene that has any": optionsOf(quiz.Chat),

	"stem": func(s model.Stage) string {
		return fmt.Sprintf("up to %d words, and %d in each sentence", s.Limits.Stem, s.Limits.Sentence)
	},
	"option":   func(s model.Stage) string { return fmt.Sprintf("up to %d words", s.Limits.Option) },
	"feedback": func(s model.Stage) string { return fmt.Sprintf("up to %d words", s.Limits.Feedback) },
	"hint": func(s model.Stage) string {
		return fmt.Sprintf("up to %d words, and %d in each sentence", s.Limits.Hint, s.Limits.Sentence)
	},
	"paragraph of the story": func(s model.Stage) string { return fmt.Sprintf("up to %d words", s.Limits.Step) },
}

// optionsOf returns the number of options of a kind of question.
func optionsOf(kind model.Kind) func(model.Stage) string {
	return func(s model.Stage) string {
		if len(s.Kinds[kind]) == 0 {
			return "not used"
		}
		return spanOf(s.Kinds[kind])
	}
}

// spanOf returns a least and a most in words.
func spanOf(s model.Span) string {
	switch {
	case s[1] == 0:
		return "none"
	case s[0] == s[1]:
		return fmt.Sprint(s[0])
	case s[0]+1 == s[1]:
		return fmt.Sprintf("%d or %d", s[0], s[1])
	}
	return fmt.Sprintf("%d to %d", s[0], s[1])
}
