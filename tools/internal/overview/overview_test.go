package overview_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/overview"
)

var tag = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)

// words returns the words of the page that a reader sees.
func words(t *testing.T, schools ...overview.School) string {
	t.Helper()
	var page strings.Builder
	if err := overview.Write(&page, fstest.MapFS{}, schools); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(tag.ReplaceAllString(page.String(), " ")), " ")
}

func TestThePageSaysWhatIsKnownOfEachSchool(t *testing.T) {
	got := words(t,
		overview.School{Name: "Rush Hill", URL: "rush-hill/", Adopted: "2025-09-01", Reviewed: "2026-03-02", Covers: map[model.Coverage]int{model.Covered: 3, model.Not: 1}, Rules: 9, Taught: 8},
		overview.School{Name: "<b>Ash</b> & Elm", Covers: map[model.Coverage]int{model.Unknown: 4}, Rules: 1, Stale: 1, Trouble: "its files have faults"},
	)
	const want = "Our schools: online safety Our schools 2 schools . The policy of 1 school has no review that is known. 1 lesson to compare again. 1 site not up to date. " +
		"School Its policy Covers of what is expected Rules for pupils Its site " +
		"&lt;b&gt;Ash&lt;/b&gt; &amp; Elm Adopted Not known Reviewed Not known Next review Not known 4 nobody has judged 1 rule, 0 with a lesson Not up to date: its files have faults 1 lesson to compare again " +
		"Rush Hill Adopted 1 September 2025 Reviewed 2 March 2026 Next review Not known 3 covered 1 not covered 9 rules, 8 with a lesson Up to date"
	if got != want {
		t.Errorf("the page says\n%s\nwant\n%s", got, want)
	}
}

// A school whose files had faults from the first has a row that says so, and no sum counts what nobody knows of it.
func TestASchoolOfWhichNothingIsKnownIsInNoSum(t *testing.T) {
	got := words(t, overview.School{Name: "Elm", Reviewed: "2026", Rules: 9, Taught: 9}, overview.School{Folder: "schools/ash", Trouble: "its files have faults"})
	const want = "Our schools 2 schools . Nothing is known yet of 1 school. School Its policy Covers of what is expected Rules for pupils Its site " +
		"ash Nothing is known of it yet: its files have faults Elm Adopted"
	if !strings.Contains(got, want) {
		t.Errorf("the page says\n%s\nwant\n%s", got, want)
	}
}

func TestAPageOfSchoolsInOrderSaysNothingOfWhatIsWell(t *testing.T) {
	got := words(t, overview.School{Name: "Ash", Reviewed: "2026"})
	if !strings.Contains(got, "1 school . School") {
		t.Error(got)
	}
}
