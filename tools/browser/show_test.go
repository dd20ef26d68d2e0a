package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"safeonline/tools/internal/sweep"
)

// deckAt is the address of a lesson's deck with every kind of question.
const deckAt = "/present/ks2/passwords/"

// deckOpen opens a deck in a window that is large enough for slides. A deck that needs steps first has a tab of its own.
func deckOpen(t *testing.T, address string, steps ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	var b *tab
	if len(steps) == 0 {
		b = borrowAt(t, address)
	} else {
		b = visit(t, address, steps...)
	}
	b.isLive()
	return b
}

// isLive waits until the deck's script has taken the deck over.
func (b *tab) isLive() {
	b.t.Helper()
	b.until(`document.querySelector("[data-live]")`, "the deck's script")
}

// slide returns the number of the slide that the class sees.
func (b *tab) slide() int {
	b.t.Helper()
	return ask[int](b, `Number(document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("[data-slide]")?.id ?? 0)`)
}

func (b *tab) isOn(n int, when string) {
	b.t.Helper()
	b.settle()
	if got := b.slide(); got != n {
		b.t.Errorf("%s slide %d is seen, want %d", when, got, n)
	}
}

func (b *tab) slides() int {
	b.t.Helper()
	return ask[int](b, `document.querySelectorAll("[data-slide]").length`)
}

func TestKeysOfRemotesAndKeyboardsTurnTheSlides(t *testing.T) {
	t.Parallel()
	b := deckOpen(t, deckAt+"#10")
	last := b.slides()
	for _, c := range []struct {
		name string
		key  string
		want int
	}{
		{"Page Down", kb.PageDown, 11}, {"right", kb.ArrowRight, 12}, {"down", kb.ArrowDown, 13}, {"space", " ", 14},
		{"Page Up", kb.PageUp, 13}, {"left", kb.ArrowLeft, 12}, {"up", kb.ArrowUp, 11},
		{"End", kb.End, last}, {"Page Down at the end", kb.PageDown, last}, {"Home", kb.Home, 1}, {"Page Up at the start", kb.PageUp, 1},
	} {
		b.press(c.key)
		b.isOn(c.want, "after "+c.name)
	}
	b.do(chromedp.KeyEvent(kb.PageDown, chromedp.KeyModifiers(kb.ModifierCtrl)))
	b.isOn(1, "after Page Down with Ctrl, which is the browser's,")
	b.quiet()
}

func TestFTogglesFullScreen(t *testing.T) {
	b := visit(t, deckAt+"#3") // a tab of its own, since it changes the window
	b.isLive()
	b.until(`document.activeElement.closest("[data-deck]")`, "the focus") // which the browser takes to the slide in the address
	b.press("f")
	b.until(`document.fullscreenElement`, "the full screen")
	b.isOn(3, "on the full screen")
	b.press("f")
	b.until(`!document.fullscreenElement`, "the window again")
	b.isOn(3, "in the window again")
}

// Letters and digits act only while the deck has the focus (WCAG 2.1.4); a control that has it keeps its own keys. The keys of a
// remote turn slides even when a screen reader has taken the focus away.
func TestLettersActOnlyWhileTheDeckHasTheFocus(t *testing.T) {
	b := deckOpen(t, deckAt)
	ask[bool](b, `document.activeElement.blur(), true`)
	b.press("b")
	if b.seen("[data-black]") {
		t.Error("B blackens the screen while nothing has the focus")
	}
	b.press(kb.PageDown)
	b.isOn(2, "with the focus nowhere")
	b.press(kb.PageUp)
	b.isOn(1, "back")
	ask[bool](b, `document.querySelector('[data-step="1"]').focus(), true`)
	b.press(space)
	b.isOn(2, "after the space bar on Next")
	ask[bool](b, `document.querySelector("[data-more] summary").focus(), true`)
	b.press(space)
	open := `document.querySelector("[data-more]").open`
	if !ask[bool](b, open) {
		t.Error("the space bar does not open More")
	}
	b.press(kb.Escape)
	if ask[bool](b, open) {
		t.Error("Escape does not close More")
	}
	b.isOn(2, "after Escape")
	b.press(kb.Escape)
	b.until(`location.pathname === "/ks2/passwords/"`, "the lesson, after Escape with nothing open")
}

