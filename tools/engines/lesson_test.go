//go:build engines

package engines

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestAKeyStageOneLessonIsDoneByKeyboard(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byKeyboard}
		c.doesLesson("/smart/t/", "/smart/", "choice", "order")
	})
}

func TestAKeyStageOneLessonIsDoneByMouse(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		c.doesLesson("/smart/t/", "/smart/", "choice", "order")
	})
}

func TestAKeyStageTwoLessonIsDoneByKeyboard(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byKeyboard}
		c.doesLesson("/ks2/passwords/", "/ks2/", "choice", "several", "sort", "order", "gaps", "spot", "chat")
	})
}

func TestAKeyStageTwoLessonIsDoneByMouse(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		c.doesLesson("/ks2/passwords/", "/ks2/", "choice", "several", "sort", "order", "gaps", "spot", "chat")
	})
}

// Where the script is blocked, what it would need is not shown, an answer can be ticked, the replies of a chat lead on, and
// the answers stand under each question.
func TestALessonIsDoneWithoutItsScript(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		for _, address := range []string{"/smart/t/", "/ks2/passwords/"} {
			c.open(scriptless.URL + address)
			for _, q := range see[[]question](c, readQuiz) {
				c.readsPlainly(q)
			}
		}
	})
}

func TestTheScreenIsHiddenAndComesBack(t *testing.T) {
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byKeyboard}
		c.open(whole.URL + "/smart/t/")
		c.press(c, "[data-hide]")
		c.until(shows("[data-screen]"), "the calm picture")
		if !see[bool](c, `!!document.elementFromPoint(innerWidth / 2, 20).closest("[data-screen]")`) {
			t.Error("the picture does not hide the whole page")
		}
		c.must(b.Act(chord(escape)))
		c.until("!("+shows("[data-screen]")+")", "the page, after Escape")
		c.isAt("[data-hide]", "the button that hid the page")
	})
}

// doesLesson goes the whole way: the questions, the end, and the star on the page of all rules.
func (c *child) doesLesson(address, index string, kinds ...string) {
	c.t.Helper()
	c.doesLessonAt(whole.URL, address, index, kinds...)
}

func (c *child) doesLessonAt(home, address, index string, kinds ...string) {
	c.t.Helper()
	c.open(home + address)
	c.until(shows("[data-actions]"), "the script")
	quiz := see[[]question](c, readQuiz)
	c.hasKinds(quiz, kinds)
	for _, q := range quiz {
		c.does(q)
		c.goesOn(q)
	}
	c.comesToTheEnd()
	star := see[string](c, `document.querySelector("[data-finish]").dataset.rule`)
	c.hearsNothingBad()

	c.open(home + index)
	c.until(shows(fmt.Sprintf(`[data-star="%s"]`, star)), "the star on "+index)
	others := fmt.Sprintf(`[data-star]:not([data-star="%s"])`, star)
	if c.isShown(others) {
		c.t.Errorf("%s shows the stars of other rules too", index)
	}
	c.hearsNothingBad()
}

// hasKinds: the lesson is one to test with.
func (c *child) hasKinds(quiz []question, kinds []string) {
	c.t.Helper()
	for _, kind := range kinds {
		if !slices.ContainsFunc(quiz, func(q question) bool { return q.Kind == kind }) {
			c.t.Fatalf("the lesson has no question of the kind %q: choose another lesson for this test", kind)
		}
	}
}

// goesOn presses what leads on, where questions are shown one at a time: the keyboard is at the head of what comes.
func (c *child) goesOn(q question) {
	c.t.Helper()
	if !c.isShown(q.in("[data-next]")) {
		return
	}
	c.press(c, q.in("[data-next]"))
	if c.isShown(q.in("[data-title]")) && !c.isShown("[data-finish]") {
		c.t.Errorf("question %s is still shown", q.ID)
	}
	c.isAt(`[data-title]:not([id="`+q.ID+`"] *)`, "the head of what comes next")
}

// comesToTheEnd: the end tells of the star, and of nothing to come back to.
func (c *child) comesToTheEnd() {
	c.t.Helper()
	c.until(shows("[data-finish]"), "the end of the quiz")
	if !c.isShown("[data-finish] [data-earned]") {
		c.t.Error("the end does not tell of the star, with every question right")
	}
	if c.isShown("[data-finish] [data-back]") {
		c.t.Error("the end names questions to come back to, with every question right")
	}
}

func (c *child) readsPlainly(q question) {
	c.t.Helper()
	if c.isShown(q.in("[data-check]")) || c.isShown(q.in("[data-scripted]")) {
		c.t.Errorf("question %s shows a button that does nothing without the script", q.ID)
	}
	switch q.Kind {
	case "chat":
		reply := q.Options[0]
		c.press(c, q.control(reply))
		c.until(fmt.Sprintf(`document.querySelector(":target")?.id === %s`, quote(reply.To)), "the scene "+reply.To)
	case "order", "gaps":
		if !c.isShown(q.in("select")) {
			c.t.Errorf("question %s has no list to choose from", q.ID)
		}
	default:
		c.press(c, q.control(q.Options[0]))
		c.until(c.chosen(q, q.Options[0]), "chosen: "+q.Options[0].ID)
	}
	c.press(c, q.in("summary"))
	c.until(shows(q.in("details[open]")), "the answers of "+q.ID)
	answers := c.shown(q.in("details"))
	for _, o := range q.Options {
		if !strings.Contains(answers, squeeze(o.Why)) {
			c.t.Errorf("the answers of %s do not show %q", q.ID, o.Why)
		}
	}
}
