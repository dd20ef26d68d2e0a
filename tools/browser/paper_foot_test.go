package browser

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// On a sheet that has a foot, the page's margins are 13 mm at the top and 20 mm at the bottom, where the foot is.
const (
	top    = 13  // mm
	bottom = 277 // mm from the top of the paper
)

// host is that of the address for which the tests build the site.
const host = "school.example"

// leastFull is the share of a page between its margins that the whole policy fills at least: less would be a nearly empty page.
const leastFull = 1. / 3

// Whoever files a sheet sees on each page which school's it is, what it is and in which edition, and how many pages there are. A reader's
// browser prints the same foot as the PDF files have.
func TestEachPageOfASheetHasItsFoot(t *testing.T) {
	t.Parallel()
	addresses := append(agreements(t), "/print/policy/", "/parents/one-page/")
	for li := range elements(built().page("/print/").doc, "li") {
		if to := attr(li, "data-sheet"); strings.HasPrefix(to, "/print/slip/") {
			addresses = append(addresses, to)
		}
	}
	for _, address := range addresses {
		t.Run(named(address), func(t *testing.T) {
			t.Parallel()
			borrowAt(t, address).onA4(t).hasItsFoot(address, host)
		})
	}
	for _, file := range ready(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			sheet{t: t, file: file}.hasItsFoot(printOf(filepath.Base(file)), "")
		})
	}
}

// hasItsFoot checks the foot of each page of a sheet, which is a print of a page of the site. host is the site's own, and empty if it is
// not known: then the foot names no address.
func (s sheet) hasItsFoot(address, host string) {
	s.t.Helper()
	var of struct {
		Foot struct{ Title string }
	}
	if err := built().params(address, &of); err != nil {
		s.t.Fatal(err)
	}
	pages := s.pages()
	for i, page := range pages {
		said := tight(page) // poppler sees spaces between letters as small as these
		for _, want := range []string{
			fmt.Sprintf("%s · %s · %s", schoolData(s.t).Name, of.Foot.Title, adopted(s.t)),
			fmt.Sprintf("Page %d of %d", i+1, len(pages)),
		} {
			if !strings.Contains(said, tight(want)) {
				s.t.Errorf("page %d of %s lacks %q: %s", i+1, s.file, want, said[max(0, len(said)-300):])
			}
		}
		const on = "Ontheweb:"
		if strings.Contains(said, on) != (host != "") || host != "" && !strings.Contains(said, on+host+address) {
			s.t.Errorf("page %d of %s: with the host %q, its foot is %s", i+1, s.file, host, said[max(0, len(said)-300):])
		}
	}
}

// pages returns the words of each page, its foot included.
func (s sheet) pages() []string {
	s.t.Helper()
	text := string(s.poppler("pdftotext", s.file, "-"))
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}

// No page of the whole policy is nearly empty: documents follow one another, and only the last page ends where the words do.
func TestNoPageOfThePolicyIsNearlyEmpty(t *testing.T) {
	t.Parallel()
	policies := []sheet{borrowAt(t, "/print/policy/").onA4(t)}
	for _, file := range ready(t) {
		if strings.HasSuffix(file, "-policy.pdf") {
			policies = append(policies, sheet{t: t, file: file})
		}
	}
	for _, s := range policies {
		for i, side := range s.inGrey() {
			if full := side.full(); full < leastFull {
				t.Errorf("page %d of %s is %.2f full, expected %.2f at least", i+1, s.file, full, leastFull)
			}
		}
	}
}

// full returns how far down a page there are words, above its foot: 0 for an empty page, 1 for a full one.
func (p side) full() float64 {
	row := func(mm int) int { return mm * dpi * 10 / 254 }
	last := row(top)
	for y := row(top); y < min(row(bottom), p.high); y++ {
		if slices.ContainsFunc(p.grey[y*p.wide:(y+1)*p.wide], func(g byte) bool { return g < 200 }) {
			last = y
		}
	}
	return float64(last-row(top)) / float64(row(bottom)-row(top))
}

