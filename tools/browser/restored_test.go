package browser

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// A browser that returns to a page restores what was chosen there, without an event. What the controls say is the answer.
func TestAnswersAreWhatTheControlsSay(t *testing.T) {
	const set = `(() => {
		const right = [...document.querySelectorAll("#%[1]s [data-option][data-right]")]
		for (const option of right) {
			const input = option.querySelector("input")
			if (input) input.checked = true
			for (const list of document.querySelectorAll("#%[1]s select"))
				if ([...list.options].some(o => o.value === option.dataset.option)) list.value = option.dataset.option
		}
		return true
	})()`
	restored := slices.DeleteFunc(slices.Clone(gallery(t).Quiz), func(q question) bool {
		return q.Kind == "chat" || q.Kind == "order" // they have no controls that keep a value
	})
	t.Run("at a check", func(t *testing.T) {
		b := borrowAt(t, galleryAt)
		for _, q := range restored {
			ask[bool](b, fmt.Sprintf(set, q.ID))
			b.check(q)
			b.says(q, "Yes.")
		}
	})
	t.Run("when the page is opened again", func(t *testing.T) {
		b := borrowAt(t, galleryAt)
		for _, q := range gallery(t).Quiz {
			b.answerRightly(q)
		}
		b.do(chromedp.Navigate(built().url + "/help/"))
		ask[bool](b, `setTimeout(() => history.back()), true`)
		b.until(`location.pathname === "`+galleryAt+`" && document.readyState === "complete" && document.querySelector("[data-actions]:not([hidden])")`, "the gallery again")
		for _, q := range restored {
			b.check(q)
			b.says(q, "Yes.")
		}
	})
}

// After Check the verdict, or what is missing, is within the window with the buttons below it, unless it is higher than the window.
func TestTheVerdictIsWithinTheWindow(t *testing.T) {
	for _, size := range [][2]int64{{390, 664}, {820, 1180}, {1366, 641}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			t.Parallel()
			b := borrowAt(t, galleryAt, screen(size[0], size[1]))
			for _, q := range gallery(t).Quiz {
				if q.Kind == "chat" { // it moves to its next scene
					continue
				}
				for _, try := range []struct { // in this order: after the right answer a match offers no other
					what   string
					answer func(question)
				}{{"nothing", nothing}, {"a wrong answer", b.answerWrongly}, {"the right answer", b.answerRightly}} {
					if q.Kind == "order" && try.what == "nothing" {
						continue
					}
					try.answer(q)
					ask[bool](b, fmt.Sprintf(`document.querySelector("#%s [data-check]").scrollIntoView({ block: "end", behavior: "instant" }), true`, q.ID))
					b.check(q)
					b.settle()
					if share := ask[float64](b, fmt.Sprintf(`(() => {
						const shown = [...document.querySelectorAll("#%[1]s [data-error]:not([hidden]), #%[1]s [data-verdict]:not(:empty)")].at(-1).getBoundingClientRect()
						const bar = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0
						const seen = Math.min(shown.bottom, innerHeight) - Math.max(shown.top, bar)
						return Math.max(seen, 0) / Math.min(shown.height, innerHeight - bar)
					})()`, q.ID)); share < .95 {
						t.Errorf("%s, %s: %.0f%% of what Check says is within the window", q.ID, try.what, 100*share)
					}
				}
			}
		})
	}
}
