package source

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/diag"
)

var parser = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Parser()

// deepest is how many marks of nesting may be at the beginning of a line. The parser takes long over many.
const deepest = 24

// markdown reads Markdown (CommonMark, with tables). Its lines are counted from 1, and a block is at the line on which it begins.
func markdown(f *block.File, name, from string) *block.Fault {
	src := diag.NewSource(name, []byte(from))
	if len(from) > diag.Limit {
		return tooLarge(fmt.Sprintf("the text is longer than %d KB", diag.Limit>>10))
	}
	if faults := src.CheckParagraphs(0); len(faults) > 0 {
		fault := tooLarge(faults[0].Message)
		fault.Place, fault.Hint = block.Place{Part: block.Lines, Paragraph: faults[0].Pos.Line}, faults[0].Hint
		return fault
	}
	for i, line := range strings.Split(from, "\n") {
		if nesting(line) > deepest {
			return &block.Fault{
				Kind: block.TooDeep, Place: block.Place{Part: block.Lines, Paragraph: i + 1},
				Message: fmt.Sprintf("the line is nested more than %d deep", deepest), Hint: "use at most three levels",
			}
		}
	}
	m := &markdownReader{file: f, source: src}
	m.blocks(parser.Parse(text.NewReader(src.Text)), block.Block{})
	f.Paragraphs = len(f.Blocks) + len(f.Left)
	return nil
}

// nesting counts the marks of nesting at the beginning of a line, but for a line across the page.
func nesting(line string) (n int) {
	words := strings.TrimLeft(line, " \t>-+*[")
	if words == "" && !strings.Contains(line, ">") {
		return 0
	}
	for _, r := range line[:len(line)-len(words)] {
		switch r {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			n += 2
		}
	}
	return n / 2
}

// markdownReader makes blocks of what the parser found.
type markdownReader struct {
	file   *block.File
	source *diag.Source
	at     block.Place
	runs   []block.Run
	tables int
}

// blocks reads what is in a node, whose blocks have what is in like.
func (m *markdownReader) blocks(of ast.Node, like block.Block) {
	for n := of.FirstChild(); n != nil; n = n.NextSibling() {
		m.one(n, like)
	}
}

// one reads one node.
func (m *markdownReader) one(n ast.Node, like block.Block) {
	m.place(n)
	switch n := n.(type) {
	case *ast.Heading:
		like.Heading = n.Level
		m.words(n, like)
	case *ast.List:
		m.list(n, like)
	case *tables.Table:
		m.table(n)
	case *ast.ThematicBreak:
		m.leave(block.Rule, "")
	case *ast.HTMLBlock, *ast.CodeBlock, *ast.FencedCodeBlock:
		m.literal(n, like)
	case *ast.Paragraph, *ast.TextBlock:
		m.words(n, like)
	default:
		m.blocks(n, like)
	}
}

// place notes on which line a node begins.
func (m *markdownReader) place(n ast.Node) {
	if at := n.Pos(); at >= 0 {
		m.at = block.Place{Part: block.Lines, Paragraph: m.source.At(at).Line}
	}
}

func (m *markdownReader) leave(why block.Why, text string) {
	m.file.Left = append(m.file.Left, block.Left{Place: m.at, Why: why, Text: text})
}

// words makes a block of the words of a node.
func (m *markdownReader) words(n ast.Node, like block.Block) {
	m.runs = nil
	m.inline(n, block.Run{})
	m.put(like)
}

func (m *markdownReader) put(like block.Block) {
	like.Place, like.Runs = m.at, m.runs
	if like.IsBlank() && like.Number == "" {
		m.leave(block.Empty, like.Text())
		return
	}
	m.file.Blocks = append(m.file.Blocks, like)
}

