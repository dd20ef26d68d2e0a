package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// thing is a thing of a place as templates get it.
type thing struct {
	ID, Name, Says, URL string
}

// setOfRules is a set of rules whose place is tested.
type setOfRules struct {
	ID, URL string
	Place   struct {
		Title, Sheet string
		Things       []thing
	}
	lessons []lesson
}

// places returns the sets of rules that have a place, with their lessons in the same order as the things.
func places(t *testing.T) (sets []setOfRules) {
	t.Helper()
	var data struct{ Sets []setOfRules }
	if err := built().data(&data); err != nil {
		t.Fatal(err)
	}
	for _, s := range data.Sets {
		for _, th := range s.Place.Things {
			s.lessons = append(s.lessons, lessonAt(t, th.URL))
		}
		if len(s.lessons) > 0 {
			sets = append(sets, s)
		}
	}
	if len(sets) == 0 {
		t.Fatal("no set of rules has a place")
	}
	return sets
}

// things returns the names of the things that are there, as a screen reader says their buttons.
func (b *tab) things() []string {
	b.t.Helper()
	return ask[[]string](b, `[...document.querySelectorAll(".place__touch")].map(e => e.innerText.replace(/\s+/g, " ").trim())`)
}

func TestThingsAreThereForEachStar(t *testing.T) {
	t.Parallel()
	for _, s := range places(t) {
		for _, n := range slices.Compact([]int{0, min(3, len(s.lessons)), len(s.lessons)}) {
			t.Run(fmt.Sprintf("%s with %d", s.ID, n), func(t *testing.T) {
				b := visit(t, s.URL, onDay(0), withoutWorker, with(remembers(s.lessons[:n], 0)))
				names := b.things()
				if len(names) != len(s.lessons) {
					t.Fatalf("%d things can be touched, want %d: %q", len(names), len(s.lessons), names)
				}
				for i, th := range s.Place.Things {
					want := th.Name
					if i >= n {
						want += " Not here yet. Its lesson brings it."
					}
					if names[i] != want {
						t.Errorf("a thing is called %q, want %q", names[i], want)
					}
					drawn := fmt.Sprintf(`.place__ground g[data-thing=%q] > `, th.ID)
					if here, wait := b.seen(drawn+".place__here"), b.seen(drawn+".place__wait"); here == wait || here != (i < n) {
						t.Errorf("with %d stars %q is drawn as it is: %t, and as an outline: %t", n, th.Name, here, wait)
					}
					words := b.words(fmt.Sprintf(`li[data-thing=%q]`, th.ID))
					if got := strings.Contains(words, th.Says); got != (i < n) {
						t.Errorf("with %d stars the list says %q", n, words)
					}
				}
				if w := b.words("[data-remembered]"); n > 0 && !strings.HasPrefix(w, fmt.Sprintf("%d of %d things ", n, len(s.lessons))) {
					t.Errorf("the page says %q", w)
				}
				b.inspectAll(built().page(s.URL), fmt.Sprintf("with %d stars", n))
				b.quiet()
			})
		}
	}
}

func TestAThingThatIsTouchedSaysItsWordsOnce(t *testing.T) {
	t.Parallel()
	for _, s := range places(t) {
		b := visit(t, s.URL, onDay(0), withoutWorker, with(remembers(s.lessons[:1], 0)))
		here, waits := s.Place.Things[0], s.Place.Things[1]
		ask[bool](b, `(window.said = [], new MutationObserver(list => said.push(...list.map(m => m.target.innerText)))
			.observe(document.querySelector(".place__said [aria-live]"), { childList: true, characterData: true, subtree: true }), true)`)
		at := ask[float64](b, `document.querySelector(".place__said").getBoundingClientRect().top + scrollY`)
		b.tap(`.place__touch[data-thing="` + here.ID + `"]`)
		b.tap(`.place__touch[data-thing="` + waits.ID + `"]`)
		said := ask[[]string](b, `said.map(words => words.replace(/\s+/g, " ").trim())`)
		want := []string{here.Name + " " + here.Says, waits.Name + " Not here yet. Its lesson brings it."}
		if len(said) != 2 || !slices.Equal(said[1:], want[1:]) {
			t.Errorf("%s: the region says %q, want %q", s.URL, said, want)
		}
		if now := ask[float64](b, `document.querySelector(".place__said").getBoundingClientRect().top + scrollY`); now != at {
			t.Errorf("%s: the words move from %v to %v", s.URL, at, now)
		}
		if n := ask[int](b, `document.querySelectorAll(".place__ground [data-now]").length`); n != 1 || !b.seen(`[data-thing="`+waits.ID+`"] > .place__ring`) {
			t.Errorf("%s: %d things have a ring", s.URL, n)
		}
		b.inspectAll(built().page(s.URL), "with a thing touched")
	}
}

