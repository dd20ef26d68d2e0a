package browser

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// voices replaces the speech engine of every page by one with these voices. It notes what it is asked to say, and ends a
// sentence when the test calls finish().
func voices(list string) chromedp.Action[chromedp.Void] {
	return early(`{
		const listeners = []
		const synth = {
			voices: ` + list + `, said: [], by: "", now: null,
			pending: false, get speaking() { return !!this.now },
			getVoices() { return this.voices },
			speak(words) { this.said.push(words.text); this.by = words.voice.name; this.now = words },
			cancel() { const words = this.now; this.now = null; words?.onerror?.({ error: "canceled" }) },
			addEventListener(name, listener) { listeners.push(listener) },
			finish() { const words = this.now; this.now = null; words?.onend?.({}) },
			arrive(voices) { this.voices = voices; for (const listener of listeners) listener() },
		}
		Object.defineProperty(window, "speechSynthesis", { value: synth })
		window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
	}`)
}

const (
	remote   = `{ name: "remote", lang: "en-GB", localService: false }`
	american = `{ name: "american", lang: "en_US", localService: true }`
	british  = `{ name: "british", lang: "en-GB", localService: true }`
	french   = `{ name: "french", lang: "fr-FR", localService: true }`
)

func TestOnlyVoicesOnTheDeviceRead(t *testing.T) {
	t.Parallel()
	b := visit(t, "/smart/", voices("[]"), withoutWorker)
	for _, c := range []struct{ voices, by string }{
		{"[]", ""},
		{"[" + remote + "]", ""},
		{"[" + french + "," + remote + "]", ""},
		{"[" + remote + "," + american + "]", "american"},
		{"[" + american + "," + remote + "," + british + "]", "british"},
	} {
		ask[bool](b, `(speechSynthesis.arrive(`+c.voices+`), true)`) // as voices do, after the page has loaded
		if b.seen("[data-speak]") != (c.by != "") {
			t.Errorf("with %s the button is shown: %t", c.voices, b.seen("[data-speak]"))
		}
		if c.by == "" {
			continue
		}
		b.tap("[data-speak]")
		if by := ask[string](b, `speechSynthesis.by`); by != c.by {
			t.Errorf("with %s the voice is %q, want %q", c.voices, by, c.by)
		}
		b.tap("[data-speak]")
	}
	ready := visit(t, "/smart/", voices("["+british+"]"), withoutWorker)
	if !ready.seen("[data-speak]") {
		t.Error("with a voice that is there from the start, the button is not shown")
	}
	none := visit(t, "/smart/", early(`Object.defineProperty(window, "speechSynthesis", { value: undefined })`), withoutWorker)
	if none.seen("[data-speak]") {
		t.Error("in a browser without speech, the button is shown")
	}
	none.quiet()
}

func TestAPageIsReadSentenceBySentence(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	b := visit(t, l.address, voices("["+british+"]"), withoutWorker)
	ask[bool](b, `Date.now = () => 0, true`) // however long this test takes, no sentence has taken too long
	before := b.control(`document.querySelector("h1")`)
	b.tap("[data-speak]")
	if w := b.words("[data-speak]"); w != "Stop" {
		t.Errorf("while it reads, the button says %q", w)
	}
	for b.seen("[data-stop]") {
		said := ask[[]string](b, `speechSynthesis.said`)
		if marked := squeeze(ask[string](b, `[...CSS.highlights.get("reading")].join("")`)); marked != said[len(said)-1] {
			t.Errorf("%q is highlighted while it says %q", marked, said[len(said)-1])
		}
		ask[bool](b, `speechSynthesis.finish(), true`)
	}
	said := strings.Join(ask[[]string](b, `speechSynthesis.said`), " | ")
	if want := "S | I will not share my personal information online | "; !strings.HasPrefix(said, want) || !strings.HasSuffix(said, squeeze(l.Rule.Plain)) {
		t.Errorf("it says %q, want it to begin with %q and to end with %q", said, want, l.Rule.Plain)
	}
	if after := b.control(`document.querySelector("h1")`); after != before {
		t.Errorf("a screen reader announces the heading as %v, before reading aloud as %v", after, before)
	}
	b.tap("[data-path-next]")
	if !b.seen("[data-stop]") || !ask[bool](b, `CSS.highlights.has("reading")`) {
		t.Error("the next step is not read as it opens")
	}
	b.inspectAll(l.page(), "being read aloud")

	b.tap("[data-speak]")
	if w := b.words("[data-speak]"); w != "Read to me" || ask[bool](b, `CSS.highlights.has("reading")`) {
		t.Errorf("after Stop the button says %q, and something is still highlighted: %t", w, ask[bool](b, `CSS.highlights.has("reading")`))
	}
	n := ask[int](b, `speechSynthesis.said.length`)
	ask[bool](b, `speechSynthesis.finish(), true`)
	b.tap("[data-path-next]")
	if ask[int](b, `speechSynthesis.said.length`) != n {
		t.Error("after Stop it goes on reading")
	}
	b.quiet()
}

