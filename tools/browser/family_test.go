package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/site"
)

const (
	familyAt       = "/parents/"
	mostTaps       = 4
	mostToRead     = 140  // words, for the children of two year groups
	heaviestFamily = 1536 // bytes, of the script
)

// schoolYear is a year group as the page for families is given it, with its place among them.
type schoolYear struct {
	place int
	Name  string
	Ask   string
	Sets  []string
}

func schoolYears(t testing.TB) (years []schoolYear) {
	t.Helper()
	var params struct{ Years []schoolYear }
	if err := built().params(familyAt, &params); err != nil || len(params.Years) < 5 {
		t.Fatal(len(params.Years), err)
	}
	for i := range params.Years {
		params.Years[i].place = i
	}
	return params.Years
}

// signing returns the year groups that have rules to sign.
func signing(t *testing.T) []schoolYear {
	t.Helper()
	return slices.DeleteFunc(schoolYears(t), func(y schoolYear) bool { return len(y.Sets) == 0 })
}

// family is a tab on a telephone in which a family goes its way, and counts its taps.
type family struct {
	*tab
	taps int
}

// atTheSchoolGate opens the page on a telephone. Printing is only counted.
func atTheSchoolGate(t *testing.T) *family {
	t.Helper()
	b := visit(t, familyAt, screen(390, 844), withoutWorker, early(`window.prints = 0; window.print = () => { window.prints++ }`))
	return &family{tab: b}
}

func (f *family) touches(selector string) {
	f.t.Helper()
	f.tap(selector)
	f.taps++
}

// chooses taps a year group, and the number of its children if there are several.
func (f *family) chooses(y schoolYear, children int) {
	f.t.Helper()
	f.touches(fmt.Sprintf(`label[for="year-%d"]`, y.place))
	if children > 1 {
		f.touches(fmt.Sprintf(`input[name="count-%d"][value="%d"]`, y.place, children))
	}
}

// signs holds that as many places are there for the children of a year group.
func (f *family) signs(y schoolYear, children int) {
	f.t.Helper()
	if n := ask[int](f.tab, fmt.Sprintf(`document.querySelectorAll("[data-family-line='%d']:not([hidden])").length`, y.place)); n != children {
		f.t.Errorf("%d children of %s can sign, expected %d", n, y.Name, children)
	}
}

// Any two children: at most four taps, one print, one sheet with all their rules, and the choice is in no address and in no storage.
func TestAFamilyReadsAsksAndSigns(t *testing.T) {
	years := signing(t)
	last := years[len(years)-1]
	for _, pair := range [][2]schoolYear{{years[1], years[4]}, {years[0], years[1]}, {last, last}} {
		one, other := pair[0], pair[1]
		t.Run(one.Name+" and "+other.Name, func(t *testing.T) {
			t.Parallel()
			f := atTheSchoolGate(t)
			f.loadEverything()
			before, asked := ask[string](f.tab, `location.href`), len(f.asked())
			names := one.Name + " and " + other.Name
			if one.Name == other.Name {
				f.chooses(one, 2)
				names = one.Name
			} else {
				f.chooses(one, 1)
				f.chooses(other, 1)
			}
			if said := f.words("[data-family-go]"); said != "Show me "+names {
				t.Errorf("the button says %q", said)
			}
			f.touches("[data-family-go]")
			if said := f.words("h1"); said != names || !ask[bool](f.tab, `document.activeElement.matches("h1")`) {
				t.Errorf("the heading says %q, or has no focus", said)
			}
			f.asksTonight(one, other)
			f.inspectAll(built().page(familyAt), "with years chosen")
			f.do(screen(390, 844), media(calm))
			f.touches("[data-print]")
			if n := ask[int](f.tab, `window.prints`); n != 1 || f.taps > mostTaps {
				t.Errorf("%d taps and %d prints, expected at most %d and 1", f.taps, n, mostTaps)
			}
			if one.Name == other.Name {
				f.signs(one, 2)
			} else {
				f.signs(one, 1)
				f.signs(other, 1)
			}
			f.printsItsRules(t, names, one, other)
			if after := ask[string](f.tab, `location.href`); after != before || len(f.asked()) != asked {
				t.Errorf("from %s it went to %s, with the requests %v", before, after, f.asked()[asked:])
			}
			f.keepsNothing()
			f.quiet()
		})
	}
}

// asksTonight holds that the page shows the questions of some year groups and of no other.
func (f *family) asksTonight(chosen ...schoolYear) {
	f.t.Helper()
	said := squeeze(ask[string](f.tab, `document.getElementById("ask").innerText`))
	for _, y := range schoolYears(f.t) {
		is := slices.ContainsFunc(chosen, func(c schoolYear) bool { return c.place == y.place })
		if strings.Contains(said, y.Ask) != is {
			f.t.Errorf("the question for %s is shown: %t", y.Name, !is)
		}
	}
}

// printsItsRules holds that the sheet is one side of paper with the adopted words of the rules of some year groups, and no others.
func (f *family) printsItsRules(t *testing.T, names string, chosen ...schoolYear) {
	t.Helper()
	s := f.onA4(t)
	if n := sides(s.body); n != 1 {
		t.Errorf("it prints on %d sides", n)
	}
	text := s.text()
	if !strings.Contains(text, tight("Our family’s agreement: "+names)) {
		t.Errorf("the sheet does not name %s", names)
	}
	rules, err := built().rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		has := slices.ContainsFunc(chosen, func(y schoolYear) bool { return slices.Contains(y.Sets, r.Set) })
		if strings.Contains(text, tight(r.Text)) != has {
			t.Errorf("the sheet has the words of %s: %t", r.ID, !has)
		}
	}
}

