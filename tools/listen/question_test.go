//go:build listen

package listen

import (
	"fmt"
	"slices"
	"strings"
)

// answer has a function for each kind of question. The answer is first missing, then wrong, then right. What is missing and the
// verdicts are said once, to their end. The focus stays on the button, and the verdict ends with what that now does.
var answer = map[string]func(*listener, question){
	"choice": func(l *listener, q question) {
		right, wrong := q.with(true)[0], q.with(false)[0]
		l.check(q, "Choose an answer first.")
		l.choose("shift+r", wrong)
		l.check(q, wrong.why, q.retry)
		l.tryAgain(q)
		l.choose("r", right)
		l.check(q, right.why, q.next)
	},
	"several": func(l *listener, q question) {
		right, wrong := q.with(true), q.with(false)[0]
		last := len(right) - 1 // found at the second try only, as so many answers are asked for
		l.check(q, "answers, then check.")
		chosen := q.among(append([]option{wrong}, right[:last]...)...)
		for i, o := range chosen {
			key := "x"
			if i == 0 {
				key = "shift+x" // the first one is behind the button
			}
			l.choose(key, o)
		}
		l.check(q, "Not yet.", fmt.Sprintf("You found %d of %d.", last, len(right)), q.retry)
		l.readNotes("x", chosen)
		l.tryAgain(q)
		l.choose("x", right[last])
		l.check(q, "Yes.", fmt.Sprintf("You found %d of %[1]d.", len(right)), q.next)
		l.readNotes("x", right)
		l.toButton("Next")
	},
	"gaps": func(l *listener, q question) {
		words := q.with(true)
		l.check(q, "Choose a word for each gap first.")
		l.seek("shift+h", q.title)
		slip := q.options[slices.IndexFunc(q.options, func(o option) bool { return !o.right && o.group == words[0].group })]
		chosen := append([]option{slip}, words[1:]...)
		for _, o := range chosen {
			l.choose("b", o)
		}
		l.check(q, "Not yet.", fmt.Sprintf("You found %d of %d.", len(words)-1, len(words)), q.retry)
		l.readNotes("b", q.among(chosen...))
		l.tryAgain(q)
		l.choose("b", words[0])
		l.check(q, "Yes.", fmt.Sprintf("You found %d of %[1]d.", len(words)), q.next)
		l.readNotes("b", q.among(words...))
		l.toButton("Next")
	},
	"spot": func(l *listener, q question) {
		clues, harmless := q.with(true), q.with(false)[0]
		l.check(q, "Choose one part or more first.")
		l.choose("shift+x", harmless)
		l.check(q, "Not yet.", fmt.Sprintf("0 of %d clues found.", len(clues)), q.retry)
		l.readNotes("x", []option{harmless})
		l.tryAgain(q)
		for _, o := range clues {
			l.choose("x", o)
		}
		l.check(q, "Yes.", fmt.Sprintf("%d of %[1]d clues found.", len(clues)), q.next)
		l.readNotes("x", clues)
		l.toButton("Next")
	},
	"sort": func(l *listener, q question) {
		things := q.with(true)
		l.check(q, "Choose a place for each one first.")
		l.seek("shift+h", q.title)
		l.press("r")
		at := 0 // which of all radio buttons is heard
		for _, thing := range things {
			place := thing
			if thing == things[0] {
				place = q.places(thing.group)[0] // the first thing goes to a wrong place
				if place == thing {
					place = q.places(thing.group)[1]
				}
			}
			at = l.place(q, place, at)
		}
		l.check(q, "Not yet.", fmt.Sprintf("%d of %d are in the right place.", len(things)-1, len(things)), q.retry)
		l.tryAgain(q) // at the first radio button
		l.place(q, things[0], 0)
		l.check(q, "Yes.", fmt.Sprintf("%d of %[1]d are in the right place.", len(things)), q.next)
	},
	"order": func(l *listener, q question) {
		steps := slices.Clone(q.options)
		slices.SortFunc(steps, func(a, b option) int { return strings.Compare(a.place, b.place) })
		now := slices.Clone(q.options)
		wrong := slices.IndexFunc(steps, func(o option) bool { return now[slices.Index(steps, o)] != o })
		l.check(q, "Not yet.", steps[wrong].why, q.retry)
		l.tryAgain(q)
		for i, step := range steps {
			at := slices.Index(now, step)
			if at > i {
				l.seek("shift+h", q.title)
				l.seek("b", "Move up: "+step.text)
			}
			for ; at > i; at-- {
				l.press("Return")
				l.expect(step.text + ": " + nowAt(at, len(steps)))
				now[at-1], now[at] = now[at], now[at-1]
			}
		}
		l.check(q, "Yes.", "That is the right order.", q.next)
	},
	"chat": func(l *listener, q question) {
		slip := q.with(false)[0]
		l.seek("shift+h", q.scene)
		l.reply(slip)
		l.expect(slip.to + " heading")
		l.expect(slip.why)
		l.press("Up")
		if heard := l.heard(); len(heard) != 1 || !strings.HasSuffix(slip.why, heard[0].words) {
			l.t.Errorf("before the next scene, this is said: %q, expected the end of %q", heard, slip.why)
		}
		l.seek("Up", slip.text)
		l.expectNot("clickable")
		l.expectNot("link")
		l.toTheEnd(q, slip.next, "Not yet. One of the replies could be better. Start again and try another.")
		l.toButton(q.retry)
		l.press("Return")
		l.expect(q.scene + " heading")
		l.press("Down") // the position is at the heading
		l.expect(q.speech)
		l.toTheEnd(q, slip.group, "Yes. Every reply on the way was a good one.")
		l.toButton("Next")
	},
}

