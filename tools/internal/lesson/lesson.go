// Package lesson reads a lesson, which a teacher wrote in Markdown, into the model. Only this package reads the grammar
// that docs/authoring.md describes.
//
// The tree of blocks is goldmark's. Text within a block is plain: emphasis, links and HTML are faults, except for the
// few marks of the grammar (a speaker in bold, a misconception in code). Whatever does not fit is a fault at its place;
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

// Read reads one lesson. The stage is the name of its folder. A lesson with faults is as complete as possible.
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

// empty returns a lesson of which only the file is known.
func empty(src *diag.Source) model.Lesson {
	return model.Lesson{
		Pos:   diag.Pos{Source: src},
		Name:  strings.TrimSuffix(path.Base(src.Name), ".md"),
		Stage: model.Stage(path.Base(path.Dir(src.Name))),
	}
}

// airy reports whether no paragraph is too long, and adds a fault otherwise.
func (r *reader) airy() bool {
	long := r.src.CheckParagraphs(0)
	r.faults = append(r.faults, long...)
	return long == nil
}

type reader struct {
	src      *diag.Source
	lesson   model.Lesson
	pictured map[diag.Pos]bool // places at which emoji were read as pictures
	faults   diag.List
}

// header is the front matter of a lesson.
type header struct {
	Clause   diag.Text      `yaml:"clause,required"`
	Reviewed *model.Review  `yaml:"reviewed"`
	Waive    []model.Waiver `yaml:"waive"`
}

// frontMatter reads the front matter and returns the byte offset of the text after it.
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

// parse returns goldmark's tree of the text from an offset on. Link definitions stay text: the grammar has none, and
// goldmark would drop them.
func (r *reader) parse(from int) ast.Node {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	)
	return p.Parse(text.NewReader(r.src.From(from)))
}

// section is one of the sections of a lesson, in order.
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

// part is a heading and the blocks below it, up to the next heading of the same level.
type part struct {
	heading diag.Text
	blocks  []ast.Node
}

// split divides blocks into parts at headings of a level. It returns the blocks before the first heading as they are.
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
				Message: fmt.Sprintf("there is already a section %q", s.name),
				Hint:    "combine the two",
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
		Message: fmt.Sprintf("lessons have no section %q", p.heading.Value),
		Hint:    diag.DidYouMean(p.heading.Value, names, "sections are: "+strings.Join(names, ", ")),
	})
	return nil
}

// stray reports blocks that do not belong anywhere.
func (r *reader) stray(blocks []ast.Node, hint string) {
	for _, b := range blocks {
		r.faults.Add(diag.Fault{
			Pos: r.at(b), Code: diag.StrayText,
			Message: "this text does not belong to any part of the lesson",
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

// at returns the place of a block: that of its first text, or of the first text within it.
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

// raw returns a block's text as it is written, without spaces around its lines, and its place. A backslash at the end
// of a line is left out: it asks for a new line, and a lesson's text has none.
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

// escapes reports whether a backslash before byte i escapes what is there: two backslashes are one.
func escapes(s string, i int) bool {
	return (i-len(strings.TrimRight(s[:i], "\\")))%2 == 1
}

// unescaped returns the first place in s of a mark without a backslash before it, or -1.
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

// plain reports inline Markdown that is not of an allowed kind.
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
				Hint:    "use plain text; to show a *, _ or `, write \\ before it",
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

// clean resolves the backslashes and entities of Markdown, and reduces white space to single spaces.
func clean(t diag.Text) diag.Text {
	var b strings.Builder
	from := 0
	for _, at := range escaped.FindAllStringIndex(t.Value, -1) {
		b.Write(entities(t.Value[from:at[0]]))
		b.WriteString(t.Value[at[0]+1 : at[1]]) // the character after a backslash is itself, and begins no entity
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

// cut returns the text without its first n bytes, with its place moved on, to a later line if necessary.
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
