package lesson

import (
	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/model"
)

// isOrder reports whether the first list is numbered.
func isOrder(_ *reader, blocks []ast.Node) bool {
	for _, b := range blocks {
		if list, ok := b.(*ast.List); ok {
			return list.IsOrdered()
		}
	}
	return false
}

// order reads steps in their right order:
//
//	Amina told somebody her password. Put the steps in order.
//
//	1. Stop playing
//	   > Stop first, so nothing more changes.
//	2. Tell a grown-up
//	   > They help with the rest.
func (r *reader) order(p part, q *model.Question) {
	b := r.body(p.blocks)
	r.stem(p, b.paragraphs, q)
	r.hint(b, q)
	for _, it := range b.items {
		o := r.option(rules{}, it)
		r.misconception(rules{}, &o)
		q.Options = append(q.Options, o)
	}
}
