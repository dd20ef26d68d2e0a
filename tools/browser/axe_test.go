package browser

import (
	"encoding/json"
	"strings"
	"testing"
)

// axeTags are the standards that every page holds to: WCAG 2.2 level AA, and what axe-core's makers advise besides.
var axeTags = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}

// The higher contrast (level AAA, 7:1) is for pages that children read, often on a poor projector.
const enhanced = "color-contrast-enhanced"

func TestAxeFindsNothingOnAnyPage(t *testing.T) {
	for _, p := range built().read() {
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			b := visit(t, p.address)
			b.inspectAll(p, "as it loads")
			b.do(screen(390, 844), media(calm))
			b.inspect(p, "on a telephone")
		})
	}
}

func TestAxeFindsNothingWhereTheScriptIsBlocked(t *testing.T) {
	for _, p := range built().read() {
		if !p.hasScript() {
			continue // the test above has seen it so
		}
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			b := visit(t, p.address, withoutScript)
			ask[bool](b, `document.querySelectorAll("main details").forEach(d => d.open = true), true`)
			b.inspectBoth(p, "without its script, every answer open")
		})
	}
}

func TestAxeFindsNothingBeforeAndAfterAnswering(t *testing.T) {
	for _, l := range lessonsAndGallery(t) {
		t.Run(named(l.address), func(t *testing.T) {
			t.Parallel()
			b := visit(t, l.address)
			for _, together := range l.shownTogether() {
				b.each(together, nothing)
				b.inspectBoth(l.page(), together[0].ID+" left unanswered")
				b.each(together, b.answerWrongly)
				b.inspectBoth(l.page(), together[0].ID+" answered wrongly")
				b.each(together, b.answerRightly)
				b.inspectBoth(l.page(), together[0].ID+" answered rightly")
				b.next(together[0])
			}
			b.inspectAll(l.page(), "the quiz done")
		})
	}
}

// shownTogether parts the questions as a child sees them: one at a time in Key Stage One, else all on one page.
func (l lesson) shownTogether() (parts [][]question) {
	if l.Stage != "ks1" {
		return [][]question{l.Quiz}
	}
	for _, q := range l.Quiz {
		parts = append(parts, []question{q})
	}
	return parts
}

// each answers questions in some way, and checks them.
func (b *tab) each(questions []question, answer func(question)) {
	b.t.Helper()
	for _, q := range questions {
		answer(q)
		b.check(q)
	}
}

func nothing(question) {}

// axe-core leaves out single letters, and the largest letters of the site stand alone: the marks on the rules' tiles.
func TestTheMarkOnATileStandsOut(t *testing.T) {
	for _, address := range []string{"/smart/", "/ks2/", "/teachers/"} {
		t.Run(named(address), func(t *testing.T) {
			t.Parallel()
			b := visit(t, address)
			for name, s := range map[string]surroundings{"light": calm, "dark": dark} {
				b.do(media(s))
				for _, low := range ask[[]string](b, lowContrast) {
					t.Errorf("%s: %s", name, low)
				}
			}
		})
	}
}

// lowContrast gives the tiles whose mark has a contrast below 7:1 (WCAG 2.2, 1.4.6; the formula is that of its glossary).
const lowContrast = `(() => {
	const light = colour => {
		const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(v => v / 255)
			.map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		return 0.2126 * r + 0.7152 * g + 0.0722 * b
	}
	return [...document.querySelectorAll(".tile")].flatMap(tile => {
		const mark = light(getComputedStyle(tile.firstElementChild).color), ground = light(getComputedStyle(tile).backgroundColor)
		const ratio = (Math.max(mark, ground) + 0.05) / (Math.min(mark, ground) + 0.05)
		return ratio < 7 ? [tile.textContent + " has a contrast of " + ratio.toFixed(1)] : []
	})
})()`

func (p page) hasScript() bool {
	for range elements(p.doc, "script") {
		return true
	}
	return false
}

// inspectBoth inspects the page in the light and in the dark.
func (b *tab) inspectBoth(p page, when string) {
	b.t.Helper()
	b.inspect(p, when)
	b.do(media(dark))
	b.inspect(p, when+", dark")
	b.do(media(calm))
}

// inspectAll inspects the page in the light, in the dark and in forced colours.
func (b *tab) inspectAll(p page, when string) {
	b.t.Helper()
	b.inspectBoth(p, when)
	b.do(media(forced))
	b.inspect(p, when+", forced colours")
	b.do(media(calm))
}

// finding is what axe-core tells of one rule that a page breaks.
type finding struct {
	ID, Help string
	Nodes    []struct {
		Target         []any
		FailureSummary string
	}
}

// inspect has axe-core look at the page as it is now.
func (b *tab) inspect(p page, when string) {
	b.t.Helper()
	if !ask[bool](b, `"axe" in window`) {
		ask[bool](b, axeCode()+"\n;true")
	}
	// At its top, where nothing lies over anything: what the controls there cover elsewhere, a child scrolls to.
	ask[bool](b, `scrollTo({ top: 0, behavior: "instant" }), true`)
	b.settle()
	options, err := json.Marshal(map[string]any{
		"runOnly":     map[string]any{"type": "tag", "values": axeTags},
		"rules":       map[string]any{"target-size": on(true), enhanced: on(p.forPupils() || p.onTheWall())},
		"resultTypes": []string{"violations"},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	for _, f := range ask[[]finding](b, `axe.run(document, `+string(options)+`).then(found => found.violations)`) {
		for _, n := range f.Nodes {
			b.t.Errorf("%s: %s (%s) at %v\n%s", when, f.Help, f.ID, n.Target, indent(n.FailureSummary))
		}
	}
}

func on(yes bool) map[string]bool { return map[string]bool{"enabled": yes} }

func indent(s string) string { return "\t" + strings.ReplaceAll(s, "\n", "\n\t") }
