package browser

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"safeonline/tools/internal/sweep"
)

// Printers leave some 5 mm at the edge blank, and a page of text covers 5 to 10 hundredths of its paper.
const (
	edge    = 5    // mm
	mostInk = 0.15 // of a side
)

// promised returns every address that /print/ leads to, with the most sides of A4 that it may take and, where this is fixed,
// just how many.
func promised(t *testing.T) (most, just map[string]int) {
	t.Helper()
	most, just = map[string]int{}, map[string]int{}
	for li := range elements(built().page("/print/").doc, "li") {
		if to := attr(li, "data-sheet"); to != "" {
			n, err := strconv.Atoi(attr(li, "data-sides"))
			if err != nil {
				t.Fatal(err)
			}
			most[to], just[to] = n, n
		}
	}
	for _, l := range lessons(t) {
		poster := "/print" + l.address
		most[poster], just[poster] = 1, 1
		most[poster+"worksheet/"] = 2
		if l.Set == "ks1" {
			most[poster+"worksheet/"] = 1
		}
		most[poster+"answers/"] = 2
		most[poster+"exit/"], just[poster+"exit/"] = 2, 2
	}
	for _, one := range []string{"/policy/ks1/", "/policy/ks2/", "/print/smart/"} {
		if just[one] != 1 {
			t.Errorf("/print/ promises %d sides for %s, and it is to be 1", just[one], one)
		}
	}
	return most, just
}

// TestEverySheetPrintsAsPromised opens each sheet once. The words of any sheet can make it too long or too wide. Its fonts,
// tags and ink depend on the template, so these are checked where a sheet has new structure.
func TestEverySheetPrintsAsPromised(t *testing.T) {
	most, just := promised(t)
	letters := capitals(t)
	addresses := slices.Sorted(maps.Keys(most))
	var pages []page
	for _, address := range addresses {
		pages = append(pages, built().page(address))
	}
	due := newStructure(pages, signature)
	for _, address := range addresses {
		t.Run(named(address), func(t *testing.T) {
			t.Parallel()
			b := borrowAt(t, address)
			s := b.onA4(t)
			if n := sides(s.body); n < 1 || n > most[address] || just[address] > 0 && n != just[address] {
				t.Errorf("it prints on %d sides, expected %d", n, most[address])
			}
			if due[address] || sweep.Full() {
				s.isAccessible(ask[string](b, `document.title`), a4)
				s.suitsAPrinter()
			}
			b.laidOutForPaper()
			b.hasOnlyTheSheet()
			b.losesNothingOnPaper()
			b.isLegibleInGrey()
			if least := letters[address]; least > 0 {
				b.hasCapitals(least)
			}
		})
	}
}

// suitsAPrinter checks that there is no ink where printers can't print, little enough of it, and something dark enough to read.
func (s sheet) suitsAPrinter() {
	s.t.Helper()
	for i, p := range s.inGrey() {
		if p.bleeds(edge) {
			s.t.Errorf("side %d has ink within %d mm of the edge", i+1, edge)
		}
		if ink := p.ink(); ink > mostInk || ink == 0 {
			s.t.Errorf("side %d has ink on %.2f of its paper", i+1, ink)
		}
		if dark := p.darkest(); dark > 100 {
			s.t.Errorf("side %d has nothing darker than grey %d", i+1, dark)
		}
	}
}

// laidOutForPaper lays the page out with the styles and the width of paper. 184 mm are left of A4 between margins of 13 mm.
func (b *tab) laidOutForPaper() {
	b.t.Helper()
	wide := int64(184 * 960 / 254)
	if ask[bool](b, `[...document.styleSheets].some(s => [...s.cssRules].some(r => r instanceof CSSPageRule && /landscape/.test(r.cssText)))`) {
		wide = (297 - 18) * 960 / 254
	}
	b.do(onPaper, screen(wide, 1020))
	b.settle()
}

// losesNothingOnPaper checks that nothing is wider than the paper or overflows its box.
func (b *tab) losesNothingOnPaper() {
	b.t.Helper()
	b.losesNoText("on paper")
	for _, out := range ask[[]string](b, `[...document.querySelectorAll("main *")].filter(e => {
		if (!e.checkVisibility() || e.closest(".vh, svg")) return false
		const r = e.getBoundingClientRect(), box = (e.closest(".poster, .slip, .turnbox") ?? document.documentElement).getBoundingClientRect()
		const tall = e.closest(".poster, .slip, .turnbox")
		return r.right > box.right + 1 || r.left < box.left - 1 || tall && (r.bottom > box.bottom + 1 || r.top < box.top - 1)
	}).map(e => e.outerHTML.slice(0, 100))`) {
		b.t.Errorf("on paper this overflows its box: %s", out)
	}
}

// isLegibleInGrey checks the contrast of words: a ratio of luminances (WCAG 2.2, 1.4.6), which is all that a printer with only
// black keeps of colours.
func (b *tab) isLegibleInGrey() {
	b.t.Helper()
	for _, low := range ask[[]string](b, `(() => {
		const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
			.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
		const parts = colour => colour.match(/[\d.]+/g).map(Number)
		const behind = e => {
			for (; e; e = e.parentElement) {
				const [r, g, b, a = 1] = parts(getComputedStyle(e).backgroundColor)
				if (a > 0.5) return [r, g, b]
			}
			return [255, 255, 255]
		}
		return [...document.querySelectorAll("main *")].filter(e => e.checkVisibility() && !e.closest(".vh") &&
			[...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).flatMap(e => {
			const a = light(parts(getComputedStyle(e).color)), b = light(behind(e))
			const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
			return ratio < 7 ? [e.outerHTML.slice(0, 80) + " has a contrast of " + ratio.toFixed(1)] : []
		})
	})()`) {
		b.t.Errorf("on paper %s", low)
	}
}

