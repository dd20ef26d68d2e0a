//go:build listen

package listen

import "testing"

// A child answers all questions of a lesson for Key Stage One, one at a time: each next question says its heading, and the end
// says that it is the end.
func TestEndOfALesson(t *testing.T) {
	l := listen(t)
	questions := lesson(t, "/smart/s/")
	l.open("/smart/s/")
	l.seek("h", questions[0].title+" heading")
	for i, q := range questions {
		if i > 0 {
			l.press("Return")
			l.expect(q.title + " heading")
		}
		l.answer(q)
		l.seek("Tab", map[bool]string{true: "Finish push button", false: "Next question push button"}[i == len(questions)-1])
	}
	l.press("Return")
	l.expect("That is the last question heading")
	l.seek("Down", "You remember this rule. Its star is yours.")
}
