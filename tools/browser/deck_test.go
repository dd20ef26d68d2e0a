package browser

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"safeonline/tools/internal/sweep"
	"safeonline/tools/internal/typeface"
)

// least holds the smallest sizes of text on a slide, in hundredths of the screen's height, that a child in the back row, 8 m
// away, can read: of a rule, of other text, and of a question, its options and what is said about them. (docs/architecture.md, "On
// the wall")
var least = map[string]float64{"rule": 9, "text": 6, "options": 4.5}

// screens are the sizes that classrooms have: an old projector, a laptop, a large screen.
var screens = [][2]int64{{1024, 768}, {1280, 720}, {1920, 1080}}

// decks returns every deck of the site.
func decks(t *testing.T) (list []page) {
	t.Helper()
	for _, p := range built().read() {
		if p.onTheWall() {
			list = append(list, p)
		}
	}
	if len(list) < 20 {
		t.Fatalf("there are %d decks: expected one for each rule and set of rules", len(list))
	}
	return list
}

// wholeDecks returns every deck but those that have one route of another alone.
func wholeDecks(t *testing.T) []page {
	t.Helper()
	return slices.DeleteFunc(decks(t), func(p page) bool { return "/present"+attr(byAttr(p.doc, "data-deck"), "data-deck") != p.address })
}

// TestEverySlideIsReadFromTheBackRow measures every slide of every deck on three screens, after each press: no text overflows its
// slide or is too small for the back row, and all text has enough contrast. The words of any slide can cause a fault, so no deck is
// left out.
func TestEverySlideIsReadFromTheBackRow(t *testing.T) {
	var mu sync.Mutex
	smallest, lowest, slides, states := map[string]float64{}, 99.0, 0, 0
	due := newStructure(wholeDecks(t), signature)
	t.Run("decks", func(t *testing.T) {
		for _, p := range wholeDecks(t) {
			t.Run(named(p.address), func(t *testing.T) {
				t.Parallel()
				b := borrowAt(t, p.address)
				b.isLive()
				for i, s := range screens {
					b.do(screen(s[0], s[1]))
					b.settle()
					colours := []surroundings{calm}
					if i == 0 && due[p.address] || sweep.Full() { // dark colours depend on neither the words nor the screen's size
						colours = append(colours, dark)
					}
					for _, surround := range colours {
						b.do(media(surround))
						m := ask[measured](b, measureSlides)
						for _, fault := range m.Faults {
							t.Errorf("%dx%d, %s: %s", s[0], s[1], surround, fault)
						}
						mu.Lock()
						slides, states = slides+m.Slides, states+m.States
						lowest = min(lowest, m.Contrast)
						for class, size := range m.Sizes {
							if size < least[class] {
								t.Errorf("%dx%d: the smallest %s is %.2f%% of the height, want %.1f%%: %q", s[0], s[1], class, size, least[class], m.Words[class])
							}
							if old, ok := smallest[class]; !ok || size < old {
								smallest[class] = size
							}
						}
						mu.Unlock()
					}
					b.do(media(calm))
				}
			})
		}
	})
	var said []string
	for _, class := range []string{"rule", "text", "options"} {
		said = append(said, fmt.Sprintf("%s %.2f%% (at least %.1f%%)", class, smallest[class], least[class]))
	}
	t.Logf("the smallest words of %d slides looked at in %d states: %s of the screen's height; the lowest contrast is %.1f:1", slides, states, strings.Join(said, ", "), lowest)
}

type measured struct {
	Slides   int // how many there are
	States   int // how many were looked at: slides after so many presses
	Faults   []string
	Sizes    map[string]float64 // the smallest of each class, in hundredths of the height
	Words    map[string]string  // where it is
	Contrast float64
}

// walkSlides defines what goes through the slides of a deck as a teacher does, and calls look after each press: along each route, and
// in chats after each reply. A class says something wherever it is asked.
const walkSlides = `
	const root = document.querySelector("[data-deck]")
	const key = name => root.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }))
	const slideNow = () => root.querySelector("[data-now]")
	const stateNow = () => slideNow().querySelector(".slide__body").innerHTML
	const said = slide => slide.querySelector('[data-words]:not([data-words=""])')
	function walkRoute(look) {
		key("Home")
		for (let slide, state; slideNow() !== slide || stateNow() !== state; key("PageDown")) {
			slide = slideNow()
			if (!slide.matches(".slide--chat") && !said(slide)) key("2")
			state = stateNow()
			look(slide, state)
		}
	}
	function walkChats(look) {
		for (const scene of root.querySelectorAll(".slide--chat:not([hidden])")) {
			for (const option of scene.querySelectorAll("[data-letter]")) {
				scene.dispatchEvent(new FocusEvent("focusin", { bubbles: true }))
				if (said(scene) !== option) key(String(1 + "ABCDEF".indexOf(option.dataset.letter)))
				look(scene, stateNow())
				for (let press = 0; press < 2; press++) { key("PageDown"); look(slideNow(), stateNow()) }
			}
		}
	}
	function walkSlides(look) {
		const routes = root.matches("[data-routes]") ? root.querySelectorAll("a[data-route]") : []
		if (!routes.length) walkRoute(look)
		for (const route of routes) { route.click(); walkRoute(look) }
		walkChats(look)
	}
`

