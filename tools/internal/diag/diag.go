// Package diag says where in a person's file something is, and what is wrong with it.
//
// A Source is one file as a person sees it: lines and characters. A Pos is a place in a Source, a Text is a string that
// remembers its place, and a Fault is a finding at a place, with words that help to mend it. Readers return faults as
// values, all of them; only the command prints.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Pos is a place in a source. Line and Col count from 1, Col in characters. A Line of 0 means the file as a whole.
type Pos struct {
	Source    *Source
	Line, Col int
}

// String gives the place as file:line:col, or the file alone when the whole file is meant.
func (p Pos) String() string {
	if p.Source == nil {
		return "-"
	}
	if p.Line == 0 {
		return p.Source.Name
	}
	return fmt.Sprintf("%s:%d:%d", p.Source.Name, p.Line, p.Col)
}

// Text is a string from a person's file, and where it stands.
type Text struct {
	Value string
	Pos   Pos
}

func (t Text) String() string { return t.Value }

// Severity tells whether a fault stops a build.
type Severity int

const (
	// Error stops a build.
	Error Severity = iota
	// Warning is printed, and the build goes on.
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Fault is one finding. Message is lower case, in the words of the person who wrote the file; Hint says how to mend
// it; Code is stable, so that a reader can look it up and a test can name it.
type Fault struct {
	Pos      Pos
	Severity Severity
	Message  string
	Hint     string
	Code     Code
}

// List is what a reader found, in any order until Sort.
type List []Fault

// Errorf adds an error. The code comes first, then the hint (may be empty), then the message.
func (l *List) Errorf(at Pos, code Code, hint, message string, args ...any) {
	l.add(Error, at, code, hint, message, args...)
}

// Warnf adds a warning, with the same arguments as Errorf.
func (l *List) Warnf(at Pos, code Code, hint, message string, args ...any) {
	l.add(Warning, at, code, hint, message, args...)
}

// mostOfOne is how many errors are kept of one file. A file with more is the wrong file, and the faults of a folder of such
// files would take gigabytes.
const mostOfOne = 200

func (l *List) add(s Severity, at Pos, code Code, hint, message string, args ...any) {
	if s == Error && at.Source != nil {
		at.Source.errors++
		switch n := at.Source.errors; {
		case n == mostOfOne+1:
			l.Errorf(Pos{Source: at.Source}, TooManyFaults, "is it the right file? mend what is listed first",
				"the file has more than %d errors: the rest are not listed", mostOfOne) // which counts too
			return
		case n > mostOfOne+2:
			return
		}
	}
	*l = append(*l, Fault{Pos: at, Severity: s, Code: code, Hint: hint, Message: fmt.Sprintf(message, args...)})
}

// Count gives the number of errors and of warnings.
func (l List) Count() (errors, warnings int) {
	for _, f := range l {
		if f.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// Failed tells whether the list holds an error.
func (l List) Failed() bool {
	errors, _ := l.Count()
	return errors > 0
}

// Guard calls f, and makes a fault of a panic: whatever a file holds, reading it must not take the command down, and
// whoever wrote the file has to know which one it was. At is the file, or the place in it, that f reads.
func (l *List) Guard(at Pos, f func()) {
	defer func() {
		if p := recover(); p != nil {
			l.Errorf(at, InternalFault, "undo what you changed here last; and please report this: it is a fault of the program, not yours",
				"the program failed while it read this: %v (%s)", p, failedAt())
		}
	}()
	f()
}

// Err returns the list as an error whose text is what Fprint prints, or nil where the list holds no error.
func (l List) Err() error {
	if !l.Failed() {
		return nil
	}
	var text strings.Builder
	l.Fprint(&text)
	return errors.New(strings.TrimSuffix(text.String(), "\n"))
}

// failedAt returns the function and the line of this project that a panic came from.
func failedAt() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)]) // above this function, and the one that recovers
	for more := true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		if name, ours := strings.CutPrefix(frame.Function, "safeonline/tools/"); ours {
			return fmt.Sprintf("%s, line %d", strings.TrimPrefix(name, "internal/"), frame.Line)
		}
	}
	return "outside this project"
}

// Sort puts the list in the order of files, lines and columns, so that a run prints the same twice.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(a.Pos.name(), b.Pos.name()),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code.name, b.Code.name),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

func (p Pos) name() string {
	if p.Source == nil {
		return ""
	}
	return p.Source.Name
}

// mostPrinted is how many faults are printed: more than anybody mends at a time.
const mostPrinted = 50

// shown is how many characters of a long line are printed on either side of the place that is meant.
const shown = 60

// Fprint writes each fault as place, message, the line with a caret under the place, and the hint with the code:
//
//	content/lessons/ks2/passwords.md:41:3: error: question "quest" has no right answer
//	   41 | - [ ] Share it, because best friends are trusted
//	      |   ^
//	  hint: tick the best option with [x]  [no-right-answer]
//
// Of very many it prints the first errors, or warnings where there are too few errors, and then how many more there are.
func (l List) Fprint(w io.Writer) {
	first, more := l.first(mostPrinted)
	defer func() {
		if more > 0 {
			fmt.Fprintf(w, "and %d more: mend these first\n", more)
		}
	}()
	for _, f := range first {
		fmt.Fprintf(w, "%s: %s: %s\n", Printable(f.Pos.String()), f.Severity, Printable(f.Message))
		if line, caret := f.Pos.excerpt(); line != "" {
			fmt.Fprintf(w, "%5d | %s\n      | %s\n", f.Pos.Line, line, caret)
		}
		if f.Hint == "" {
			fmt.Fprintf(w, "  [%s]\n", f.Code)
		} else {
			fmt.Fprintf(w, "  hint: %s  [%s]\n", Printable(f.Hint), f.Code)
		}
	}
}

// first returns at most n faults, errors before warnings if not all can be, in the order of the list; and how many are
// left out.
func (l List) first(n int) (first List, more int) {
	errors, _ := l.Count()
	warnings := max(n-errors, 0)
	for _, f := range l {
		switch {
		case f.Severity == Error && errors > 0 && n > 0:
			n--
		case f.Severity == Warning && warnings > 0 && n > 0:
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

// excerpt returns the line that the place is in, cut where it is long, and a line that has a caret under the place.
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

// wide counts the characters that a terminal shows over two columns, less those that it shows over none, so that the
// caret stands under its place behind emoji too. (What is joined by U+200D is shown apart by many terminals.)
func wide(rs []rune) int {
	n, before := 0, false
	for _, r := range rs {
		kind := width.LookupRune(r).Kind()
		is := kind == width.EastAsianWide || kind == width.EastAsianFullwidth
		switch {
		case r == 0x200c || r == 0x200d || isTone(r) || unicode.In(r, unicode.Mn, unicode.Me) && r != 0xfe0f:
			n--
		case r == 0xfe0f && before: // behind a narrow symbol, this mark makes it wide
			n--
		case is:
			n++
		}
		before = is
	}
	return n
}

func isTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }
