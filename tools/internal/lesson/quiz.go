package lesson

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func (r *reader) quiz(p part) {
	before, parts := r.split(p.blocks, 3)
	r.stray(before, "begin each question with a heading: ### A short title {#its-id}")
	seen := map[string]bool{}
	for _, q := range parts {
		question := r.question(q)
		if id := question.ID; id.Value != "" && seen[id.Value] {
			r.faults.Errorf(id.Pos, "duplicate-id", "give this one an id of its own", "the id %q is used in this lesson already", id.Value)
		}
		seen[question.ID.Value] = true
		r.lesson.Quiz = append(r.lesson.Quiz, question)
	}
}

var (
	headingID = regexp.MustCompile(`^(.*?)\s*\{#([^}]*)\}$`)
	slug      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	choose    = regexp.MustCompile(`Choose (two|three)\.$`)
	numbers   = map[string]int{"two": 2, "three": 3}
)

func (r *reader) question(p part) model.Question {
	q := model.Question{Title: p.heading}
	if m := headingID.FindStringSubmatchIndex(p.heading.Value); m == nil {
		r.faults.Errorf(p.heading.Pos, "missing-id", "end the heading with an id: {#a-word}; it stays when the title changes",
			"question %q has no id", p.heading.Value)
	} else {
		q.ID = cut(p.heading, m[4])
		q.ID.Value = p.heading.Value[m[4]:m[5]]
		q.Title.Value = p.heading.Value[:m[3]]
		if !slug.MatchString(q.ID.Value) {
			r.faults.Errorf(q.ID.Pos, "bad-id", "use small letters, digits and single hyphens", "%q cannot be an id", q.ID.Value)
		}
	}
	if q.Title.Value == "" {
		r.faults.Errorf(q.Title.Pos, "empty-title", "write two to four words before the id", "the question has no title")
	}
	stem, items, ordered := r.questionBlocks(q, p)
	q.Stem = stem
	if len(items) == 0 {
		r.faults.Errorf(p.heading.Pos, "no-options", "below the stem, write a list: - [x] for the best option, - [ ] for others, or 1. 2. 3. for steps",
			"question %q has nothing to choose from", q.Title.Value)
		return q
	}
	if ordered {
		q.Kind = model.Order
	} else {
		q.Kind, q.Choose = model.Choice, 1
		if m := choose.FindStringSubmatch(q.Stem.Value); m != nil {
			q.Kind, q.Choose = model.Several, numbers[m[1]]
		}
	}
	for _, item := range items {
		q.Options = append(q.Options, r.option(q.Kind, item))
	}
	r.ticks(q)
	return q
}

// item is a list item and a quote that follows its list for want of indent, or nil.
type item struct {
	node  ast.Node
	quote ast.Node
}

// questionBlocks tells the blocks of a question apart: the stem, and the items of its list. A quote between two lists
// is feedback that was not indented; it is reported, and the lists are read as the one that was meant.
func (r *reader) questionBlocks(q model.Question, p part) (stem diag.Text, items []item, ordered bool) {
	for _, b := range p.blocks {
		switch b := b.(type) {
		case *ast.Paragraph:
			if stem.Value != "" || len(items) > 0 {
				r.faults.Errorf(r.at(b), "stray-text", "a question is one paragraph and one list; join the paragraphs", "this belongs to no part of the question")
				continue
			}
			r.plain(b)
			stem = clean(r.raw(b))
		case *ast.List:
			if len(items) > 0 && (items[len(items)-1].quote == nil || ordered != b.IsOrdered()) {
				r.faults.Errorf(r.at(b), "two-lists", "keep one list of options", "a question has one list, and this is a second")
				continue
			}
			ordered = b.IsOrdered()
			for _, c := range children(b) {
				items = append(items, item{node: c})
			}
		case *ast.Blockquote:
			if len(items) == 0 {
				r.stray([]ast.Node{b}, "feedback stands under its option, indented")
				continue
			}
			r.faults.Errorf(r.at(b), "feedback-not-indented", "put as many blanks before the > as the option's text is in: two after -, three after 1.",
				"this feedback is not indented under its option")
			items[len(items)-1].quote = b
		default:
			r.stray([]ast.Node{b}, "a question is one paragraph and one list")
		}
	}
	if stem.Value == "" {
		r.faults.Errorf(p.heading.Pos, "empty-stem", "write what happens, and ask, between the heading and the list", "question %q asks nothing", q.Title.Value)
	}
	return stem, items, ordered
}

