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

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// Read reads one lesson. The stage is the name of its folder. A lesson with faults is as complete as possible.
func Read(src *diag.Source) (model.Lesson, diag.List) {
	r := reader{src: src, lesson: empty(src), pictured: map[diag.Pos]bool{}, ids: map[string]bool{}}
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
		Stage: path.Base(path.Dir(src.Name)),
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
	ids      map[string]bool   // of the questions
	faults   diag.List
}

// header is the front matter of a lesson.
type header struct {
	Topic diag.Text      `yaml:"topic,required"`
	Waive []model.Waiver `yaml:"waive"`
}

// frontMatter reads the front matter and returns the byte offset of the text after it.
func (r *reader) frontMatter() (body int, ok bool) {
	front, body, ok := record.FrontMatter(r.src)
	if !ok {
		r.faults.Add(diag.Fault{
			Pos: r.src.At(0), Code: diag.NoFrontMatter,
			Message: "the lesson does not say what it is about",
			Hint:    "begin the file with three lines: ---, topic: and a topic of data/library/topics.yaml, ---",
		})
		return 0, false
	}
	var h header
	r.faults = append(r.faults, record.DecodeAt(r.src, front, 0, &h)...)
	r.lesson.Topic, r.lesson.Waivers = h.Topic, h.Waive
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
	{name: "Refrain", read: (*reader).refrain, some: true},
	{name: "Exit slip", read: (*reader).slip},
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
		Hint:    diag.DidYouMean(p.heading.Value, names, "write ### before the title of a scene or a question; sections, with ##, are: "+strings.Join(names, ", ")),
	})
	return nil
}

// bullet matches the marks that word processors write before an item of a list.
var bullet = regexp.MustCompile(`^(?:[•◦▪‣·–—] ?|o )`)

// stray reports blocks that do not belong anywhere.
func (r *reader) stray(blocks []ast.Node, hint string) {
	for _, b := range blocks {
		hint := hint
		if mark := bullet.FindString(r.raw(b).Value); mark != "" {
			hint = "write - in place of " + strings.TrimSpace(mark) + ": that makes it an item of a list"
		}
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

// emptySection reports a section or scene without text.
func (r *reader) emptySection(p part, message string) {
	r.faults.Add(diag.Fault{
		Pos: p.heading.Pos, Code: diag.EmptySection,
		Message: message,
		Hint:    "write a paragraph below the heading",
	})
}
