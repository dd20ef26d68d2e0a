package browser

import (
	"strings"
	"testing"
)

// outOfSight returns what is wrong with the tables of the page for governors: a cell that is not wholly within the window, and a square that is too
// small to see or does not show by its colour or its border whether it is filled.
const outOfSight = `(() => {
	const wrong = [], looks = {}
	for (const cell of document.querySelectorAll(".govgrid tr > *, .govstored tr > *, .govtopics > div > *, .govasks li")) {
		const box = cell.getBoundingClientRect()
		if (cell.checkVisibility() && (box.left < 0 || box.right > innerWidth + .5)) wrong.push("out of sight: " + cell.textContent.trim().slice(0, 40))
	}
	for (const square of document.querySelectorAll(".govgrid td .square")) {
		const box = square.getBoundingClientRect()
		if (box.width < 7 || box.height < 7) wrong.push("a square of " + box.width + " by " + box.height)
		const style = getComputedStyle(square)
		looks[square.matches(".square--on")] = style.backgroundColor + style.borderTopWidth
	}
	if (looks[true] === looks[false]) wrong.push("filled and empty squares look the same")
	return [...new Set(wrong)]
})()`

// However wide the window is, no column is out of sight, and each row of squares says how many rules it has.
func TestTheGridOfRulesReadsOnATelephone(t *testing.T) {
	b := borrowAt(t, "/about/governors/")
	for _, width := range []int64{narrow, 390, 767, 959, 960, 1280} {
		b.do(screen(width, 800))
		for _, wrong := range ask[[]string](b, outOfSight) {
			t.Errorf("at %d px: %s", width, wrong)
		}
	}
	b.do(screen(narrow, 640), media(forced))
	for _, wrong := range ask[[]string](b, outOfSight) {
		t.Errorf("in forced colours: %s", wrong)
	}
	for _, row := range ask[[]string](b, `[...document.querySelectorAll(".govgrid tbody tr")].flatMap(row => {
		const count = row.querySelector(".govgrid__n")
		if (!count) return []
		const filled = row.querySelectorAll(".square--on").length, all = row.querySelectorAll(".square").length
		return count.innerText.startsWith(filled + " of " + all) ? [] : [row.innerText]
	})`) {
		t.Errorf("this row does not say how many rules it has: %q", row)
	}
}

// The first page that is printed of the page for governors has all of what fits on one side, and words of at least 9 pt.
func TestWhatGovernorsLookForFirstIsOnOneSide(t *testing.T) {
	for _, address := range []string{"/print/governors/", "/about/governors/"} {
		t.Run(named(address), func(t *testing.T) {
			b := borrowAt(t, address)
			first := strings.Join(strings.Fields(b.onA4(t).pages()[0]), " ")
			for _, want := range []string{"Adopted", "Five questions to ask", "Lawful basis"} {
				if !strings.Contains(first, want) {
					t.Errorf("its first page does not have %q: %s", want, first)
				}
			}
			b.laidOutForPaper()
			for _, small := range ask[[]string](b, `[...document.querySelectorAll(".govside *")].filter(e => e.checkVisibility() && !e.closest(".vh") &&
				[...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 11.99
			).map(e => e.outerHTML.slice(0, 60) + " " + getComputedStyle(e).fontSize)`) {
				t.Errorf("too small to read: %s", small)
			}
		})
	}
}

// A press copies the words for the minutes just as they stand. Where a page may not copy, or no script runs, there is no button, and the words can
// be selected.
func TestTheWordsForTheMinutesAreCopied(t *testing.T) {
	b := borrowAt(t, "/about/governors/")
	ask[bool](b, `(navigator.clipboard.writeText = async words => { window.copied = words }), true`)
	b.tap("[data-minutes]")
	b.settle()
	if !ask[bool](b, `window.copied === document.querySelector("#minutes-text").textContent && copied.includes("\n1. ")`) {
		t.Errorf("the button copied %q", ask[string](b, `String(window.copied)`))
	}
	if said := ask[string](b, `document.querySelector("[data-minutes-copied]").textContent`); said == "" {
		t.Error("nobody is told that the words are copied")
	}
	without := borrowAt(t, "/about/governors/", withoutScript)
	if ask[bool](without, `document.querySelector("[data-minutes]").checkVisibility()`) {
		t.Error("there is a button that does nothing without its script")
	}
	if !ask[bool](without, `document.querySelector("#minutes-text").checkVisibility()`) {
		t.Error("without a script the words are not there")
	}
}
