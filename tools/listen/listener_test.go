//go:build listen

package listen

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"safeonline/tools/internal/program"
)

// listener is a person who can't see the screen.
type listener struct {
	*desktop
	transcript strings.Builder // keys, and what was said after them, in this test
	noted      int             // how much of what was said is in the transcript
	asked      bool            // the transcript ends with keys
	opened     int             // how many pages
}

// patience is how long to wait for what is expected. It is heard within a second, unless the machine is busy.
const patience = 20 * time.Second

// still is how long nothing must be said for an answer to be complete.
const still = 800 * time.Millisecond

// listen starts a desktop with Firefox. If the test fails, it keeps the transcript.
func listen(t *testing.T) *listener {
	t.Helper()
	return listenIn(t, startFirefox)
}

// listenIn is listen for another browser.
func listenIn(t *testing.T, browser func(*desktop)) *listener {
	t.Helper()
	t.Parallel()
	makeFolder(t)
	l := &listener{desktop: startDesktop(t, browser)}
	l.noted = len(l.speech.said)
	t.Cleanup(func() { l.keep(t) })
	return l
}

// makeFolder makes the folder for the transcript before anything is logged: gotestsum does not show what was logged before.
func makeFolder(t *testing.T) {
	folder := t.ArtifactDir()
	t.Cleanup(func() { os.Remove(folder) }) // if it is empty
}

// keep writes the transcript to a file if the test has failed.
func (l *listener) keep(t *testing.T) {
	l.note("")
	if t.Failed() {
		path := filepath.Join(t.ArtifactDir(), "transcript.txt")
		if err := os.WriteFile(path, []byte(l.transcript.String()), 0o600); err != nil {
			t.Error(err)
		}
		t.Logf("transcript: %s", path)
	}
}

// note completes the transcript with what was said, and begins the answer to the next keys.
func (l *listener) note(keys string) {
	l.speech.update()
	if l.asked {
		l.transcript.WriteString(lines(l.speech.said[l.noted:]))
	}
	l.noted = len(l.speech.said)
	l.speech.next()
	l.asked = keys != ""
	if l.asked {
		fmt.Fprintf(&l.transcript, "> %s\n", keys)
	}
}

// part begins a part of the transcript, which is a file of a txtar archive.
func (l *listener) part(name string) {
	l.note("")
	fmt.Fprintf(&l.transcript, "-- %s --\n", name)
}

func (l *listener) heard() []utterance { return l.speech.heard() }

// waitForSilence waits until nothing is said any more.
func (d *desktop) waitForSilence() {
	d.t.Helper()
	d.quiet(still)
}

func (d *desktop) quiet(still time.Duration) {
	d.t.Helper()
	began := time.Now()
	for limit := time.After(program.Timeout); ; {
		d.speech.update()
		if time.Since(began) >= still && d.speech.silent(still) {
			return
		}
		select {
		case <-limit:
			d.t.Fatal("the screen reader does not stop speaking")
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// press presses keys, in the words of xdotool, and listens to the end of what is said.
func (l *listener) press(keys ...string) {
	l.t.Helper()
	l.begin(keys...)
	l.within(patience, func() bool { return len(l.heard()) > 0 })
	l.quiet(still / 2)
}

// begin presses keys, and does not wait.
func (l *listener) begin(keys ...string) {
	l.t.Helper()
	l.note(strings.Join(keys, " "))
	l.key(keys...)
}

func (l *listener) key(keys ...string) {
	l.t.Helper()
	_, err := l.run("xdotool", append([]string{"key", "--clearmodifiers"}, keys...)...)
	l.must(err)
}

// seek presses a key until words are said, unless they have just been said.
func (l *listener) seek(key, words string) {
	l.t.Helper()
	for range 40 {
		if l.count(words) > 0 {
			l.waitForSilence()
			return
		}
		l.press(key)
	}
	l.t.Fatalf("%s does not lead to %q", key, words)
}

// within reports whether something holds before a time is over.
func (l *listener) within(limit time.Duration, holds func() bool) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		l.speech.update()
		if holds() {
			return true
		}
	}
	return false
}

func (l *listener) count(words string) (n int) {
	for _, u := range l.heard() {
		if strings.Contains(u.words, words) {
			n++
		}
	}
	return n
}

// open goes to a page, and waits until the screen reader has introduced it.
func (l *listener) open(address string) {
	l.t.Helper()
	l.note("open " + address)
	l.key("ctrl+l")
	l.waitForSilence()
	l.opened++
	page, fragment, _ := strings.Cut(address, "#")
	address = fmt.Sprintf("%s%s?%d#%s", server.URL, page, l.opened, fragment) // another address each time, so that the page loads
	_, err := l.run("xdotool", "key", "ctrl+a", "type", "--delay", "15", strings.TrimSuffix(address, "#"))
	l.must(err)
	l.quiet(500 * time.Millisecond)
	l.note("Return")
	l.key("Return")
	if !l.within(program.Timeout, func() bool { return l.count("Page has ") > 0 }) {
		l.t.Fatalf("%s does not open\n%s", address, lines(l.heard()))
	}
	l.waitForSilence()
}

// expect expects that since the latest keys these sentences were said in this order, each once and to its end. It waits for
// them.
func (l *listener) expect(sentences ...string) {
	l.t.Helper()
	all := func() bool {
		for _, sentence := range sentences {
			if l.count(sentence) == 0 {
				return false
			}
		}
		return true
	}
	l.within(patience, all)
	l.waitForSilence()
	at := 0
	for _, sentence := range sentences {
		found := 0
		for i, u := range l.heard() {
			if !strings.Contains(u.words, sentence) {
				continue
			}
			found++
			switch {
			case u.cut:
				l.t.Errorf("%q was stopped", sentence)
			case i < at:
				l.t.Errorf("%q was said too early", sentence)
			}
			at = i
		}
		if found != 1 {
			l.t.Errorf("%q was said %d times, expected once", sentence, found)
		}
	}
	if l.t.Failed() {
		l.t.Fatalf("what was said:\n%s", lines(l.heard()))
	}
}

// expectNot expects that since the latest keys these words were not said.
func (l *listener) expectNot(words string) {
	l.t.Helper()
	l.waitForSilence()
	if l.count(words) > 0 {
		l.t.Fatalf("%q was said:\n%s", words, lines(l.heard()))
	}
}
