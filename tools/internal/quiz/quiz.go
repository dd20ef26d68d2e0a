// Package quiz holds what is particular to each kind of question: what is counted in it, in which order it is shown,
// and what its answer is. Each kind is a file, named after it, and an entry of the table below.
//
// How a kind is written is in package lesson, and how a class is shown it is in package deck, each in the file of the same
// name: only these know Markdown, and the sizes of slides. A test says what a kind still lacks.
package quiz

import (
	"fmt"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// kinds are all kinds of question. A stage says which of them its lessons may use.
var kinds = []Kind{choice, several, order, sort, gaps, spot, chat, match}

// All returns all kinds.
func All() []Kind { return slices.Clone(kinds) }

// Of returns the kind with a name. It panics if there is none, because only this package names kinds.
func Of(name model.Kind) Kind {
	for _, k := range kinds {
		if k.Name == name {
			return k
		}
	}
	panic(fmt.Sprintf("there is no kind of question %q", name))
}

// Kind is a kind of question. A function that is nil means what is usual, as the method that calls it says.
type Kind struct {
	Name model.Kind

	OneBest bool // one of its options is best: a scene may end with it, an exit slip may ask it, and nothing about that option may show that it is the one
	ByHands bool // one show of hands answers it
	Ends    bool // it ends by itself, so it needs no Check
	Games   bool // games have it: they ask a question, and one or several of its options are right
	Long    bool // it takes half a side of a worksheet
	ByPen   bool // rings, numbers or lines on one page answer it, so a child who is learning to read can do it on a tablet

	counts func(model.Question) []Count
	texts  func(model.Question) []Text
	lists  func(model.Question) []List
	layout func(model.Question) Layout
	answer func(model.Question) []Answer
	titles func(model.Question) []diag.Text
}

// Count is how many of something a question has, and may have.
type Count struct {
	At                 diag.Pos
	What               string // the name of one
	Found, Least, Most int
}

// Counts returns what a question of this kind has a number of, besides options: usually nothing.
func (k Kind) Counts(q model.Question) []Count {
	if k.counts == nil {
		return nil
	}
	return k.counts(q)
}

// Text is a text that has a limit of its own, in words.
type Text struct {
	What string
	Text diag.Text
	Most int
}

// Texts returns the texts of a question of this kind that have limits of their own: usually none.
func (k Kind) Texts(q model.Question) []Text {
	if k.texts == nil {
		return nil
	}
	return k.texts(q)
}

// Titles returns the titles within a question of this kind that a teacher may call by their names: usually none.
func (k Kind) Titles(q model.Question) []diag.Text {
	if k.titles == nil {
		return nil
	}
	return k.titles(q)
}

// titlesOfBins returns the texts of kinds in which bins have titles: each title, with its limit. what says what a title is.
func titlesOfBins(what string) func(model.Question) []Text {
	return func(q model.Question) (titles []Text) {
		for _, b := range q.Bins {
			titles = append(titles, Text{What: what, Text: b.Title, Most: 8})
		}
		return titles
	}
}

// List is a list of options, and what one of them is called. A stage limits how many it may have.
type List struct {
	Title   diag.Text
	What    string
	Options []model.Option
}

// Lists returns the lists of options of a question: usually the one list of all its options.
func (k Kind) Lists(q model.Question) []List {
	if k.lists == nil {
		return []List{{q.Title, "option", q.Options}}
	}
	return k.lists(q)
}

// Layout is the order in which a question is shown. Options and Bins are numbers of options and bins, counted from 0 as
// in the file, in the order in which they are shown. Places has a number for each option, in the order of the file:
// where the option belongs, from 1, or 0 if it belongs nowhere in particular.
type Layout struct {
	Options, Bins, Places []int
}

// Layout returns the order in which a question is shown: usually as it is written, each option belonging to its slot.
func (k Kind) Layout(q model.Question) Layout {
	if k.layout == nil {
		return written(q)
	}
	return k.layout(q)
}

// written is the layout of a question that is shown as it is written.
func written(q model.Question) Layout {
	l := Layout{Options: upTo(len(q.Options)), Bins: upTo(len(q.Bins))}
	for _, o := range q.Options {
		l.Places = append(l.Places, o.Slot)
	}
	return l
}

// upTo returns the numbers 0 to n-1.
func upTo(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}

// Answer is an option that is part of the answer and, if that is more than a letter says, what it belongs to.
type Answer struct {
	Option model.Option
	To     diag.Text
}

// Answer returns the answer to a question: usually the options that are right.
func (k Kind) Answer(q model.Question) []Answer {
	if k.answer == nil {
		return rightOf(q.Options)
	}
	return k.answer(q)
}

// rightOf returns the options that are right.
func rightOf(options []model.Option) (list []Answer) {
	for _, o := range options {
		if o.Right {
			list = append(list, Answer{Option: o})
		}
	}
	return list
}

// binOf returns each option with the bin that it belongs to.
func binOf(q model.Question) (list []Answer) {
	for _, o := range q.Options {
		list = append(list, Answer{o, q.Bins[o.Slot-1].Title})
	}
	return list
}
