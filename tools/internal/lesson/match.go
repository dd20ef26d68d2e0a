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

// equals matches the sign between the two sides of a pair. It has a space on each side.
var equals = regexp.MustCompile(`(?:^|\s)=(?:\s|$)`)

// isMatch reports whether the list has an = between two sides, and no checkbox.
func isMatch(r *reader, blocks []ast.Node) bool {
	pairs := false
	for _, b := range blocks {
		if b.Kind() != ast.KindList {
			continue
		}
		for _, item := range children(b) {
			first := item.FirstChild()
			if first == nil || first.Kind() != ast.KindTextBlock && first.Kind() != ast.KindParagraph {
				continue
			}
			text := r.raw(first).Value
			if checkbox.MatchString(text) {
				return false
			}
			pairs = pairs || equals.MatchString(text)
		}
	}
	return pairs
}

// match reads pairs, each an item with its two sides. The site shuffles the right sides.
//
//	What does each of these do?
//
//	- A strong password = keeps others out
//	  > It is hard to guess.
//	- Logging out = shuts your things
//	  > The next person starts afresh.
func (r *reader) match(p part, q *model.Question) {
	b := r.body(p.blocks)
	if b.message != nil {
		r.stray([]ast.Node{b.message}, "a question is a paragraph and a list")
	}
	r.stem(p, b.paragraphs, q)
	var left, right []diag.Text
	for i, it := range b.items {
		var partner model.Bin
		o := r.option(rules{partner: &partner}, it)
		r.misconception(rules{}, &o)
		o.Slot = i + 1
		q.Options = append(q.Options, o)
		q.Bins = append(q.Bins, partner)
		left, right = append(left, o.Text), append(right, partner.Title)
	}
	r.alike(left)
	r.alike(right)
}

// partner takes the right side from a pair, and returns the left side.
func (r *reader) partner(t diag.Text, to *model.Bin) diag.Text {
	at := equals.FindStringIndex(t.Value)
	if at == nil {
		at = []int{len(t.Value), len(t.Value)}
	}
	left := t
	left.Value = strings.TrimSpace(t.Value[:at[0]])
	to.Picture, to.Title = r.picture(cut(t, at[1]))
	to.Title = clean(to.Title)
	if left.Value != "" && to.Title.Value == "" {
		r.faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.NoPartner,
			Message: fmt.Sprintf("%q has no partner", left.Value),
			Hint:    "write both sides, with = between them and a space on each side of it: - A strong password = keeps others out",
		})
	}
	return left
}

// alike reports words that are on the same side of two pairs.
func (r *reader) alike(side []diag.Text) {
	seen := map[string]diag.Text{}
	for _, t := range side {
		folded := words.Fold(t.Value)
		if before, twice := seen[folded]; twice && t.Value != "" {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.PairTwice,
				Message: fmt.Sprintf("another pair has %q on the same side", before.Value),
				Hint:    "use other words, so that each has one partner",
			})
		}
		seen[folded] = t
	}
}
