package lesson

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

var gap = regexp.MustCompile(`\[([^\[\]]*/[^\[\]]*)\]`)

// isGaps: a paragraph above the list has words to choose from in brackets.
func isGaps(r *reader, blocks []ast.Node) bool {
	for _, b := range blocks {
		if p, ok := b.(*ast.Paragraph); ok && gap.MatchString(r.raw(p).Value) {
			return true
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
	q.Kind = model.Gaps
	b := r.body(p.blocks)
	if b.message != nil {
		r.stray([]ast.Node{b.message}, "a text with gaps is a paragraph")
	}
	words := map[string]model.Option{}
	last := b.paragraphs[len(b.paragraphs)-1]
	if !gap.MatchString(r.raw(last).Value) {
		r.stray([]ast.Node{last}, "the text with gaps is the last paragraph above the list")
		return
	}
	if stem := b.paragraphs[:len(b.paragraphs)-1]; len(stem) > 0 {
		r.stem(p, stem, q)
	}
	r.plain(last)
	r.passage(q, r.raw(last), words)
	r.named(p, q, b.items, words, "gap")
}

// passage cuts a text at its gaps and notes each word's gap, the first of each being right.
func (r *reader) passage(q *model.Question, t diag.Text, words map[string]model.Option) {
	from, slot := 0, 0
	for _, m := range gap.FindAllStringSubmatchIndex(t.Value, -1) {
		r.segment(q, t, from, m[0], 0)
		slot++
		r.segment(q, t, m[0], m[1], slot)
		for i, w := range strings.Split(t.Value[m[2]:m[3]], "/") {
			w = strings.TrimSpace(w)
			_, twice := words[w]
			switch {
			case w == "":
				r.faults.Errorf(cut(t, m[0]).Pos, "empty-option", "write a word on each side of the /", "this gap has an empty word")
			case twice:
				r.faults.Errorf(cut(t, m[0]).Pos, "word-twice", "use each word once in a question", "the word %q is in a gap already", w)
			default:
				words[w] = model.Option{Slot: slot, Right: i == 0}
			}
		}
		from = m[1]
	}
	r.segment(q, t, from, len(t.Value), 0)
}

// segment adds a stretch of a text to the passage. Blanks at its ends stay: they part it from its neighbours.
func (r *reader) segment(q *model.Question, t diag.Text, from, to, slot int) {
	if from == to {
		return
	}
	s := model.Segment{Text: cut(t, from), Slot: slot}
	s.Text.Value = t.Value[from:to]
	if slot == 0 {
		left, right := blankEnds(s.Text.Value)
		s.Text = clean(s.Text)
		s.Text.Value = left + s.Text.Value + right
	}
	q.Passage = append(q.Passage, s)
}

// blankEnds gives a blank for each end of a text that has one.
func blankEnds(s string) (left, right string) {
	if strings.HasPrefix(s, " ") {
		left = " "
	}
	if strings.HasSuffix(s, " ") && strings.TrimSpace(s) != "" {
		right = " "
	}
	return left, right
}

// named reads the list that names each word or phrase of a passage once, with its feedback.
func (r *reader) named(p part, q *model.Question, items []item, words map[string]model.Option, what string) {
	if len(items) == 0 {
		r.noOptions(p, q, "below the text, write a list that names each word of a "+what+" once, with its feedback")
		return
	}
	done := map[string]bool{}
	for _, it := range items {
		o := r.option(rules{}, it)
		known, ok := words[o.Text.Value]
		switch {
		case o.Text.Value == "":
			continue
		case !ok:
			r.faults.Errorf(o.Pos, "unknown-phrase", diag.DidYouMean(o.Text.Value, sorted(words), "copy it from the text, letter by letter"),
				"%q is in no %s of the text", o.Text.Value, what)
			continue
		case done[o.Text.Value]:
			r.faults.Errorf(o.Pos, "phrase-twice", "keep one", "%q has its feedback already", o.Text.Value)
			continue
		}
		done[o.Text.Value] = true
		o.Slot, o.Right = known.Slot, known.Right
		r.misconception(rules{misconception: what == "gap"}, &o)
		q.Options = append(q.Options, o)
	}
	for _, w := range sorted(words) {
		if !done[w] {
			r.faults.Errorf(p.heading.Pos, "phrase-missing", "add \"- "+w+"\" to the list, with its feedback below", "%q has no feedback", w)
			q.Options = append(q.Options, words[w]) // it is there to choose, and counts
		}
	}
}
