package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A page for a tablet has what the child is asked and all there is to choose from, none of the feedback, and a foot that says where it is from. In the
// window of its picture it fills its share, and nothing on it is cut off or covers something else.
func TestPagesForTabletsHoldTheirQuestions(t *testing.T) {
	for _, l := range lessons(t) {
		if l.Set != "ks1" {
			continue
		}
		t.Run(named(l.address), func(t *testing.T) {
			t.Parallel()
			address := "/print" + l.address + "tablet/"
			pages := withClass(built().page(address).doc, "ontablet")
			if len(pages) != len(l.Quiz)+2 {
				t.Fatalf("there are %d pages, and %d questions with those of the exit slip", len(pages), len(l.Quiz)+2)
			}
			for i, q := range l.Quiz {
				says := text(pages[i])
				for _, want := range append([]string{q.Stem, "CC BY 4.0", "school.example" + strings.TrimSuffix(l.address, "/")}, texts(q)...) {
					if !strings.Contains(says, squeeze(want)) {
						t.Errorf("question %s lacks %q", q.ID, want)
					}
				}
				for _, o := range q.every() {
					if strings.Contains(says, squeeze(o.Feedback)) {
						t.Errorf("question %s has the feedback of %q", q.ID, o.Text)
					}
				}
				if codes := files(pages[i], "img", "src", ""); !slices.ContainsFunc(codes, func(file string) bool { return strings.Contains(file, "/codes/tablet/") }) {
					t.Errorf("question %s has no code that leads to the lesson", q.ID)
				}
			}
			b := borrowAt(t, address, screen(1600, int64(1200*len(pages))))
			b.do(chromedp.Navigate(built().url + address + "#pages"))
			b.settle()
			for _, fault := range ask[[]string](b, misplaced) {
				t.Error(fault)
			}
		})
	}
}

// Children's devices keep nothing of them: no page, picture, code or style.
func TestPagesForTabletsAreNotInTheCopy(t *testing.T) {
	for kept := range keptFiles(t, built()) {
		if strings.Contains(kept, "tablet") {
			t.Errorf("the copy has %s", kept)
		}
	}
}

func texts(q question) (list []string) {
	for _, o := range q.every() {
		list = append(list, o.Text)
	}
	return list
}

// misplaced lists what is wrong with the places of the pages and of what is on them.
var misplaced = fmt.Sprintf(`[...document.querySelectorAll(".ontablet")].flatMap((page, i) => {
	const box = e => e.getBoundingClientRect(), of = box(page), faults = []
	if (of.left !== 0 || of.width !== %[1]d || Math.abs(of.top - i * %[2]d) > 1 || Math.abs(of.height - %[2]d) > 1) faults.push("page " + (i + 1) + " is at " + JSON.stringify(of))
	let above = of.top
	for (const part of page.children) {
		if (box(part).top < above - 1) faults.push(part.className + " begins within what is above it")
		above = box(part).bottom
		for (const e of part.querySelectorAll("*")) {
			if (getComputedStyle(e).display === "inline") continue // its lines are higher than the words
			const within = box(e.parentElement === part ? part : e.parentElement), r = box(e)
			if (r.right > within.right + 1 || r.left < within.left - 1 || r.bottom > within.bottom + 1 || r.top < within.top - 1) faults.push(e.outerHTML.slice(0, 80) + " is not within what it is in")
		}
	}
	if (above > of.bottom + 1) faults.push("page " + (i + 1) + " ends below its place")
	return faults
})`, 1600, 1200)
