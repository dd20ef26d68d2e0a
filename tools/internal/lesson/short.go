package lesson

import (
	"fmt"
	"regexp"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// shortly matches what begins a short stem, at the beginning of any line.
var shortly = regexp.MustCompile(`(?mi)^short[ \t]*:`)

// short reads the paragraph above the list that begins "Short:", and returns the other blocks. It is the stem in fewer words, for games,
// which have no room for long ones:
//
//	Zane offers to finish Amina's quest while she is away. He needs her password. What could Amina do first?
//
//	Short: Zane needs Amina's password to finish her quest. What could Amina do first?
//
//	- [x] Say, "I keep it private," and wait
func (r *reader) short(blocks []ast.Node, q *model.Question) (others []ast.Node) {
	for i, b := range blocks {
		if b.Kind() == ast.KindList || b.Kind() == ast.KindHeading {
			return append(others, blocks[i:]...)
		}
		if b.Kind() != ast.KindParagraph || !r.isShort(b) {
			others = append(others, b)
			continue
		}
		if q.Short.Value != "" {
			r.badShort(r.at(b), "the question has a second short stem", "keep one of the two")
			continue
		}
		r.plain(b)
		t := r.raw(b)
		q.Short = clean(cut(t, len(shortly.FindString(t.Value))))
		if q.Short.Value == "" {
			r.badShort(t.Pos, "the short stem has no words", "write the question in fewer words after \"Short:\", or delete this line")
		}
	}
	return others
}

// isShort reports whether a paragraph is a short stem. One that begins further down in a paragraph is a fault.
func (r *reader) isShort(paragraph ast.Node) bool {
	t := r.raw(paragraph)
	at := shortly.FindStringIndex(t.Value)
	if at != nil && at[0] > 0 {
		r.badShort(cut(t, at[0]).Pos, "the short stem is not a paragraph of its own", "put an empty line above \"Short:\"")
	}
	return at != nil && at[0] == 0
}

// checkShort reports a short stem that no game shows, or that does not ask what the stem asks.
func (r *reader) checkShort(q model.Question) {
	short, stem := q.Short.Value, q.Stem.Value
	switch n := utf8.RuneCountInString(stem); {
	case short == "":
	case !quiz.Of(q.Kind).Games:
		r.badShort(q.Short.Pos, fmt.Sprintf("a question of the kind %q has a short stem, and no game has such questions", q.Kind), "delete this paragraph")
	case stem == "": // which is reported
	case utf8.RuneCountInString(short) >= n:
		r.badShort(q.Short.Pos, fmt.Sprintf("the short stem is not shorter than the stem, which has %d letters", n), "use fewer words, or delete this paragraph")
	case quiz.Asked(short) != quiz.Asked(stem):
		r.badShort(q.Short.Pos, "the short stem and the stem do not ask for the same number of options", "end both with the same words, such as \"Choose two.\"")
	}
}

func (r *reader) badShort(at diag.Pos, message, hint string) {
	r.faults.Add(diag.Fault{Pos: at, Code: diag.ShortStem, Message: message, Hint: hint})
}
