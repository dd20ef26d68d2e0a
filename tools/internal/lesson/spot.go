package lesson

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// isSpot reports whether a message is before the list: a quote that is not a hint.
func isSpot(r *reader, blocks []ast.Node) bool {
	for i, b := range blocks {
		switch n := b.(type) {
		case *ast.Blockquote:
			return !r.isHint(n, blocks[i+1:])
		case *ast.List:
			return false
		}
	}
	return false
}

// spot reads a message with phrases to weigh, clues in two stars and harmless ones in one, then each with its feedback:
//
//	Which part should make Amina stop and think?
//
//	> **You have won!** *See you soon.*
//
//	- You have won!
//	  > She never entered: it is bait.
func (r *reader) spot(p part, q *model.Question) {
	b := r.body(p.blocks)
	r.stem(p, b.paragraphs, q)
	var phrases []phrase
	faults := len(r.faults)
	for i, n := range children(b.message) {
		if n.Kind() != ast.KindParagraph || i > 0 {
			r.stray([]ast.Node{n}, "the message is one paragraph")
			continue
		}
		phrases = r.marked(q, n)
	}
	if len(r.faults) > faults {
		return // it is not known which phrases are meant
	}
	clues := 0
	for _, f := range phrases {
		if f.right {
			clues++
		}
	}
	if clues == 0 || clues == len(phrases) {
		r.faults.Add(diag.Fault{
			Pos: r.at(b.message), Code: diag.Clues,
			Message: fmt.Sprintf("the message needs both clues and harmless phrases: %d of %d phrases are clues", clues, len(phrases)),
			Hint:    "mark clues with **two stars** and harmless phrases with *one*",
		})
	}
	r.named(p, q, b.items, phrases, "phrase")
	slices.SortStableFunc(q.Options, func(a, b model.Option) int { return a.Slot - b.Slot })
}

// marked splits a message at its emphasis, as Markdown's own reader finds it, and returns the phrases.
func (r *reader) marked(q *model.Question, message ast.Node) (phrases []phrase) {
	r.plain(message, ast.KindEmphasis)
	text := message.Lines()
	from := text.At(0).Start
	for _, n := range children(message) {
		emphasis, ok := n.(*ast.Emphasis)
		if !ok {
			continue
		}
		inner, ok := r.span(emphasis)
		if !ok {
			return nil
		}
		r.stretch(q, from, inner.Start-emphasis.Level, 0)
		f := phrase{slot: len(phrases) + 1, right: emphasis.Level == 2}
		r.stretch(q, inner.Start, inner.Stop, f.slot)
		f.text = q.Passage[len(q.Passage)-1].Text.Value
		phrases = append(phrases, f)
		from = inner.Stop + emphasis.Level
	}
	end := text.At(text.Len() - 1)
	r.stretch(q, from, end.Start+len(bytes.TrimSpace(end.Value(r.src.Text))), 0)
	return phrases
}

// span returns the bytes of the file that hold the text inside an emphasis. Emphasis inside emphasis is a fault.
func (r *reader) span(n ast.Node) (s text.Segment, ok bool) {
	r.plain(n)
	first, isText := n.FirstChild().(*ast.Text)
	last, isTextToo := n.LastChild().(*ast.Text)
	if !isText || !isTextToo {
		return s, false
	}
	return text.NewSegment(first.Segment.Start, last.Segment.Stop), true
}

// stretch adds part of the file to the passage, as it is. Marks of a quote at the beginning of its further lines are
// left out, and so are stars that mark nothing.
func (r *reader) stretch(q *model.Question, from, to, slot int) {
	t := diag.Text{Value: quoteMarks.ReplaceAllString(string(r.src.Text[from:max(from, to)]), "\n"), Pos: r.src.At(from)}
	if i := unescaped(t.Value, '*'); i >= 0 {
		r.faults.Add(diag.Fault{
			Pos: cut(t, i).Pos, Code: diag.StrayStar,
			Message: "this star does not mark a phrase",
			Hint:    "put the stars right around whole words; to show a star, write \\*",
		})
	}
	r.segment(q, t, 0, len(t.Value), slot)
}

var quoteMarks = regexp.MustCompile(`\\?\n[ \t]*(?:>[ \t]?)?`)
