package browser

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	protocol "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

func TestEveryQuestionAndItsAnswersAreInTheHTML(t *testing.T) {
	for _, l := range lessonsAndGallery(t) {
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
				hintIsHidden(t, q.ID, q.Hint, section)
				for _, o := range q.Options {
					hintIsHidden(t, o.ID, o.Hint, section)
				}
			}
		})
	}
}

// nativeInputs checks that a question is a group with a legend, and that each option is an input or a link that needs no script.
func nativeInputs(t *testing.T, q question, section *html.Node) {
	t.Helper()
	legend := ""
	for e := range elements(section, "legend") {
		legend = text(e)
	}
	if want := cmp.Or(q.Ask, q.Stem); legend == "" || want != "" && legend != squeeze(want) {
		t.Errorf("question %s has the legend %q, not %q", q.ID, legend, want)
	}
	for _, o := range q.every() {
		if !answerable(t, q, o, section) {
			t.Errorf("question %s: option %s cannot be chosen without a script", q.ID, o.ID)
		}
	}
}

// answerable reports whether an option can be chosen without a script.
func answerable(t *testing.T, q question, o option, section *html.Node) bool {
	t.Helper()
	is := func(id, name, kind string) bool {
		e := byID(section, id)
		return e != nil && e.Data == name && attr(e, "type") == kind
	}
	switch q.Kind {
	case "choice":
		return is(o.ID, "input", "radio")
	case "several", "spot":
		return is(o.ID, "input", "checkbox")
	case "order":
		return is(o.ID, "select", "")
	case "sort", "match":
		return is(fmt.Sprintf("%s-%d", o.ID, o.Place), "input", "radio") && byID(section, fmt.Sprintf("%s-%d", o.ID, len(q.Bins))) != nil
	case "gaps":
		for e := range elements(byID(section, fmt.Sprintf("%s-gap-%d", q.ID, o.Place)), "option") {
			if attr(e, "value") == o.ID {
				return text(e) == squeeze(o.Text)
			}
		}
	case "chat":
		for a := range elements(section, "a") {
			if attr(a, "data-option") == o.ID {
				return attr(a, "href") == "#"+o.Goto && byID(section, o.Goto) != nil
			}
		}
	default:
		t.Fatalf("answerable does not know questions of the kind %s: add it", q.Kind)
	}
	return false
}

// answersInDetails checks that the feedback is in a details element that nothing hides.
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
	for _, o := range q.every() {
		if !strings.Contains(answers, squeeze(o.Text)) || !strings.Contains(answers, squeeze(o.Feedback)) {
			t.Errorf("question %s: its answers lack option %s or its feedback", q.ID, o.ID)
		}
	}
}

// hintIsHidden checks that a hint, if there is one, is where only a script finds it.
func hintIsHidden(t *testing.T, id, hint string, section *html.Node) {
	t.Helper()
	e := byID(section, id+"-hint")
	switch {
	case e == nil && hint != "":
		t.Errorf("the hint of %s is missing", id)
	case e != nil && (!hasAttr(e, "hidden") || text(e) != squeeze(hint)):
		t.Errorf("the hint of %s should be hidden, and say %q: %q", id, hint, text(e))
	}
}

// A question that ends a scene comes right after it; the quiz has the others.
func TestAQuestionOfTheStoryIsBelowItsScene(t *testing.T) {
	for _, l := range lessons(t) {
		for _, q := range l.Quiz {
			section := byID(l.page().doc, q.ID)
			if inStory, inQuiz := within(section, "strip"), within(section, "quiz"); inStory != (q.Ask != "") || inQuiz == inStory {
				t.Errorf("%s: question %s is in the story: %t, in the quiz: %t", l.address, q.ID, inStory, inQuiz)
			}
		}
	}
}

// within reports whether a parent of an element has a class.
func within(n *html.Node, class string) bool {
	for at := n.Parent; at != nil; at = at.Parent {
		if slices.Contains(strings.Fields(attr(at, "class")), class) {
			return true
		}
	}
	return false
}

func TestTheAnswersOpenByKeyboardWithoutAScript(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"/smart/s/", "/ks2/passwords/"} {
		t.Run(named(address), func(t *testing.T) {
			l := lessonAt(t, address)
			b := borrowAt(t, l.address, withoutScript)
			for _, q := range l.Quiz {
				b.keepsSilent(q, q.every()[0].Feedback)
				b.reach(q, "DisclosureTriangle", "Show the answers")
				b.press(enter)
				for _, o := range q.every() {
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

func TestAFailingQuestionDoesNotAffectOthers(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/ks2/passwords/")
	broken := l.Quiz[0]
	b := visit(t, l.address, beforeScripts(`document.querySelector("#`+broken.ID+` [data-verdict]").remove()`))
	if len(b.complaints()) == 0 {
		t.Error("the console says nothing of the broken question")
	}
	b.stepTo(broken.ID)
	b.reach(broken, "DisclosureTriangle", "Show the answers") // as if there were no script
	b.tabOnto("[data-path-next]")
	for _, q := range l.Quiz[1:] {
		b.stepTo(q.ID)
		b.doByKeyboard(q)
	}
}

// beforeScripts runs JavaScript in the page when its HTML is complete, just before the site's script runs.
func beforeScripts(do string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, protocol.AddScriptToEvaluateOnNewDocument, protocol.AddScriptToEvaluateOnNewDocumentParams{
			Source: `addEventListener("readystatechange", () => { if (document.readyState === "interactive") {` + do + `} }, true)`,
		})
		return err
	})
}
