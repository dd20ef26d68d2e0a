package browser

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// On paper a plan has at most two sides, a class list and the coverage a side for each set of rules, and the page for parents one.
func TestPagesForAdultsPrintOnTheirSides(t *testing.T) {
	sets := len(withClass(built().page("/teachers/tick-sheet/").doc, "ticksheet"))
	sidesOf := map[string]int{"/teachers/tick-sheet/": sets, "/teachers/coverage/": sets, "/parents/one-page/": 1}
	for _, l := range lessons(t) {
		sidesOf["/teachers"+l.address] = 2
	}
	for address, most := range sidesOf {
		t.Run(address, func(t *testing.T) {
			t.Parallel()
			b := borrowAt(t, address)
			pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
			if err != nil {
				t.Fatal(err)
			}
			if n := sides(pdf); n < 1 || n > most {
				t.Errorf("it prints on %d sides, want at most %d", n, most)
			}
			b.do(onPaper)
			b.hasOnlyTheSheet()
		})
	}
}

// The table is complete without a script. With it, a choice hides the other rows, is announced, and is not stored.
func TestTheTableOfLessonsCanBeFiltered(t *testing.T) {
	b := borrowAt(t, "/teachers/")
	rows := filterRows()
	all := len(lessons(t))
	if len(rows) != all {
		t.Fatalf("the table has %d rows, and there are %d lessons", len(rows), all)
	}
	// Each row has years, a theme and strands. Of two key stages, the first row is of the one and the last of the other.
	first, last := rows[0], rows[all-1]
	b.choosing("filter-years", first[0], rowsWith(rows, first[0]), all)
	b.choosing("filter-theme", last[1], rowsWith(rows, first[0], last[1]), all)
	b.choosing("filter-years", last[0], rowsWith(rows, last[0], last[1]), all)
	b.choosing("filter-strand", last[2], rowsWith(rows, last[0], last[1], last[2]), all)
	b.do(chromedp.Reload())
	if shown := ask[int](b, shownRows); shown != all {
		t.Errorf("after a reload %d rows are shown, want all %d", shown, all)
	}
	b.keepsNothing()

	plain := borrowAt(t, "/teachers/", withoutScript)
	if shown := ask[int](plain, shownRows); shown != all {
		t.Errorf("without its script %d rows are shown, want all %d", shown, all)
	}
}

// filterRows returns what each row of the table says that it may be filtered by.
func filterRows() (rows [][]string) {
	for row := range elements(built().page("/teachers/").doc, "tr") {
		if of := strings.Fields(attr(row, "data-filter-row")); len(of) > 0 {
			rows = append(rows, of)
		}
	}
	return rows
}

// rowsWith returns the number of rows with all of these values.
func rowsWith(rows [][]string, values ...string) (n int) {
	for _, row := range rows {
		if !slices.ContainsFunc(values, func(v string) bool { return !slices.Contains(row, v) }) {
			n++
		}
	}
	return n
}

const shownRows = `[...document.querySelectorAll("[data-filter-row]")].filter(r => r.offsetHeight).length`

// choosing picks a value in one of the lists, and checks how many of all rows are left and that their number is announced.
func (b *tab) choosing(list, value string, want, all int) {
	b.t.Helper()
	said := ask[string](b, `(() => {
		const list = document.getElementById("`+list+`");
		list.value = "`+value+`";
		list.dispatchEvent(new Event("change", { bubbles: true }));
		return document.querySelector("[data-filter-found]").textContent;
	})()`)
	if shown := ask[int](b, shownRows); shown != want {
		b.t.Errorf("%s: %d of %d rows are shown, want %d", value, shown, all, want)
	}
	if count, _, _ := strings.Cut(said, " of "); count != strconv.Itoa(want) {
		b.t.Errorf("%s: it says %q, and shows %d rows", value, said, want)
	}
}
