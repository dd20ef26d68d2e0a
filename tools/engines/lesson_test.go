//go:build engines

package engines

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestKeyStageOneLessonWorksByKeyboard(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byKeyboard}
		v.doLesson("/smart/t/", "/smart/", "choice", "order")
	})
}

func TestKeyStageOneLessonWorksByMouse(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		v.doLesson("/smart/t/", "/smart/", "choice", "order")
	})
}

func TestKeyStageTwoLessonWorksByKeyboard(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byKeyboard}
		v.doLesson("/ks2/passwords/", "/ks2/", "choice", "several", "sort", "order", "gaps", "spot", "chat")
	})
}

func TestKeyStageTwoLessonWorksByMouse(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		v.doLesson("/ks2/passwords/", "/ks2/", "choice", "several", "sort", "order", "gaps", "spot", "chat")
	})
}

// If the script is blocked, the page hides the controls that need it. Options can still be chosen, the replies of a chat lead
// to their scenes, and the answers are below each question.
func TestLessonWorksWithoutScript(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		for _, address := range []string{"/smart/t/", "/ks2/passwords/"} {
			v.open(scriptlessServer.URL + address)
			for _, q := range evaluate[[]question](v, readQuiz) {
				v.answerWithoutScript(q)
			}
		}
	})
}

func TestHideScreenAndBringPageBack(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byKeyboard}
		v.open(server.URL + "/smart/t/")
		v.press(v, "[data-hide]")
		v.waitUntil(visible("[data-screen]"), "the calm picture")
		if !evaluate[bool](v, `!!document.elementFromPoint(innerWidth / 2, 20).closest("[data-screen]")`) {
			t.Error("the picture does not cover the whole page")
		}
		v.must(b.Act(chord(escape)))
		v.waitUntil("!("+visible("[data-screen]")+")", "the page to come back after Escape")
		v.expectFocus("[data-hide]", "the button that hid the page")
	})
}

// doLesson does a whole lesson along its path: the story, the questions, the end, the questions of other lessons, and the star on
// the page of all rules.
func (v *visitor) doLesson(address, index string, kinds ...string) {
	v.t.Helper()
	v.doLessonAt(server.URL, address, index, kinds...)
}

func (v *visitor) doLessonAt(home, address, index string, kinds ...string) {
	v.t.Helper()
	v.open(home + address)
	v.waitUntil(visible("[data-way]"), "the script")
	quiz := evaluate[[]question](v, readQuiz)
	v.expectKinds(quiz, kinds)
	v.goAlongPath(quiz)
	star := evaluate[string](v, `document.querySelector("[data-finish]").dataset.rule`)
	v.expectNoConsoleErrors()

	v.open(home + index)
	v.waitUntil(visible(fmt.Sprintf(`[data-star="%s"]`, star)), "the star on "+index)
	others := fmt.Sprintf(`[data-star]:not([data-star="%s"])`, star)
	if v.isVisible(others) {
		v.t.Errorf("%s shows the stars of other rules too", index)
	}
	v.expectNoConsoleErrors()
}

// expectKinds expects that the lesson has questions of these kinds, so that the test tries them.
func (v *visitor) expectKinds(quiz []question, kinds []string) {
	v.t.Helper()
	for _, kind := range kinds {
		if !slices.ContainsFunc(quiz, func(q question) bool { return q.Kind == kind }) {
			v.t.Fatalf("the lesson has no question of the kind %q: choose another lesson for this test", kind)
		}
	}
}

func (v *visitor) answerWithoutScript(q question) {
	v.t.Helper()
	if v.isVisible(q.in("[data-check]")) || v.isVisible(q.in("[data-scripted]")) {
		v.t.Errorf("question %s shows a button that does nothing without the script", q.ID)
	}
	switch q.Kind {
	case "chat":
		reply := q.Options[0]
		v.press(v, q.control(reply))
		v.waitUntil(fmt.Sprintf(`document.querySelector(":target")?.id === %s`, quote(reply.To)), "the scene "+reply.To)
	case "order", "gaps":
		if !v.isVisible(q.in("select")) {
			v.t.Errorf("question %s has no list to choose from", q.ID)
		}
	default:
		v.press(v, q.control(q.Options[0]))
		v.waitUntil(v.chosen(q, q.Options[0]), "option "+q.Options[0].ID+" to be chosen")
	}
	v.press(v, q.in("summary"))
	v.waitUntil(visible(q.in("details[open]")), "the answers of "+q.ID)
	answers := v.visibleText(q.in("details"))
	for _, o := range q.Options {
		if !strings.Contains(answers, collapseSpaces(o.Why)) {
			v.t.Errorf("the answers of %s do not show %q", q.ID, o.Why)
		}
	}
}
