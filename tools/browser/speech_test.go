package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// voices puts a speech engine with these voices into every page. It notes what it is asked to say, and is done with a
// sentence when the test says so: finish().
func voices(list string) chromedp.Action[chromedp.Void] {
	return early(`{
		const listeners = []
		const synth = {
			voices: ` + list + `, said: [], by: "", now: null,
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

func TestOnlyVoicesOfTheDeviceRead(t *testing.T) {
	for _, c := range []struct{ voices, by string }{
		{"[]", ""},
		{"[" + remote + "]", ""},
		{"[" + french + "," + remote + "]", ""},
		{"[" + remote + "," + american + "]", "american"},
		{"[" + american + "," + remote + "," + british + "]", "british"},
	} {
		b := visit(t, "/smart/", voices(c.voices))
		if b.seen("[data-speak]") != (c.by != "") {
			t.Errorf("with %s the button is shown: %t", c.voices, b.seen("[data-speak]"))
		}
		if c.by == "" {
			continue
		}
		b.tap("[data-speak]")
		if by := ask[string](b, `speechSynthesis.by`); by != c.by {
			t.Errorf("with %s it is read by %q, want %q", c.voices, by, c.by)
		}
	}
	late := visit(t, "/smart/", voices("[]"))
	ask[bool](late, `speechSynthesis.arrive([`+british+`]), true`)
	if !late.seen("[data-speak]") {
		t.Error("a voice that arrives later brings no button")
	}
	none := visit(t, "/smart/", early(`Object.defineProperty(window, "speechSynthesis", { value: undefined })`))
	if none.seen("[data-speak]") {
		t.Error("without speech there is a button")
	}
	none.quiet()
}

func TestAPageIsReadSentenceBySentence(t *testing.T) {
	l := lessonAt(t, "/smart/s/")
	b := visit(t, l.address, voices("["+british+"]"))
	before := b.control(`document.querySelector("h1")`)
	b.tap("[data-speak]")
	if w := b.words("[data-speak]"); w != "Stop" {
		t.Errorf("while it reads the button says %q", w)
	}
	for range 8 {
		said := ask[[]string](b, `speechSynthesis.said`)
		if marked := squeeze(ask[string](b, `[...CSS.highlights.get("reading")].join("")`)); marked != said[len(said)-1] {
			t.Errorf("%q is marked while it says %q", marked, said[len(said)-1])
		}
		ask[bool](b, `speechSynthesis.finish(), true`)
	}
	said := strings.Join(ask[[]string](b, `speechSynthesis.said`), " | ")
	if want := "S | I will not share my personal information online | "; !strings.HasPrefix(said, want) {
		t.Errorf("it says %q, want first %q", said, want)
	}
	if after := b.control(`document.querySelector("h1")`); after != before {
		t.Errorf("a screen reader hears %v of the heading, before %v", after, before)
	}
	b.inspectAll(l.page(), "being read aloud")

	b.tap("[data-speak]")
	if w := b.words("[data-speak]"); w != "Read to me" || ask[bool](b, `CSS.highlights.has("reading")`) {
		t.Errorf("after Stop the button says %q, and a mark is left: %t", w, ask[bool](b, `CSS.highlights.has("reading")`))
	}
	n := ask[int](b, `speechSynthesis.said.length`)
	ask[bool](b, `speechSynthesis.finish(), true`)
	if ask[int](b, `speechSynthesis.said.length`) != n {
		t.Error("after Stop it reads on")
	}
	b.quiet()
}

// Everything that a child meets in a lesson is read: the story, a question with its options, and then its feedback.
func TestReadingReachesEverythingAChildMeets(t *testing.T) {
	l := lessonAt(t, "/smart/s/")
	q, second := l.Quiz[0], l.Quiz[1]
	b := visit(t, l.address, voices("["+british+"]"))
	b.tap("[data-speak]")
	for range 300 {
		if b.words("[data-speak]") != "Stop" {
			break
		}
		ask[bool](b, `speechSynthesis.finish(), true`)
	}
	said := strings.Join(ask[[]string](b, `speechSynthesis.said`), " ")
	rest := said
	for _, words := range []string{"The story", q.Stem, q.Options[0].Text, q.Options[1].Text, q.Options[2].Text} {
		_, after, found := strings.Cut(rest, squeeze(words))
		if !found {
			t.Errorf("%q is not read, or not in its place", words)
			continue
		}
		rest = after
	}
	for _, silent := range []string{second.Stem, q.Options[0].Feedback, "Check", "Hide the screen"} {
		if strings.Contains(said, squeeze(silent)) {
			t.Errorf("%q is read, which is not to be seen or not to be read", silent)
		}
	}
	b.until(`document.querySelector("[data-stop]").hidden`, "the end of reading")

	b.answerWrongly(q)
	b.check(q)
	if now := ask[string](b, `speechSynthesis.said.at(-1)`); now != "Not yet." {
		t.Errorf("after Check it says %q", now)
	}
	b.answerRightly(q)
	b.check(q)
	b.next(q)
	if now := ask[string](b, `speechSynthesis.said.at(-1)`); !strings.HasPrefix(now, "Question 2 of 3") {
		t.Errorf("at the next question it says %q", now)
	}
	b.tap("[data-hide]")
	if ask[bool](b, `!!speechSynthesis.now`) {
		t.Error("it reads on behind the hidden screen")
	}
	b.quiet()
}

// Where a browser cannot mark a sentence, its block is marked.
func TestABlockIsMarkedWhereASentenceCannotBe(t *testing.T) {
	b := visit(t, "/smart/s/", voices("["+british+"]"), early(`delete window.Highlight; delete CSS.highlights`))
	b.tap("[data-speak]")
	ask[bool](b, `speechSynthesis.finish(), true`)
	if marked := ask[string](b, `[...document.querySelectorAll("[data-reading]")].map(e => e.innerText).join()`); !strings.Contains(marked, "personal information online") {
		t.Errorf("marked is %q", marked)
	}
	b.inspectAll(built().page("/smart/s/"), "a block marked")
	b.tap("[data-speak]")
	if b.seen("[data-reading]") {
		t.Error("after Stop a block is still marked")
	}
	b.quiet()
}