// The sheet that staff sign is two sides of A4 at most, and the side with the line to sign says what is signed.
func TestTheSideThatStaffSignSaysWhatItIs(t *testing.T) {
	t.Parallel()
	for _, address := range agreements(t) {
		var of struct {
			Document struct {
				Set     bool
				Signoff []struct{ Agree string }
			}
			Foot struct{ Title string }
		}
		if err := built().params(address, &of); err != nil {
			t.Fatal(err)
		}
		if of.Document.Set {
			continue
		}
		pages := borrowAt(t, address).onA4(t).pages()
		if len(pages) > 2 {
			t.Errorf("%s prints on %d sides", address, len(pages))
		}
		signed := tight(pages[len(pages)-1])
		for _, want := range []string{of.Document.Signoff[0].Agree, "What is signed: " + schoolData(t).Name + " · " + of.Foot.Title + " · adopted "} {
			if !strings.Contains(signed, tight(want)) {
				t.Errorf("%s: the last side lacks %q: %s", address, want, signed)
			}
		}
	}
}

// A member of staff with a phone gets from the home page to the sheet in two taps, and the third prints it.
func TestStaffSignInThreeTaps(t *testing.T) {
	t.Parallel()
	b := borrowAt(t, "/", screen(390, 844))
	taps := 0
	tap := func(selector string) {
		t.Helper()
		b.tap(selector)
		taps++
	}
	tap(`main a[href="/teachers/"]`)
	b.at("/teachers/")
	tap(`main a[href="/policy/staff/"]`)
	b.at("/policy/staff/")
	ask[bool](b, `(window.print = () => document.body.dataset.printed = "yes", true)`)
	tap(`[data-print]`)
	if taps > 3 || ask[string](b, `document.body.dataset.printed ?? ""`) != "yes" {
		t.Errorf("after %d taps nothing is printed", taps)
	}
}

// at waits until a page is open.
func (b *tab) at(address string) {
	b.t.Helper()
	b.until(fmt.Sprintf(`location.pathname === %q && document.readyState === "complete"`, address), "the page "+address)
}

// A school that has said all it can still has sheets of the sides that /print/ promises, with nothing lost on them.
func TestSheetsHaveRoomForEveryFact(t *testing.T) {
	t.Parallel()
	s := rebuilt(t, func(root string) {
		edit(t, filepath.Join(root, "data/school/school.yaml"), func(text string) string {
			return text + "forms: { to: the class teacher or the school office, by: Wednesday 30 September }\n"
		})
		edit(t, filepath.Join(root, "data/school/history.yaml"), func(text string) string {
			const by = ", by: the governing board }]\n"
			return text + "owner: Computing Coordinator\nnext-review: 2027-09-30\napprovals: [{ on: 2026-09-29" + by + "reviews: [{ on: 2026-09-28" + by
		})
	}, "--base-url", longHost)
	s.serveFor(t)
	most, _ := promised(t)
	for address, sides := range most {
		if !strings.HasPrefix(address, "/policy/") && !strings.HasPrefix(address, "/print/slip/") && address != "/print/policy/" && address != "/parents/one-page/" {
			continue
		}
		t.Run(named(address), func(t *testing.T) {
			t.Parallel()
			b := borrow(t)
			b.do(chromedp.Navigate(s.url + address))
			pages := b.onA4(t).pages()
			if len(pages) > sides {
				t.Errorf("it prints on %d sides, and /print/ promises %d", len(pages), sides)
			}
			const edition = "adopted 2017, approved 29 September 2026, reviewed 28 September 2026"
			for i, page := range pages {
				if !strings.Contains(tight(page), tight(edition)) {
					t.Errorf("page %d does not say that it is %s", i+1, edition)
				}
			}
			b.laidOutForPaper()
			b.losesNothingOnPaper()
		})
	}
}
