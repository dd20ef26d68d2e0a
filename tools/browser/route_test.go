package browser

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// shownDeck holds what the tests need of a deck, as its template is given it.
type shownDeck struct {
	Shows  string
	Routes []shownRoute
	Parts  []struct {
		Name, Key, Title string
		Short            bool
		Slides           []shownSlide
	}
}

type shownRoute struct {
	Name, URL string
	Count     int
}

func deckIn(t *testing.T, address string) (d shownDeck) {
	t.Helper()
	if err := built().params(address, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// lessonDecks returns the decks of lessons.
func lessonDecks(t *testing.T) []page {
	t.Helper()
	list := slices.DeleteFunc(wholeDecks(t), func(p page) bool { return len(deckIn(t, p.address).Routes) == 0 })
	if len(list) < 10 {
		t.Fatalf("%d decks have routes: expected one for each lesson", len(list))
	}
	return list
}

// How short routes are is held where they are made (tools/site/routes_test.go).
func TestARouteHasAsManySlidesAsItSays(t *testing.T) {
	for _, p := range lessonDecks(t) {
		for _, r := range deckIn(t, p.address).Routes {
			if n := len(shownSlides(built().page(r.URL))); n != r.Count {
				t.Errorf("%s: the route %q has %d slides and says %d", p.address, r.Name, n, r.Count)
			}
		}
	}
}

// shownSlides returns the slides of a page that are not hidden, in their order.
func shownSlides(p page) (list []*html.Node) {
	for e := range elements(p.doc, "section") {
		if hasAttr(e, "data-slide") && !hasAttr(e, "hidden") {
			list = append(list, e)
		}
	}
	return list
}

// onRoute is what a teacher comes by on a route, from its first slide on: the parts of the deck. Back tells whether the other key leads
// back by the same slides, as they were.
type onRoute struct {
	Parts []string
	Last  string
	Back  bool
}

// walkBack is what a teacher sees who presses two keys only, on each route.
const walkBack = `(() => {` + walkSlides + `
	const walk = name => {
		const seen = []
		for (let slide, state; slideNow() !== slide || stateNow() !== state; key(name)) {
			[slide, state] = [slideNow(), stateNow()]
			seen.push({ slide, state })
		}
		return seen
	}
	return Object.fromEntries([...root.querySelectorAll("a[data-route]")].map(route => {
		route.click()
		key("PageUp") // to the first slide
		const there = walk("PageDown"), back = walk("PageUp").reverse()
		return [route.dataset.route, {
			Parts: there.map(({ slide }) => JSON.parse(slide.dataset.slide).part),
			Last: there.at(-1).slide.querySelector("[data-nth]").textContent,
			Back: there.length === back.length && there.every(({ slide, state }, i) => slide === back[i].slide && state === back[i].state),
		}]
	}))
})()`

// With two keys only, a teacher comes by every scene and question that the plan names, in its order, and ends at the promise and the
// question for home. Everything has all scenes and questions.
func TestEveryRouteIsWalkedWithTwoKeys(t *testing.T) {
	for _, p := range lessonDecks(t) {
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			d := deckIn(t, p.address)
			b := deckOpen(t, p.address)
			walked := ask[map[string]onRoute](b, walkBack)
			for _, r := range d.Routes {
				got := walked[r.Name]
				if last := fmt.Sprintf("%d of %[1]d", r.Count); got.Last != last || !got.Back {
					t.Errorf("the route %q leads to the slide %q, want %q; and back by the same slides: %v", r.Name, got.Last, last, got.Back)
				}
				parts := slices.Compact(got.Parts)
				if n := len(parts); parts[0] != "start" || parts[1] != "rule" || parts[n-2] != "promise" || parts[n-1] != "home" {
					t.Errorf("the route %q has the parts %q, want it to begin with the rule and to end with the promise and home", r.Name, parts)
				}
				parts = slices.DeleteFunc(parts, func(key string) bool {
					return !strings.HasPrefix(key, "scene ") && !strings.HasPrefix(key, "question ")
				})
				if want := d.named(t, r.Name); !slices.Equal(parts, want) {
					t.Errorf("on the route %q are %q, want %q", r.Name, parts, want)
				}
			}
			b.quiet()
		})
	}
}

// showing matches what a plan says after a verb that shows, to the end of its sentence; named matches what it names there.
var (
	showing   = regexp.MustCompile(`(?i)\b(?:read|vote|sort|order|fill|find|follow)\b(?:“[^”]*”|[^.!?“])*`)
	namedThen = regexp.MustCompile(`“([^”]+)”|(?i:\bthe story\b)`)
)

