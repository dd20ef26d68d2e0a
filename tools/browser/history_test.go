package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// dueDay is the day of the next review in earlierEdition, 1 October 2027, counted from firstDay.
const dueDay = 389

// isOverdueOnceItsDayHasPassed holds that the review is called overdue from the day after it was due, on the clock of whoever reads the
// page, and never before.
func (s *builtSite) isOverdueOnceItsDayHasPassed(t *testing.T) {
	const due = "[data-due]"
	for day, overdue := range map[int]bool{0: false, dueDay - 1: false, dueDay: false, dueDay + 1: true, dueDay + 400: true} {
		b := visitAt(t, s.url+"/policy/", onDay(day))
		if seen := b.seen(due); seen != overdue {
			t.Errorf("%d days after it was due, the review is called overdue: %t, want %t", day-dueDay, seen, overdue)
		}
		if words := b.words(due); overdue && words != "Overdue: the review was due on 1 October 2027" {
			t.Errorf("the page says %q", words)
		}
	}
	if visitAt(t, s.url+"/policy/", onDay(dueDay+1), withoutScript).seen(due) {
		t.Error("without a script, nothing knows the day")
	}
}

// earlierEdition gives a project's school an earlier edition, in which a rule had other words, one was in another place, one was not there,
// and one was there that has gone since.
func earlierEdition(t *testing.T, root string) {
	school := filepath.Join(root, "data/school")
	if err := os.CopyFS(filepath.Join(school, "editions/2017"), os.DirFS(filepath.Join(school, "policy"))); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(school, "editions/2017/ks2.yaml"), func(text string) string {
		const one, three = "      - id: ks2-1\n", "      - id: ks2-3\n"
		start, end := strings.Index(text, one), strings.Index(text, three)
		_, after, _ := strings.Cut(text, three)
		return text[:start] + three + strings.Replace(strings.Replace(after, "      - id: ks2-4\n", text[start:end]+"      - id: ks2-4\n", 1),
			"at any time unless my teacher approves it.", "in lessons & at lunch, unless <b>two</b> teachers say so, in writing and beforehand.", 1)
	})
	edit(t, filepath.Join(school, "editions/2017/staff.yaml"), func(text string) string {
		return strings.Replace(text, "      - id: staff-2\n", "      - { id: staff-gone, text: I will switch off the lights. }\n      - id: staff-2\n", 1)
	})
	edit(t, filepath.Join(school, "history.yaml"), func(string) string {
		return "owner: Headteacher\neditions:\n  - adopted: 2017\n  - adopted: 2026-09-01\n    by: the governing board\n    for: the guidance of January\n" +
			"    reasons: [{ clause: ks2-15, why: there is new guidance on phones }]\nreviews: [{ on: 2026-10-01, by: the governing board }]\nnext-review: 2027-10-01\n"
	})
	if err := os.RemoveAll(filepath.Join(school, "downloads")); err != nil { // they name another edition
		t.Fatal(err)
	}
}

// The state of the policy is true on any day. The page of what has changed is accessible, fits a small telephone, says without a script all that it says with one, and prints whole.
func TestStateAndChangesOfThePolicy(t *testing.T) {
	s := rebuilt(t, func(root string) { earlierEdition(t, root) })
	if err := s.readPages(); err != nil {
		t.Fatal(err)
	}
	s.serveFor(t)
	s.isOverdueOnceItsDayHasPassed(t)
	const changes = "/policy/changes/"
	for _, address := range []string{changes, "/policy/"} {
		b := borrow(t)
		b.do(chromedp.Navigate(s.url + address))
		b.isFine(s.page(address), "with two editions")
	}
	b := borrow(t)
	b.do(chromedp.Navigate(s.url + changes))
	if marked := ask[string](b, `[...document.querySelectorAll("#ks2-15 del, #ks2-15 ins")].map(e => e.tagName + " " + e.innerText + " " + getComputedStyle(e).textDecorationLine).join("; ")`); !strings.Contains(marked, "DEL in lessons & at lunch, unless <b>two</b> teachers say so, in writing and beforehand line-through") || !strings.Contains(marked, "INS at any time unless my teacher approves it underline") {
		t.Errorf("the rule on phones is marked %q", marked)
	}
	pages := strings.Join(b.onA4(t).pages(), " ")
	for _, words := range []string{"What has changed", "there is new guidance on phones", "I will switch off the lights.", "From 2017 to 1 September 2026"} {
		if !strings.Contains(tight(pages), tight(words)) {
			t.Errorf("on paper the page lacks %q", words)
		}
	}
	b.losesNothingOnPaper()
}
