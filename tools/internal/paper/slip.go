package paper

import (
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// slip is what a parent may sign in addition to a child's agreement. The policy has none: its words are this site's. It names
// the rules that it is about, so that it says something when it has been cut off and filed.
type slip struct {
	Document  string `json:"document"` // the agreement's heading
	Audience  string `json:"audience"`
	Agreement string `json:"agreement"` // its address
	Number    string `json:"number"`    // of its rules, in words
	Rules     []name `json:"rules"`
	Copies    int    `json:"copies"` // on one side of A4
}

// name is what a list calls a rule.
type name struct {
	Mark  string `json:"mark"`
	Title string `json:"title"`
}

// mostInQuarter is how many characters of marks and titles fit a quarter of A4 beside the lines to sign.
const mostInQuarter = 460

// Slip returns the slip that a parent may sign in addition to the agreement of a set of rules.
func Slip(v *view.Site, s *site.Site, of site.Set) Sheet {
	d := of.Document
	is := slip{Document: Heading(s, d), Audience: view.Typeset(d.Audience), Agreement: d.URL(), Number: v.Number(len(of.Rules)), Copies: 4}
	long := 0
	for _, r := range of.Rules {
		n := name{r.Clause.Mark.Value, view.Typeset(r.Clause.Title)}
		is.Rules = append(is.Rules, n)
		long += len([]rune(n.Mark + n.Title))
	}
	if long > mostInQuarter {
		is.Copies = 2
	}
	return Sheet{Origin: v.Origin(d.Pos), Hue: of.Stage.Hue.Value, Content: is, Download: offer(s, slipFile(d))}
}