// toTheEnd gives the best replies from a scene on. Each is followed by the heading of the next scene and the feedback; the last
// one by the verdict as well, in a region of its own.
func (l *listener) toTheEnd(q question, scene, verdict string) {
	l.t.Helper()
	for good, found := q.reply(scene); found; {
		l.reply(good)
		l.expect(good.to + " heading")
		l.expect(good.why)
		next, more := q.reply(good.next)
		if !more {
			l.expect(verdict)
		}
		good, found = next, more
	}
}

func (l *listener) reply(o option) {
	l.t.Helper()
	l.seek("Tab", o.text)
	l.press("Return")
}

// place moves from the radio button of a question that is heard to another, and chooses it. It returns which one that is.
func (l *listener) place(q question, o option, at int) int {
	l.t.Helper()
	to := slices.Index(q.options, o)
	for range to - at {
		l.press("r")
	}
	l.press("space")
	l.expect("selected")
	return to
}

// nowAt returns what is said of a step that is now at a place, counted from 1.
func nowAt(now, all int) string {
	if now == 1 {
		return fmt.Sprintf("now first of %d", all)
	}
	return fmt.Sprintf("now %d of %d", now, all)
}

// choose moves to an option with a key, and chooses it.
func (l *listener) choose(key string, o option) {
	l.t.Helper()
	l.seek(key, o.text)
	l.press("space")
}

// check goes to the button that checks the answer, presses it, and expects what is missing or a verdict, with these texts. Firefox says
// them in this order, as testdata shows; in Chromium each paragraph is said for itself, and the last may be first.
func (l *listener) check(q question, texts ...string) {
	l.t.Helper()
	l.toButton(q.check)
	l.press("Return")
	for _, text := range texts {
		l.expect(text)
	}
}

// tryAgain presses the button that has checked, and whose words have changed: the focus moves to the first control.
func (l *listener) tryAgain(q question) {
	l.t.Helper()
	l.toButton(q.retry)
	l.press("Return")
	l.expect(q.options[0].text)
}

// readNotes goes back from the button to options, and expects the feedback to each in its description. Orca says a description again
// when it finds that it has changed since the last time, so it may be said twice.
func (l *listener) readNotes(key string, options []option) {
	l.t.Helper()
	for _, o := range slices.Backward(options) {
		l.seek("shift+"+key, o.text)
		if !l.within(patience, func() bool { return l.count(o.why) > 0 }) {
			l.t.Fatalf("%q has no feedback, heard:\n%s", o.text, lines(l.heard()))
		}
		l.waitForSilence()
	}
}
