//go:build engines

package engines

import (
	"fmt"
	"testing"
)

// deckPath is a deck with every kind of slide that a lesson has.
const deckPath = "/present/ks2/passwords/"

// With a remote of two buttons, a teacher goes through the whole deck and back. Each press shows another slide, or more of the same. On
// the way the class says what most think, which stands beside the answer, on the way back too.
func TestDeckWorksWithRemote(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		v.openDeckAt(2)
		last := evaluate[int](v, `document.querySelectorAll("[data-slide]:not([hidden])").length`)
		if last < 20 {
			t.Fatalf("found %d slides, want 20: choose another lesson for this test", last)
		}
		presses, asked := 0, 0
		for v.state() != fmt.Sprintf("%d:", last) {
			if v.isVisible("[data-now].slide--choice") && asked == 0 {
				asked = v.at()
				v.must(b.Act(chord("2")))
				v.expectSaid("Most said B")
			}
			before := v.state()
			v.must(b.Act(chord(pageDown)))
			v.waitUntil(fmt.Sprintf("%s !== %q", stateOf, before), "more of the slide, or the next one")
			if presses++; presses > 200 {
				t.Fatalf("200 presses lead no further than %s", v.state())
			}
		}
		if asked == 0 {
			t.Fatal("found no question: choose another lesson for this test")
		}
		for v.at() > asked {
			before := v.state()
			v.must(b.Act(chord(pageUp)))
			v.waitUntil(fmt.Sprintf("%s !== %q", stateOf, before), "less of the slide, or the one before")
		}
		v.expectSaid("Most said B")
		v.expectNoConsoleErrors()
	})
}

// stateOf is the number of the slide that the class sees, and what of it is shown: 1 for each thing that is not.
const stateOf = `document.querySelector("[data-now]").id + ":" + [...document.querySelectorAll("[data-now] :is([data-from], [data-to])")].map(e => Number(e.hasAttribute("data-off"))).join("")`

func (v *visitor) state() string {
	v.t.Helper()
	return evaluate[string](v, stateOf)
}

func (v *visitor) at() int {
	v.t.Helper()
	return evaluate[int](v, `Number(document.querySelector("[data-now]").id)`)
}

func (v *visitor) expectSaid(words string) {
	v.t.Helper()
	v.waitUntil(fmt.Sprintf(`document.querySelector('[data-now] [data-words=%q]')`, words), words)
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
		v.expectSlide(evaluate[int](v, `document.querySelectorAll("[data-slide]:not([hidden])").length`))
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
		tops := evaluate[[]float64](v, `[...document.querySelectorAll("[data-slide]:not([hidden])")].map(s => s.getBoundingClientRect().top)`)
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
