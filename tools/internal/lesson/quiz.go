package lesson

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

func (r *reader) quiz(p part) {
	before, parts := r.split(p.blocks, 3)
	r.stray(before, "begin each question with a heading: ### A short title {#its-id}")
	for _, q := range parts {
		r.lesson.Quiz = append(r.lesson.Quiz, r.question(q))
	}
	if len(p.blocks) == 0 {
		r.faults.Add(diag.Fault{
			Pos: p.heading.Pos, Code: diag.EmptySection,
			Message: "the quiz has no questions",
			Hint:    "begin a question with ### and its title",
		})
	}
}

// uniqueID reports an id that is used twice in the same place.
func (r *reader) uniqueID(seen map[string]bool, id diag.Text, within string) {
	if id.Value != "" && seen[id.Value] {
		r.faults.Add(diag.Fault{
			Pos: id.Pos, Code: diag.DuplicateID,
			Message: fmt.Sprintf("the id %q is already used in %s", id.Value, within),
			Hint:    "choose another id",
		})
	}
	seen[id.Value] = true
}

// form is how authors write a kind of question: how the kind is recognised, and the function that reads it, in the file
// that is named after the kind.
type form struct {
	kind model.Kind
	is   func(r *reader, blocks []ast.Node) bool
	read func(r *reader, p part, q *model.Question)
}

// forms are tried in this order; the last one takes everything else.
var forms = []form{
	{quiz.Chat, isChat, (*reader).chat},
	{quiz.Sort, isSort, (*reader).sort},
	{quiz.Spot, isSpot, (*reader).spot},
	{quiz.Gaps, isGaps, (*reader).gaps},
	{quiz.Order, isOrder, (*reader).order},
	{quiz.Match, isMatch, (*reader).match},
	{quiz.Several, isSeveral, (*reader).several},
	{quiz.Choice, isChoice, (*reader).choice},
}

func (r *reader) question(p part) model.Question {
	q := model.Question{}
	q.Title, q.ID = r.titleAndID(p.heading, "question")
	r.answers(p, &q)
	r.uniqueID(r.ids, q.ID, "this lesson")
	return q
}

// answers reads what is below the heading of a question, whose kind shows there.
func (r *reader) answers(p part, q *model.Question) {
	p.blocks = r.short(p.blocks, q)
	for _, f := range forms {
		if f.is(r, p.blocks) {
			q.Kind = f.kind
			f.read(r, p, q)
			r.checkShort(*q)
			return
		}
	}
}

var headingID = regexp.MustCompile(`^(.*?)\s*\{#([^}]*)\}$`)

// titleAndID splits a heading such as "A short title {#its-id}".
func (r *reader) titleAndID(heading diag.Text, what string) (title, id diag.Text) {
	m := headingID.FindStringSubmatchIndex(heading.Value)
	if m == nil {
		r.faults.Add(diag.Fault{
			Pos: heading.Pos, Code: diag.MissingID,
			Message: fmt.Sprintf("%s %q has no id", what, heading.Value),
			Hint:    "add an id to the end of the heading, as in {#a-word}; keep it when the title changes",
		})
		return heading, id
	}
	id = cut(heading, m[4])
	id.Value = heading.Value[m[4]:m[5]]
	title = heading
	title.Value = heading.Value[:m[3]]
	kind.CheckID(id, &r.faults)
	if title.Value == "" {
		r.faults.Add(diag.Fault{
			Pos: title.Pos, Code: diag.EmptyTitle,
			Message: fmt.Sprintf("the %s has no title", what),
			Hint:    "write two to four words before the id",
		})
	}
	return title, id
}

// item is a list item, and the quote that follows its list because it was not indented, or nil.
type item struct {
	node  ast.Node
	quote ast.Node
}

// body is the blocks of a question by their role: paragraphs, a quoted message or hint, and the items of its list.
type body struct {
	paragraphs []*ast.Paragraph
	message    *ast.Blockquote
	items      []item
	ordered    bool
}

// body sorts the blocks of a question by their role. A quote between two lists is feedback that was not indented: it is
// reported, and the lists are read as one. A quote before the list is a message or a hint.
func (r *reader) body(blocks []ast.Node) (b body) {
	for _, block := range blocks {
		switch n := block.(type) {
		case *ast.Paragraph:
			if len(b.items) > 0 {
				r.stray([]ast.Node{n}, "a question ends with its list; join the paragraphs above it")
				continue
			}
			b.paragraphs = append(b.paragraphs, n)
		case *ast.List:
			r.list(&b, n)
		case *ast.Blockquote:
			r.quote(&b, n)
		default:
			r.stray([]ast.Node{n}, "a question is a paragraph and a list")
		}
	}
	return b
}

func (r *reader) list(b *body, n *ast.List) {
	if len(b.items) > 0 && (b.items[len(b.items)-1].quote == nil || b.ordered != n.IsOrdered()) {
		r.faults.Add(diag.Fault{
			Pos: r.at(n), Code: diag.TwoLists,
			Message: "the question has a second list",
			Hint:    "keep one list of options",
		})
		return
	}
	b.ordered = n.IsOrdered()
	for _, c := range children(n) {
		b.items = append(b.items, item{node: c})
	}
}

func (r *reader) quote(b *body, n *ast.Blockquote) {
	switch {
	case len(b.items) > 0:
		r.faults.Add(diag.Fault{
			Pos: r.at(n), Code: diag.FeedbackNotIndented,
			Message: "this feedback is not indented under its option",
			Hint:    "put spaces before the >: two below an option that begins with -, three below one that begins with 1.",
		})
		b.items[len(b.items)-1].quote = n
	case b.message != nil:
		r.stray([]ast.Node{n}, "a question has one quote above its list")
	default:
		b.message = n
	}
}

// stem reads the one paragraph that says what happens, and asks.
func (r *reader) stem(p part, paragraphs []*ast.Paragraph, q *model.Question) {
	for i, n := range paragraphs {
		if i > 0 {
			r.stray([]ast.Node{n}, "the stem is one paragraph; join the two")
			continue
		}
		r.plain(n)
		q.Stem = clean(r.raw(n))
	}
	if q.Stem.Value == "" {
		r.faults.Add(diag.Fault{
			Pos: p.heading.Pos, Code: diag.EmptyStem,
			Message: fmt.Sprintf("question %q has no text", q.Title.Value),
			Hint:    "between the heading and the list, write what happens and the question",
		})
	}
}

// noOptions reports a question without a list.
func (r *reader) noOptions(p part, q *model.Question, hint string) {
	r.faults.Add(diag.Fault{
		Pos: p.heading.Pos, Code: diag.NoOptions,
		Message: fmt.Sprintf("question %q has no options", q.Title.Value),
		Hint:    hint,
	})
}

// right counts the options that are part of the answer.
func right(options []model.Option) int {
	return len(slices.DeleteFunc(slices.Clone(options), func(o model.Option) bool { return !o.Right }))
}
