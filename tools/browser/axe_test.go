package browser

import (
	"encoding/json"
	"fmt"
	"strings"

	"safeonline/tools/internal/sweep"
)

// axeTags select the rules that every page must meet: WCAG 2.2 level AA and axe-core's best practices.
var axeTags = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}

// enhanced is the rule of level AAA, a contrast of 7:1, for pages that children read, often on a poor projector.
const enhanced = "color-contrast-enhanced"

// inspectBoth inspects the page in light and in dark colours.
func (b *tab) inspectBoth(p page, when string) {
	b.t.Helper()
	b.inspectIn(p, when, dark)
}

// inspectAll inspects the page in light, dark and forced colours.
func (b *tab) inspectAll(p page, when string) {
	b.t.Helper()
	b.inspectIn(p, when, dark, forced)
}

// inspectIn has axe-core inspect the page in light colours. In the other surroundings only colours differ, so there contrast is
// checked alone; in a full sweep axe-core checks it too.
func (b *tab) inspectIn(p page, when string, others ...surroundings) {
	b.t.Helper()
	b.inspect(p, when)
	b.hasContrast(p, when, others...)
	if !sweep.Full() {
		return
	}
	for _, s := range others {
		b.do(media(s))
		b.axe(fmt.Sprintf("%s, %s", when, s), p.forContrast())
	}
	b.do(media(calm))
}

// finding is what axe-core reports of one rule that a page breaks.
type finding struct {
	ID, Help string
	Nodes    []struct {
		Target         []any
		FailureSummary string
	}
}

// forContrast selects the rules of axe-core about contrast.
func (p page) forContrast() map[string]any {
	rules := []string{"color-contrast"}
	if p.forPupils() || p.onTheWall() {
		rules = append(rules, enhanced)
	}
	return map[string]any{"runOnly": map[string]any{"type": "rule", "values": rules}}
}

// inspect has axe-core check the page as it is now. Its rule about the size of targets takes a fifth of its time: it runs in a full
// sweep. hasLargeTargets checks the same in its place.
func (b *tab) inspect(p page, when string) {
	b.t.Helper()
	ask[bool](b, noneLeft+`; true`)
	b.axe(when, map[string]any{
		"runOnly": map[string]any{"type": "tag", "values": axeTags},
		"rules":   map[string]any{"target-size": on(sweep.Full()), enhanced: on(p.forPupils() || p.onTheWall())},
	})
	b.hasLargeTargets(when)
	b.leadsWithin(when)
}

// axe runs axe-core with options, and reports what it finds.
func (b *tab) axe(when string, options map[string]any) {
	b.t.Helper()
	b.axeIn(`document`, when, options)
}

// axeIn is axe for a part of the page.
func (b *tab) axeIn(context, when string, options map[string]any) {
	b.t.Helper()
	if !ask[bool](b, `"axe" in window`) {
		ask[bool](b, axeCode()+"\n;true")
	}
	// At the top nothing overlaps. Further down the fixed controls cover what a reader would scroll to.
	ask[bool](b, `scrollTo({ top: 0, behavior: "instant" }), true`)
	b.settle()
	options["resultTypes"] = []string{"violations"}
	text, err := json.Marshal(options)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, f := range ask[[]finding](b, `axe.run(`+context+`, `+string(text)+`).then(found => found.violations)`) {
		for _, n := range f.Nodes {
			b.t.Errorf("%s: %s (%s) at %v\n%s", when, f.Help, f.ID, n.Target, indent(n.FailureSummary))
		}
	}
}

func on(yes bool) map[string]bool { return map[string]bool{"enabled": yes} }

func indent(s string) string { return "\t" + strings.ReplaceAll(s, "\n", "\n\t") }
