package browser

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// document is a document of the policy, as the template is given it.
type document struct {
	ID, Stage string
	Sections  []struct {
		ID      string
		Clauses []struct{ ID, Mark, Text, URL string }
	}
}

func documents(t *testing.T) []document {
	t.Helper()
	var params struct{ Documents []document }
	if err := built().params("/policy/", &params); err != nil {
		t.Fatal(err)
	}
	return params.Documents
}

func TestEveryClauseOfThePolicyHasItsAnchorAndItsWords(t *testing.T) {
	policy := built().page("/policy/")
	for _, d := range documents(t) {
		clauses := 0
		for _, s := range d.Sections {
			for _, c := range s.Clauses {
				clauses++
				at := byID(policy.doc, c.ID)
				if at == nil {
					t.Errorf("clause %s has no anchor", c.ID)
					continue
				}
				if !strings.Contains(text(at), squeeze(c.Text)) {
					t.Errorf("#%s does not hold the clause's words: %q", c.ID, text(at))
				}
				if !slices.Contains(links(at), "#"+c.ID) {
					t.Errorf("#%s has no link to itself that could be copied", c.ID)
				}
				if c.URL != "" && !slices.Contains(links(at), c.URL) {
					t.Errorf("#%s has no link to its lesson, %s", c.ID, c.URL)
				}
			}
		}
		if clauses == 0 {
			t.Errorf("the page of the policy has no clause of the document %s", d.ID)
		}
	}
}

func TestEachLessonAndItsClauseLinkToEachOther(t *testing.T) {
	policy := built().page("/policy/")
	for _, l := range lessons(t) {
		t.Run(named(l.address), func(t *testing.T) {
			if !slices.Contains(links(l.page().doc), l.Rule.Anchor) {
				t.Errorf("the lesson has no link to %s", l.Rule.Anchor)
			}
			at := byID(policy.doc, l.Rule.ID)
			if at == nil || !slices.Contains(links(at), l.address) {
				t.Errorf("clause %s of the policy has no link to %s", l.Rule.ID, l.address)
			}
		})
	}
}

func TestTheLinkOfALessonOpensItsClause(t *testing.T) {
	l := lessonAt(t, "/ks2/passwords/")
	b := borrowAt(t, l.address)
	b.onOnePage()
	b.do(chromedp.Focus(chromedp.CSS(`main a[href="` + l.Rule.Anchor + `"]`)))
	b.press(enter)
	b.until(`location.pathname + location.hash === "`+l.Rule.Anchor+`"`, "the policy opens at the clause")
	b.until(`(() => {
		const top = document.querySelector(":target").getBoundingClientRect().top
		return top >= 0 && top < innerHeight
	})()`, "the clause is on the screen")
}

func TestTheNumberOfARuleLeadsToItsLesson(t *testing.T) {
	for _, l := range lessons(t) {
		if l.Set != "ks2" {
			continue
		}
		number := "/ks2/" + l.Rule.Mark + "/"
		p := built().page(number)
		if p.leads() != l.address {
			t.Errorf("%s leads to %q, and rule %s is at %s", number, p.leads(), l.Rule.Mark, l.address)
		}
		if !slices.Contains(links(p.doc), l.address) {
			t.Errorf("%s has no link for a browser that does not lead on by itself", number)
		}
	}
	b := borrowAt(t, "/ks2/5/")
	b.until(`location.pathname === "/ks2/passwords/"`, "/ks2/5/ leads to the rule about passwords")
}

// A heading within an agreement is a heading wherever the agreement is shown: in the policy, on its own sheet, in the policy on
// paper, and on a slide.
func TestHeadingsWithinAnAgreementAreShown(t *testing.T) {
	t.Parallel()
	s := rebuilt(t, func(root string) {
		if err := os.RemoveAll(filepath.Join(root, "data/school/downloads")); err != nil { // the PDF files have the words of before
			t.Fatal(err)
		}
		edit(t, filepath.Join(root, "data/school/policy/staff.yaml"), func(s string) string {
			return strings.Replace(s, "  - id: staff-agreement\n", "  - id: staff-agreement\n    heading: At work, every day\n", 1)
		})
	})
	if err := s.readPages(); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"/policy/", "/policy/staff/", "/print/policy/", "/present/policy/staff/"} {
		doc, found := s.page(address).doc, false
		for _, level := range []string{"h2", "h3"} {
			for h := range elements(doc, level) {
				found = found || text(h) == "At work, every day"
			}
		}
		if !found {
			t.Errorf("%s does not have the heading", address)
		}
	}
}