// Three children of one year group, or of three: each has a place to sign.
func TestThreeChildrenHaveThreePlacesToSign(t *testing.T) {
	t.Parallel()
	years := signing(t)
	f := atTheSchoolGate(t)
	for _, y := range []schoolYear{years[0], years[2], years[3]} {
		f.chooses(y, 1)
	}
	f.chooses(years[4], 3)
	f.tap("[data-family-go]")
	for i, want := range []int{1, 0, 1, 1, 3} {
		f.signs(years[i], want)
	}
	if n := sides(f.onA4(t).body); n > 2 {
		t.Errorf("six children print %d sides", n)
	}
	f.tap("[data-family-back]")
	f.tap(fmt.Sprintf(`input[name="count-%d"][value="1"]`, years[4].place))
	f.tap("[data-family-go]")
	f.signs(years[4], 1)
	f.do(screen(narrow, 640))
	f.fits("with years chosen")
	f.hasLargeTargets("with years chosen, 320 px wide")
}

// A family can choose again, by the button and by the browser's Back. Without a year, the page asks for one.
func TestAFamilyCanChooseAgain(t *testing.T) {
	t.Parallel()
	f := atTheSchoolGate(t)
	f.tap("[data-family-go]")
	if f.words("[data-family-none]") == "" || f.seen("#read") {
		t.Error("without a year, the page does not ask for one")
	}
	youngest := schoolYears(t)[0]
	f.chooses(youngest, 1)
	f.tap("[data-family-go]")
	if sign := f.words("#sign"); f.seen("#sign [data-print]") || !strings.Contains(sign, "nothing to sign") {
		t.Errorf("%s, which has no rules, is told %q", youngest.Name, sign)
	}
	ask[bool](f.tab, `history.back(), true`)
	f.until(`document.getElementById("read").getClientRects().length === 0`, "Back shows the years")
	f.chooses(signing(t)[0], 1)
	f.tap("[data-family-go]")
	f.tap("[data-family-back]")
	if f.seen("#read") || !f.seen("[data-family-year]") {
		t.Error("the button does not show the years")
	}
	f.quiet()
}

// Without the script the page has everything, by years and ages, and the boxes that would do nothing are not shown.
func TestTheWayOfAFamilyWithoutItsScript(t *testing.T) {
	b := borrowAt(t, familyAt, withoutScript)
	if b.seen("[data-family-choose]") || b.seen("[data-print]") {
		t.Error("there is something that only the script could do")
	}
	said := squeeze(ask[string](b, `document.querySelector("main").innerText`))
	for _, y := range schoolYears(t) {
		if !strings.Contains(said, y.Name) || !strings.Contains(said, y.Ask) {
			t.Errorf("%s, or its question, is missing", y.Name)
		}
	}
	for _, address := range agreements(t) {
		params := struct{ Document struct{ Set bool } }{}
		if err := built().params(address, &params); err != nil {
			t.Fatal(err)
		}
		if linked := ask[bool](b, fmt.Sprintf(`document.querySelector("#sign a[href$='%s']") !== null`, address)); linked != params.Document.Set {
			t.Errorf("the sheet %s is linked: %t", address, linked)
		}
	}
	for _, key := range []string{"Key Stage", "KS1", "KS2"} {
		if strings.Contains(said, key) {
			t.Errorf("the page says %q to families", key)
		}
	}
}

// What the rules say to the children of any two year groups is read in a minute.
func TestTwoYearGroupsHaveLittleToRead(t *testing.T) {
	words := map[string]int{} // by the places of the year groups
	for card := range elements(byID(built().page(familyAt).doc, "read"), "article") {
		for e := range elements(card, "*") {
			if e.Data == "li" || e.Data == "p" {
				words[attr(card, "data-family-of")] += english.CountWords(text(e))
			}
		}
	}
	years := schoolYears(t)
	for _, one := range years {
		for _, other := range years {
			n := 0
			for of, count := range words {
				places := strings.Fields(of)
				if slices.Contains(places, fmt.Sprint(one.place)) || slices.Contains(places, fmt.Sprint(other.place)) {
					n += count
				}
			}
			if n == 0 || n > mostToRead {
				t.Errorf("%s and %s have %d words to read, expected at most %d", one.Name, other.Name, n, mostToRead)
			}
		}
	}
}

// The page is at reading grade 4 at most. The sheet is the policy's words, and left out.
func TestTheWayOfAFamilyIsEasyToRead(t *testing.T) {
	var texts []string
	var read func(n *html.Node)
	read = func(n *html.Node) {
		switch {
		case strings.HasPrefix(attr(n, "class"), "familysheet"):
			return
		case n.Type == html.ElementNode && slices.Contains([]string{"p", "li", "h1", "h2", "h3", "button", "legend", "label"}, n.Data):
			texts = append(texts, text(n))
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			read(c)
		}
	}
	read(byID(built().page(familyAt).doc, "main"))
	if grade := site.Grade(texts); grade > 4 || len(texts) < 40 {
		t.Errorf("%d texts are at reading grade %.1f", len(texts), grade)
	} else {
		t.Logf("%d texts are at reading grade %.1f", len(texts), grade)
	}
}

func TestTheScriptOfAFamilyIsLight(t *testing.T) {
	for _, file := range files(built().page(familyAt).doc, "script", "src", "") {
		if !strings.Contains(file, "family") {
			continue
		}
		n := weight(t, []string{file})
		if n > heaviestFamily {
			t.Errorf("%s is %d bytes, more than %d", file, n, heaviestFamily)
		}
		t.Logf("%s: %d bytes (brotli)", file, n)
		return
	}
	t.Error("the page has no script of its own")
}