// literal makes a block of lines that are not Markdown. Comments are left out.
func (m *markdownReader) literal(n ast.Node, like block.Block) {
	var out strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		out.Write(line.Value(m.source.Text))
	}
	if h, is := n.(*ast.HTMLBlock); is && h.HasClosure() {
		out.Write(h.ClosureLine.Value(m.source.Text))
	}
	text := strings.TrimRight(out.String(), "\n")
	if strings.HasPrefix(strings.TrimSpace(text), "<!--") {
		m.leave(block.Comment, text)
		return
	}
	m.runs = nil
	m.add(block.Run{Text: text})
	m.put(like)
}

// list reads a list. Its numbers are as Markdown shows them: they go on from the first.
func (m *markdownReader) list(n *ast.List, like block.Block) {
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		first := block.Block{List: like.List + 1, Number: "•", Bullet: true}
		if n.IsOrdered() {
			first.Number, first.Bullet = fmt.Sprintf("%d%c", number, n.Marker), false
			number++
		}
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			if _, list := c.(*ast.List); list {
				m.one(c, block.Block{List: like.List + 1})
				continue
			}
			m.one(c, first)
			first = block.Block{}
		}
	}
}

// table reads a table.
func (m *markdownReader) table(n *tables.Table) {
	m.tables++
	row := 0
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		row++
		_, header := r.(*tables.TableHeader)
		column := 0
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			column++
			m.place(c)
			m.words(c, block.Block{Cell: &block.Cell{Table: m.tables, Row: row, Column: column, Span: 1, Header: header}})
		}
	}
}

// inline reads what is in a line of words that look a certain way.
func (m *markdownReader) inline(of ast.Node, look block.Run) {
	for n := of.FirstChild(); n != nil; n = n.NextSibling() {
		look := look
		switch n := n.(type) {
		case *ast.Text:
			m.text(n, look)
			continue
		case *ast.String:
			look.Text = string(n.Value)
			m.add(look)
			continue
		case *ast.Emphasis:
			look.Bold, look.Italic = look.Bold || n.Level == 2, look.Italic || n.Level == 1
		case *tables.Strikethrough:
			look.Struck = true
		case *tables.TaskCheckBox:
			look.Text = map[bool]string{false: "☐ ", true: "☒ "}[n.IsChecked]
			m.add(look)
		case *ast.Link:
			look.Link = string(n.Destination)
		case *ast.AutoLink:
			look.Link, look.Text = string(n.URL(m.source.Text)), string(n.Label(m.source.Text))
			m.add(look)
		case *ast.RawHTML:
			m.html(n, look)
		case *ast.Image:
			m.file.Notices.Add(m.at, block.Told{Kind: block.LeftOut, What: "picture: " + string(n.Destination), Count: 1})
			continue
		}
		m.inline(n, look)
	}
}

// text adds the letters of a text, with characters in the place of their escapes.
func (m *markdownReader) text(n *ast.Text, look block.Run) {
	value := n.Segment.Value(m.source.Text)
	if _, code := n.Parent().(*ast.CodeSpan); !code {
		value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
	}
	look.Text = string(value)
	switch {
	case n.HardLineBreak():
		look.Text += "\n"
	case n.SoftLineBreak():
		look.Text += " "
	}
	m.add(look)
}

// html adds a line break for <br>, and leaves other tags out.
func (m *markdownReader) html(n *ast.RawHTML, look block.Run) {
	var tag strings.Builder
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		tag.Write(s.Value(m.source.Text))
	}
	if strings.HasPrefix(strings.ToLower(tag.String()), "<br") {
		look.Text = "\n"
		m.add(look)
		return
	}
	m.file.Notices.Add(m.at, block.Told{Kind: block.LeftOut, What: tag.String(), Count: 1})
}

// add adds a run, or its text to the run before if they look the same.
func (m *markdownReader) add(r block.Run) {
	r.Text = block.Clean(r.Text, func(t block.Told) { m.file.Notices.Add(m.at, t) })
	if r.Text == "" {
		return
	}
	if n := len(m.runs); n > 0 && m.runs[n-1].SameLook(r) {
		m.runs[n-1].Text += r.Text
		return
	}
	m.runs = append(m.runs, r)
}
