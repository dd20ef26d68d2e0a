//go:build engines

package engines

import (
	"fmt"
	"slices"
	"strings"
)

// What a child does in a question, and meets there: wrong first, then right.

func (c *child) does(q question) {
	c.t.Helper()
	c.t.Logf("%s (%s)", q.ID, q.Kind)
	switch q.Kind {
	case "order":
		c.doesOrder(q)
	case "chat":
		c.doesChat(q)
	default:
		c.doesOptions(q)
	}
}

func (c *child) doesOptions(q question) {
	c.t.Helper()
	c.checks(q)
	c.wantsAnAnswer(q)

	wrong, slip := q.almostRight()
	c.choose(q, wrong)
	c.wantsNothing(q)
	c.checks(q)
	c.says(q, "Not yet.", slip.Why)
	c.keeps(q, wrong)
	c.isMarked(q, slip, "tried")

	c.choose(q, q.right())
	c.checks(q)
	c.says(q, "Yes.")
	c.keeps(q, q.right())
	for _, o := range q.right() {
		c.isMarked(q, o, "right")
	}
}

func (c *child) doesOrder(q question) {
	c.t.Helper()
	steps := q.inOrder()
	c.arrange(q, slices.Concat(steps[1:2], steps[:1], steps[2:]))
	c.checks(q)
	c.says(q, "Not yet.", steps[0].Why)
	c.isMarked(q, steps[0], "tried")

	c.arrange(q, steps)
	c.checks(q)
	c.says(q, "Yes.")
	for _, step := range steps {
		c.hasRole(q, step)
	}
}

// doesChat: a slip, back with the browser's button, the slip again and on to the end; from there back to the start, and on
// to the end without a slip.
func (c *child) doesChat(q question) {
	c.t.Helper()
	first := q.Options[0].Group
	slip, _ := q.reply(first, false)
	c.replies(q, slip)
	c.must(c.b.Back())
	c.isIn(q, first)
	c.replies(q, slip)
	c.repliesWellFrom(q, slip.To)
	c.says(q, "Not yet.")

	c.press(c, q.in("[data-again]"))
	c.isIn(q, first)
	c.repliesWellFrom(q, first)
	c.says(q, "Yes.")
}

// repliesWellFrom gives the good reply in every scene, to the end.
func (c *child) repliesWellFrom(q question, scene string) {
	c.t.Helper()
	for range q.Options {
		good, found := q.reply(scene, true)
		if !found {
			return
		}
		c.replies(q, good)
		scene = good.To
	}
	c.t.Fatalf("question %s: good replies lead to no end", q.ID)
}

// replies chooses a reply: its feedback is shown, and the keyboard is at the head of the scene that follows.
func (c *child) replies(q question, o option) {
	c.t.Helper()
	c.hasRole(q, o)
	c.press(c, q.control(o))
	c.says(q, o.Why)
	c.isIn(q, o.To)
}

func (c *child) isIn(q question, scene string) {
	c.t.Helper()
	c.isAt(q.in(fmt.Sprintf(`[data-turn="%s"][data-state="now"] [data-heading]`, scene)), "the head of the scene "+scene)
}

// choose leaves exactly these options chosen.
func (c *child) choose(q question, options []option) {
	c.t.Helper()
	for _, o := range q.Options {
		wanted := slices.Contains(options, o)
		if c.isChosen(q, o) != wanted && (wanted || q.switches()) {
			c.press(c, q.control(o))
		}
	}
	for _, o := range options {
		c.until(c.chosen(q, o), "chosen: "+o.ID)
	}
}

// chosen is an expression: the option is chosen.
func (c *child) chosen(q question, o option) string {
	if q.Kind == "gaps" {
		return fmt.Sprintf(`document.querySelector(%s).getAttribute("aria-pressed") === "true"`, quote(q.control(o)))
	}
	return fmt.Sprintf(`document.querySelector(%s).checked`, quote(q.control(o)))
}

