package lesson

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

var gap = regexp.MustCompile(`\[([^\[\]]*/[^\[\]]*)\]`)

// isGaps reports whether a paragraph before the list has words to choose from, in brackets.
func isGaps(r *reader, blocks []ast.Node) bool {
	for _, b := range blocks {
		switch p := b.(type) {
		case *ast.List:
			return false
		case *ast.Paragraph:
			if gap.MatchString(r.raw(p).Value) {
				return true
			}
		}
	}
	return false
}

// gaps reads a text with words to choose from, the right one first, and then each word with its feedback. A paragraph
// above it is the stem.
//
//	A strong password is three [random / famous] words.
//
//	- random
//	  > Hard to guess together.
//	- famous `everyone-does-it`
//	  > Famous words are guessed first.
func (r *reader) gaps(p part, q *model.Question) {
	b := r.body(p.blocks)
	if b.message != nil {
		r.stray([]ast.Node{b.message}, "a text with gaps is a paragraph")
	}
	last := b.paragraphs[len(b.paragraphs)-1]
	if !gap.MatchString(r.raw(last).Value) {
		r.stray([]ast.Node{last}, "the text with gaps is the last paragraph above the list")
		return
	}
	if stem := b.paragraphs[:len(b.paragraphs)-1]; len(stem) > 0 {
		r.stem(p, stem, q)
	}
	r.plain(last)
	r.named(p, q, b.items, r.gapWords(q, r.raw(last)), "gap")
}

// phrase is a word for a gap, or a marked phrase of a message. It is in the text first, and in the list below it again.
// Two phrases of a question may have the same words.
type phrase struct {
	text  string
	slot  int
	right bool
	named bool // the list has named it
}

// gapWords splits a text at its gaps and returns the words for them. The first word of each gap is the right one.
func (r *reader) gapWords(q *model.Question, t diag.Text) (phrases []phrase) {
	from, slot := 0, 0
	for _, m := range gap.FindAllStringSubmatchIndex(t.Value, -1) {
		r.segment(q, t, from, m[0], 0)
		slot++
		r.segment(q, t, m[0], m[1], slot)
		at := cut(t, m[0]).Pos
		var fits []phrase
		for i, w := range strings.Split(t.Value[m[2]:m[3]], "/") {
			w := clean(diag.Text{Value: w}).Value
			switch {
			case w == "":
				r.faults.Add(diag.Fault{
					Pos: at, Code: diag.EmptyOption,
					Message: "this gap has an empty word",
					Hint:    "write a word on each side of the /",
				})
			case find(fits, w, false) != nil:
				r.faults.Add(diag.Fault{
					Pos: at, Code: diag.WordTwice,
					Message: fmt.Sprintf("the word %q is already in this gap", w),
					Hint:    "write each word of a gap once",
				})
			default:
				fits = append(fits, phrase{text: w, slot: slot, right: i == 0})
			}
		}
		phrases = append(phrases, fits...)
		from = m[1]
	}
	r.segment(q, t, from, len(t.Value), 0)
	return phrases
}

// find returns the first phrase with the same words as a text, or nil. If free is set, it ignores phrases that the list
// has named already.
func find(phrases []phrase, text string, free bool) *phrase {
	for i := range phrases {
		if words.Same(phrases[i].text, text) && !(free && phrases[i].named) {
			return &phrases[i]
		}
	}
	return nil
}

// segment adds part of a text to the passage. Spaces at its ends stay: they separate it from its neighbours.
func (r *reader) segment(q *model.Question, t diag.Text, from, to, slot int) {
	if from == to {
		return
	}
	s := model.Segment{Text: cut(t, from), Slot: slot}
	s.Text.Value = t.Value[from:to]
	left, right := blankEnds(s.Text.Value)
	s.Text = clean(s.Text)
	s.Text.Value = left + s.Text.Value + right
	q.Passage = append(q.Passage, s)
}

// blankEnds returns a space for each end of a text that has one.
func blankEnds(s string) (left, right string) {
	if s != strings.TrimLeft(s, " \n") {
		left = " "
	}
	if s != strings.TrimRight(s, " \n") && strings.TrimSpace(s) != "" {
		right = " "
	}
	return left, right
}

// named reads the list that names each word or phrase of a passage, with its feedback. Phrases with the same words are
// matched in the order of the text.
func (r *reader) named(p part, q *model.Question, items []item, phrases []phrase, what string) {
	if len(items) == 0 {
		r.noOptions(p, q, "below the text, write a list that names each word of a "+what+" once, with its feedback")
		return
	}
	for _, it := range items {
		o := r.option(rules{}, it)
		meant := find(phrases, o.Text.Value, true)
		switch {
		case o.Text.Value == "":
			continue
		case meant == nil && find(phrases, o.Text.Value, false) != nil:
			r.faults.Add(diag.Fault{
				Pos: o.Pos, Code: diag.PhraseTwice,
				Message: fmt.Sprintf("%q already has feedback", o.Text.Value),
				Hint:    "delete one of the two",
			})
			continue
		case meant == nil:
			r.faults.Add(diag.Fault{
				Pos: o.Pos, Code: diag.UnknownPhrase,
				Message: fmt.Sprintf("the text has no %[2]s %[1]q", o.Text.Value, what),
				Hint:    diag.DidYouMean(o.Text.Value, unnamed(phrases), "copy it from the text"),
			})
			continue
		}
		meant.named = true
		o.Text.Value, o.Slot, o.Right = meant.text, meant.slot, meant.right
		r.misconception(rules{misconception: what == "gap"}, &o)
		q.Options = append(q.Options, o)
	}
	for _, f := range phrases {
		if !f.named {
			r.faults.Add(diag.Fault{
				Pos: p.heading.Pos, Code: diag.PhraseMissing,
				Message: fmt.Sprintf("%q has no feedback", f.text),
				Hint:    "add \"- " + f.text + "\" to the list, with its feedback below",
			})
			q.Options = append(q.Options, model.Option{Slot: f.slot, Right: f.right}) // it is an option all the same
		}
	}
}

// unnamed returns the words of the phrases that the list has not named.
func unnamed(phrases []phrase) (list []string) {
	for _, f := range phrases {
		if !f.named {
			list = append(list, f.text)
		}
	}
	return list
}
