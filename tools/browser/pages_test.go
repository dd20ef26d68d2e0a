package browser

import (
	"strings"
	"testing"

	"safeonline/tools/internal/sweep"
)

// Each page is opened once, in a borrowed tab, and all of its promises are checked there one after the other. Its words, or how many
// there are of something, can make any page too wide or cut text off, and its script can fail on it alone: this is checked on every
// page. The rest is checked on the pages that have new structure, or the longest word in a structure, and in a full sweep on
// every page: what is wrong with a template or a style shows on one of them. The whole of axe-core and the contrast in forced colours are
// checked where a page has new structure, at the first step of a path and with the whole of it on one page: they depend on the elements and the styles of its template, and markup_test.go checks the
// elements of all pages. TestAnswering has the states of a quiz, and the other steps. Contrast is checked in a narrow window, where a deck shows all
// of its slides.
func TestEveryPage(t *testing.T) {
	pages := built().read()
	due, wide := newStructure(pages, inPlace), newStructure(pages, ofLongestWord(pages))
	for _, p := range pages {
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			b := borrowAt(t, p.address)
			whole := due[p.address] || sweep.Full()
			if whole {
				b.promise(t, "is accessible", func() {
					b.inspectAll(p, "as it loads")
					b.inspectOnOnePage(p)
				})
			}
			if sweep.Full() {
				b.promise(t, "is accessible on a telephone", func() {
					b.do(screen(390, 844))
					b.inspect(p, "on a telephone")
				})
			}
			b.do(screen(narrow, 640))
			if whole || wide[p.address] {
				b.promise(t, "stores nothing", b.keepsNothing)
				each := b.eachStep
				if !due[p.address] && !wide[p.address] && b.isPath() { // its steps are like those of another lesson
					b.onOnePage()
					each = func(do func(step string)) { do(", on one page") }
				}
				b.promise(t, "asks only its own host", func() {
					each(func(string) { b.loadEverything() })
					b.onlyOurs()
				})
				b.promise(t, "fits a small telephone", func() { each(func(step string) { b.fitsASmallTelephone(p, step) }) })
				b.promise(t, "has large targets on a small telephone", func() { each(func(step string) { b.hasLargeTargets("320 px wide" + step) }) })
				b.promise(t, "shows where the keyboard and the pointer are", func() { each(func(step string) { b.showsEveryFocus("with every answer open" + step) }) })
				b.promise(t, "has contrast", func() { each(func(step string) { b.hasContrast(p, "with every answer open"+step, calm, dark) }) })
			}
			b.promise(t, "allows wider text spacing", b.allowsWiderSpacing)
			b.promise(t, "can forget", b.canForget)
			b.promise(t, "writes nothing to the console", b.quiet)
		})
	}
}

// inspectOnOnePage inspects a path as one page, and shows it one step at a time again.
func (b *tab) inspectOnOnePage(p page) {
	b.t.Helper()
	if !b.isPath() {
		return
	}
	b.onOnePage()
	b.inspectAll(p, "on one page")
	b.tap("[data-by-steps]")
}

// canForget checks that the script starts every button that deletes what is stored.
func (b *tab) canForget() {
	b.t.Helper()
	for _, hidden := range ask[[]string](b, `[...document.querySelectorAll("[data-forget][hidden]")].map(e => e.outerHTML.slice(0, 90))`) {
		b.t.Errorf("no script starts %s", hidden)
	}
}

// loadEverything has the page load what it would load while a reader scrolls through it.
func (b *tab) loadEverything() {
	b.t.Helper()
	ask[bool](b, `(async () => {
		for (const i of document.images) i.loading = "eager"
		scrollTo({ top: document.scrollingElement.scrollHeight, behavior: "instant" })
		await Promise.all([...document.images].map(i => i.complete || new Promise(done => i.onload = i.onerror = done)))
		return true
	})()`)
	b.settle()
}

// fitsASmallTelephone checks the page as it loads, and with every answer open: it leaves them open.
func (b *tab) fitsASmallTelephone(p page, step string) {
	b.t.Helper()
	b.fits("as it loads" + step)
	if !strings.HasPrefix(p.address, "/print/") { // sheets are laid out for paper: a narrow column may break a word
		b.breaksNoWord("as it loads" + step)
	}
	b.openEveryAnswer()
	b.fits("with every answer open" + step)
}

func (b *tab) openEveryAnswer() {
	b.t.Helper()
	ask[bool](b, `document.querySelectorAll("main details").forEach(d => d.open = true), true`)
}

// allowsWiderSpacing checks the page with every answer open. What fits then fits with the usual spacing too.
func (b *tab) allowsWiderSpacing() {
	b.t.Helper()
	b.openEveryAnswer()
	b.style(spacing)
	b.eachStep(func(step string) {
		b.fits("with wider text spacing" + step)
		b.losesNoText("with wider text spacing" + step)
	})
}

// A filter or a bad connection can keep the script from a page. Each page is tried so that has something new that the script
// would change, and the lessons with new structure, since their questions are laid out in another way then; in a full sweep
// every lesson.
func TestEveryPageWithoutItsScript(t *testing.T) {
	var scripted []page
	for _, p := range built().read() {
		if p.hasScript() {
			scripted = append(scripted, p)
		}
	}
	changed, due := newStructure(scripted, scriptHook), newStructure(scripted, signature)
	quizzes := map[string]lesson{}
	for _, l := range lessonsAndGallery(t) {
		quizzes[l.address] = l
	}
	for _, p := range scripted {
		l, quiz := quizzes[p.address]
		inspected := changed[p.address] || sweep.Full()
		if !inspected && !(quiz && due[p.address]) {
			continue
		}
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			b := borrowAt(t, p.address, withoutScript)
			if quiz && p.address != galleryAt {
				b.promise(t, "shows its story and its answers", func() {
					b.tellsTheStory(l)
					b.showsEveryAnswer(l)
				})
			}
			b.openEveryAnswer()
			b.promise(t, "is accessible", func() {
				if inspected {
					b.inspectBoth(p, "without its script, every answer open")
				}
				b.hasContrast(p, "without its script", calm, dark)
			})
			if quiz {
				b.do(screen(narrow, 640))
				b.promise(t, "fits a small telephone", func() {
					b.fits("without its script, every answer open")
					b.style(spacing)
					b.fits("without its script, with wider text spacing")
				})
			}
		})
	}
}

func (p page) hasScript() bool {
	for range elements(p.doc, "script") {
		return true
	}
	return false
}
