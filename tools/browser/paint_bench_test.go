package browser

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// slow is the factor by which the processor is slowed down, to about the speed of an old tablet.
const slow = 6

// words returns the words of a question of the lesson: what it asks, its options, and the feedback to each.
const words = `(() => {
  const text = query => [...document.querySelectorAll(query)].map(element => element.textContent.trim());
  return JSON.stringify([text("#offer legend")[0], text("#offer .opt__text"), text("#offer [id$=-why]")]);
})()`

// plain makes the same question by hand, with the least script that can check it, for comparison.
const plain = `(([asks, options, feedback]) => {
  const add = (to, name, more) => to.appendChild(Object.assign(document.createElement(name), more));
  const set = add(document.body, "fieldset");
  add(set, "legend", { textContent: asks });
  const inputs = options.map(text => {
    const label = add(set, "label");
    const input = add(label, "input", { type: "radio", name: "x" });
    label.append(text);
    return input;
  });
  const check = add(document.body, "button", { textContent: "Check" });
  const said = add(document.body, "p", { role: "status" });
  check.onclick = () => said.textContent = feedback[inputs.findIndex(input => input.checked)];
  return true;
})(%s)`

// paint measures the time from a click until its result is painted, which is the first task after the next frame, in milliseconds.
// The frame is asked for before the click, so that nothing which the page does after that frame is counted. Before the click, the page is
// at rest, as when a child has looked at what is chosen: two frames have passed, since Chromium looks only in the second what is under the
// mouse after the choice has changed the layout.
const paint = `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
  const pressed = performance.now();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
  document.querySelector('%s').click();
}, 300))))`

// BenchmarkCheckToFeedback reports the median time from Check to the feedback on the screen, in the largest lesson on a slowed
// processor, and that of a form made by hand in the same run and the same window. Times differ between machines, so the ratio of the two is
// more useful. The two take turns, and only the one whose turn it is is slowed: Chromium slows a page with a thread that never rests, which
// on a computer with two processors would take the time of the other.
func BenchmarkCheckToFeedback(b *testing.B) {
	for _, size := range windows {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			page := visit(b, "/ks2/passwords/#offer")
			form := visitAt(b, connect(b, built()).URL+blank)
			ask[bool](form, fmt.Sprintf(plain, ask[string](page, words)))
			for _, t := range []*tab{page, form} {
				t.do(chromedp.EmulateViewport(size[0], size[1]))
			}
			var ours, theirs []float64
			for b.Loop() {
				for range 5 {
					ours = append(ours, page.checksToFeedback("#offer input", "#offer [data-check]")...)
					theirs = append(theirs, form.checksToFeedback("input", "button")...)
				}
			}
			b.ReportMetric(median(ours), "ms-check-to-feedback")
			b.ReportMetric(median(theirs), "ms-plain-form")
			b.ReportMetric(median(ours)/median(theirs), "ratio")
		})
	}
}

// checksToFeedback slows a page down, chooses each of its inputs three times, and returns how long each press of a button takes to paint, in
// milliseconds.
func (b *tab) checksToFeedback(inputs, button string) []float64 {
	b.t.Helper()
	b.do(throttle(slow))
	defer b.do(throttle(1))
	var times []float64
	for i := range 9 {
		times = append(times, b.checkToFeedback(inputs, i%3, button))
	}
	return times
}

// throttle makes the processor slower for a page by a factor.
func throttle(factor float64) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor})
		return chromedp.Void{}, err
	}
}

// checkToFeedback chooses one of some inputs and returns how long a press of a button takes to paint, in milliseconds.
func (b *tab) checkToFeedback(inputs string, choose int, button string) float64 {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`document.querySelectorAll(%q)[%d].click(), true`, inputs, choose))
	return ask[float64](b, fmt.Sprintf(paint, button))
}

