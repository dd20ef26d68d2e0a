package lesson

import (
	"slices"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/model"
)

// isHint reports whether a quote above a list is a hint, not a message: none of its phrases is marked, and the list is of
// steps, or of options with checkboxes.
func (r *reader) isHint(quote *ast.Blockquote, below []ast.Node) bool {
	list := listOf(below)
	if list == nil || slices.ContainsFunc(children(quote), hasEmphasis) {
		return false
	}
	return list.IsOrdered() || slices.ContainsFunc(children(list), func(item ast.Node) bool {
		first := item.FirstChild()
		isText := first != nil && (first.Kind() == ast.KindTextBlock || first.Kind() == ast.KindParagraph)
		return isText && checkbox.MatchString(r.raw(first).Value)
	})
}

func hasEmphasis(block ast.Node) bool {
	return slices.ContainsFunc(children(block), func(n ast.Node) bool { return n.Kind() == ast.KindEmphasis })
}

// hint reads the quote between the stem and the list, if there is one: a hint for all wrong options.
//
//	Zane wants her password. What could Amina do first?
//
//	> Who could still be told tomorrow?
//
//	- [x] Say, "I keep it private," and wait
func (r *reader) hint(b body, q *model.Question) {
	if b.message == nil {
		return
	}
	if len(b.paragraphs) == 0 || r.at(b.message).Line < r.at(b.paragraphs[0]).Line {
		r.stray([]ast.Node{b.message}, "put the hint between the stem and the list")
		return
	}
	if b.message.ChildCount() == 0 {
		r.stray([]ast.Node{b.message}, "write the hint after the >, or delete the line")
	}
	for i, n := range children(b.message) {
		if n.Kind() != ast.KindParagraph || i > 0 {
			r.stray([]ast.Node{n}, "a hint is one paragraph")
			continue
		}
		r.plain(n)
		q.Hint = clean(r.raw(n))
	}
}
