package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/sweep"
)

// withoutFiles blocks files whose addresses end so, as a filter or a bad connection does.
func withoutFiles(endings ...string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		var blocked network.SetBlockedURLsParams
		for _, ending := range endings {
			blocked.URLPatterns = append(blocked.URLPatterns, &network.BlockPattern{URLPattern: "*://*:*/*" + ending, Block: true})
		}
		_, err := cdp.Call(ctx, t, network.SetBlockedURLs, blocked)
		return err
	})
}

// Without the styles, with the script or without it, the story and every question are shown. The pages without their script
// alone are in pages_test.go. What is shown depends on the kinds of question, so lessons that together have all are tried.
func TestALessonIsWholeWithoutItsStyles(t *testing.T) {
	for name, endings := range map[string][]string{"no styles": {".css"}, "neither script nor styles": {".js", ".css"}} {
		t.Run(name, func(t *testing.T) {
			b := borrow(t, withoutFiles(endings...))
			due := newKinds(lessons(t))
			for _, l := range lessons(t) {
				if len(due[l.address]) == 0 && !sweep.Full() {
					continue
				}
				b.open(l.address)
				b.tellsTheStory(l)
				b.showsEveryAnswer(l)
				if len(endings) == 1 {
					q := l.Quiz[0]
					b.answerRightly(q)
					b.check(q)
					b.says(q, "Yes.")
				}
			}
		})
	}
}

// showsEveryAnswer checks that each question is shown and, where the script is missing, that a press below it shows its
// answers. With the script one question is shown at a time, and Check takes the place of the answers.
func (b *tab) showsEveryAnswer(l lesson) {
	b.t.Helper()
	for _, missing := range ask[[]string](b, `(async () => {
		const missing = [], script = !document.querySelector(".foot [data-forget]").hidden
		for (const question of document.querySelectorAll("[data-question]")) {
			if (script) {
				question.hidden = false
				continue
			}
			const answers = question.querySelector("details")
			answers.querySelector("summary").click()
			if (!question.querySelector("legend, h3, h4").getClientRects().length) missing.push(question.id)
			for (const why of answers.querySelectorAll("[id$=-why]")) if (!why.getClientRects().length) missing.push(why.id)
		}
		return missing
	})()`) {
		b.t.Errorf("%s: %s is not shown", l.address, missing)
	}
}

// tellsTheStory checks that the story and the other paragraphs around the quiz are shown.
func (b *tab) tellsTheStory(l lesson) {
	b.t.Helper()
	told := ask[[]string](b, `[...document.querySelectorAll("main section:not(#the-quiz) p")]
		.filter(p => p.textContent.trim() && !p.closest("[data-question], #the-quiz, [hidden], dialog"))
		.map(p => p.getClientRects().length ? "" : p.textContent.trim())`)
	if len(told) < 4 {
		b.t.Errorf("%s: there are only %d paragraphs around the quiz", l.address, len(told))
	}
	for _, unseen := range told {
		if unseen != "" {
			b.t.Errorf("%s: this is not shown: %s", l.address, unseen)
		}
	}
}