// named returns the keys of the scenes and questions that the plan of a route names, in its order; of everything, all.
func (d shownDeck) named(t *testing.T, route string) (keys []string) {
	t.Helper()
	var scenes, all []string
	byTitle := map[string]string{}
	for _, p := range d.Parts {
		if p.Short || p.Name != "story" && p.Name != "question" {
			continue
		}
		all = append(all, p.Key)
		byTitle[p.Title] = p.Key
		if p.Name == "story" {
			scenes = append(scenes, p.Key)
		}
	}
	minutes, err := strconv.Atoi(route)
	if err != nil {
		return all
	}
	var plan struct {
		Plans []struct {
			Minutes int
			Steps   []struct{ Text string }
		}
	}
	if err := built().params("/teachers"+d.Shows, &plan); err != nil {
		t.Fatal(err)
	}
	for _, p := range plan.Plans {
		for _, s := range p.Steps {
			for _, words := range showing.FindAllString(s.Text, -1) {
				for _, m := range namedThen.FindAllStringSubmatch(words, -1) {
					switch key := byTitle[m[1]]; {
					case p.Minutes != minutes:
					case m[1] == "":
						keys = append(keys, scenes...)
					case key != "":
						keys = append(keys, key)
					}
				}
			}
		}
	}
	return firsts(keys)
}

// firsts returns a list without what stands in it before.
func firsts(list []string) (once []string) {
	for _, s := range list {
		if !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return once
}

// followReplies follows every reply of every chat, and returns their number and what is wrong. Once a class has said a letter, the first press
// says why and the next one leads to the scene of the reply; from there Next leads to an ending and out of the chat, and Back the
// same way back.
const followReplies = `(() => {` + walkSlides + `
	root.querySelector('[data-route="all"]')?.click()
	const play = slide => JSON.parse(slide.dataset.slide)
	const shown = (slide, selector) => [...slide.querySelectorAll(selector)].filter(e => e.getClientRects().length)
	const faults = []
	const scenes = [...root.querySelectorAll(".slide--chat:not([hidden])")]
	const ending = scenes.find(s => !s.querySelector("[data-letter]"))?.querySelector(".told__words > p:last-child").textContent
	let replies = 0
	for (const scene of scenes) {
		const { name, chat, goes } = play(scene)
		if (scene.textContent.includes(ending) !== !scene.querySelector("[data-letter]")) faults.push(name + " ends before its end, or does not say that it ends")
		for (const option of scene.querySelectorAll("[data-letter]")) {
			const letter = option.dataset.letter, fault = what => faults.push(name + ", " + letter + ": " + what)
			replies++
			scene.dispatchEvent(new FocusEvent("focusin", { bubbles: true }))
			if (said(scene) !== option) key(String(1 + "ABCDEF".indexOf(letter)))
			if (said(scene) !== option) fault("the digit does not say so")
			if (!root.querySelector("[data-word]").textContent.includes(letter)) fault("Next says " + root.querySelector("[data-word]").textContent)
			key("PageDown")
			if (shown(scene, ".why").map(e => e.closest("[data-letter]").dataset.letter).join() !== letter) fault("another why is shown")
			key("PageDown")
			const to = slideNow()
			if (play(to).name !== goes[letter]) fault("it leads to " + play(to).name)
			if (shown(to, ".via").map(e => e.dataset.via).join() !== name + ":" + letter) fault("the scene does not say what led there")
			const way = []
			while (play(slideNow()).chat === chat && way.length < 60) { way.push([slideNow(), stateNow()]); key("PageDown") }
			if (way.at(-1)[0].querySelector("[data-letter]")) fault("the chat is left before an end")
			if (way.some(([slide], i) => !slide.querySelector("[data-letter]") && i < way.length - 1)) fault("it goes on after an end")
			const last = scenes.filter(s => play(s).chat === chat).at(-1)
			if (slideNow() !== last.nextElementSibling) fault("the end does not lead out of the chat")
			for (const [slide, state] of way.reverse()) { key("PageUp"); if (slideNow() !== slide || stateNow() !== state) { fault("Back leads elsewhere"); break } }
			key("PageUp")
			if (slideNow() !== scene || !shown(scene, ".why").length) fault("Back does not lead back to the reply")
			key("PageUp")
			if (slideNow() !== scene || shown(scene, ".why").length) fault("Back does not take the why away")
		}
	}
	return { Replies: replies, Faults: faults }
})()`

func TestEveryReplyOfAChatIsFollowed(t *testing.T) {
	chats := 0
	for _, p := range lessonDecks(t) {
		if byClass(p.doc, "slide--chat") == nil {
			continue
		}
		chats++
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			b := deckOpen(t, p.address)
			got := ask[struct {
				Replies int
				Faults  []string
			}](b, followReplies)
			for _, fault := range got.Faults {
				t.Error(fault)
			}
			if got.Replies < 4 {
				t.Errorf("%d replies were followed", got.Replies)
			}
			b.quiet()
		})
	}
	if chats < 5 {
		t.Errorf("%d decks have a chat", chats)
	}
}

