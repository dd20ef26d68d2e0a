package browser

import (
	"fmt"
	"testing"
)

// tools/script tries generated sequences of events on the state functions; this test tries clicks on the script as it is built.
// Afterwards every question still accepts the right answer.
func TestNoSequenceOfClicksBreaksAPage(t *testing.T) {
	t.Parallel()
	b := visit(t, galleryAt)
	for _, q := range gallery(t).Quiz {
		ask[bool](b, fmt.Sprintf(`(async () => {
			let seed = 20703
			const random = below => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0, (seed >>> 16) %% below)
			const question = document.getElementById(%q)
			for (let i = 0; i < 60; i++) {
				const controls = [...question.querySelectorAll("input, button, a[href^='#']")].filter(e => e.getClientRects().length)
				controls[random(controls.length)].click()
			}
			return true
		})()`, q.ID))
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
	}
	b.quiet()
}