// capitals returns the least height in millimetres of each poster's capitals, which are read from 4 m away. At that distance
// 5.8 mm is the least that a good eye reads (6/6, 5 minutes of arc).
func capitals(t *testing.T) map[string]float64 {
	t.Helper()
	letters := map[string]float64{"/print/smart/": 7.4}
	for _, l := range lessons(t) {
		letters["/print"+l.address] = 12
	}
	return letters
}

// hasCapitals checks the height of a poster's capitals, in millimetres.
func (b *tab) hasCapitals(least float64) {
	b.t.Helper()
	height := ask[float64](b, `document.fonts.ready.then(() => {
		const words = document.querySelector(".poster__rules li, .poster h1"), style = getComputedStyle(words)
		const draw = document.createElement("canvas").getContext("2d")
		draw.font = style.fontWeight + " " + style.fontSize + " " + style.fontFamily
		return draw.measureText("H").actualBoundingBoxAscent / 96 * 25.4
	})`)
	if height < least {
		b.t.Errorf("its capitals are %.1f mm high, expected at least %.1f", height, least)
	}
}

// An agreement on paper says what the school adopted, every field of the data in its order, and nothing else but what this site
// adds: the stamp, plain words beside the clauses of grown-ups, the law, a part for a parent, and who signs.
func TestAnAgreementOnPaperSaysJustItsClauses(t *testing.T) {
	t.Parallel()
	for _, address := range agreements(t) {
		t.Run(named(address), func(t *testing.T) {
			var params struct {
				Document agreement
				Guidance []struct{ Says string }
				Download struct{ File string }
			}
			if err := built().params(address, &params); err != nil {
				t.Fatal(err)
			}
			d := params.Document
			for _, g := range params.Guidance {
				d.law = append(d.law, g.Says)
			}
			b := borrowAt(t, address)
			b.onA4(t).says(d.fields(adopted(t)))
			for _, file := range ready(t) { // those that ship with the site
				if filepath.Base(file) == filepath.Base(params.Download.File) {
					sheet{t: t, file: file}.says(d.fields(adopted(t)))
				}
			}
		})
	}
}

// schoolData returns what the templates are given of the school.
func schoolData(t *testing.T) (school struct{ Name, Slug string }) {
	t.Helper()
	var data struct{ School *struct{ Name, Slug string } }
	if err := built().data(&data); err != nil {
		t.Fatal(err)
	}
	return *data.School
}

// adopted returns what sheets say of the day on which the school adopted its policy: a year, of this project's own school.
func adopted(t *testing.T) string {
	t.Helper()
	var data struct{ State struct{ Adopted string } }
	if err := built().data(&data); err != nil {
		t.Fatal(err)
	}
	return "adopted " + data.State.Adopted
}

// ready returns the PDF files of the built site.
func ready(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(built().public(), "downloads", "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// agreement is a document to sign, as the template is given it.
type agreement struct {
	Heading, Author, Audience string
	Set, Slip                 bool
	Sections                  []struct {
		Passages []string
		Clauses  []struct{ Mark, Text, Plain, Call, Caution string }
	}
	Signoff []struct {
		Heading, Agree string
		Fields         []struct{ Label string }
	}

	law []string // what it says
}

func (a agreement) fields(edition string) []string {
	list := []string{a.Heading, "For", a.Audience, "Edition", edition}
	for _, s := range a.Sections {
		list = append(list, s.Passages...)
		if !a.Set {
			list = append(list, "Beside each clause, this site says it in plain words. What you sign is the clause.")
		}
		for _, c := range s.Clauses {
			list = append(list, c.Mark, c.Text)
			if !a.Set {
				list = append(list, c.Plain)
			}
		}
	}
	if len(a.law) > 0 {
		list = append(list, "What the law says, and what has changed since")
	}
	for _, says := range a.law {
		list = append(list, anything+says)
	}
	for i, s := range a.Signoff {
		heading := s.Heading
		if a.Slip {
			heading = "Pupil"
		}
		if i == 0 && len(a.law) > 0 {
			heading = anything + heading
		}
		list = append(list, heading, s.Agree)
		for _, f := range s.Fields {
			list = append(list, f.Label)
		}
	}
	list = append(list, a.Author)
	if a.Slip {
		list = append(list, "Parent or carer", anything+"together.", "Name", "Signature", "Date", "The policy has a part for the pupil."+anything+"if the school asks.")
	} else {
		list = append(list, "What is signed:"+anything+"on a sheet of their own.")
	}
	for _, s := range a.Sections {
		for _, c := range s.Clauses {
			if c.Caution != "" { // apart from what is signed
				list = append(list, fmt.Sprintf("To %s, this site adds: %s", c.Call, c.Caution))
			}
		}
	}
	return list
}

// anything stands in a field for words that are this site's own.
const anything = "…"

// says compares the file's text with the fields, one after the other.
func (s sheet) says(fields []string) {
	s.t.Helper()
	rest := s.text()
	for _, field := range fields {
		for i, part := range strings.Split(tight(field), anything) {
			before, after, found := strings.Cut(rest, part)
			if !found || i == 0 && before != "" {
				s.t.Fatalf("%s: %q is not in its place: there is %q", s.file, field, rest[:min(80, len(rest))])
			}
			rest = after
		}
	}
	if rest != "" {
		s.t.Errorf("%s: after the last field there is %q", s.file, rest)
	}
}
