package browser

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	protocol "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

func TestEveryQuestionAndItsAnswersAreInThePageItself(t *testing.T) {
	for _, l := range lessons(t) {
		t.Run(named(l.address), func(t *testing.T) {
			doc := l.page().doc
			for range elements(doc, "form") {
				t.Error("there is a form, which could send what a child chose")
			}
			for _, q := range l.Quiz {
				section := byID(doc, q.ID)
				if section == nil {
					t.Errorf("question %s is not in the page", q.ID)
					continue
				}
				nativeInputs(t, q, section)
				answersInDetails(t, q, section)
			}
		})
	}
}

// nativeInputs: a group with a legend, and for each option an input that needs no script.
func nativeInputs(t *testing.T, q question, section *html.Node) {
	t.Helper()
	legend := ""
	for e := range elements(section, "legend") {
		legend = text(e)
	}
	if legend != squeeze(q.Stem) {
		t.Errorf("question %s has the legend %q, not its stem %q", q.ID, legend, q.Stem)
	}
	for _, o := range q.Options {
		input := byID(section, o.ID)
		kind := ""
		if input != nil {
			kind = strings.TrimSpace(input.Data + " " + attr(input, "type"))
		}
		if want := map[string]string{"choice": "input radio", "several": "input checkbox", "order": "select"}[q.Kind]; kind != want {
			t.Errorf("question %s: option %s is %q, want %q", q.ID, o.ID, kind, want)
		}
	}
}

// answersInDetails: what a script would tell stands in a details element, which nothing hides.
func answersInDetails(t *testing.T, q question, section *html.Node) {
	t.Helper()
	answers := ""
	for d := range elements(section, "details") {
		for at := d; at != nil; at = at.Parent {
			if hasAttr(at, "hidden") {
				t.Errorf("question %s: its answers are hidden without a script", q.ID)
			}
		}
		answers += text(d)
	}
	for _, o := range q.Options {
		if !strings.Contains(answers, squeeze(o.Text)) || !strings.Contains(answers, squeeze(o.Feedback)) {
			t.Errorf("question %s: its answers lack option %s or its feedback", q.ID, o.ID)
		}
	}
}

func TestTheAnswersOpenByKeyboardWithoutAScript(t *testing.T) {
	for _, address := range []string{"/smart/s/", "/ks2/passwords/"} {
		t.Run(named(address), func(t *testing.T) {
			l := lessonAt(t, address)
			b := visit(t, l.address, withoutScript)
			for _, q := range l.Quiz {
				b.keepsSilent(q, q.Options[0].Feedback)
				b.reach(q, "DisclosureTriangle", "Show the answers")
				b.press(enter)
				for _, o := range q.Options {
					if !strings.Contains(b.shown(q), squeeze(o.Feedback)) {
						t.Errorf("question %s does not show the feedback of %q", q.ID, o.Text)
					}
				}
				if strings.Contains(b.shown(q), "Check") {
					t.Errorf("question %s shows a Check that does nothing", q.ID)
				}
			}
		})
	}
}

func TestAQuestionThatFailsLeavesTheOthersAlive(t *testing.T) {
	l := lessonAt(t, "/ks2/passwords/")
	broken := l.Quiz[0]
	b := visit(t, l.address, beforeScripts(`document.querySelector("#`+broken.ID+` [data-verdict]").remove()`))
	if len(b.complaints()) == 0 {
		t.Error("the console says nothing of the broken question")
	}
	b.reach(broken, "DisclosureTriangle", "Show the answers") // as if there were no script
	for _, q := range l.Quiz[1:] {
		b.doByKeyboard(q)
	}
}

// beforeScripts does something to the page when its HTML is complete, just before the site's script runs.
func beforeScripts(do string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, protocol.AddScriptToEvaluateOnNewDocument, protocol.AddScriptToEvaluateOnNewDocumentParams{
			Source: `addEventListener("readystatechange", () => { if (document.readyState === "interactive") {` + do + `} }, true)`,
		})
		return err
	})
}