// Tab leads only to what is visible.
func TestTabStaysOnTheVisibleSlide(t *testing.T) {
	b := deckOpen(t, deckAt+"#"+fmt.Sprint(voteIn(t, deckAt, "choice")))
	seen := ask[[]string](b, `[...document.querySelectorAll("[data-slide] button")].filter(e => e.tabIndex === 0 && !e.closest("[data-now]")).map(e => e.textContent)`)
	if len(seen) > 0 {
		t.Errorf("Tab comes to buttons of slides that are not seen: %q", seen)
	}
	if n := ask[int](b, `document.querySelectorAll("[data-now] button").length`); n != 6 {
		t.Errorf("the vote has %d buttons, want two for each of three options", n)
	}
}

// voteIn returns the number of the first vote of a kind in a deck.
func voteIn(t *testing.T, address, kind string) int {
	t.Helper()
	for n, s := range slidesOf(t, address) {
		if s.Kind == "vote" && s.Ask == kind {
			return n + 1
		}
	}
	t.Fatalf("%s has no vote of the kind %q", address, kind)
	return 0
}

// shownSlide holds what the tests need of a slide, as the template is given it.
type shownSlide struct {
	Kind, Ask string
	Text      string
	Options   []struct{ ID, Letter, Text string }
	Option    struct{ Feedback string }
}

func slidesOf(t *testing.T, address string) (all []shownSlide) {
	t.Helper()
	var deck struct {
		Parts []struct{ Slides []shownSlide }
	}
	if err := built().params(address, &deck); err != nil {
		t.Fatal(err)
	}
	for _, p := range deck.Parts {
		all = append(all, p.Slides...)
	}
	return all
}

func (b *tab) hands() string {
	b.t.Helper()
	return strings.Join(ask[[]string](b, `[...document.querySelectorAll("[data-now] [data-count]")].map(e => e.textContent)`), " ")
}

// Votes are counted by keys and buttons, shown beside the answer, and gone when the page is left: nothing is stored.
func TestVotesAreCountedAndNotStored(t *testing.T) {
	b := deckOpen(t, deckAt+"#"+fmt.Sprint(voteIn(t, deckAt, "choice")))
	b.press("1", "1", "1", "3", "9")
	b.do(chromedp.KeyEvent("!", chromedp.KeyModifiers(kb.ModifierShift)))
	if got := b.hands(); got != "2 0 1" {
		t.Errorf("after 1 1 1 3 9 and Shift 1 there are %s hands, want 2 0 1", got)
	}
	b.tap(`[data-now] [data-vote="-1"]`)
	b.tap(`[data-now] [data-vote="-1"]`)
	b.tap(`[data-now] [data-vote="-1"]`)
	if got := b.hands(); got != "0 0 1" {
		t.Errorf("after more was taken away than there was, there are %s hands, want 0 0 1", got)
	}
	b.inspectAll(built().page(deckAt), "a vote")
	b.press(kb.PageDown)
	if got := b.hands(); got != "0 0 1" {
		t.Errorf("beside the answer stand %s hands, want 0 0 1", got)
	}
	b.inspectAll(built().page(deckAt), "an answer")
	b.keepsNothing()
	b.do(chromedp.Reload())
	b.isLive()
	if got := b.hands(); got != "0 0 0" {
		t.Errorf("after the page was left there are %s hands", got)
	}
	b.open("/teachers/")
	b.do(chromedp.NavigateBack())
	b.until(`document.querySelector("[data-live]")`, "the deck, by Back")
	b.until(`[...document.querySelectorAll("[data-count]")].every(e => e.textContent === "0")`, "no hands after Back")
	b.quiet()
}

func TestTheTimerIsSilentUntilItsEnd(t *testing.T) {
	t.Parallel()
	b := deckOpen(t, deckAt+"#3")
	length := `document.querySelector("[data-shape]").getAnimations()[0]?.effect.getTiming().duration ?? 0`
	for _, want := range []int{30000, 60000} {
		b.press("t")
		if got := ask[int](b, length); got != want || !b.seen("[data-timer]") {
			t.Errorf("after T the timer has %d ms, want %d", got, want)
		}
	}
	if b.words("[data-over]") != "" {
		t.Error("the timer speaks before its end")
	}
	ask[bool](b, `document.querySelector("[data-shape]").getAnimations()[0].finish(), true`)
	b.until(`document.querySelector("[data-over]").textContent === "Time to share"`, "the timer's end")
	b.inspectAll(built().page(deckAt), "the timer at its end")
	b.press(kb.Escape)
	if b.seen("[data-timer]") {
		t.Error("Escape does not take the timer away")
	}
	b.isOn(3, "after Escape")
	b.press("t", kb.PageDown)
	if b.seen("[data-timer]") {
		t.Error("the timer of one slide goes on upon the next")
	}
}

