package lesson

import (
	"fmt"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// sceneQuestion reads the question at the end of scene n of a story, if there is one. It is written like a choice of the quiz,
// below a heading of the fourth level:
//
//	#### The two boxes {#boxes}
//
//	A page asks for her full name. What could Maya do first?
//
//	- [x] Leave the box empty and ask Gran
//	  > Empty boxes tell no one who she is.
func (r *reader) sceneQuestion(ends []part, n, scenes int) []model.Question {
	if len(ends) == 0 {
		return nil
	}
	first := ends[0]
	if len(ends) > 1 {
		r.faults.Add(diag.Fault{
			Pos: ends[1].heading.Pos, Code: diag.SceneQuestion,
			Message: "the scene has a second heading below it, and may end with one question",
			Hint:    "begin another scene with ### above it, or move it below ## Quiz",
		})
		if listOf(first.blocks) == nil {
			return nil // its list is below the second heading
		}
	}
	if n == scenes {
		r.faults.Add(diag.Fault{
			Pos: first.heading.Pos, Code: diag.LastScene,
			Message: "the story ends with this question",
			Hint:    "write a scene below it, in which the story goes on",
		})
	}
	first.blocks = r.upToList(first.blocks)
	q := r.question(first)
	q.Scene = n
	if !quiz.Of(q.Kind).OneBest {
		r.faults.Add(diag.Fault{
			Pos: first.heading.Pos, Code: diag.SceneQuestion,
			Message: fmt.Sprintf("a scene ends with a choice, and question %q is of the kind %q", q.Title.Value, q.Kind),
			Hint:    "ask for the one best option, or move the question below ## Quiz",
		})
	}
	return []model.Question{q}
}

// upToList returns the blocks without the paragraphs below the list, and reports these.
func (r *reader) upToList(blocks []ast.Node) (kept []ast.Node) {
	list := listOf(blocks)
	for _, b := range blocks {
		if list != nil && b.Kind() == ast.KindParagraph && r.at(b).Line > r.at(list).Line {
			r.stray([]ast.Node{b}, "a scene ends with its question; move this to a scene of its own, below ### and its title")
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

// listOf returns the first list of the blocks, or nil.
func listOf(blocks []ast.Node) *ast.List {
	for _, b := range blocks {
		if list, ok := b.(*ast.List); ok {
			return list
		}
	}
	return nil
}
