//go:build listen

package listen

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const deck = "/present/ks2/passwords/"

// A teacher who cannot see the slides shows six of them with the keys of a remote. Each says its heading and its number; then the
// reading position is on the new slide, for the next line and for reading on.
func TestSlides(t *testing.T) {
	l := listen(t)
	slides := slides(t)
	l.open(deck + "#1") // all slides
	for n := 2; n <= 7; n++ {
		slide := slides[n-1]
		l.press("Next")
		l.expect(slide.title + " heading")
		l.expect(fmt.Sprintf("%d of %d", n, len(slides))) // before or after
		l.expectNot("clickable")
		l.press("Down")
		l.expectFrom(slide)
	}
	l.press("Next")
	l.expect(slides[7].title + " heading")
	l.begin("KP_Add") // read all
	l.within(patience, func() bool { return len(l.heard()) > 1 })
	l.key("Down") // enough
	if first := l.heard()[0].words; !strings.HasPrefix(first, slides[7].title) {
		t.Errorf("reading all begins with %q, expected the slide %q", first, slides[7].title)
	}
}

// The screen reader takes the keys T and B for itself. Buttons do the same.
func TestDeckHasButtonsForItsKeys(t *testing.T) {
	l := listen(t)
	l.open(deck)
	l.seek("shift+Tab", "More")
	l.press("Return")
	l.seek("Tab", "Black screen")
	l.press("Return")
	l.expect("Black screen dialog.")
	l.press("Tab")
	l.expect("Show the slide push button.")
	l.press("Return")
	l.seek("shift+Tab", "More")
	l.press("Return")
	l.seek("Tab", "Timer")
	l.press("Return")
	l.expect("Timer: 30 seconds")
}

type slide struct{ title, words string }

// slides reads the slides of the deck.
func slides(t *testing.T) (slides []slide) {
	t.Helper()
	for n := range read(t, deck[1:]+"index.html").Descendants() {
		if has(n, "data-slide") && !has(n, "hidden") {
			slides = append(slides, readSlide(n))
		}
	}
	return slides
}

func readSlide(element *html.Node) slide {
	s := slide{words: text(element)}
	for n := range element.Descendants() {
		if has(n, "data-title") {
			s.title = text(n)
		}
		if label := attr(n, "aria-label"); label != "" {
			s.words += " " + label
		}
	}
	return s
}

// listBegins is what is said where a list begins, before its first line.
var listBegins = regexp.MustCompile(`^List with \d+ items$`)

// expectFrom expects that the first words said since the latest keys are on a slide.
func (l *listener) expectFrom(s slide) {
	l.t.Helper()
	first := ""
	l.within(patience, func() bool {
		for _, line := range l.heard() {
			if words := strings.TrimSuffix(line.words, "."); !listBegins.MatchString(words) {
				first = words
				return true
			}
		}
		return false
	})
	if first == "" {
		l.t.Fatalf("nothing was said, expected words of the slide %q", s.title)
	}
	if !strings.Contains(s.words, first) {
		l.t.Errorf("%q was said, expected words of the slide %q: %s", first, s.title, s.words)
	}
}
