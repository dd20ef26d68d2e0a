//go:build listen

package listen

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Of each kind of question: its heading is one sentence, all of it can be read line by line, a check without an answer says what
// is missing, and the verdict on a wrong answer, on the same again, and on the right answer is said once, whole.
func TestQuestions(t *testing.T) {
	for _, kinds := range [][]string{{"choice", "several", "gaps", "spot"}, {"sort", "order", "chat"}} { // for two desktops
		t.Run(strings.Join(kinds, " "), func(t *testing.T) {
			l := listen(t)
			for _, kind := range kinds {
				l.step(t, kind, func(t *testing.T) {
					q := first(t, kind)
					l.open(q.address + "#" + q.id)
					l.press("Down") // past the heading, where the page opens
					l.seek("shift+h", q.title+" heading")
					l.readThrough(q)
					answer[kind](l, q)
				})
			}
		})
	}
}

// In Chromium, what is missing and the verdicts are said as in Firefox.
func TestChromium(t *testing.T) {
	q := first(t, "choice")
	l := listenIn(t, startChromium(q.address))
	l.seek("h", q.title+" heading")
	answer["choice"](l, q)
}

var answer = map[string]func(*listener, question){
	"choice": func(l *listener, q question) {
		right, wrong := q.with(true)[0], q.with(false)[0]
		l.check("Choose an answer first.")
		l.choose("shift+r", wrong)
		l.checkTwice(wrong.why)
		l.choose("shift+r", right)
		l.check(right.why)
	},
	"several": func(l *listener, q question) {
		right, wrong := q.with(true), q.with(false)[0]
		l.check("answers, then check.")
		l.choose("shift+x", right[0])
		l.choose("x", wrong)
		l.checkTwice(append([]string{fmt.Sprintf("You found 1 of %d.", len(right))}, whys(q.among(right[0], wrong))...)...)
		l.choose("shift+x", wrong)
		for _, o := range right[1:] {
			l.choose("x", o)
		}
		l.check(append([]string{fmt.Sprintf("You found %d of %[1]d.", len(right))}, whys(right)...)...)
	},
	"gaps": func(l *listener, q question) {
		words := q.with(true)
		l.check("Choose a word for each gap first.")
		l.seek("shift+h", q.title)
		slip := slices.IndexFunc(q.options, func(o option) bool { return !o.right && o.group == words[0].group })
		for _, o := range append([]option{q.options[slip]}, words[1:]...) {
			l.choose("b", o)
		}
		l.checkTwice(fmt.Sprintf("You found %d of %d.", len(words)-1, len(words)), q.options[slip].why)
		l.choose("shift+b", words[0])
		l.check(append([]string{fmt.Sprintf("You found %d of %[1]d.", len(words))}, whys(words)...)...)
	},
	"spot": func(l *listener, q question) {
		clues, harmless := q.with(true), q.with(false)[0]
		l.check("Choose one part or more first.")
		l.choose("shift+x", harmless)
		l.checkTwice("Not yet.", fmt.Sprintf("0 of %d clues found.", len(clues)), harmless.why)
		l.choose("shift+x", harmless)
		l.seek("shift+h", q.title)
		for _, o := range clues {
			l.choose("x", o)
		}
		l.check(append([]string{"Yes.", fmt.Sprintf("%d of %[1]d clues found.", len(clues))}, whys(clues)...)...)
	},
	"sort": func(l *listener, q question) {
		things := q.with(true)
		l.check("Choose a place for each one first.")
		l.seek("shift+h", q.title)
		for _, thing := range things {
			places := q.places(thing.group)
			right := slices.Index(places, thing)
			if thing == things[0] {
				right = (right + 1) % len(places) // the first thing goes to a wrong place
			}
			l.press("Tab")
			for range right {
				l.press("r")
			}
			l.press("space")
			l.expect("selected")
		}
		l.checkTwice("Not yet.", fmt.Sprintf("%d of %d are in the right place.", len(things)-1, len(things)), things[0].why)
		l.seek("shift+h", q.title)
		l.press("Tab") // to the wrong place, which is chosen
		if places := q.places(things[0].group); things[0] != places[len(places)-1] {
			l.press("shift+r") // the right place is the one before
		} else {
			for range len(places) - 1 {
				l.press("r")
			}
		}
		l.press("space")
		l.expect("selected")
		l.check(append([]string{"Yes.", fmt.Sprintf("%d of %[1]d are in the right place.", len(things))}, whys(things)...)...)
	},
	"order": func(l *listener, q question) {
		steps := slices.Clone(q.options)
		slices.SortFunc(steps, func(a, b option) int { return strings.Compare(a.place, b.place) })
		now := slices.Clone(q.options)
		wrong := slices.IndexFunc(steps, func(o option) bool { return now[slices.Index(steps, o)] != o })
		l.checkTwice("Not yet.", steps[wrong].why)
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
		l.toTheEnd(q, slip.next, "Not yet. One of the replies could be better. Go back and try another.")
		l.seek("Tab", "Back to the start push button")
		l.press("Return")
		l.expect(q.scene + " heading")
		l.press("Down") // the position is at the heading
		l.expect(q.speech)
		l.press("Tab")
		l.expect(q.options[0].text)
		l.toTheEnd(q, slip.group, "Yes. Every reply on the way was a good one.")
	},
}

// toTheEnd gives the best replies from a scene on. Each is followed by the heading of the next scene and the feedback; the last
// one by the verdict as well.
func (l *listener) toTheEnd(q question, scene, verdict string) {
	l.t.Helper()
	for good, found := q.reply(scene); found; {
		l.reply(good)
		l.expect(good.to + " heading")
		l.expect(good.why)
		next, more := q.reply(good.next)
		if !more {
			l.expectWhole(good.why, verdict)
		}
		good, found = next, more
	}
}

func (l *listener) reply(o option) {
	l.t.Helper()
	l.seek("Tab", o.text)
	l.press("Return")
}

// readThrough reads a question line by line, from its heading to the button that checks it, or of a chat to its last reply.
func (l *listener) readThrough(q question) {
	l.t.Helper()
	texts, last := q.toRead()
	var read []string
	for done := false; !done; {
		l.expectNot("statusbar") // an empty region is no stop
		l.expectNot("clickable")
		for _, u := range l.heard() {
			read = append(read, u.words)
		}
		if len(read) > 100 {
			l.t.Fatalf("Down does not lead to %q, but to %q", last, read)
		}
		if done = l.count(last) > 0; !done {
			l.press("Down")
		}
	}
	all := states.Replace(strings.Join(read, " "))
	for _, text := range texts {
		if !strings.Contains(all, text) {
			l.t.Errorf("%q is not said when the question is read: %s", text, all)
		}
	}
}

// states removes the states of radio buttons and check boxes, which are said within a text that needs two lines.
var states = strings.NewReplacer(" not selected radio button", "", " check box not checked.", "")

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
	if l.count("Check push button") == 0 {
		l.seek("b", "Check push button")
	}
	l.press("Return")
	l.expectWhole(texts...)
}

// checkTwice presses Check again after the verdict: it is said again.
func (l *listener) checkTwice(texts ...string) {
	l.t.Helper()
	l.check(texts...)
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
