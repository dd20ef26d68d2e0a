//go:build engines

package engines

import (
	"fmt"
	"strings"
	"testing"
)

// deckPath is a deck with every kind of slide that a lesson has.
const deckPath = "/present/ks2/passwords/"

// With a remote of two buttons, a teacher goes through the whole deck and back, and sees each slide once. On the way the class
// votes, and its votes are shown beside the answer.
func TestDeckWorksWithRemote(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		v.openDeckAt(1)
		last := evaluate[int](v, `document.querySelectorAll("[data-slide]").length`)
		voted := 0
		for n := 2; n <= last; n++ {
			v.must(b.Act(chord(pageDown)))
			v.expectSlide(n)
			if voted == 0 && v.isVisible(slideSelector(n, "vote")) {
				voted = n
				v.vote(n)
			}
		}
		if voted == 0 || last < 40 {
			t.Fatalf("found %d slides and the first vote on slide %d, want 40 slides and a vote: choose another lesson for this test", last, voted)
		}
		v.must(b.Act(chord(pageDown)))
		v.expectSlide(last)
		for n := last - 1; n > voted+1; n-- {
			v.must(b.Act(chord(pageUp)))
			v.expectSlide(n)
		}
		v.must(b.Act(chord(pageUp)))
		v.expectSlide(voted + 1)
		v.expectVotes(voted + 1)
		for n := voted; n >= 1; n-- {
			v.must(b.Act(chord(pageUp)))
			v.expectSlide(n)
		}
		v.must(b.Act(chord(pageUp)))
		v.expectSlide(1)
		v.expectNoConsoleErrors()
	})
}

func TestBlackScreenCoversSlideUntilNextKey(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		v.openDeckAt(3)
		for _, key := range []key{"b", "."} {
			v.must(b.Act(chord(key)))
			v.waitUntil(`document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("[data-black]")`, "the black screen, after "+key)
			v.must(b.Act(chord(pageDown)))
			v.expectSlide(3) // the key only removes the black screen, so that nobody changes a slide without seeing it
		}
		v.expectNoConsoleErrors()
	})
}

// The address names the slide, and the browser's Back button returns to the slide before.
func TestAddressNamesSlide(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		v.openDeckAt(4)
		v.press(v, `[data-step="1"]`)
		v.expectSlide(5)
		v.press(v, `[data-more] summary`)
		v.press(v, `.more__parts li:last-child a`)
		v.expectSlide(evaluate[int](v, `document.querySelectorAll("[data-slide]").length`))
		for _, n := range []int{5, 4} {
			v.must(b.Back())
			v.expectSlide(n)
		}
		v.expectNoConsoleErrors()
	})
}

// Without the script, the deck is one page with the slides one below the other.
func TestDeckWorksWithoutScript(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		v.open(scriptlessServer.URL + deckPath)
		tops := evaluate[[]float64](v, `[...document.querySelectorAll("[data-slide]")].map(s => s.getBoundingClientRect().top)`)
		for n := 1; n < len(tops); n++ {
			if tops[n] <= tops[n-1] {
				t.Fatalf("slide %d is not below the one before", n+1)
			}
		}
		if v.isVisible("[data-vote]") || v.isVisible("[data-step]") {
			t.Error("the page shows buttons that do nothing without the script")
		}
	})
}

// openDeckAt opens the deck at the address of a slide.
func (v *visitor) openDeckAt(n int) {
	v.t.Helper()
	address := server.URL + deckPath
	if n > 1 {
		address += fmt.Sprintf("#%d", n)
	}
	v.open(address)
	v.waitUntil(visible(`[data-deck][data-live]`), "the script")
	v.expectSlide(n)
}

// expectSlide expects that the class sees this slide and no other, and that the address names it.
func (v *visitor) expectSlide(n int) {
	v.t.Helper()
	v.waitUntil(fmt.Sprintf(`document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("[data-slide]")?.id === "%d"`, n), fmt.Sprintf("slide %d", n))
	if n > 1 { // an engine that gets many changes of address at once delays the next one
		v.waitUntil(fmt.Sprintf(`location.hash === "#%d"`, n), fmt.Sprintf("the address of slide %d", n))
	}
	if evaluate[string](v, `getComputedStyle(document.getElementById("`+fmt.Sprint(n)+`")).opacity`) != "1" {
		v.t.Errorf("slide %d is not visible", n)
	}
}

func slideSelector(n int, kind string) string { return fmt.Sprintf(`[id="%d"].slide--%s`, n, kind) }

// vote counts three hands for A and two for B, by keys and by buttons. It also takes back one vote by each.
func (v *visitor) vote(n int) {
	v.t.Helper()
	v.must(v.b.Act(chord("1")))
	v.must(v.b.Act(chord("1")))
	v.must(v.b.Act(chord("2")))
	v.must(v.b.Act(chord(shift, "1")))
	option := func(nth int, by string) string {
		return fmt.Sprintf(`[id="%d"] .choice:nth-child(%d) [data-vote="%s"]`, n, nth, by)
	}
	v.press(v, option(1, "1"))
	v.press(v, option(1, "1"))
	v.press(v, option(2, "1"))
	v.press(v, option(2, "1"))
	v.press(v, option(2, "-1"))
	v.expectVotes(n)
}

func (v *visitor) expectVotes(n int) {
	v.t.Helper()
	counts := evaluate[[]string](v, fmt.Sprintf(`[...document.querySelectorAll('[id="%d"] [data-count]')].map(e => e.textContent)`, n))
	if got := strings.Join(counts, " "); got != "3 2 0" {
		v.t.Errorf("slide %d counts %s hands, want 3 2 0", n, got)
	}
	wide := evaluate[[]float64](v, fmt.Sprintf(`[...document.querySelectorAll('[id="%d"] [data-bar]')].map(e => Number(e.getAttribute("width")))`, n))
	if len(wide) != 3 || wide[0] <= wide[1] || wide[1] <= wide[2] {
		v.t.Errorf("on slide %d the bars have the widths %v, want them to decrease", n, wide)
	}
}
