//go:build listen

package listen

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Of each kind of question: its heading is one sentence, a check without an answer says what is missing, and the verdict is said
// once, whole.
func TestQuestions(t *testing.T) {
	for _, kinds := range [][]string{{"choice", "several", "gaps", "spot"}, {"sort", "order", "chat"}} { // for two desktops
		t.Run(strings.Join(kinds, " "), func(t *testing.T) {
			l := listen(t)
			for _, kind := range kinds {
				l.step(t, kind, func(t *testing.T) {
					q := first(t, kind)
					l.open(q.address + "#" + q.id)
					l.seek("h", q.title+" heading")
					answer[kind](l, q)
				})
			}
		})
	}
}

var answer = map[string]func(*listener, question){
	"choice": func(l *listener, q question) {
		right, wrong := q.with(true)[0], q.with(false)[0]
		l.check("Choose an answer first.")
		l.choose("shift+r", wrong)
		l.check(wrong.why)
		l.choose("shift+r", right)
		l.check(right.why)
	},
	"several": func(l *listener, q question) {
		right, wrong := q.with(true), q.with(false)[0]
		l.check("answers, then check.")
		l.choose("shift+x", right[0])
		l.choose("x", wrong)
		l.check(append([]string{fmt.Sprintf("You found 1 of %d.", len(right))}, whys(q.among(right[0], wrong))...)...)
		l.choose("shift+x", wrong)
		for _, o := range right[1:] {
			l.choose("x", o)
		}
		l.check(append([]string{fmt.Sprintf("You found %d of %[1]d.", len(right))}, whys(right)...)...)
	},
	"gaps": func(l *listener, q question) {
		l.check("Choose a word for each gap first.")
		l.seek("shift+h", q.title)
		words := q.with(true)
		slip := slices.IndexFunc(q.options, func(o option) bool { return !o.right && o.group == words[0].group })
		for _, o := range append([]option{q.options[slip]}, words[1:]...) {
			l.choose("b", o)
		}
		l.check(fmt.Sprintf("You found %d of %d.", len(words)-1, len(words)), q.options[slip].why)
		l.choose("shift+b", words[0])
		l.check(append([]string{fmt.Sprintf("You found %d of %[1]d.", len(words))}, whys(words)...)...)
	},
	"spot": func(l *listener, q question) {
		clues, harmless := q.with(true), q.with(false)[0]
		l.check("Choose one part or more first.")
		l.choose("shift+x", harmless)
		l.check("Not yet.", fmt.Sprintf("0 of %d clues found.", len(clues)), harmless.why)
		l.choose("shift+x", harmless)
		l.seek("shift+h", q.title)
		for l.count("Check push button") == 0 { // there is nothing to stop at between the parts and Check
			l.press("Down")
			l.expectNot("statusbar")
		}
		l.seek("shift+h", q.title)
		for _, o := range clues {
			l.choose("x", o)
		}
		l.check(append([]string{"Yes.", fmt.Sprintf("%d of %[1]d clues found.", len(clues))}, whys(clues)...)...)
	},
	"sort": func(l *listener, q question) {
		l.check("Choose a place for each one first.")
		l.seek("shift+h", q.title)
		things := q.with(true)
		for i, o := range q.options {
			if o.right != (o.group != things[0].group) { // all are sorted well, except for the first
				continue
			}
			key := "r"
			if i == 0 || q.options[i-1].group != o.group {
				l.press("Tab")
			} else {
				l.press("Tab")
				l.press(key)
			}
			l.press("space")
			l.expect("selected")
		}
		l.check("Not yet.", fmt.Sprintf("%d of %d are in the right place.", len(things)-1, len(things)), things[0].why)
	},
	"order": func(l *listener, q question) {
		steps := slices.Clone(q.options)
		slices.SortFunc(steps, func(a, b option) int { return strings.Compare(a.place, b.place) })
		now := slices.Clone(q.options)
		l.check("Not yet.")
		for i, step := range steps {
			at := slices.Index(now, step)
			if at > i {
				l.seek("shift+h", q.title)
				l.seek("b", "Move up: "+step.text)
			}
			for ; at > i; at-- {
				l.press("Return")
				l.expect(step.text + ": " + place(at, len(steps)))
				now[at-1], now[at] = now[at], now[at-1]
			}
		}
		l.check("Yes.", "That is the right order.")
	},
	"chat": func(l *listener, q question) {
		slip := q.with(false)[0]
		l.seek("Down", q.speech) // the name and the words of the first to speak are one line
		l.seek("Tab", slip.text)
		l.press("Return")
		l.expect(slip.why)
		l.expect(slip.to + " heading") // before or after
		l.press("Up")
		if heard := l.heard(); len(heard) != 1 || !strings.HasSuffix(slip.why, heard[0].words) {
			l.t.Errorf("before the next scene, this is said: %q, expected the end of %q", heard, slip.why)
		}
		l.seek("Up", slip.text)
		l.expectNot("clickable")
		l.expectNot("link")
	},
}

// place returns what is said of a step that is now at a place, counted from 1.
func place(now, all int) string {
	if now == 1 {
		return fmt.Sprintf("now first of %d", all)
	}
	return fmt.Sprintf("now %d of %d", now, all)
}

func whys(options []option) (whys []string) {
	for _, o := range options {
		whys = append(whys, o.why)
	}
	return whys
}

// choose moves to an option with a key, and chooses it.
func (l *listener) choose(key string, o option) {
	l.t.Helper()
	l.seek(key, o.text)
	l.press("space")
}

// check presses Check, and expects a verdict with these texts.
func (l *listener) check(texts ...string) {
	l.t.Helper()
	l.seek("b", "Check push button")
	l.press("Return")
	l.expectWhole(texts...)
}

// answer answers a question of which one option is right, or one that is put in order.
func (l *listener) answer(q question) {
	l.t.Helper()
	if q.kind == "order" {
		answer["order"](l, q)
		return
	}
	l.choose("r", q.with(true)[0])
	l.check(q.with(true)[0].why)
}