func TestKeysFirstCloseWhatCoversTheSlide(t *testing.T) {
	t.Parallel()
	b := deckOpen(t, deckAt+"#5")
	for name, over := range map[string]string{"b": "[data-black]", ".": "[data-black]", "code": "[data-tablets]"} {
		for _, away := range []string{kb.PageDown, kb.Escape, "b", " "} {
			if name == "code" {
				ask[bool](b, `document.querySelector("[data-do=tablets]").click(), true`)
			} else {
				b.press(name)
			}
			b.settle()
			if !b.seen(over + "[open]") {
				t.Fatalf("%s does not lie over the slide after %s", over, name)
			}
			if away == kb.PageDown || sweep.Full() {
				b.inspect(built().page(deckAt), over+" over the slide")
			}
			b.press(away)
			b.settle()
			if b.seen(over + "[open]") {
				t.Errorf("%s still lies over the slide after %q", over, away)
			}
			b.isOn(5, fmt.Sprintf("after %s and %q", over, away))
		}
	}
	b.press(kb.PageDown)
	b.isOn(6, "once nothing lies over the slides")
	b.quiet()
}

func TestSwipesTurnTheSlides(t *testing.T) {
	t.Parallel()
	b := deckOpen(t, deckAt+"#5", chromedp.EmulateViewport(1024, 768, chromedp.EmulateTouch))
	swipe := func(fromX, fromY, toX, toY float64) {
		b.do(touch(input.DispatchTouchEventTypeTouchStart, fromX, fromY), touch(input.DispatchTouchEventTypeTouchMove, (fromX+toX)/2, (fromY+toY)/2), touch(input.DispatchTouchEventTypeTouchMove, toX, toY), touch(input.DispatchTouchEventTypeTouchEnd, 0, 0))
		b.settle()
	}
	swipe(700, 300, 400, 310)
	b.isOn(6, "after a swipe to the left")
	swipe(300, 300, 600, 290)
	b.isOn(5, "after a swipe to the right")
	swipe(600, 200, 560, 500)
	b.isOn(5, "after a finger went down the screen")
}

// The notes follow the deck from another window, show what comes next, and turn its slides.
func TestTheNotesFollowInASecondWindow(t *testing.T) {
	b := visit(t, deckAt) // a tab of its own, since other decks in the same browser context would hear the notes
	b.isLive()
	ask[bool](b, `(window.notes = open("/teachers`+deckAt+`"), true)`)
	following := `window.notes?.document.querySelector("[data-following]")`
	b.until(following+` && !`+following+`.hidden`, "the notes that follow")
	n := voteIn(t, deckAt, "choice")
	ask[bool](b, fmt.Sprintf(`(location.hash = "#%d", true)`, n))
	b.until(following+`.querySelector("[data-now]").textContent.includes("Vote")`, "the notes at the vote")
	shown := ask[string](b, `window.notes.document.querySelector("main").innerText`)
	for _, wanted := range []string{"Best answer", "Behind the others", "Next", "Time", "mirrored"} {
		if !strings.Contains(shown, wanted) {
			t.Errorf("the notes at the vote do not show %q", wanted)
		}
	}
	if parts := ask[int](b, `[...window.notes.document.querySelectorAll("[data-part]")].filter(p => !p.hidden).length`); parts != 1 {
		t.Errorf("%d parts of the notes are shown, want the one that is on", parts)
	}
	ask[bool](b, following+`.querySelector('[data-step="1"]').click() ?? true`)
	b.until(fmt.Sprintf(`location.hash === "#%d"`, n+1), "the deck one slide on, turned from the notes")
}

// What only a teacher should see is not in the page that the class sees.
func TestNoDeckContainsTheNotes(t *testing.T) {
	for _, p := range decks(t) {
		words := text(p.doc)
		var notes struct {
			Parts []struct {
				Note struct {
					Objective, KeepSafe, Support, Stretch string
					Behind                                []struct{ Thinks string }
				}
			}
		}
		if err := built().params("/teachers"+p.address, &notes); err != nil {
			continue // a set of rules has none
		}
		for _, part := range notes.Parts {
			secret := []string{part.Note.Objective, part.Note.KeepSafe, part.Note.Support, part.Note.Stretch}
			for _, b := range part.Note.Behind {
				secret = append(secret, b.Thinks)
			}
			for _, s := range slices.Compact(secret) {
				if s != "" && strings.Contains(words, squeeze(s)) {
					t.Errorf("%s holds what is for the teacher: %q", p.address, s)
				}
			}
		}
	}
}
