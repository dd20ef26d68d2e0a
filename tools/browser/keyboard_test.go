package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestAKeyStageOneLessonWorksByKeyboard(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	b := borrowAt(t, l.address)
	b.lessonByKeyboard(l)
}

func TestAKeyStageTwoLessonWorksByKeyboard(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/ks2/passwords/")
	b := borrowAt(t, l.address)
	kinds := map[string]bool{}
	for _, q := range l.Quiz {
		kinds[q.Kind] = true
	}
	if len(kinds) < 7 {
		t.Errorf("this lesson has only the kinds %v: use one that has all kinds", kinds)
	}
	b.lessonByKeyboard(l)
}

// lessonByKeyboard goes along the path of a lesson from its first step: through the story to the questions, to the end, then through
// each question of other lessons by the end's link to it.
func (b *tab) lessonByKeyboard(l lesson) {
	b.t.Helper()
	done := 0
	for range b.steps() {
		switch kind, id := b.stepNow(); kind {
		case "question":
			i := slices.IndexFunc(l.own(), func(q question) bool { return q.ID == id })
			b.showsOnly(l, i)
			b.doByKeyboard(l.Quiz[i])
			b.pressOn(l.Quiz[i])
			done++
		case "rule", "scene":
			b.tabOnto("[data-path-next]")
			b.press(enter)
		}
	}
	if done != len(l.own()) {
		b.t.Errorf("the path has %d questions before its end, want %d", done, len(l.own()))
	}
	b.isTheEnd(l)
	for i, q := range l.Again {
		b.tabOnto(fmt.Sprintf(`[href="#%s"]`, q.ID))
		b.press(enter)
		b.isAt(q.ID)
		b.showsOnly(l, len(l.own())+i)
		b.doByKeyboard(q)
		b.pressOn(q)
		if i < len(l.Again)-1 {
			b.stepTo("end")
		}
	}
	b.isTheEnd(l)
}

func TestTheGalleryWorksByKeyboard(t *testing.T) {
	t.Parallel()
	l := gallery(t)
	b := borrowAt(t, l.address)
	for _, q := range l.Quiz {
		b.doByKeyboard(q)
	}
}

func (b *tab) doByKeyboard(q question) {
	b.t.Helper()
	switch q.Kind {
	case "choice":
		b.choiceByKeyboard(q)
	case "several":
		b.severalByKeyboard(q)
	case "order":
		b.orderByKeyboard(q)
	case "sort":
		b.sortByKeyboard(q)
	case "gaps":
		b.gapsByKeyboard(q)
	case "spot":
		b.spotByKeyboard(q)
	case "match":
		b.matchByKeyboard(q)
	case "chat":
		b.chatByKeyboard(q)
	default:
		b.t.Fatalf("doByKeyboard does not know questions of the kind %s: add it", q.Kind)
	}
}

// choiceByKeyboard tries no answer, then a wrong one, then the right one.
func (b *tab) choiceByKeyboard(q question) {
	b.t.Helper()
	b.pressCheck(q)
	b.wantsAnAnswer(q)

	wrong, right := q.wrong()[0], q.right()[0]
	b.backTo(q, "radio")
	b.pickByArrows(q, wrong)
	b.wantsNothing(q)
	b.pressCheck(q)
	b.says(q, "Not yet.", wrong.Feedback)
	b.keepsSilent(q, right.Feedback)

	b.backTo(q, "radio")
	b.isChosen(wrong)
	b.pickByArrows(q, right)
	b.pressCheck(q)
	b.says(q, "Yes.", right.Feedback)
	b.keepsSilent(q, wrong.Feedback)
	b.backTo(q, "radio")
	b.isChosen(right)
}

// severalByKeyboard tries too few options, then one right and one wrong, then all.
func (b *tab) severalByKeyboard(q question) {
	b.t.Helper()
	right, wrong := q.right(), q.wrong()[0]
	b.toggle(q, right[0])
	b.pressCheck(q)
	b.wantsAnAnswer(q)

	for _, o := range append(right[1:len(right)-1:len(right)-1], wrong) {
		b.toggle(q, o)
	}
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("You found %d of %d.", len(right)-1, len(right)), "Not yet.")
	b.explains(q, append(right[:len(right)-1:len(right)-1], wrong)...)
	b.keepsSilent(q, right[len(right)-1].Feedback)

	b.toggle(q, wrong)
	b.toggle(q, right[len(right)-1])
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("You found %d of %d.", len(right), len(right)), "Yes.")
	b.explains(q, right...)
}

