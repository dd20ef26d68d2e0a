//go:build listen

package listen

import (
	"strings"
	"testing"
)

// The way to a child's page, by headings and links: words come first, and no picture in a link is described before them.
func TestHome(t *testing.T) {
	l := listen(t)
	l.open("/")
	l.press("h")
	l.expect("Our rules for being safe and kind online heading level 1.")
	l.press("h")
	l.expect("Who are you? heading level 2.")
	for _, door := range []string{"Years 1 and 2", "Years 3 to 6"} {
		l.press("k")
		l.expect(door)
		if first := l.heard()[0].words; !strings.HasPrefix(first, door) {
			t.Errorf("before %q this is said: %q", door, first)
		}
	}
}

// The way to help: the first line after the heading is where to turn, and the numbers to call are links with their numbers.
func TestHelp(t *testing.T) {
	l := listen(t)
	l.open("/help/")
	l.press("h")
	l.expect("Get help heading level 1.")
	l.press("h")
	l.expect("Tell an adult you trust heading level 2.")
	l.press("Down")
	l.expect("It is not your fault. You will not be in trouble for telling.")
	l.seek("h", "Childline heading level 3.")
	l.seek("k", "Call 0800 1111 link.")
}

// A child hides the screen: the words are said at once, before the button that brings the page back. Then the child is where
// the page was left.
func TestHide(t *testing.T) {
	l := listen(t)
	l.open("/smart/s/")
	l.seek("b", "Hide the screen push button.")
	l.press("Return")
	l.expect("Go and get a grown-up.", "You will not be in trouble for telling.")
	l.seek("Down", "Bring the page back push button.")
	l.press("Return")
	l.expect("Hide the screen push button.")
	l.press("Down")
	l.expect("SMART S:", "heading level 1.") // the next thing on the page; the letter on the tile is not said before it
}

// A reader copies the links to two clauses of the policy, and hears each time which.
func TestPolicy(t *testing.T) {
	l := listen(t)
	l.open("/policy/")
	l.seek("k", "Link to clause 1 link.")
	l.press("Return")
	l.expect("The link to clause 1 is copied.")
	l.seek("k", "Link to clause 2 link.")
	l.press("Return")
	l.expect("The link to clause 2 is copied.")
}

// On the page about privacy, a child's answers are forgotten, and that is said.
func TestForget(t *testing.T) {
	l := listen(t)
	l.open("/privacy/")
	l.seek("b", "Forget my answers")
	l.press("Return")
	l.expect("Your answers are forgotten.")
}
