package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// mostPrinted is how many faults are printed: more than anybody fixes at a time.
const mostPrinted = 50

// shown is how many characters of a long line are printed on either side of the fault's place.
const shown = 60

// Fprint writes each fault as place, message, the line with a caret under the place, and the hint with the code:
//
//	content/lessons/STAGE/passwords.md:41:3: error: question "quest" has no right answer
//	   41 | - [ ] Share it, because best friends are trusted
//	      |   ^
//	  hint: tick the best option with [x]  [no-right-answer]
//
// Of very many it prints the first errors, or warnings where there are too few errors, and then how many more there are.
func (l List) Fprint(w io.Writer) {
	first, more := l.first(mostPrinted)
	defer func() {
		if more > 0 {
			fmt.Fprintf(w, "and %d more: fix these first\n", more)
		}
	}()
	for _, f := range first {
		fmt.Fprintf(w, "%s: %s: %s\n", Printable(f.Pos.String()), f.Severity(), Printable(f.Message))
		if line, caret := f.Pos.excerpt(); line != "" {
			fmt.Fprintf(w, "%5d | %s\n      | %s\n", f.Pos.Line, line, caret)
		}
		if hint := f.advice(); hint == "" {
			fmt.Fprintf(w, "  [%s]\n", f.Code)
		} else {
			fmt.Fprintf(w, "  hint: %s  [%s]\n", Printable(hint), f.Code)
		}
	}
}

// advice returns the hint, and what a warning stops although it is printed as one.
func (f Fault) advice() string {
	if f.Severity() == Stale {
		return f.Hint + "; the site is not built until then"
	}
	return f.Hint
}

// first returns at most n faults, in the order of the list, and how many are left out. It prefers errors to warnings.
func (l List) first(n int) (first List, more int) {
	errors, _ := l.Count()
	warnings := max(n-errors, 0)
	for _, f := range l {
		switch {
		case f.Severity() == Error && errors > 0 && n > 0:
			n--
		case f.Severity() != Error && warnings > 0 && n > 0:
			n--
			warnings--
		default:
			more++
			continue
		}
		first = append(first, f)
	}
	return first, more
}

// excerpt returns the line of the place, shortened if it is long, and a line with a caret below the place.
func (p Pos) excerpt() (line, caret string) {
	if p.Source == nil || p.Line == 0 {
		return "", ""
	}
	whole := []rune(strings.ReplaceAll(p.Source.Line(p.Line), "\t", " "))
	col := min(max(p.Col-1, 0), len(whole))
	line, at := escape(string(whole), len(string(whole[:col])))
	r := []rune(line)
	col = utf8.RuneCountInString(line[:at])
	if col > shown {
		r = append([]rune("…"), r[col-shown+1:]...)
		col = shown
	}
	if len(r) > col+shown {
		r = append(r[:col+shown:col+shown], '…')
	}
	return string(r), strings.Repeat(" ", col+wide(r[:col])) + "^"
}

// wide counts the characters that a terminal shows two columns wide, minus those that it shows in none, so that the
// caret is below its place after emoji too. (Many terminals show what U+200D joins as separate emoji.)
func wide(rs []rune) int {
	n, before := 0, false
	for _, r := range rs {
		kind := width.LookupRune(r).Kind()
		is := kind == width.EastAsianWide || kind == width.EastAsianFullwidth
		switch {
		case r == 0x200c || r == 0x200d || isTone(r) || unicode.In(r, unicode.Mn, unicode.Me) && r != 0xfe0f:
			n--
		case r == 0xfe0f && before: // after a narrow symbol, this mark makes it wide
			n--
		case is:
			n++
		}
		before = is
	}
	return n
}

func isTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }
