package browser

import (
	"slices"
	"strings"
	"testing"
)

// What the site adds to a rule is on every page that shows the rule or a part of it: for pupils, parents and teachers, on screens,
// slides and paper. No page without the rule has it.
func TestACautionStandsWhereverItsRuleIsRead(t *testing.T) {
	var data struct {
		Sets []struct {
			Rules []struct{ Text, Say, Caution string }
		}
	}
	if err := built().data(&data); err != nil {
		t.Fatal(err)
	}
	for _, set := range data.Sets {
		for _, rule := range set.Rules {
			if rule.Caution == "" {
				continue
			}
			shown := 0
			for _, p := range built().read() {
				words := text(p.doc)
				rules := slices.ContainsFunc(append(phrases(rule.Text), phrases(rule.Say)...), func(part string) bool { return strings.Contains(words, part) })
				if rules {
					shown++
				}
				switch has := strings.Contains(words, squeeze(rule.Caution)); {
				case rules && !has:
					t.Errorf("%s shows %q and does not add %q", p.address, shorten(rule.Say), rule.Caution)
				case has && !rules:
					t.Errorf("%s adds %q to no rule", p.address, rule.Caution)
				}
			}
			if shown < 10 {
				t.Errorf("%q is on %d pages only", shorten(rule.Say), shown)
			}
		}
	}
}

// phrases returns the parts of a rule that are long enough to know it by. Slides show a long rule part by part.
func phrases(rule string) (parts []string) {
	for _, part := range strings.FieldsFunc(rule, func(r rune) bool { return strings.ContainsRune(",.;:", r) }) {
		if len(strings.Fields(part)) >= 6 {
			parts = append(parts, squeeze(part))
		}
	}
	return parts
}
