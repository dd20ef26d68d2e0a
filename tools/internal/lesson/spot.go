package lesson

import (
	"maps"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/model"
)

// isSpot: a quote stands above the list.
func isSpot(_ *reader, blocks []ast.Node) bool {
	for _, b := range blocks {
		switch b.(type) {
		case *ast.Blockquote:
			return true
		case *ast.List:
			return false
		}
	}
	return false
}

var phrase = regexp.MustCompile(`\*\*([^*]+)\*\*|\*([^*]+)\*`)

// spot reads a message with phrases to weigh, clues in two stars and harmless ones in one, then each with its feedback:
//
//	Which part should make Amina stop and think?
//
//	> **You have won!** *See you soon.*
//
//	- You have won!
//	  > She never entered: it is bait.
func (r *reader) spot(p part, q *model.Question) {
	q.Kind = model.Spot
	b := r.body(p.blocks)
	r.stem(p, b.paragraphs, q)
	words := map[string]model.Option{}
	slots := 0
	for i, n := range children(b.message) {
		if n.Kind() != ast.KindParagraph || i > 0 {
			r.stray([]ast.Node{n}, "the message is one paragraph")
			continue
		}
		r.plain(n, ast.KindEmphasis)
		t := r.raw(n)
		from := 0
		for _, m := range phrase.FindAllStringSubmatchIndex(t.Value, -1) {
			r.segment(q, t, from, m[0], 0)
			slots++
			clue := m[2] >= 0
			begin, end := m[4], m[5]
			if clue {
				begin, end = m[2], m[3]
			}
			r.segment(q, t, begin, end, slots)
			w := t.Value[begin:end]
			if _, twice := words[w]; twice {
				r.faults.Errorf(cut(t, begin).Pos, "word-twice", "mark each phrase once", "the phrase %q is marked already", w)
			}
			words[w] = model.Option{Slot: slots, Right: clue}
			from = m[1]
		}
		r.segment(q, t, from, len(t.Value), 0)
	}
	if n := rightOf(words); n == 0 || n == len(words) {
		r.faults.Errorf(r.at(b.message), "clues", "mark clues with **two stars** and harmless phrases with *one*", "the message has %d clues among %d phrases", n, len(words))
	}
	r.named(p, q, b.items, words, "phrase")
	slices.SortFunc(q.Options, func(a, b model.Option) int { return a.Slot - b.Slot })
}

func rightOf(words map[string]model.Option) (n int) {
	for _, o := range words {
		if o.Right {
			n++
		}
	}
	return n
}

// sorted gives the words of a passage in the order of the alphabet, so that faults come in the same order twice.
func sorted(words map[string]model.Option) []string { return slices.Sorted(maps.Keys(words)) }
