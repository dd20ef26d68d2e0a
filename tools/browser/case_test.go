package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Every sentence that a page quotes from the policy is found in the policy.
func TestWhatPagesQuoteIsInThePolicy(t *testing.T) {
	policy, quotes := "", 0
	for _, part := range withClass(built().page("/policy/").doc, "policy__part") {
		policy += squeeze(text(part)) + " "
	}
	for _, p := range built().read() {
		for _, figure := range withClass(p.doc, "quote") {
			for quote := range elements(figure, "blockquote") {
				quotes++
				if words := strings.Trim(squeeze(text(quote)), "“”"); words == "" || !strings.Contains(policy, words) {
					t.Errorf("%s quotes what the policy does not say: %q", p.address, words)
				}
			}
			for _, to := range links(figure) {
				if _, id, _ := strings.Cut(to, "/policy/#"); byID(built().page("/policy/").doc, id) == nil {
					t.Errorf("%s quotes from %s, which is no part of the policy", p.address, to)
				}
			}
		}
	}
	if quotes < 15 {
		t.Errorf("pages quote the policy only %d times", quotes)
	}
}

// nastyMessage is the page for parents whose child sent a nasty message.
const nastyMessage = "/parents/what-next/sent-something-nasty/"

// A parent whose child sent a nasty message is two taps on a telephone from what to do and a number to ring. Above all stands 999.
func TestANastyMessageIsTwoTapsFromThePageForParents(t *testing.T) {
	b := visit(t, "/parents/", screen(390, 844))
	for _, to := range []string{"/parents/what-next/", nastyMessage} {
		b.tap(fmt.Sprintf(`main a[href$=%q]`, to))
		b.until(fmt.Sprintf(`location.pathname.endsWith(%q) && document.readyState === "complete"`, to), to)
		b.settle()
	}
	if first := b.words(".first-steps h3"); first != "Stop" {
		t.Errorf("the first thing to do is %q", first)
	}
	if !b.seen(`#ring a[href^="tel:"]`) {
		t.Error("there is no number to ring")
	}
	if top := ask[string](b, `document.elementFromPoint(100, 20).closest("a")?.href ?? ""`); top != "tel:999" {
		t.Errorf("at the top of the page is %q, want 999", top)
	}
}

// Where parents look when something has happened, a link leads to the cases: also in the policy, beside what an answer quotes.
func TestTheCasesAreLinkedWhereParentsLook(t *testing.T) {
	for address, within := range map[string]string{"/parents/": "main", "/help/": "adults", "/policy/": "incidents-and-breaches"} {
		if to := links(byID(built().page(address).doc, within)); !slices.Contains(to, "/parents/what-next/") {
			t.Errorf("%s#%s does not lead to the cases", address, within)
		}
	}
}

// The pages lead to each other, and to no page but these under "Is it something else?".
func TestThePagesOfCasesLeadToEachOther(t *testing.T) {
	start := "/parents/what-next/"
	cases := links(withClass(built().page(start).doc, "others")[0])
	if len(cases) < 5 {
		t.Fatalf("there are only %d cases", len(cases))
	}
	for _, address := range cases {
		others := strings.Join(links(withClass(built().page(address).doc, "others")[0]), " ")
		for _, other := range cases {
			if is := strings.Contains(others+" ", other+" "); is == (other == address) {
				t.Errorf("%s leads to %s: %v", address, other, is)
			}
		}
	}
}
