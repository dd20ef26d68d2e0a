package lesson

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// rules say what an option may have in a kind of question: a checkbox, a link to a scene, a misconception and a hint when it
// is wrong, or a partner, which is read too.
type rules struct {
	checkbox, link, misconception, hint bool
	partner                             *model.Bin
}

var (
	checkbox      = regexp.MustCompile(`^\[([ xX])\](?: |$)`)
	misconception = regexp.MustCompile("`([^`]*)`$")
	reply         = regexp.MustCompile(`(?s)^\[((?:\\.|[^\]\\])*)\]\(#([^)]*)\)$`)
)

// option reads a list item: a checkbox if the kind has one, a picture, the text, a misconception, and the feedback in
// an indented quote.
func (r *reader) option(allowed rules, it item) model.Option {
	o := model.Option{Pos: r.at(it.node)}
	blocks := children(it.node)
	if len(blocks) > 0 && (blocks[0].Kind() == ast.KindTextBlock || blocks[0].Kind() == ast.KindParagraph) {
		o.Pos = r.at(blocks[0])
		kinds := []ast.NodeKind{ast.KindCodeSpan}
		if allowed.link {
			kinds = append(kinds, ast.KindLink)
		}
		r.plain(blocks[0], kinds...)
		r.optionText(allowed, r.raw(blocks[0]), &o)
		blocks = blocks[1:]
	}
	if o.Text.Value == "" {
		r.faults.Add(diag.Fault{
			Pos: o.Pos, Code: diag.EmptyOption,
			Message: "this option has no text",
			Hint:    "write the text, or delete the line",
		})
	}
	if it.quote != nil {
		blocks = append(blocks, it.quote)
	}
	for _, b := range blocks {
		if b.Kind() != ast.KindBlockquote || o.Feedback.Value != "" {
			r.stray([]ast.Node{b}, allowed.below())
			continue
		}
		r.feedback(allowed, b, &o)
	}
	if o.Feedback.Value == "" {
		r.faults.Add(diag.Fault{
			Pos: o.Pos, Code: diag.MissingFeedback,
			Message: "this option has no feedback",
			Hint:    "add an indented line below the option: > what happens, why, what to do next",
		})
	}
	return o
}

func (r *reader) optionText(allowed rules, t diag.Text, o *model.Option) {
	if allowed.checkbox {
		m := checkbox.FindStringSubmatch(t.Value)
		if m == nil {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.NoCheckbox,
				Message: "this option has no checkbox",
				Hint:    "begin it with [x] for a best option, or [ ] (with a space) for any other",
			})
		} else {
			o.Right = m[1] != " "
			t = cut(t, len(m[0]))
		}
	}
	o.Picture, t = r.picture(t)
	if m := misconception.FindStringSubmatchIndex(t.Value); m != nil {
		o.Misconception = cut(t, m[2])
		o.Misconception.Value = t.Value[m[2]:m[3]]
		t.Value = strings.TrimRight(t.Value[:m[0]], " ")
	}
	if i := unescaped(t.Value, '`'); i >= 0 {
		r.faults.Add(diag.Fault{
			Pos: cut(t, i).Pos, Code: diag.NoMarkup,
			Message: "code is not used in a lesson's text",
			Hint:    "a misconception in `backticks` ends the line of a wrong option",
		})
	}
	if allowed.link {
		t = r.reply(t, o)
	}
	if allowed.partner != nil {
		t = r.partner(t, allowed.partner)
	}
	o.Text = clean(t)
	if allowed.checkbox {
		r.misconception(allowed, o)
	}
}

// reply takes the text and the scene from a link.
func (r *reader) reply(t diag.Text, o *model.Option) diag.Text {
	m := reply.FindStringSubmatchIndex(t.Value)
	if m == nil {
		r.faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.NoReplyLink,
			Message: "this reply does not link to a scene",
			Hint:    "write it as [the words](#id-of-the-next-scene)",
		})
		return t
	}
	o.Goto = cut(t, m[4])
	o.Goto.Value = t.Value[m[4]:m[5]]
	words := cut(t, m[2])
	words.Value = t.Value[m[2]:m[3]]
	return words
}

// misconception reports a missing or needless misconception: wrong options of some kinds have one, other options none.
func (r *reader) misconception(allowed rules, o *model.Option) {
	switch {
	case o.Right || !allowed.misconception:
		if o.Misconception.Value != "" {
			r.faults.Add(diag.Fault{
				Pos: o.Misconception.Pos, Code: diag.NeedlessMisconception,
				Message: "a right option must not name a misconception",
				Hint:    "delete it",
			})
		}
	case o.Misconception.Value == "":
		r.faults.Add(diag.Fault{
			Pos: o.Pos, Code: diag.MissingMisconception,
			Message: "this wrong option does not name a misconception",
			Hint:    "end the line with the thought behind it, such as `friends-are-exempt`; data/library/misconceptions.yaml lists them",
		})
	}
}

// below says what may be under an option.
func (allowed rules) below() string {
	if allowed.hint {
		return "under an option is one quote: its feedback and, under a wrong option, a hint; put > on the empty line between the two"
	}
	return "under an option stands its feedback, a quote of one paragraph, and nothing else"
}

// feedback reads the quote under an option: the feedback and, if it may have one, a paragraph with a hint.
func (r *reader) feedback(allowed rules, quote ast.Node, o *model.Option) {
	into := []*diag.Text{&o.Feedback}
	if allowed.hint {
		into = append(into, &o.Hint)
	}
	for i, b := range children(quote) {
		if b.Kind() != ast.KindParagraph || i >= len(into) {
			r.stray([]ast.Node{b}, allowed.below())
			continue
		}
		r.plain(b)
		*into[i] = clean(r.raw(b))
	}
	if o.Right && o.Hint.Value != "" {
		r.faults.Add(diag.Fault{
			Pos: o.Hint.Pos, Code: diag.NeedlessHint,
			Message: "a right option must not have a hint",
			Hint:    "delete this paragraph, or make it part of the feedback",
		})
	}
}