// Each step is read as it opens: those of the story, then a question with its options, and after Check what it says. The wish lasts for
// the visit.
func TestStoryQuestionAndFeedbackAreRead(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	q, second := l.Quiz[0], l.Quiz[1]
	b := visit(t, l.address, voices("["+british+"]"), withoutWorker)
	b.readAloud()
	b.open(l.address)
	if n := ask[int](b, `speechSynthesis.said.length`); n != 0 {
		t.Errorf("it says %d sentences before anything was pressed", n)
	}
	for range b.steps() {
		if kind, _ := b.stepNow(); kind == "question" {
			break
		}
		before := ask[int](b, `speechSynthesis.said.length`)
		b.tap("[data-path-next]")
		b.finishReading()
		said := strings.Join(ask[[]string](b, `speechSynthesis.said`)[before:], " ")
		for _, line := range ask[[]string](b, `[...document.querySelectorAll("[data-path-step=scene][data-now] p")].map(p => p.innerText)`) {
			if !strings.Contains(said, squeeze(line)) {
				t.Errorf("it says %q, without %q", said, line)
			}
		}
	}
	said := strings.Join(ask[[]string](b, `speechSynthesis.said`), " ")
	rest := said
	for _, words := range []string{"Question 1 of", cmp.Or(q.Ask, q.Stem), q.Options[0].Text, q.Options[1].Text, q.Options[2].Text} {
		_, after, found := strings.Cut(rest, squeeze(words))
		if !found {
			t.Errorf("%q is not read, or not in order", words)
			continue
		}
		rest = after
	}
	for _, silent := range []string{second.Stem, q.Options[0].Feedback, "Check", "Hide the screen", "The story", l.Rule.Plain} {
		if strings.Contains(said, squeeze(silent)) {
			t.Errorf("%q is read, but it is hidden or a control", silent)
		}
	}
	b.until(`document.querySelector("[data-stop]").hidden`, "the end of reading")

	b.check(q)
	if now := ask[string](b, `speechSynthesis.said.at(-1)`); now != squeeze(b.words("#"+q.ID+" [data-error]")) {
		t.Errorf("after Check with nothing chosen it says %q", now)
	}
	b.answerWrongly(q)
	if ask[bool](b, `!!speechSynthesis.now`) {
		t.Error("it goes on reading when an answer is chosen")
	}
	b.check(q)
	if now := ask[string](b, `speechSynthesis.said.at(-1)`); now != "Not yet." {
		t.Errorf("after Check it says %q", now)
	}
	b.answerRightly(q)
	b.check(q)
	b.next(q)
	if now, title := ask[string](b, `speechSynthesis.said.at(-1)`), b.focused().Name; now == "" || !strings.HasPrefix(title, now) {
		t.Errorf("at the next step, %q, it says %q", title, now)
	}
	b.tap("[data-hide]")
	if ask[bool](b, `!!speechSynthesis.now`) {
		t.Error("it goes on reading while the screen is hidden")
	}
	b.quiet()
}

// Browsers drop a sentence at times, or say it and never report its end.
func TestASentenceThatIsLostEndsTheReading(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]string{
		"dropped":     `speechSynthesis.now = null`,
		"never ended": `Date.now = () => Infinity`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := visit(t, "/smart/s/", voices("["+british+"]"), withoutWorker)
			b.tap("[data-speak]")
			ask[bool](b, fault+`, true`)
			b.until(`document.querySelector("[data-stop]").hidden`, "the end of reading")
		})
	}
}

// readAloud has the page read to its end.
func (b *tab) readAloud() {
	b.t.Helper()
	b.tap("[data-speak]")
	b.finishReading()
}

// finishReading ends each sentence until nothing is read.
func (b *tab) finishReading() {
	b.t.Helper()
	ask[bool](b, `(() => {
		for (let i = 0; i < 900 && speechSynthesis.now; i++) speechSynthesis.finish()
		return true
	})()`)
}

// Where a browser cannot highlight a sentence, its block is marked instead.
func TestTheBlockIsMarkedWithoutHighlights(t *testing.T) {
	t.Parallel()
	b := visit(t, "/smart/s/", voices("["+british+"]"), withoutWorker, early(`delete window.Highlight; delete CSS.highlights`))
	b.tap("[data-speak]")
	ask[bool](b, `speechSynthesis.finish(), true`)
	if marked := ask[string](b, `[...document.querySelectorAll("[data-reading]")].map(e => e.innerText).join()`); !strings.Contains(marked, "personal information online") {
		t.Errorf("the marked block is %q", marked)
	}
	b.inspectAll(built().page("/smart/s/"), "a block marked")
	b.tap("[data-speak]")
	if b.seen("[data-reading]") {
		t.Error("after Stop a block is still marked")
	}
	b.quiet()
}

// Of pairs to match, the partners are read with their letters, and then each item: its letters would be noise.
func TestPairsAreReadWithoutTheirButtons(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/ks2/checked/")
	i := slices.IndexFunc(l.Quiz, func(q question) bool { return q.Kind == "match" })
	q := l.Quiz[i]
	b := visit(t, l.address+"#"+q.ID, voices("["+british+"]"), withoutWorker)
	b.readAloud()
	want := []string{q.Stem}
	for i, partner := range q.Bins {
		want = append(want, letter(i+1), partner.Title)
	}
	for _, o := range q.Options {
		want = append(want, o.Text)
	}
	said := strings.Join(ask[[]string](b, `speechSynthesis.said`), " ")
	if words := squeeze(strings.Join(want, " ")); !strings.Contains(said, words) {
		t.Errorf("it does not say %q in %q", words, said)
	}
}

// The words for a gap are buttons. They are read, as what there is to choose from.
func TestWordsForGapsAreRead(t *testing.T) {
	t.Parallel()
	all := lessons(t)
	of := func(l lesson) int { return slices.IndexFunc(l.Quiz, func(q question) bool { return q.Kind == "gaps" }) }
	l := all[slices.IndexFunc(all, func(l lesson) bool { return of(l) >= 0 })]
	q := l.Quiz[of(l)]
	b := visit(t, l.address+"#"+q.ID, voices("["+british+"]"), withoutWorker)
	b.readAloud()
	said := ask[[]string](b, `speechSynthesis.said`)
	for _, o := range q.Options {
		if !slices.Contains(said, squeeze(o.Text)) {
			t.Errorf("the word %q is not read", o.Text)
		}
	}
}
