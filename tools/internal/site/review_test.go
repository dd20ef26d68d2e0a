package site

import (
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// A review is stale when the words of the rule change, whether in the clause, in its corrections or in its stem.
func TestAFingerprintCoversTheWholeRule(t *testing.T) {
	lesson := model.Lesson{Pos: diag.Pos{Source: diag.NewSource("content/lessons/ks2/passwords.md", []byte("# Words"))}}
	text := func(s string) diag.Text { return diag.Text{Value: s} }
	clause := model.Clause{Text: text("tell a pasword"), Errata: []model.Erratum{{Was: text("pasword"), Now: text("password")}}, Say: text("I will not tell a password")}
	whole := Fingerprint(clause, lesson)
	for what, change := range map[string]func(*model.Clause){
		"the clause": func(c *model.Clause) { c.Text = text("show a pasword") },
		"a mistake":  func(c *model.Clause) { c.Errata = nil },
		"the stem":   func(c *model.Clause) { c.Say = text("I will tell a password") },
	} {
		changed := clause
		if change(&changed); Fingerprint(changed, lesson) == whole {
			t.Errorf("the review stays valid when %s changes", what)
		}
	}
	alone := model.Clause{Text: text("I will not tell a password")}
	said := alone
	if said.Say = alone.Text; Fingerprint(said, lesson) != Fingerprint(alone, lesson) {
		t.Error("a clause without a stem has another fingerprint once its sentence is known")
	}
}
