package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// withoutFiles keeps files from arriving whose addresses end so, as a filter or a bad line does.
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

// With the script gone, the styles gone, or both: the story and every question are to be seen, and a press on what stands
// under each question shows its answers.
func TestALessonIsWholeWithoutItsScriptItsStylesOrBoth(t *testing.T) {
	for name, endings := range map[string][]string{"no script": {".js"}, "no styles": {".css"}, "neither": {".js", ".css"}} {
		t.Run(name, func(t *testing.T) {
			b := visit(t, "/404.html", withoutFiles(endings...))
			for _, l := range lessons(t) {
				b.open(l.address)
				b.tellsTheStory(l)
				// Where the script is there, it shows one question at a time, and each has its own answers.
				for _, missing := range ask[[]string](b, `(async () => {
					const missing = [], script = !document.querySelector(".foot [data-forget]").hidden
					for (const question of document.querySelectorAll("[data-question]")) {
						question.hidden = false
						if (script) continue
						const answers = question.querySelector("details")
						answers.querySelector("summary").click()
						if (!question.querySelector("legend, h3, h4").getClientRects().length) missing.push(question.id)
						for (const why of answers.querySelectorAll("[id$=-why]")) if (!why.getClientRects().length) missing.push(why.id)
					}
					return missing
				})()`) {
					t.Errorf("%s: %s is not to be seen", l.address, missing)
				}
				if name == "no styles" {
					q := l.Quiz[0]
					b.answerRightly(q)
					b.check(q)
					b.says(q, "Yes.")
				}
			}
		})
	}
}

// tellsTheStory: the story, its words and what stands around the quiz are to be seen.
func (b *tab) tellsTheStory(l lesson) {
	b.t.Helper()
	told := ask[[]string](b, `[...document.querySelectorAll("main section:not(#the-quiz) p")]
		.filter(p => p.textContent.trim() && !p.closest("#the-quiz, [hidden], dialog"))
		.map(p => p.getClientRects().length ? "" : p.textContent.trim())`)
	if len(told) < 4 {
		b.t.Errorf("%s: there are only %d paragraphs around the quiz", l.address, len(told))
	}
	for _, unseen := range told {
		if unseen != "" {
			b.t.Errorf("%s: this is not to be seen: %s", l.address, unseen)
		}
	}
}
