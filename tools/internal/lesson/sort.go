package lesson

import (
	"fmt"
	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// isSort reports whether there are headings of the fourth level, and none is a scene of a chat.
func isSort(r *reader, blocks []ast.Node) bool { return len(fourths(blocks)) > 0 && !isChat(r, blocks) }

// fourths returns the headings of the fourth level.
func fourths(blocks []ast.Node) (headings []*ast.Heading) {
	for _, b := range blocks {
		if h, ok := b.(*ast.Heading); ok && h.Level == 4 {
			headings = append(headings, h)
		}
	}
	return headings
}

// sort reads bins, each a heading with the list of what belongs in it:
//
//	Where does each one go?
//
//	#### 🔒 Keep private
//
//	- Her password
//	  > It opens her account.
func (r *reader) sort(p part, q *model.Question) {
	before, bins := r.split(p.blocks, 4)
	b := r.body(before)
	r.stem(p, b.paragraphs, q)
	r.strayItems(b, "begin each bin with a heading: #### 🔒 Keep private")
	seen := map[string]bool{}
	for n, bin := range bins {
		picture, title := r.picture(bin.heading)
		if title.Value == "" {
			r.faults.Add(diag.Fault{
				Pos: bin.heading.Pos, Code: diag.EmptyTitle,
				Message: "the bin has no name",
				Hint:    "write what belongs in it: #### 🔒 Keep private",
			})
		}
		q.Bins = append(q.Bins, model.Bin{Picture: picture, Title: title})
		in := r.body(bin.blocks)
		for _, paragraph := range in.paragraphs {
			r.stray([]ast.Node{paragraph}, "a bin is a heading and a list")
		}
		if len(in.items) == 0 {
			r.faults.Add(diag.Fault{
				Pos: bin.heading.Pos, Code: diag.EmptyBin,
				Message: fmt.Sprintf("bin %q is empty", title.Value),
				Hint:    "write a list of what belongs in it below the heading",
			})
		}
		for _, o := range r.itemsOf(in, n+1) {
			if seen[o.Text.Value] {
				r.faults.Add(diag.Fault{
					Pos: o.Pos, Code: diag.ItemTwice,
					Message: fmt.Sprintf("%q is already in a bin", o.Text.Value),
					Hint:    "keep it in the bin where it belongs",
				})
			}
			seen[o.Text.Value] = true
			q.Options = append(q.Options, o)
		}
	}
}

// strayItems reports a message or a list where none belongs.
func (r *reader) strayItems(b body, hint string) {
	if b.message != nil {
		r.stray([]ast.Node{b.message}, hint)
	}
	if len(b.items) > 0 {
		r.stray([]ast.Node{b.items[0].node}, hint)
	}
}

// itemsOf reads the items of a bin, which is the one with this number.
func (r *reader) itemsOf(bin body, number int) (items []model.Option) {
	for _, it := range bin.items {
		o := r.option(rules{}, it)
		r.misconception(rules{}, &o)
		o.Slot = number
		items = append(items, o)
	}
	return items
}