// Young children hear what they touch, once they have asked to be read to.
func TestAThingThatIsTouchedIsReadAloud(t *testing.T) {
	t.Parallel()
	s := places(t)[0]
	b := visit(t, s.URL, voices("["+british+"]"), onDay(0), withoutWorker, with(remembers(s.lessons, 0)))
	touch := func(th thing) string {
		b.tap(`.place__touch[data-thing="` + th.ID + `"]`)
		return heard(b)
	}
	if said := touch(s.Place.Things[0]); said != "" {
		t.Errorf("before anybody asked, the page reads %q", said)
	}
	b.tap("[data-speak]")
	ask[bool](b, `(speechSynthesis.said = [], true)`)
	th := s.Place.Things[1]
	touch(th)
	for range strings.Count(th.Says, ".") + 1 {
		ask[bool](b, `(speechSynthesis.finish(), true)`)
	}
	if said, want := heard(b), th.Name+" "+th.Says; said != want {
		t.Errorf("it reads %q, want %q", said, want)
	}
}

// heard returns what the voice has been asked to say.
func heard(b *tab) string {
	b.t.Helper()
	return strings.Join(ask[[]string](b, `speechSynthesis.said`), " ")
}

func TestAPlaceCanBeUsedWithTheKeyboard(t *testing.T) {
	t.Parallel()
	for _, s := range places(t) {
		b := visit(t, s.URL, onDay(0), withoutWorker, with(remembers(s.lessons, 0)))
		b.do(screen(390, 844))
		ask[bool](b, `document.querySelector(".place__head .btn").focus(), true`)
		for b.focused().Role == "link" {
			b.press(tabKey)
		}
		for _, th := range s.Place.Things {
			if name := b.focused().Name; name != th.Name {
				t.Fatalf("%s: the focus is on %q, want %q", s.URL, name, th.Name)
			}
			if !ask[bool](b, `(r => r.left >= 0 && r.right <= innerWidth)(document.activeElement.getBoundingClientRect())`) {
				t.Errorf("%s: %q has the focus and is out of sight: %s", s.URL, th.Name, ask[string](b, `JSON.stringify(document.activeElement.getBoundingClientRect())`))
			}
			b.press(enter)
			if words := b.words(".place__said p"); words != th.Name+" "+th.Says {
				t.Errorf("%s: the page says %q of %q", s.URL, words, th.Name)
			}
			b.press(tabKey)
		}
	}
}

