package browser

import (
	"encoding/json"
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
	b.until(`document.activeElement.closest("[data-deck]")`, "the focus") // which the browser takes to the slide in the address
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
	return ask[int](b, `document.querySelectorAll("[data-slide]:not([hidden])").length`)
}

func TestKeysOfRemotesAndKeyboardsTurnTheSlides(t *testing.T) {
	t.Parallel()
	b := deckOpen(t, deckAt+"#9")
	last := b.slides()
	for _, c := range []struct {
		name string
		key  string
		want int
	}{
		{"Page Down", kb.PageDown, 10}, {"right", kb.ArrowRight, 11}, {"down", kb.ArrowDown, 12}, {"space", " ", 13},
		{"Page Up", kb.PageUp, 12}, {"left", kb.ArrowLeft, 11}, {"up", kb.ArrowUp, 10}, {"F5, which some remotes send", kb.F5, 10}, {"Escape", kb.Escape, 10},
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
	b.press(kb.Escape)
	b.isOn(2, "after Escape, twice")
}

// Tab leads only to what is visible.
func TestTabStaysOnTheVisibleSlide(t *testing.T) {
	b := deckOpen(t, deckAt+"#"+fmt.Sprint(questionIn(t, deckAt, "choice")))
	seen := ask[[]string](b, `[...document.querySelectorAll("[data-slide] button")].filter(e => e.tabIndex === 0 && !e.closest("[data-now]")).map(e => e.textContent)`)
	if len(seen) > 0 {
		t.Errorf("Tab comes to buttons of slides that are not seen: %q", seen)
	}
	if n := ask[int](b, `document.querySelectorAll("[data-now] button").length`); n != 9 {
		t.Errorf("the question has %d buttons, want three for each of three options", n)
	}
}

// questionIn returns the number of the first slide of a kind of question in a deck.
func questionIn(t *testing.T, address, kind string) int {
	t.Helper()
	for _, s := range slidesOf(t, address) {
		if s.Kind == kind {
			return s.Number
		}
	}
	t.Fatalf("%s has no question of the kind %q", address, kind)
	return 0
}

// shownSlide holds what the tests need of a slide, as the template is given it.
type shownSlide struct {
	Number  int
	Kind    string
	Text    string
	Answers []shownAnswer
	Groups  []struct{ Answers []shownAnswer }
	Play    struct {
		Name, Chat, Best string
		Presses          int
		Goes             map[string]string
	}
}

type shownAnswer struct{ ID, Letter, Text, Feedback string }

// answers returns all options of a slide.
func (s shownSlide) answers() []shownAnswer {
	all := slices.Clone(s.Answers)
	for _, g := range s.Groups {
		all = append(all, g.Answers...)
	}
	return all
}

func slidesOf(t *testing.T, address string) (all []shownSlide) {
	t.Helper()
	for _, p := range deckIn(t, address).Parts {
		if !p.Short {
			all = append(all, p.Slides...)
		}
	}
	return all
}

func (b *tab) hands() string {
	b.t.Helper()
	return strings.Join(ask[[]string](b, `[...document.querySelectorAll("[data-now] [data-count]")].map(e => e.textContent)`), " ")
}

// A digit or a tap says what most said; hands are counted by buttons. Both come back when the page is loaded again, and are gone when the
// deck is opened anew.
func TestVotesLastUntilTheDeckIsLeft(t *testing.T) {
	n := questionIn(t, deckAt, "choice")
	b := visit(t, deckAt+fmt.Sprintf("#%d", n)) // a tab of its own, since it keeps something
	b.isLive()
	said := func(want, when string) {
		t.Helper()
		if got := strings.Join(ask[[]string](b, `[...document.querySelectorAll("[data-now] [data-words]")].map(e => e.dataset.words).filter(Boolean)`), " "); got != want {
			t.Errorf("%s the slide says %q, want %q", when, got, want)
		}
	}
	b.tap(`[data-now] [data-hands="A"] [data-vote="1"]`)
	b.tap(`[data-now] [data-hands="C"] [data-vote="1"]`)
	b.tap(`[data-now] [data-hands="C"] [data-vote="1"]`)
	b.tap(`[data-now] [data-hands="A"] [data-vote="-1"]`)
	b.tap(`[data-now] [data-hands="A"] [data-vote="-1"]`)
	if got := b.hands(); got != "0 0 2" {
		t.Errorf("there are %s hands, want 0 0 2", got)
	}
	said("Most said C", "after two hands for C")
	b.press("2")
	said("Most said B", "after 2")
	b.do(chromedp.KeyEvent("1", chromedp.KeyModifiers(kb.ModifierCtrl)))
	said("Most said B", "after 1 with Ctrl, which is the browser's,")
	b.press("9")
	said("Most said B", "after 9, which no option has,")
	b.tap(`[data-now] [data-letter="A"]`)
	said("Most said A", "after a tap on A")
	b.inspectAll(built().page(deckAt), "a vote")
	b.press(kb.PageDown)
	said("Most said A", "beside a why")
	b.inspectAll(built().page(deckAt), "a why")
	b.press(kb.PageUp)
	b.do(chromedp.Reload())
	b.isLive()
	said("Most said A", "once the page is loaded again")
	if got := b.hands(); got != "0 0 2" {
		t.Errorf("once the page is loaded again there are %s hands, want 0 0 2", got)
	}
	b.open("/teachers/")
	b.open(deckAt + fmt.Sprintf("#%d", n))
	b.isLive()
	said("", "when the deck is opened anew")
	b.do(chromedp.NavigateBack(), chromedp.NavigateForward())
	b.isLive()
	said("", "after Back and Forward")
	b.quiet()
}

// A keypad without its lock sends what it moves to, with the code of a digit: that is no vote.
func TestAKeypadWithoutItsLockDoesNotVote(t *testing.T) {
	b := deckOpen(t, deckAt+fmt.Sprintf("#%d", questionIn(t, deckAt, "choice")))
	ask[bool](b, `document.querySelector("[data-deck]").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", code: "Numpad2", bubbles: true }))`)
	if !b.seen("[data-now] .why") {
		t.Error("the key does not go on")
	}
	if ask[bool](b, `!!document.querySelector('[data-words="Most said B"]')`) {
		t.Error("the key votes")
	}
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
	ask[bool](b, `(location.hash = "#10/7", true)`)
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
	b.until(`document.querySelector("[data-now] .why:not([data-off])")`, "the first why, pressed from the notes")
	ask[bool](b, `window.notes.document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "2", code: "Digit2", bubbles: true }))`)
	b.until(`document.querySelector('[data-now] [data-words="Most said B"]')`, "what most said, pressed in the notes")
	ask[bool](b, `window.notes.document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "b", code: "KeyB", bubbles: true }))`)
	b.until(`document.querySelector("[data-black]").open`, "the black screen, pressed in the notes")
}

// The keys of a remote reach the window that is in front, so the notes pass on every key that the deck knows, and no other.
func TestTheNotesPassOnEveryKeyOfTheDeck(t *testing.T) {
	b := visit(t, deckAt) // a tab of its own, as above
	b.isLive()
	ask[bool](b, `(window.notes = open("/teachers`+deckAt+`"), true)`)
	following := `window.notes?.document.querySelector("[data-following]")`
	b.until(following+` && !`+following+`.hidden`, "the notes that follow")
	known := []string{"PageDown", "PageUp", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", " ", "Home", "End", "b", "B", ".", "t", "f", "F5", "Escape", "1", "2", "3", "4", "5", "6"}
	keys, err := json.Marshal(append(slices.Clone(known), "a", "Enter", "Tab", "7", "F6"))
	if err != nil {
		t.Fatal(err)
	}
	heard := ask[[]string](b, `new Promise(done => {
		const heard = [], ear = new BroadcastChannel(document.querySelector("[data-deck]").dataset.deck)
		ear.onmessage = ({ data }) => data.key === "PageUp" && data.code === "last" ? done(heard) : data.key && heard.push(data.key)
		const body = window.notes.document.body, press = more => body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...more }))
		for (const key of `+string(keys)+`) press({ key })
		press({ key: "PageDown", ctrlKey: true })
		press({ key: "PageUp", code: "last" })
	})`)
	if !slices.Equal(heard, known) {
		t.Errorf("the notes pass on %q, want %q", heard, known)
	}
	b.quiet()
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