func (c *child) isChosen(q question, o option) bool {
	c.t.Helper()
	return see[bool](c, c.chosen(q, o))
}

// keeps: exactly these options are chosen, and a screen reader is told of them all as before.
func (c *child) keeps(q question, options []option) {
	c.t.Helper()
	for _, o := range q.Options {
		if wanted := slices.Contains(options, o); c.isChosen(q, o) != wanted {
			c.t.Errorf("after the check, that %s is chosen is %t", o.ID, !wanted)
		}
		c.hasRole(q, o)
	}
}

func (c *child) hasRole(q question, o option) {
	c.t.Helper()
	has, err := c.b.HasRole(q.control(o), q.role())
	c.must(err)
	if !has {
		c.t.Errorf("question %s: %s is not told as a %s", q.ID, o.ID, q.role())
	}
}

// isMarked: the option says in words what came of it.
func (c *child) isMarked(q question, o option, state string) {
	c.t.Helper()
	if mark := q.in(fmt.Sprintf(`[data-option="%s"][data-state="%s"] [data-mark="%[2]s"]`, o.ID, state)); !c.isShown(mark) {
		c.t.Errorf("question %s: %s does not show the mark %q", q.ID, o.ID, state)
	}
}

// checks presses Check. A child at the keyboard stays there.
func (c *child) checks(q question) {
	c.t.Helper()
	c.press(c, q.in("[data-check]"))
	c.isAt(q.in("[data-check]"), "Check")
}

// wantsAnAnswer: the question says beside itself that an answer is missing, and its options are described by that.
func (c *child) wantsAnAnswer(q question) {
	c.t.Helper()
	c.until(shows(q.in("[data-error]")), "that an answer is missing")
	if !c.isShown(fmt.Sprintf(`[id="%s"]:has(fieldset[aria-describedby="%[1]s-error"])`, q.ID)) {
		c.t.Errorf("question %s: its options are not described by its error", q.ID)
	}
	if said := c.shown(q.in("[data-verdict]")); said != "" {
		c.t.Errorf("question %s: a verdict before an answer: %q", q.ID, said)
	}
}

func (c *child) wantsNothing(q question) {
	c.t.Helper()
	if c.isShown(q.in("[data-error]")) {
		c.t.Errorf("question %s: an answer is said to be missing with one chosen", q.ID)
	}
}

// says: the question's status holds these words.
func (c *child) says(q question, words ...string) {
	c.t.Helper()
	status := q.in("[data-verdict][role=status]")
	for _, w := range words {
		c.until(fmt.Sprintf(`document.querySelector(%s).innerText.replace(/\s+/g, " ").includes(%s)`, quote(status), quote(squeeze(w))),
			fmt.Sprintf("question %s says %q; it says %q", q.ID, w, c.shown(status)))
	}
}

// arrange moves steps up until they stand like this.
func (c *child) arrange(q question, steps []option) {
	c.t.Helper()
	for place, step := range steps {
		for range steps {
			now := slices.Index(c.standing(q), step.ID)
			if now == place {
				break
			}
			up := q.control(step) + ` [data-move="-1"]`
			c.press(c, up)
			c.until(fmt.Sprintf(`document.querySelector("[data-live]").textContent.includes(%s)`,
				quote(fmt.Sprintf("%s: now %d of %d", step.Text, now, len(steps)))), "the new place of "+step.ID)
			c.isAt(up, "the button that moved the step")
		}
	}
	for place, id := range c.standing(q) {
		if id != steps[place].ID {
			c.t.Fatalf("question %s: %s stands at %d, where %s was moved", q.ID, id, place+1, steps[place].ID)
		}
	}
}

// standing gives the ids of the steps in the order in which they stand now.
func (c *child) standing(q question) []string {
	c.t.Helper()
	return strings.Fields(see[string](c, fmt.Sprintf(
		`[...document.querySelectorAll(%s)].map(step => step.dataset.option).join(" ")`, quote(q.in("[data-option]")))))
}
