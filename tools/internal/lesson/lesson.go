// Package lesson reads a lesson, Markdown that a teacher wrote, into the model. It is the one reader of the grammar
// that docs/authoring.md describes.
//
// The tree of blocks is goldmark's. Text within a block is plain: emphasis, links and HTML are faults, but for the few
// marks of the grammar (a speaker in bold, a misconception in code). Whatever does not fit is a fault at its place;
// nothing is skipped.
package lesson

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// Read reads one lesson. The stage is the name of its folder. A lesson with faults is as complete as could be made of it.
func Read(src *diag.Source) (model.Lesson, diag.List) {
	r := reader{src: src, lesson: empty(src), pictured: map[diag.Pos]bool{}}
	if body, ok := r.frontMatter(); ok && r.airy() {
		r.sections(r.parse(body))
		r.strayKeycaps()
		r.entities(body)
	}
	r.lesson.Flawed = r.faults.Failed()
	return r.lesson, r.faults
}

// empty is a lesson of which no more is known than where it stands.
func empty(src *diag.Source) model.Lesson {
	return model.Lesson{
		Pos:   diag.Pos{Source: src},
		Name:  strings.TrimSuffix(path.Base(src.Name), ".md"),
		Stage: model.Stage(path.Base(path.Dir(src.Name))),
	}
}

// airy reports whether no paragraph is too long.
func (r *reader) airy() bool {
	long := r.src.CheckParagraphs(0)
	r.faults = append(r.faults, long...)
	return long == nil
}

type reader struct {
	src      *diag.Source
	lesson   model.Lesson
	pictured map[diag.Pos]bool // where emoji were read as pictures
	faults   diag.List
}

// header is a lesson's front matter.
type header struct {
	Clause   diag.Text      `yaml:"clause,required"`
	Reviewed *model.Review  `yaml:"reviewed"`
	Waive    []model.Waiver `yaml:"waive"`
}

// frontMatter reads what stands between the first two lines of --- and gives the offset of what follows.
func (r *reader) frontMatter() (body int, ok bool) {
	front, body, ok := record.FrontMatter(r.src)
	if !ok {
		r.faults.Add(diag.Fault{
			Pos: r.src.At(0), Code: diag.NoFrontMatter,
			Message: "the lesson does not say which clause it teaches",
			Hint:    "begin the file with three lines: ---, clause: ks2-5, ---",
		})
		return 0, false
	}
	var h header
	r.faults = append(r.faults, record.DecodeAt(r.src, front, 0, &h)...)
	r.lesson.Clause, r.lesson.Reviewed, r.lesson.Waivers = h.Clause, h.Reviewed, h.Waive
	return body, true
}

// parse gives goldmark's tree of the text from an offset on. Link definitions are left as text: the grammar has none, and none may vanish.
func (r *reader) parse(from int) ast.Node {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	)
	return p.Parse(text.NewReader(r.src.From(from)))
}

// section is one of the headings that a lesson has, in their order.
type section struct {
	name string
	read func(*reader, part)
	some bool // only some lessons have it; package site knows which
}

var sectionTable = []section{
	{name: "Story", read: (*reader).story},
	{name: "Quiz", read: (*reader).quiz},
	{name: "Again", read: (*reader).again, some: true},
	{name: "Talk", read: (*reader).talk},
	{name: "Home", read: (*reader).home},
	{name: "Words", read: (*reader).words},
	{name: "Teach", read: (*reader).teach},
}

// part is a heading and the blocks below it, up to the next heading of its level.
type part struct {
	heading diag.Text
	blocks  []ast.Node
}

// split cuts blocks into parts at headings of a level. What stands before the first is returned as it is.
func (r *reader) split(blocks []ast.Node, level int) (before []ast.Node, parts []part) {
	for _, b := range blocks {
		h, ok := b.(*ast.Heading)
		switch {
		case ok && h.Level == level:
			parts = append(parts, part{heading: r.headingText(h)})
		case len(parts) == 0:
			before = append(before, b)
		default:
			last := &parts[len(parts)-1]
			last.blocks = append(last.blocks, b)
		}
	}
	return before, parts
}

func (r *reader) sections(doc ast.Node) {
	before, parts := r.split(children(doc), 2)
	r.stray(before, "move it below a heading such as ## Story")
	seen := map[string]bool{}
	for _, p := range parts {
		s := r.section(p)
		if s == nil {
			continue
		}
		if seen[s.name] {
			r.faults.Add(diag.Fault{
				Pos: p.heading.Pos, Code: diag.SectionTwice,
				Message: fmt.Sprintf("there is a section %q already", s.name),
				Hint:    "join the two",
			})
			continue
		}
		seen[s.name] = true
		s.read(r, p)
	}
	for _, s := range sectionTable {
		if !seen[s.name] && !s.some {
			r.faults.Add(diag.Fault{
				Pos: r.lesson.Pos, Code: diag.MissingSection,
				Message: fmt.Sprintf("the lesson has no section %q", s.name),
				Hint:    "add a heading ## " + s.name + " and what belongs below it",
			})
		}
	}
}

