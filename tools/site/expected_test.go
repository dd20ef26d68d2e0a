package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
)

// The school's policy has been judged on every topic, and a comment beside each judgement says why.
func TestEveryExpectedTopicIsJudgedWithAReason(t *testing.T) {
	s := realSite(t)
	var judged, want []string
	for _, j := range s.Comparison.Topics {
		judged = append(judged, j.Topic.Value)
	}
	for _, e := range s.Expected.Topics {
		want = append(want, e.ID.Value)
	}
	if !slices.Equal(judged, want) {
		t.Errorf("the judgements are of %v, and the topics are %v", judged, want)
	}
	text, err := os.ReadFile(filepath.Join(project, folder.School, "expected.yaml"))
	must(t, err)
	for _, entry := range strings.Split(string(text), "\n  - topic: ")[1:] {
		if !strings.Contains(entry, "\n    # ") {
			t.Errorf("nothing says why %q was judged so", strings.SplitN(entry, "\n", 2)[0])
		}
	}
}

// quotation matches words in the comments beside the judgements that are quoted from the policy.
var quotation = regexp.MustCompile(`"([^"\n]+)"`)

// What the comments quote is in the policy. The quotes of YAML are not theirs.
func TestTheReasonsQuoteThePolicy(t *testing.T) {
	var words []string
	for _, d := range realSite(t).Documents {
		words = append(words, documentWords(d)...)
	}
	policy := strings.ToLower(oneLine(strings.Join(words, " ")))
	text, err := os.ReadFile(filepath.Join(project, folder.School, "expected.yaml"))
	must(t, err)
	quoted := 0
	for _, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "    # ") {
			continue
		}
		for _, m := range quotation.FindAllStringSubmatch(line, -1) {
			quoted++
			if !strings.Contains(policy, strings.ToLower(oneLine(m[1]))) {
				t.Errorf("the policy does not say %q", m[1])
			}
		}
	}
	if quoted < 5 {
		t.Errorf("the reasons quote the policy only %d times", quoted)
	}
}

// showsExpected holds that the page for governors has every topic with its state in words, and each clause that covers it as a link. Of a
// school that nobody has compared, nothing is known.
func (b builtSchool) showsExpected(t *testing.T) {
	says := map[model.Coverage]string{
		model.Covered: "Covered", model.Partly: "Partly", model.Elsewhere: "Elsewhere", model.Not: "Not covered", model.Unknown: "Not known",
	}
	judged := map[string]model.Judgement{}
	for _, j := range b.site.Comparison.Topics {
		judged[j.Topic.Value] = j
	}
	table := elements(b.pages[governors].root, func(n *html.Node) bool { return attributeOf(n, "class") == "expected" })
	if len(table) != 1 {
		t.Fatalf("the page has %d tables of what is expected", len(table))
	}
	rows := elements(table[0], func(n *html.Node) bool { return n.Data == "tr" })[1:]
	if len(rows) != len(b.site.Expected.Topics) || len(rows) == 0 {
		t.Fatalf("%d rows show %d topics", len(rows), len(b.site.Expected.Topics))
	}
	for i, e := range b.site.Expected.Topics {
		j, known := judged[e.ID.Value]
		want := model.Unknown
		if known {
			want = j.Coverage()
		}
		state := elements(rows[i], withClass("coverage"))
		if len(state) != 1 || wordsIn(state[0]) != says[want] || attributeOf(state[0], "data-coverage") != string(want) {
			t.Errorf("the row of %q does not say %q: %q", e.ID, says[want], wordsIn(rows[i]))
		}
		links := elements(rows[i], func(n *html.Node) bool { return n.Data == "a" })
		if len(links) != len(e.Sources)+len(j.Clauses) {
			t.Errorf("the row of %q has %d links to %d sources and %d clauses", e.ID, len(links), len(e.Sources), len(j.Clauses))
		}
	}
}
