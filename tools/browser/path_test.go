package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// along is the lesson whose path the tests go along: it has every kind of question, and a question within its story.
const along = "/ks2/passwords/"

// goBack goes back in the browser's history, or forward if n is positive.
func (b *tab) goBack(n int) {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`setTimeout(() => history.go(%d)), true`, n))
}

// isOpen checks everything that says which step is open: the number, the dots, the buttons, and that nothing else is shown.
func (b *tab) isOpen(id string) {
	b.t.Helper()
	b.isAt(id)
	steps := b.steps()
	end := slices.Index(steps, "end")
	n := min(slices.Index(steps, id), end)
	got := ask[struct {
		Count, Dots string
		Shown       []string
		Top         float64
		Back, Next  bool
	}](b, `({
		Count: document.querySelector("[data-way] [data-count]").innerText,
		Dots: [...document.querySelectorAll("[data-dot]")].map(dot => dot.dataset.state || "-").join(" "),
		Shown: [...document.querySelectorAll("[data-path-step]")].filter(s => (s.querySelector("fieldset") ?? s).checkVisibility() && !s.matches(".band:not([data-now])")).map(s => s.id),
		Top: scrollY,
		Back: !!document.querySelector("[data-path-back]").getClientRects().length,
		Next: !!document.querySelector("[data-path-next]").getClientRects().length,
	})`)
	dots := make([]string, end+1)
	for i := range dots {
		switch {
		case i == slices.Index(steps, id):
			dots[i] = "now"
		case i < slices.Index(steps, id) && !b.isUndone(steps[i]):
			dots[i] = "past"
		default:
			dots[i] = "-"
		}
	}
	want := fmt.Sprintf("%d of %d", n+1, end)
	if n == end {
		want = ""
	}
	if got.Count != want || got.Dots != strings.Join(dots, " ") {
		b.t.Errorf("at #%s the head says %q with the dots %s, want %q with %v", id, got.Count, got.Dots, want, dots)
	}
	if !slices.Equal(got.Shown, []string{id}) || got.Top > 8 { // after a reload the browser scrolls to where it was
		b.t.Errorf("at #%s the steps %q are shown, %v px down", id, got.Shown, got.Top)
	}
	kind, _ := b.stepNow()
	if got.Back != (id != "") || got.Next != (kind == "rule" || kind == "scene") {
		b.t.Errorf("at #%s, of the kind %s, there is Back: %t, Next: %t", id, kind, got.Back, got.Next)
	}
}

// isUndone reports whether a step is a question that has not been answered rightly.
func (b *tab) isUndone(step string) bool {
	b.t.Helper()
	key := ask[string](b, fmt.Sprintf(`document.getElementById(%q)?.dataset.key ?? ""`, step))
	return key != "" && b.device().Answers[key][0] == 0
}

// Next and Back lead from step to step. Each has its address, and the focus goes to its heading or, where a scene goes on, to its first words.
func TestNextAndBackGoAlongThePath(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := borrowAt(t, l.address)
	steps := b.steps()
	steps = steps[:slices.Index(steps, "end")+1]
	if title := ask[string](b, `document.activeElement.localName`); title != "body" {
		t.Errorf("as the page opens the focus is on a %s: a screen reader should read from the top", title)
	}
	for i, id := range steps {
		if i > 0 {
			b.isOpen(id)
			at := b.focused()
			if titled := b.seen("[data-path-step][data-now] [data-title]"); titled && at.Role != "heading" || !titled && !ask[bool](b, `document.activeElement.matches("[data-begins]")`) {
				t.Errorf("at #%s the focus is on %v", id, at)
			}
		}
		if q := slices.IndexFunc(l.own(), func(q question) bool { return q.ID == id }); q >= 0 {
			b.answerRightly(l.Quiz[q])
			b.check(l.Quiz[q])
			b.does(l.Quiz[q], goOn)
		} else if id != "end" {
			b.tap("[data-path-next]")
		}
	}
	for _, id := range slices.Backward(steps[:len(steps)-1]) {
		b.tap("[data-path-back]")
		if id != "" {
			b.isOpen(id)
		}
	}
	b.until(`location.hash === "" && document.activeElement.localName === "h1"`, "the first step with the focus on its heading")
	b.quiet()
}

// The browser's Back and Forward go from step to step, and take no answer away. A reload opens the same step.
func TestHistoryGoesAlongThePathAndKeepsAnswers(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := visit(t, l.address, withoutWorker)
	q := l.Quiz[1]
	steps := b.steps()
	at := slices.Index(steps, q.ID)
	b.stepTo(q.ID)
	b.answerWrongly(q)
	b.check(q)
	chosen := b.chosenNow(q)
	b.tap("[data-path-back]")
	b.isAt(steps[at-1])
	b.goBack(-1)
	b.isOpen(q.ID)
	b.says(q, "Not yet.")
	b.goBack(1)
	b.isAt(steps[at-1])
	b.goBack(-1)
	b.isAt(q.ID)
	if now := b.chosenNow(q); now != chosen {
		t.Errorf("after Back and Forward %q is chosen, before %q", now, chosen)
	}
	b.do(chromedp.Reload())
	b.isOpen(q.ID)
	b.answerRightly(q)
	b.check(q)
	b.says(q, "Yes.")
	b.goBack(-1)
	b.until(`location.hash === "" && document.querySelector("[data-path-step=rule]").hasAttribute("data-now")`, "the first step, from which the link led")
	b.quiet()
}

// chosenNow returns what the controls of a question say.
func (b *tab) chosenNow(q question) string {
	b.t.Helper()
	return ask[string](b, fmt.Sprintf(`[...document.querySelectorAll("#%s :is(input, select)")].map(c => c.type === "radio" || c.type === "checkbox" ? +c.checked : c.value).join(" ")
		+ " " + [...document.querySelectorAll("#%[1]s [data-option]")].map(o => o.dataset.option).join(" ")`, q.ID))
}

// A link opens the step that it leads into, also from another page, and what is off the path on the whole page.
func TestLinksLeadIntoThePath(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	q := l.Quiz[2]
	for address, open := range map[string]string{
		"#" + q.ID: q.ID, "#" + q.Options[0].ID: q.ID, "#end": "end", "#" + l.Again[0].ID: l.Again[0].ID,
	} {
		b := borrowAt(t, l.address+address)
		b.until(fmt.Sprintf(`document.querySelector("[data-path-step][data-now]").id === %q`, open), "the step that "+address+" leads to")
	}
	for _, address := range []string{"#take-home", "#no-such-thing"} {
		b := borrowAt(t, l.address+address)
		if b.isPath() || !b.seen("#take-home") || !b.seen("#"+q.ID) {
			t.Errorf("a link to %s does not show the whole page", address)
		}
	}
	b := borrowAt(t, l.address)
	b.stepTo(q.ID)
	ask[bool](b, `location.hash = "take-home", true`)
	b.until(`!document.documentElement.hasAttribute("data-path")`, "the whole page")
	if b.seen("[data-path-back]") {
		t.Error("the page that is no longer a path has a Back, in the question that was open")
	}
	if at := ask[float64](b, `document.getElementById("take-home").getBoundingClientRect().top / innerHeight`); at < 0 || at > .9 {
		t.Errorf("what the link leads to is %.2f windows down", at)
	}
	if ask[bool](b, `sessionStorage.length > 0`) {
		t.Error("a link off the path changes how the next page is shown")
	}
}

// Each scene of a chat is an entry of its own, and a step before or after it another one.
func TestAChatsScenesAreEntriesOnThePath(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	q := l.own()[slices.IndexFunc(l.own(), func(q question) bool { return q.Kind == "chat" })]
	b := visit(t, l.address, withoutWorker)
	steps := b.steps()
	b.stepTo(q.ID)
	first, second := q.Scenes[0], q.scene(q.Scenes[0].best().Goto)
	b.click(q, at(first.best().ID))
	b.tap("[data-path-back]")
	b.isAt(steps[slices.Index(steps, q.ID)-1])
	b.goBack(-1)
	b.isAt(q.ID)
	if now := b.sceneNow(q); now.ID != second.ID {
		t.Errorf("back at the chat its scene is %s, want %s", now.ID, second.ID)
	}
	b.goBack(-1)
	b.until(fmt.Sprintf(`document.activeElement.closest("[data-turn]")?.id === %q`, first.ID), "the scene before, with the focus")
	b.isAt(q.ID)
	b.goBack(-1)
	b.until(`location.hash === ""`, "the step before the chat")
	b.quiet()
}

// The whole page can be shown at once, as long as the visit lasts, and one step at a time again.
func TestAllOnOnePage(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := borrowAt(t, l.address)
	b.tap("[data-one-page]")
	if b.isPath() || b.seen("[data-way]") || b.seen("[data-foot]") || !b.seen("#take-home") || !b.seen(".masthead") {
		t.Error("the page is not whole")
	}
	if at := b.focused(); at.Name != "One step at a time" {
		t.Errorf("on one page the focus is on %v", at)
	}
	for _, q := range l.Quiz {
		for _, o := range b.offers(q) {
			if o.Way != checkIt {
				t.Errorf("on one page question %s has a button to %s", q.ID, o.Way)
			}
		}
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
	}
	if !b.seen("#end") {
		t.Error("on one page the end is hidden once all is answered")
	}
	b.open("/smart/s/")
	if b.isPath() {
		t.Error("the next lesson of the visit is shown one step at a time")
	}
	b.tap("[data-by-steps]")
	if kind, _ := b.stepNow(); !b.isPath() || kind != "rule" || b.focused().Role != "heading" {
		t.Errorf("one step at a time again, the step is of the kind %q and the focus on %v", kind, b.focused())
	}
	b.open(l.address)
	if !b.isPath() || ask[bool](b, `sessionStorage.getItem("safe-online-one-page") !== null`) {
		t.Error("the wish for one page is not forgotten")
	}
	b.comeBack(l.address)
	if !b.isPath() {
		t.Error("a new visit begins on one page")
	}
	b.quiet()
}