func (r *reader) section(p part) *section {
	var names []string
	for i, s := range sectionTable {
		if s.name == p.heading.Value {
			return &sectionTable[i]
		}
		names = append(names, s.name)
	}
	r.faults.Add(diag.Fault{
		Pos: p.heading.Pos, Code: diag.UnknownSection,
		Message: fmt.Sprintf("a lesson has no section %q", p.heading.Value),
		Hint:    diag.DidYouMean(p.heading.Value, names, "sections are: "+strings.Join(names, ", ")),
	})
	return nil
}

// stray reports blocks that stand where nothing belongs.
func (r *reader) stray(blocks []ast.Node, hint string) {
	for _, b := range blocks {
		r.faults.Add(diag.Fault{
			Pos: r.at(b), Code: diag.StrayText,
			Message: "this belongs to no part of the lesson",
			Hint:    hint,
		})
	}
}

func children(n ast.Node) (nodes []ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		nodes = append(nodes, c)
	}
	return nodes
}

// at gives the place of a block: that of its first text, or of the first text within it.
func (r *reader) at(n ast.Node) diag.Pos {
	if n.Type() == ast.TypeBlock {
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			return r.src.At(lines.At(0).Start)
		}
	}
	if t, ok := n.(*ast.Text); ok {
		return r.src.At(t.Segment.Start)
	}
	if p := n.Pos(); p >= 0 {
		return r.src.At(p)
	}
	if c := n.FirstChild(); c != nil {
		return r.at(c)
	}
	return r.lesson.Pos
}

// raw gives a block's text as it is written, without the blanks around its lines, with its place. A backslash at the end
// of a line asks for a new line, which a lesson's text has none of: it is no part of the text.
func (r *reader) raw(n ast.Node) diag.Text {
	var lines []string
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := strings.TrimSpace(string(seg.Value(r.src.Text)))
		if escapes(line, len(line)) {
			line = strings.TrimSpace(line[:len(line)-1])
		}
		lines = append(lines, line)
	}
	return diag.Text{Value: strings.Join(lines, "\n"), Pos: r.at(n)}
}

// escapes reports whether a backslash before byte i takes its meaning from what stands there: two are one backslash.
func escapes(s string, i int) bool {
	return (i-len(strings.TrimRight(s[:i], "\\")))%2 == 1
}

// unescaped returns the first place in s of a mark that no backslash stands before, or -1.
func unescaped(s string, mark byte) int {
	for i := range len(s) {
		if s[i] == mark && !escapes(s, i) {
			return i
		}
	}
	return -1
}

func (r *reader) headingText(h *ast.Heading) diag.Text {
	t := r.raw(h)
	r.plain(h)
	return clean(t)
}

// plain reports inline Markdown that is not among the allowed kinds.
func (r *reader) plain(block ast.Node, allowed ...ast.NodeKind) {
	for c := block.FirstChild(); c != nil; c = c.NextSibling() {
		ok := c.Kind() == ast.KindText || c.Kind() == ast.KindString
		for _, k := range allowed {
			ok = ok || c.Kind() == k
		}
		if !ok {
			r.faults.Add(diag.Fault{
				Pos: r.at(c), Code: diag.NoMarkup,
				Message: fmt.Sprintf("%s is not used in a lesson's text", inlineName(c)),
				Hint:    "write it in plain words; for a real * or _ or ` write \\ before it",
			})
		}
	}
}

func inlineName(n ast.Node) string {
	switch n.Kind() {
	case ast.KindEmphasis:
		return "emphasis"
	case ast.KindLink, ast.KindAutoLink:
		return "a link"
	case ast.KindImage:
		return "an image"
	case ast.KindCodeSpan:
		return "code"
	}
	return "HTML"
}

// clean resolves what Markdown writes with backslashes and entities, and folds blanks.
func clean(t diag.Text) diag.Text {
	var b strings.Builder
	from := 0
	for _, at := range escaped.FindAllStringIndex(t.Value, -1) {
		b.Write(entities(t.Value[from:at[0]]))
		b.WriteString(t.Value[at[0]+1 : at[1]]) // what follows a backslash is itself, and begins no entity
		from = at[1]
	}
	b.Write(entities(t.Value[from:]))
	t.Value = strings.Join(strings.Fields(b.String()), " ")
	return t
}

var escaped = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)

func entities(s string) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences([]byte(s)))
}

// cut gives the text without its first n bytes, and its place moved along, to a further line if need be.
func cut(t diag.Text, n int) diag.Text {
	rest := strings.TrimLeft(t.Value[n:], " \n")
	gone := t.Value[:len(t.Value)-len(rest)]
	if i := strings.LastIndexByte(gone, '\n'); i >= 0 {
		t.Pos.Line += strings.Count(gone, "\n")
		line, _, _ := strings.Cut(t.Value[i+1:], "\n")
		before, _, _ := strings.Cut(t.Pos.Source.Line(t.Pos.Line), line)
		t.Pos.Col = utf8.RuneCountInString(before) + 1
		gone = gone[i+1:]
	}
	t.Pos.Col += utf8.RuneCountInString(gone)
	t.Value = rest
	return t
}