var (
	checkbox      = regexp.MustCompile(`^\[([ xX])\](?: |$)`)
	misconception = regexp.MustCompile("`([^`]*)`$")
)

func (r *reader) option(kind model.Kind, it item) model.Option {
	o := model.Option{Pos: r.at(it.node)}
	blocks := children(it.node)
	if len(blocks) > 0 && (blocks[0].Kind() == ast.KindTextBlock || blocks[0].Kind() == ast.KindParagraph) {
		o.Pos = r.at(blocks[0])
		r.plain(blocks[0], ast.KindCodeSpan)
		r.optionText(kind, r.raw(blocks[0]), &o)
		blocks = blocks[1:]
	}
	if o.Text.Value == "" {
		r.faults.Errorf(o.Pos, "empty-option", "write its words, or delete the line", "this option says nothing")
	}
	if it.quote != nil {
		blocks = append(blocks, it.quote)
	}
	for _, b := range blocks {
		if b.Kind() != ast.KindBlockquote || o.Feedback.Value != "" {
			r.stray([]ast.Node{b}, "under an option stands its feedback, a quote of one paragraph, and nothing else")
			continue
		}
		o.Feedback = r.feedback(b)
	}
	if o.Feedback.Value == "" {
		r.faults.Errorf(o.Pos, "missing-feedback", "under the option, write an indented line: > what happens, why, what to do next",
			"this option has no feedback")
	}
	return o
}

func (r *reader) optionText(kind model.Kind, t diag.Text, o *model.Option) {
	if kind != model.Order {
		m := checkbox.FindStringSubmatch(t.Value)
		if m == nil {
			r.faults.Errorf(t.Pos, "no-checkbox", "begin it with [x] for a best option or [ ] (with a blank) for any other", "this option is neither ticked nor open")
		} else {
			o.Right = m[1] != " "
			t = cut(t, len(m[0]))
		}
	}
	o.Picture, t = picture(t)
	if m := misconception.FindStringSubmatchIndex(t.Value); m != nil {
		o.Misconception = cut(t, m[2])
		o.Misconception.Value = t.Value[m[2]:m[3]]
		t.Value = t.Value[:m[0]]
	}
	if i := strings.IndexByte(t.Value, '`'); i >= 0 && !strings.Contains(t.Value, "\\`") {
		r.faults.Errorf(cut(t, i).Pos, "no-markup", "a misconception in `backticks` ends the line of a wrong option", "code is not used in a lesson's text")
	}
	o.Text = clean(t)
	switch {
	case kind == model.Order || o.Right:
		if o.Misconception.Value != "" {
			r.faults.Errorf(o.Misconception.Pos, "needless-misconception", "delete it", "only a wrong option has a misconception behind it")
		}
	case o.Misconception.Value == "":
		r.faults.Errorf(o.Pos, "missing-misconception", "end the line with the thought behind it, such as `friends-are-exempt`; data/misconceptions.yaml lists them",
			"this wrong option names no misconception")
	}
}

func (r *reader) feedback(quote ast.Node) diag.Text {
	var said []string
	t := diag.Text{Pos: r.at(quote)}
	for i, b := range children(quote) {
		if b.Kind() != ast.KindParagraph || i > 0 {
			r.stray([]ast.Node{b}, "feedback is one paragraph")
			continue
		}
		r.plain(b)
		t.Pos = r.at(b)
		said = append(said, r.raw(b).Value)
	}
	t.Value = strings.Join(said, " ")
	return clean(t)
}

// ticks holds the number of right options against the stem.
func (r *reader) ticks(q model.Question) {
	if q.Kind == model.Order {
		return
	}
	right := len(slices.DeleteFunc(slices.Clone(q.Options), func(o model.Option) bool { return !o.Right }))
	switch {
	case right == 0:
		r.faults.Errorf(q.Options[0].Pos, "no-right-answer", "tick the best option with [x]", "question %q has no right answer", q.Title.Value)
	case q.Kind == model.Choice && right > 1:
		r.faults.Errorf(q.Stem.Pos, "several-right-answers", "end the stem with \"Choose two.\" (or three), or leave one tick",
			"question %q has %d ticks and asks for one", q.Title.Value, right)
	case q.Kind == model.Several && right != q.Choose:
		r.faults.Errorf(q.Stem.Pos, "ticks-and-stem", "tick as many as the stem asks for", "question %q asks for %d and has %d ticked", q.Title.Value, q.Choose, right)
	}
}