// Every kind of slide, in each state: after each press, with what a class said.
func TestAxeFindsNothingOnAnySlide(t *testing.T) {
	presses, on := map[string]int{}, map[string]page{}
	for _, p := range decks(t) {
		for _, s := range slidesOf(t, p.address) {
			if most, known := presses[s.Kind]; !known || s.Play.Presses > most {
				presses[s.Kind], on[s.Kind] = s.Play.Presses, p
			}
		}
	}
	if len(on) < 15 {
		t.Errorf("there are %d kinds of slides", len(on))
	}
	for kind, p := range on {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			b := deckOpen(t, p.address)
			n := ask[int](b, `(() => {`+walkSlides+`
				root.querySelector('[data-routes] [data-route="all"]')?.click()
				const presses = slide => JSON.parse(slide.dataset.slide).presses ?? 0
				const slide = [...root.querySelectorAll(".slide--`+kind+`:not([hidden])")].sort((a, b) => presses(b) - presses(a))[0]
				slide.dispatchEvent(new FocusEvent("focusin", { bubbles: true }))
				key("2")
				return presses(slide)
			})()`)
			if n < presses[kind] || !b.seen("[data-now].slide--"+kind) {
				t.Fatalf("%s: the slide is not shown", p.address)
			}
			for press := range n + 1 {
				b.inspectSlide(fmt.Sprintf("%s, after %d presses", p.address, press))
				ask[bool](b, `(() => {`+walkSlides+` key("PageDown"); return true })()`)
			}
		})
	}
}

// inspectSlide has axe-core check the slide that is shown.
func (b *tab) inspectSlide(when string) {
	b.t.Helper()
	b.axeIn(`{ include: "[data-now]" }`, when, map[string]any{
		"runOnly": map[string]any{"type": "tag", "values": axeTags},
		"rules":   map[string]any{enhanced: on(true)},
	})
}

// Without the script a deck is one document with all its words, slide after slide, and each why after what it is about.
func TestADeckWithoutAScriptIsComplete(t *testing.T) {
	for _, p := range decks(t) {
		var d struct {
			Parts []struct {
				Short  bool
				Draw   *struct{ Shown bool }
				Slides []json.RawMessage
			}
		}
		if err := built().params(p.address, &d); err != nil {
			t.Fatal(err)
		}
		var want []json.RawMessage
		for _, part := range d.Parts {
			if !part.Short && (part.Draw == nil || part.Draw.Shown) {
				want = append(want, part.Slides...)
			}
		}
		slides := shownSlides(p)
		if len(slides) != len(want) {
			t.Errorf("%s: %d slides are shown, want %d", p.address, len(slides), len(want))
			continue
		}
		for i, e := range slides {
			if attr(e, "id") != strconv.Itoa(i+1) {
				t.Errorf("%s: slide %s stands in the place of %d", p.address, attr(e, "id"), i+1)
			}
			if lacks := lacking(t, text(e), want[i]); lacks != "" {
				t.Errorf("%s, slide %d: %s", p.address, i+1, lacks)
			}
		}
	}
}

// lacking returns what is wrong with the words of a slide, or nothing.
func lacking(t *testing.T, words string, raw json.RawMessage) string {
	t.Helper()
	var s shownSlide
	var all any
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	for _, said := range wordsIn(all) {
		if !strings.Contains(words, squeeze(said)) {
			return fmt.Sprintf("%q is missing in %q", said, words)
		}
	}
	for _, a := range s.answers() {
		why := strings.Index(words, squeeze(a.Feedback))
		if stem, option := strings.Index(words, squeeze(s.Text)), strings.Index(words, squeeze(a.Text)); stem > option || option > why && a.Feedback != "" {
			return fmt.Sprintf("%q is not read after the question, or its why not after it", a.Text)
		}
	}
	return ""
}

// wordsIn returns the words that the data of a slide have for readers.
func wordsIn(data any) (words []string) {
	switch data := data.(type) {
	case []any:
		for _, v := range data {
			words = append(words, wordsIn(v)...)
		}
	case map[string]any:
		for key, v := range data {
			said, ok := v.(string)
			if gap := data["slot"] != nil && key == "text"; ok && !gap && slices.Contains([]string{"text", "term", "feedback", "stop"}, key) {
				words = append(words, said)
			} else if !ok {
				words = append(words, wordsIn(v)...)
			}
		}
	}
	return words
}
