package office

import (
	"context"
	"fmt"
	"html"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Overflows compares a PowerPoint file with its PDF file. It returns what is wrong: another number of pages than of slides, other
// words, or words outside of their boxes.
func Overflows(ctx context.Context, pptx, pdf string) ([]string, error) {
	slides, err := Slides(pptx)
	if err != nil {
		return nil, err
	}
	pages, err := pages(ctx, pdf)
	if err != nil {
		return nil, err
	}
	if len(slides) != len(pages) {
		return []string{fmt.Sprintf("%d slides have become %d pages", len(slides), len(pages))}, nil
	}
	var wrong []string
	for i, boxes := range slides {
		for _, w := range compare(boxes, pages[i]) {
			wrong = append(wrong, fmt.Sprintf("slide %d: %s", i+1, w))
		}
	}
	return wrong, nil
}

// word is a word on a page, with the box round its line.
type word struct {
	text                     string
	left, top, right, bottom float64
}

// compare matches the words of a slide with those on its page. LibreOffice draws the last two boxes first, as they stand on every
// slide: the footer and the number.
func compare(boxes []Box, words []word) (wrong []string) {
	if n := len(boxes); n > 2 {
		boxes = append(boxes[n-2:n:n], boxes[:n-2]...)
	}
	next := 0
	for _, b := range boxes {
		for _, want := range b.Words {
			pieces := piecesOf(want, words[next:])
			if pieces == 0 {
				return append(wrong, fmt.Sprintf("%s: %q is not on the page where it is expected", b.Name, want))
			}
			if slices.ContainsFunc(words[next:next+pieces], func(w word) bool { return !b.holds(w) }) {
				wrong = append(wrong, fmt.Sprintf("%s: %q lies outside of the box", b.Name, want))
			}
			next += pieces
		}
	}
	if next < len(words) {
		wrong = append(wrong, fmt.Sprintf("%q is on no slide", words[next].text))
	}
	return wrong
}

// piecesOf counts the words on a page that are one word together: a line may end within it, after a hyphen. It is 0 if they are another.
func piecesOf(want string, words []word) int {
	for i, w := range words {
		rest, ok := strings.CutPrefix(want, w.text)
		switch {
		case !ok:
			return 0
		case rest == "":
			return i + 1
		case !strings.HasSuffix(w.text, "-"):
			return 0
		}
		want = rest
	}
	return 0
}

// holds reports whether a word lies within a box. The box of a line is higher than its letters: a sixth of it may lie outside.
func (b Box) holds(w word) bool {
	slack := (w.bottom-w.top)/6 + 0.5
	return w.left >= b.Left-0.5 && w.right <= b.Right+0.5 && w.top >= b.Top-slack && w.bottom <= b.Bottom+slack
}

var (
	page  = regexp.MustCompile(`(?s)<page .*?</page>`)
	words = regexp.MustCompile(`<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">(.*?)</word>`)
)

// pages reads the words of each page of a PDF file with poppler, in the order in which they are drawn.
func pages(ctx context.Context, pdf string) (all [][]word, err error) {
	said, err := exec.CommandContext(ctx, "pdftotext", "-bbox", "-raw", pdf, "-").Output()
	if err != nil {
		return nil, fmt.Errorf("pdftotext could not read %s, or is not installed (tools/needs.sh paper): %w", pdf, err)
	}
	for _, p := range page.FindAllString(string(said), -1) {
		var on []word
		for _, m := range words.FindAllStringSubmatch(p, -1) {
			n := [4]float64{}
			for i := range n {
				if n[i], err = strconv.ParseFloat(m[i+1], 64); err != nil {
					return nil, err
				}
			}
			on = append(on, word{html.UnescapeString(m[5]), n[0], n[1], n[2], n[3]})
		}
		all = append(all, on)
	}
	return all, nil
}