// orderByKeyboard moves steps to both ends and tries to go further, then tries a wrong order, then the right one.
func (b *tab) orderByKeyboard(q question) {
	b.t.Helper()
	steps := q.inOrder()
	first, last := steps[0], steps[len(steps)-1]
	b.move(q, first, "Move up", 0)
	b.stopsAtTheEnd(q, first, "Move up")
	b.move(q, last, "Move down", len(steps)-1)
	b.stopsAtTheEnd(q, last, "Move down")

	b.move(q, first, "Move down", 1)
	b.pressCheck(q)
	b.says(q, "Not yet.")
	stands := b.standing(q)
	for place, step := range steps {
		if stands[place] != step.ID {
			b.says(q, step.Feedback) // of the first step that is out of place
			break
		}
	}
	for place, step := range steps {
		b.move(q, step, "Move up", place)
	}
	b.pressCheck(q)
	b.says(q, "Yes.")
}

// move presses a step's button until the step is at a position, counted from 0, or does not move.
func (b *tab) move(q question, step option, button string, to int) {
	b.t.Helper()
	name := button + ": " + step.Text
	for b.place(q, step) != to {
		b.reach(q, "button", name)
		before := b.place(q, step)
		b.press(enter)
		now := b.place(q, step)
		if now == before {
			b.t.Fatalf("%q moves nothing", name)
		}
		if at := b.focused(); at.Name != name {
			b.t.Fatalf("after %q the focus is on %v", name, at)
		}
		place := fmt.Sprintf("%d of %d", now+1, len(q.Options))
		switch now {
		case 0:
			place = fmt.Sprintf("first of %d", len(q.Options))
		case len(q.Options) - 1:
			place = fmt.Sprintf("last of %d", len(q.Options))
		}
		b.until(fmt.Sprintf(`[...document.querySelectorAll("[aria-live]")].some(s => s.textContent.includes(%q))`,
			fmt.Sprintf("%s: now %s", step.Text, place)), "the new place is told")
	}
}

// stopsAtTheEnd checks that the button of a step at an end keeps the focus, is announced as disabled, and does nothing.
func (b *tab) stopsAtTheEnd(q question, step option, button string) {
	b.t.Helper()
	b.reach(q, "button", button+": "+step.Text)
	if !b.focused().Disabled {
		b.t.Errorf("%v could move the step beyond the end", b.focused())
	}
	before := b.standing(q)
	b.press(space)
	if now := b.standing(q); strings.Join(now, " ") != strings.Join(before, " ") {
		b.t.Errorf("%v at the end made %v of %v", b.focused(), now, before)
	}
	if at := b.focused(); at.Name != button+": "+step.Text {
		b.t.Errorf("after a press at the end the focus is on %v", at)
	}
}

// place returns the position of a step, counted from 0.
func (b *tab) place(q question, step option) int {
	b.t.Helper()
	for place, id := range b.standing(q) {
		if id == step.ID {
			return place
		}
	}
	b.t.Fatalf("the step %s is gone", step.ID)
	return -1
}

// pickByArrows goes through the radio buttons with the arrow keys, from the one that has the focus.
func (b *tab) pickByArrows(q question, o option) {
	b.t.Helper()
	for range len(q.Options) + 1 {
		at := b.focused()
		if strings.HasPrefix(at.Name, o.Text) {
			if !at.Checked {
				b.press(space)
			}
			b.isChosen(o)
			return
		}
		b.press(down)
	}
	b.t.Fatalf("the arrow keys do not lead to %q", o.Text)
}

// toggle moves the focus to a check box and presses it.
func (b *tab) toggle(q question, o option) {
	b.t.Helper()
	b.reach(q, "checkbox", o.Text)
	before := b.focused().Checked
	b.press(space)
	if b.focused().Checked == before {
		b.t.Fatalf("the space bar does nothing on %v", b.focused())
	}
}

// isChosen checks that the option with the focus is chosen and still announced as an option.
func (b *tab) isChosen(o option) {
	b.t.Helper()
	if at := b.focused(); at.Role != "radio" || !strings.HasPrefix(at.Name, o.Text) || !at.Checked {
		b.t.Errorf("the focus is on %v (chosen: %t), not on the chosen %q", at, at.Checked, o.Text)
	}
}