// measureSlides measures the slides of a deck after each press. The strip at a slide's foot is exempt from the sizes. The formula of
// contrast is that of WCAG 2.2.
const measureSlides = `(() => {` + walkSlides + `
	const out = { Slides: root.querySelectorAll("[data-slide]").length, States: 0, Faults: [], Sizes: {}, Words: {}, Contrast: 99 }
	const light = colour => {
		const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		return 0.2126 * r + 0.7152 * g + 0.0722 * b
	}
	const ground = element => {
		for (let e = element; e; e = e.parentElement) {
			const colour = getComputedStyle(e).backgroundColor
			if (!/, 0\)|transparent/.test(colour)) return colour
		}
		return "rgb(255, 255, 255)"
	}
	const questions = ".slide--choice, .slide--order, .slide--sort, .slide--match, .slide--gaps, .slide--spot, .slide--chat, .routes"
	const bar = document.querySelector(".deckbar__steps")
	const seen = new Map(), faults = new Set()
	walkSlides((slide, state) => {
		const where = [...root.querySelectorAll("[data-slide]")].indexOf(slide) + 1 + " (" + slide.className.replace("slide slide--", "") + ", " + JSON.parse(slide.dataset.slide).name + "): "
		const fault = what => faults.add(where + what)
		if (root.querySelectorAll("[data-now]").length !== 1) fault("another slide is the current one too")
		const body = slide.querySelector(".slide__body"), foot = slide.querySelector(".slide__foot")
		for (const part of foot.children) {
			const box = document.createRange(); box.selectNodeContents(part)
			if (box.getBoundingClientRect().right > bar.getBoundingClientRect().left) fault("its foot runs under the buttons: " + part.textContent + " | " + bar.textContent)
		}
		if (seen.get(slide)?.has(state)) return
		seen.set(slide, (seen.get(slide) ?? new Set()).add(state))
		out.States++
		const room = body.getBoundingClientRect()
		if (Math.abs(slide.getBoundingClientRect().height - innerHeight) > 1) fault("it is not as high as the screen")
		if (body.scrollHeight > body.clientHeight + 1) fault("its words are " + (body.scrollHeight - body.clientHeight) + " px too high")
		if (body.scrollWidth > body.clientWidth + 1) fault("its words are " + (body.scrollWidth - body.clientWidth) + " px too wide")
		const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
		while (texts.nextNode()) {
			const text = texts.currentNode, e = text.parentElement
			if (!text.data.trim() || e.closest(".vh, [hidden]") || !e.getClientRects().length) continue
			const style = getComputedStyle(e), range = document.createRange()
			range.selectNodeContents(text)
			const box = range.getBoundingClientRect()
			if (box.left < room.left - 1 || box.right > room.right + 1 || !foot.contains(e) && (box.top < room.top - 1 || box.bottom > room.bottom + 1))
				fault("it runs off: " + text.data.trim().slice(0, 40))
			for (let up = e.parentElement; up !== slide; up = up.parentElement)
				if (up.scrollWidth > up.clientWidth + 2 && getComputedStyle(up).display !== "inline") { fault("too wide for its box: " + text.data.trim().slice(0, 40)); break }
			for (const word of box.height > 1.8 * parseFloat(style.fontSize) ? text.data.matchAll(/(?<!\S)[^\s-]{2,20}(?!\S)/g) : []) {
				range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length)
				if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) fault("a word is broken: " + word[0])
			}
			const a = light(style.color), b = light(ground(e)), ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
			out.Contrast = Math.min(out.Contrast, ratio)
			if (ratio < 7) fault("a contrast of " + ratio.toFixed(1) + ": " + text.data.trim().slice(0, 40))
			if (foot.contains(e)) continue
			const kind = e.closest(".bigrule__words") ? "rule" : e.closest(questions) ? "options" : "text"
			const size = 100 * parseFloat(style.fontSize) / innerHeight + 0.001
			if (!(size >= out.Sizes[kind])) { out.Sizes[kind] = size; out.Words[kind] = where + text.data.trim().slice(0, 60) }
		}
	})
	for (const slide of root.querySelectorAll("[data-slide]"))
		if (!seen.has(slide)) faults.add("nothing leads to a slide: " + slide.querySelector("[data-title]").textContent)
	out.Faults = [...faults]
	return out
})()`

// TestSlidesAreFittedByTheWidthsOfTheFont compares the widths that the build fits slides by with those that the browser
// measures in the published font.
func TestSlidesAreFittedByTheWidthsOfTheFont(t *testing.T) {
	b := visit(t, decks(t)[0].address)
	const letters = ` abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?'"()-–—/&£%@‘’“”…é`
	for weight, face := range map[int]*typeface.Face{400: typeface.Regular(), 700: typeface.Bold()} {
		widths := ask[[]float64](b, fmt.Sprintf(`(async () => {
			await document.fonts.load("%[1]d 100px Andika", %[2]q)
			const pen = document.createElement("canvas").getContext("2d")
			pen.font = "%[1]d 1000px Andika"
			return [...%[2]q].map(letter => pen.measureText(letter).width / 1000)
		})()`, weight, letters))
		for i, letter := range []rune(letters) {
			if want := face.Width(string(letter)); math.Abs(widths[i]-want) > .002 {
				t.Errorf("weight %d: the browser measures %q as %.3f em, the build as %.3f", weight, letter, widths[i], want)
			}
		}
	}
}