// A finger needs 44 px. On a phone the picture scrolls within its frame, and the page does not.
func TestThingsAreLargeEnoughForAFinger(t *testing.T) {
	t.Parallel()
	for _, s := range places(t) {
		b := borrowAt(t, s.URL)
		for _, width := range []int64{320, 390, 820, 1280} {
			b.do(screen(width, 900))
			b.settle()
			for _, small := range ask[[]string](b, `[...document.querySelectorAll(".place__touch")].map(e => [e.innerText, e.getBoundingClientRect()])
				.filter(([, r]) => r.width < 44 || r.height < 44).map(([name, r]) => name + ": " + r.width + " by " + r.height)`) {
				t.Errorf("%s, %d px wide: %s", s.URL, width, small)
			}
			if wide := ask[int64](b, `document.scrollingElement.scrollWidth`); wide > width {
				t.Errorf("%s: on a screen %d px wide the page is %d px wide", s.URL, width, wide)
			}
			for _, hidden := range ask[[]string](b, `[...document.querySelectorAll(".place__touch")].filter(e => {
				e.scrollIntoView({ block: "center", inline: "center", behavior: "instant" })
				const r = e.getBoundingClientRect(), top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)
				return top !== e
			}).map(e => e.innerText)`) {
				t.Errorf("%s, %d px wide: something covers %s", s.URL, width, hidden)
			}
		}
	}
}

func TestTheListOfThingsIsCompleteWithoutTheScript(t *testing.T) {
	t.Parallel()
	for _, s := range places(t) {
		b := borrowAt(t, s.URL, withoutScript)
		for i, th := range s.Place.Things {
			item := fmt.Sprintf(`li[data-thing=%q]`, th.ID)
			if words := b.words(item); !strings.Contains(words, th.Name) || !strings.Contains(words, th.Says) || strings.Contains(words, "Not here yet") {
				t.Errorf("%s: without the script the list says %q", s.URL, words)
			}
			if to := ask[string](b, fmt.Sprintf(`document.querySelector(%q).querySelector("a").pathname`, item)); to != s.lessons[i].address {
				t.Errorf("%s: %s leads to %s", s.URL, th.Name, to)
			}
		}
		if b.seen("main .place button") || b.seen(".place__said") {
			t.Errorf("%s: without the script there is something to press that does nothing", s.URL)
		}
	}
}

// A page to colour has white shapes with black lines, and nothing that the printer would rasterise.
func TestAPlaceToColourHasOnlyLines(t *testing.T) {
	t.Parallel()
	for _, s := range places(t) {
		b := borrowAt(t, s.Place.Sheet)
		files := ask[[]string](b, `Promise.all([...document.querySelectorAll(".colour image")].map(i => fetch(i.href.baseVal).then(r => r.text())))`)
		if len(files) != 1 || strings.Count(files[0], "<svg ") != 1+len(s.Place.Things) {
			t.Errorf("%s has %d drawings, want one of the ground with %d things", s.Place.Sheet, len(files), len(s.Place.Things))
		}
		for _, file := range files {
			for _, paint := range strings.Split(file, `fill="`)[1:] {
				if colour, _, _ := strings.Cut(paint, `"`); !slices.Contains([]string{"none", "#fff", "#1a1a2e"}, colour) {
					t.Errorf("%s: a drawing is filled with %s", s.Place.Sheet, colour)
				}
			}
		}
		if n := ask[int](b, `document.querySelectorAll(".colour [filter]").length`); n > 0 {
			t.Errorf("%s: %d drawings have a filter", s.Place.Sheet, n)
		}
	}
}

// A page with a place has the limits of a lesson, but for the script, which is larger by that of the place.
func TestAPageWithAPlaceIsLight(t *testing.T) {
	t.Parallel()
	for _, s := range places(t) {
		p := built().page(s.URL)
		b := visit(t, s.URL, withoutWorker)
		b.readToTheEnd()
		n, view := b.received()
		for _, part := range []struct {
			what         string
			bytes, limit int
		}{
			{"HTML", compressed(t, p.source), heaviestPage},
			{"styles", weight(t, files(p.doc, "link", "href", "stylesheet")), heaviestStyles},
			{"script", weight(t, files(p.doc, "script", "src", "")), heaviestScript + 1024},
			{fmt.Sprintf("the whole page, %d files,", n), view, heaviestView},
		} {
			t.Logf("%s: %d bytes of %s", s.URL, part.bytes, part.what)
			if part.bytes > part.limit || part.bytes == 0 {
				t.Errorf("%s: its %s takes %d bytes, more than %d", s.URL, part.what, part.bytes, part.limit)
			}
		}
	}
}
