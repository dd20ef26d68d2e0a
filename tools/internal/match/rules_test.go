package match_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/match"
	"safeonline/tools/internal/model"
)

// judged is a rule as schools phrase them, with what a teacher says it is on: the best answer first, if several are honest.
type judged struct {
	Text   string   `yaml:"text"`
	For    string   `yaml:"for"`
	Topics []string `yaml:"topics"`
	Stance string   `yaml:"stance"`
}

// of returns for whom the rule is. Pupils of the Early Years have no lessons, and visitors what staff have.
func (j judged) of() match.For {
	switch j.For {
	case "ks1", "ks2":
		return match.For{Audience: "pupils", Stage: j.For}
	case "early-years":
		return match.For{Audience: "pupils"}
	case "visitors":
		return match.For{Audience: "staff"}
	}
	return match.For{Audience: j.For}
}

func judgedRules(t testing.TB) (list []judged) {
	t.Helper()
	text, err := os.ReadFile("testdata/rules.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i].Topics = slices.DeleteFunc(list[i].Topics, func(id string) bool { return id == "none" })
	}
	return list
}

// figures count how rules were matched.
type figures struct {
	rules, topics  int // all; those on a topic
	sure, right    int // matched; of these, to a right topic
	given, fits    int // given a lesson; of these, on a right topic
	likely         int // with a right topic first or second, sure or not
	taught         int // on a topic with a lesson of their stage
	matched, found int // of these, matched to a right topic; with a right topic first, sure or not
}

func (f *figures) add(j judged, got match.Match, data model.Data) {
	is := func(c match.Candidate) bool { return c.Topic != nil && slices.Contains(j.Topics, c.Topic.ID.Value) }
	right := is(got.Candidate)
	f.rules++
	f.topics += one(len(j.Topics) > 0)
	f.sure += one(got.Sure)
	f.right += one(got.Sure && right)
	f.given += one(got.Lesson != "")
	f.fits += one(got.Lesson != "" && right)
	f.likely += one(right || is(got.Next))
	taught := slices.ContainsFunc(data.Lessons, func(l model.Lesson) bool {
		return l.Stage == j.of().Stage && slices.Contains(j.Topics, l.Topic.Value)
	})
	f.taught += one(taught)
	f.matched += one(taught && got.Sure && right)
	f.found += one(taught && right)
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (f figures) String() string {
	share := func(n, of int) string { return fmt.Sprintf("%d of %d (%.1f%%)", n, of, 100*float64(n)/float64(of)) }
	return fmt.Sprintf("%d rules: of those matched, %s are right; of those given a lesson, %s have one on a right topic; of those on a topic, %s have it first or second; of those with a lesson, %s are matched, and %s have a right topic first",
		f.rules, share(f.right, f.sure), share(f.fits, f.given), share(f.likely, f.topics), share(f.matched, f.taught), share(f.found, f.taught))
}

// atLeast reports a share of right matches, or of matched rules that have a lesson, that is lower than it was.
func (f figures) atLeast(t *testing.T, right, matched float64) {
	t.Helper()
	if float64(f.right) < right*float64(f.sure) || float64(f.matched) < matched*float64(f.taught) {
		t.Errorf("want %.0f%% of matches right, and %.0f%% of rules with a lesson matched: %v", 100*right, 100*matched, f)
	}
}

// Whoever wrote these rules had not seen the examples of the library, and nothing was learnt from them.
func TestRulesThatSchoolsWrote(t *testing.T) {
	data := library(t)
	m := match.New(data)
	var f figures
	for _, j := range judgedRules(t) {
		f.add(j, m.Rule(j.Text, j.of()), data)
	}
	t.Log(f)
	f.atLeast(t, 0.95, 0.80)
}
