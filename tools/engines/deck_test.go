//go:build engines

package engines

import (
	"fmt"
	"strings"
	"testing"
)

// The deck has every kind of slide that a lesson has.
const deckAt = "/present/ks2/passwords/"

// A teacher with a remote of two buttons comes through the whole deck and back, and sees each slide once. On the way the class
// votes, and what it voted stands beside the answer.
func TestADeckIsPlayedWithARemote(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		c.opensDeckAt(1)
		last := see[int](c, `document.querySelectorAll("[data-slide]").length`)
		voted := 0
		for n := 2; n <= last; n++ {
			c.must(b.Act(chord(pageDown)))
			c.seesSlide(n)
			if voted == 0 && c.isShown(slideIs(n, "vote")) {
				voted = n
				c.votes(n)
			}
		}
		if voted == 0 || last < 40 {
			t.Fatalf("of %d slides none is a vote: choose another lesson for this test", last)
		}
		c.must(b.Act(chord(pageDown)))
		c.seesSlide(last)
		for n := last - 1; n > voted+1; n-- {
			c.must(b.Act(chord(pageUp)))
			c.seesSlide(n)
		}
		c.must(b.Act(chord(pageUp)))
		c.seesSlide(voted + 1)
		c.tellsVotes(voted + 1)
		for n := voted; n >= 1; n-- {
			c.must(b.Act(chord(pageUp)))
			c.seesSlide(n)
		}
		c.must(b.Act(chord(pageUp)))
		c.seesSlide(1)
		c.hearsNothingBad()
	})
}

func TestADeckGoesBlackAndComesBack(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		c.opensDeckAt(3)
		for _, key := range []key{"b", "."} {
			c.must(b.Act(chord(key)))
			c.until(`document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("[data-black]")`, "the black screen, after "+key)
			c.must(b.Act(chord(pageDown)))
			c.seesSlide(3) // nobody turns a slide without seeing it
		}
		c.hearsNothingBad()
	})
}

// The address carries the slide, and the browser's own Back goes back.
func TestTheAddressCarriesTheSlide(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		c.opensDeckAt(4)
		c.press(c, `[data-step="1"]`)
		c.seesSlide(5)
		c.press(c, `[data-more] summary`)
		c.press(c, `.more__parts li:last-child a`)
		c.seesSlide(see[int](c, `document.querySelectorAll("[data-slide]").length`))
		for _, n := range []int{5, 4} {
			c.must(b.Back())
			c.seesSlide(n)
		}
		c.hearsNothingBad()
	})
}

// Without its script the deck is one page, one slide after the other.
func TestADeckIsReadWithoutItsScript(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		c.open(scriptless.URL + deckAt)
		tops := see[[]float64](c, `[...document.querySelectorAll("[data-slide]")].map(s => s.getBoundingClientRect().top)`)
		for n := 1; n < len(tops); n++ {
			if tops[n] <= tops[n-1] {
				t.Fatalf("slide %d does not stand below the one before", n+1)
			}
		}
		if c.isShown("[data-vote]") || c.isShown("[data-step]") {
			t.Error("there are buttons that do nothing without the script")
		}
	})
}

// opensDeckAt opens the deck at a slide, by its address.
func (c *child) opensDeckAt(n int) {
	c.t.Helper()
	address := whole.URL + deckAt
	if n > 1 {
		address += fmt.Sprintf("#%d", n)
	}
	c.open(address)
	c.until(shows(`[data-deck][data-live]`), "the script")
	c.seesSlide(n)
}

// seesSlide: this slide and no other is what the class sees, and the address says so.
func (c *child) seesSlide(n int) {
	c.t.Helper()
	c.until(fmt.Sprintf(`document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("[data-slide]")?.id === "%d"`, n), fmt.Sprintf("slide %d", n))
	if n > 1 { // an engine that is told too many addresses at once takes the next a while later
		c.until(fmt.Sprintf(`location.hash === "#%d"`, n), fmt.Sprintf("the address of slide %d", n))
	}
	if see[string](c, `getComputedStyle(document.getElementById("`+fmt.Sprint(n)+`")).opacity`) != "1" {
		c.t.Errorf("slide %d is not to be seen", n)
	}
}

func slideIs(n int, kind string) string { return fmt.Sprintf(`[id="%d"].slide--%s`, n, kind) }

// votes counts three hands for A and two for B, by the keys and by the buttons, and takes one of each back.
func (c *child) votes(n int) {
	c.t.Helper()
	c.must(c.b.Act(chord("1")))
	c.must(c.b.Act(chord("1")))
	c.must(c.b.Act(chord("2")))
	c.must(c.b.Act(chord(shift, "1")))
	option := func(nth int, by string) string {
		return fmt.Sprintf(`[id="%d"] .choice:nth-child(%d) [data-vote="%s"]`, n, nth, by)
	}
	c.press(c, option(1, "1"))
	c.press(c, option(1, "1"))
	c.press(c, option(2, "1"))
	c.press(c, option(2, "1"))
	c.press(c, option(2, "-1"))
	c.tellsVotes(n)
}

func (c *child) tellsVotes(n int) {
	c.t.Helper()
	counts := see[[]string](c, fmt.Sprintf(`[...document.querySelectorAll('[id="%d"] [data-count]')].map(e => e.textContent)`, n))
	if got := strings.Join(counts, " "); got != "3 2 0" {
		c.t.Errorf("slide %d counts the hands %s, want 3 2 0", n, got)
	}
	wide := see[[]float64](c, fmt.Sprintf(`[...document.querySelectorAll('[id="%d"] [data-bar]')].map(e => Number(e.getAttribute("width")))`, n))
	if len(wide) != 3 || wide[0] <= wide[1] || wide[1] <= wide[2] {
		c.t.Errorf("on slide %d the bars are %v wide", n, wide)
	}
}
