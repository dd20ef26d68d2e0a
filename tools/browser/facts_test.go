package browser

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// allFacts are what a school may say of itself in school.yaml.
const allFacts = `
telephone: 020 7946 0123
email: office@school.example
address: 1 Example Road, Dagenham
website: https://www.school.example
hours: 8.30 am to 4 pm on school days
languages: [English, Urdu, Polish]
behaviour: https://www.school.example/behaviour
reading-record: We have read the rules, and we agree to them.
controller: the governing body of the school
lawful-basis: public task (Article 6, 1, e, of the UK GDPR)
host: Example Hosting Limited, London
host-logs: 30 days, then they are deleted
forms: { to: the class teacher, by: 2026-09-18 }
people:
  - { role: safeguarding-lead, name: Ms Osei, telephone: 020 7946 0124, email: safe@school.example }
  - { role: deputy-safeguarding-lead, name: Mr Patel, telephone: 020 7946 0125 }
  - { role: computing-coordinator, name: Ms Wren, where: room 4 }
  - { role: headteacher, name: Mr Adeyemi, email: head@school.example }
  - { role: head-of-site, name: Ms Novak, where: Bonham Road }
`

// allHistory is what a school may say of its policy in history.yaml.
const allHistory = `
owner: Computing Coordinator
next-review: 2027-02-03
editions: [{ adopted: 2025-10-14, by: the governing board, for: the guidance of 2026 }]
approvals: [{ on: 2025-11-03, by: the chair of governors }]
reviews: [{ on: 2026-02-03, by: the safeguarding team }]
`

// The pages that show what is known of the school are accessible, fit a small telephone, and print as before, when all of it is known.
func TestPagesWithAllFacts(t *testing.T) {
	s := rebuilt(t, func(root string) {
		edit(t, filepath.Join(root, "data/school/school.yaml"), func(text string) string { return text + allFacts })
		edit(t, filepath.Join(root, "data/school/history.yaml"), func(string) string { return allHistory })
		if err := os.RemoveAll(filepath.Join(root, "data/school/downloads")); err != nil { // they lack the facts
			t.Fatal(err)
		}
	})
	if err := s.readPages(); err != nil {
		t.Fatal(err)
	}
	s.serveFor(t)
	for _, address := range []string{"/help/", "/parents/", "/parents/one-page/", "/policy/", "/about/", "/accessibility/", "/teachers/talk/", "/about/governors/", "/print/governors/"} {
		t.Run(named(address), func(t *testing.T) {
			t.Parallel()
			b := borrow(t)
			b.do(chromedp.Navigate(s.url + address))
			b.isFine(s.page(address), "with all facts")
			if address == "/parents/one-page/" || address == "/print/governors/" {
				if n := sides(b.onA4(t).body); n != 1 {
					t.Errorf("it prints on %d sides", n)
				}
			}
		})
	}
}

// isFine expects that the page of a site in some state is accessible, and fits a small telephone.
func (b *tab) isFine(p page, state string) {
	b.t.Helper()
	b.inspectBoth(p, state)
	b.do(screen(narrow, 700))
	b.fits(state)
	b.breaksNoWord(state)
	b.losesNoText(state)
}
