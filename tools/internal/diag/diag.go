// Package diag says where something is in a file that a person wrote, and what is wrong with it.
//
// A Source is one file as a person sees it: lines and characters. A Pos is a place in a Source, a Text is a string that
// remembers its place, and a Fault is a finding at a place, with advice on how to fix it. Readers return all faults as
// values; only the command prints them.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
)

// Pos is a place in a source. Line and Col count from 1, Col in characters. If Line is 0, the place is the file as a
// whole.
type Pos struct {
	Source    *Source
	Line, Col int
}

// WholeFile returns the place of a file as a whole, whose text is not needed or cannot be read.
func WholeFile(name string) Pos { return Pos{Source: NewSource(name, nil)} }

// String returns the place as file:line:col, or the file alone when the whole file is meant.
func (p Pos) String() string {
	if p.Source == nil {
		return "-"
	}
	if p.Line == 0 {
		return p.Source.Name
	}
	return fmt.Sprintf("%s:%d:%d", p.Source.Name, p.Line, p.Col)
}

// Text is a string from a person's file, and its place.
type Text struct {
	Value string
	Pos   Pos
}

func (t Text) String() string { return t.Value }

// Number is a whole number from a person's file, and its place. If the file has none, the place has no source.
type Number struct {
	Value int
	Pos   Pos
}

// Severity says what a fault stops.
type Severity int

const (
	// Error stops check and build, and no page shows what has it.
	Error Severity = iota
	// Stale stops a build. Check and serve print it as a warning: the page can be seen, and somebody has to read it again.
	Stale
	// Doubt stops nothing. It is printed as a warning: most likely it is a slip, and it may be right.
	Doubt
	// Waived stops nothing. It is printed as a warning, with the reason that the author gave.
	Waived
)

// String returns the word that is printed before the fault's message.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Fault is one finding. Message is lower case, in the words of the person who wrote the file. Hint says how to fix it, and
// may be empty.
type Fault struct {
	Pos     Pos
	Code    Code
	Message string
	Hint    string
	Field   string // the field of a record that it is of, by the name that it should have; empty if it is of no field
	Waived  bool   // the lesson is excused from it, and the message says why
}

// Severity returns what the fault stops.
func (f Fault) Severity() Severity {
	switch {
	case f.Waived:
		return Waived
	case f.Code.stale:
		return Stale
	case f.Code.doubt:
		return Doubt
	}
	return Error
}

// List is the faults that a reader found, in any order until Sort.
type List []Fault

// mostOfOne is how many errors of one file are kept. A file with more is the wrong file, and the faults of a folder of
// such files would take gigabytes.
const mostOfOne = 200

// Add adds a fault to the list. Of the errors of one file it keeps the first 200.
func (l *List) Add(f Fault) {
	if f.Code == (Code{}) {
		panic("diag: a fault has no code")
	}
	if src := f.Pos.Source; src != nil && f.Severity() == Error {
		src.errors++
		switch n := src.errors; {
		case n == mostOfOne+1:
			f = Fault{
				Pos: Pos{Source: src}, Code: TooManyFaults,
				Message: fmt.Sprintf("the file has more than %d errors: the rest are not listed", mostOfOne),
				Hint:    "is it the right file? If it is, fix what is listed first",
			}
		case n > mostOfOne:
			return
		}
	}
	*l = append(*l, f)
}

// Count returns the number of errors, and of faults that are printed as warnings.
func (l List) Count() (errors, warnings int) {
	for _, f := range l {
		if f.Severity() == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// Failed reports whether the list holds an error.
func (l List) Failed() bool {
	errors, _ := l.Count()
	return errors > 0
}

// Stale returns the faults that stop a build although they are printed as warnings.
func (l List) Stale() (stale List) {
	for _, f := range l {
		if f.Severity() == Stale {
			stale = append(stale, f)
		}
	}
	return stale
}

// Guard calls f, and turns a panic into a fault: no file may crash the command, and its author has to know which file
// it was. At is the file, or the place in it, that f reads.
func (l *List) Guard(at Pos, f func()) {
	defer func() {
		if p := recover(); p != nil {
			l.Add(Fault{
				Pos: at, Code: InternalFault,
				Message: fmt.Sprintf("the program failed while reading this: %v (%s)", p, failedAt()),
				Hint:    "undo your last change here, and please report this: it is a fault of the program, not yours",
			})
		}
	}()
	f()
}

// Err returns the list as an error whose text is what Fprint prints, or nil if the list has no error.
func (l List) Err() error {
	if !l.Failed() {
		return nil
	}
	var text strings.Builder
	l.Fprint(&text)
	return errors.New(strings.TrimSuffix(text.String(), "\n"))
}

// failedAt returns the function and line of this project in which a panic began.
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

// Sort sorts the list by file, line and column, so that two runs print the same. The cause of others comes first.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(a.rank(), b.rank()),
			cmp.Compare(a.Pos.name(), b.Pos.name()),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code.name, b.Code.name),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

func (f Fault) rank() int {
	if f.Code.cause {
		return 0
	}
	return 1
}

func (p Pos) name() string {
	if p.Source == nil {
		return ""
	}
	return p.Source.Name
}