// The press of Check itself only changes the page. What makes the browser work out the layout at once, or writes to the disk, comes when the
// feedback is painted.
func TestCheckPaintsFirst(t *testing.T) {
	t.Parallel()
	b := visit(t, "/ks2/passwords/#offer")
	during := ask[[]string](b, `(() => {
		const calls = []
		const spy = (of, name) => {
			const real = of.prototype[name]
			of.prototype[name] = function(...given) { calls.push(name); return real.apply(this, given) }
		}
		spy(Element, "scrollIntoView")
		spy(Element, "getBoundingClientRect")
		spy(Storage, "setItem")
		window.calls = calls
		document.querySelectorAll("#offer input")[1].click()
		calls.length = 0
		document.querySelector("#offer [data-check]").click()
		const said = document.querySelector("#offer [data-verdict]").textContent
		return [...calls, said ? "the feedback" : "no feedback"]
	})()`)
	if !slices.Equal(during, []string{"the feedback"}) {
		t.Errorf("the press of Check does %q, expected only the feedback", during)
	}
	b.until(`window.calls.includes("setItem")`, "the answer, kept")
}

// When the foot becomes higher, nothing above it is laid out again before the verdict is painted. Then the page has room for it below the
// question, so that the last option can be scrolled out from under it.
func TestAVerdictMovesNothing(t *testing.T) {
	t.Parallel()
	for _, size := range windows {
		b := visit(t, "/ks2/passwords/#offer", screen(size[0], size[1]))
		moved := ask[[]string](b, `(async () => {
			const offer = document.getElementById("offer"), foot = offer.querySelector(".question__foot")
			const boxes = () => [...document.querySelectorAll("main *")].filter(e => !foot.contains(e)).map(e => [e, JSON.stringify(e.getBoundingClientRect())])
			offer.querySelectorAll("input")[1].click()
			const before = new Map(boxes()), low = foot.offsetHeight
			offer.querySelector("[data-check]").click()
			const moved = boxes().filter(([e, box]) => before.get(e) !== box).map(([e]) => e.outerHTML.slice(0, 80))
			if (foot.offsetHeight <= low) moved.push("the foot has not grown")
			await new Promise(rest => document.addEventListener("question:checked", rest))
			scrollTo(0, document.documentElement.scrollHeight)
			await new Promise(requestAnimationFrame)
			const end = Math.max(...[...offer.querySelectorAll(".opt")].map(option => option.getBoundingClientRect().bottom))
			if (end > foot.getBoundingClientRect().top) moved.push("the last option stays under the foot")
			return moved
		})()`)
		if len(moved) > 0 {
			t.Errorf("%dx%d: %q", size[0], size[1], moved)
		}
	}
}

// To hide again what is hidden makes the browser work out its style once more. Marks, pictures and the error are many; the
// other button is one, and not worth the bytes.
func TestCheckHidesOnlyWhatWasShown(t *testing.T) {
	t.Parallel()
	b := visit(t, "/ks2/passwords/#offer")
	again := ask[[]string](b, `(async () => {
		const offer = document.getElementById("offer")
		const records = []
		const seen = new MutationObserver(more => records.push(...more))
		seen.observe(offer.parentElement, { attributes: true, attributeOldValue: true, attributeFilter: ["hidden"], subtree: true })
		offer.querySelectorAll("input")[1].click()
		seen.takeRecords()
		offer.querySelector("[data-check]").click()
		await new Promise(rest => document.addEventListener("question:checked", rest))
		records.push(...seen.takeRecords())
		return [records.length ? "something shown" : "nothing shown",
			...records.filter(r => r.oldValue !== null && r.target.hidden && !r.target.matches("button")).map(r => r.target.outerHTML)]
	})()`)
	if !slices.Equal(again, []string{"something shown"}) {
		t.Errorf("Check: %q, expected something shown, and nothing hidden that was hidden", again)
	}
}

func median(times []float64) float64 {
	slices.Sort(times)
	return times[len(times)/2]
}
