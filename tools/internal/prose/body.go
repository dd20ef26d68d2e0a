package prose

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"safeonline/tools/internal/diag"
)

// markdown parses as Hugo does: with the extensions that Hugo switches on (hugo.toml switches the typographer off), and
// with attributes of headings. Markdown that the site has no design for is found in the tree and refused. Hugo has
// footnotes as well, but the tree has no trace of a footnote that nothing refers to; without the extension, its [ is a
// stray mark.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithAttribute()),
).Parser()

// body reads the Markdown from an offset on.
func (r *reader) body(from int) {
	r.text = r.src.From(from)
	spans := r.shortcodes(from)
	doc := markdown.Parse(text.NewReader(r.text))
	b := body{reader: r, spans: spans, level: 1}
	b.blocks(doc)
}

// body is what is known while reading a page's blocks in order.
type body struct {
	*reader
	spans []span
	level int  // of the heading before
	html  bool // the paragraph has HTML that is reported
}

// refused are the blocks and marks of Markdown that pages do not use, with what to write instead.
var refused = map[ast.NodeKind]struct{ what, hint string }{
	ast.KindHTMLBlock:                      {"HTML", "write it in Markdown; if it is a comment, delete it"},
	ast.KindRawHTML:                        {"HTML", "write it in Markdown; to show a <, write \\<"},
	ast.KindCodeBlock:                      {"a paragraph that is indented by four spaces", "delete the spaces at the beginning of its lines"},
	ast.KindFencedCodeBlock:                {"a block of code", "for a few words of code write `code` within a sentence"},
	ast.KindBlockquote:                     {"a block that begins with >", "write a paragraph, with “ and ” around what somebody says"},
	ast.KindThematicBreak:                  {"a line across the page", "begin a new part with a heading: ## What it is about"},
	ast.KindImage:                          {"a picture", "choose pictures from data/library/scenery.yaml in the front matter: scene: [school, girl]"},
	extensionast.KindStrikethrough:         {"text that is struck through", "delete it"},
	extensionast.KindTaskCheckBox:          {"a checkbox", "write a plain list, without [ ]"},
	extensionast.KindDefinitionList:        {"a list of terms with a line that begins with :", "write a list: - **term**: what it means"},
	extensionast.KindDefinitionTerm:        {"a list of terms with a line that begins with :", "write a list: - **term**: what it means"},
	extensionast.KindDefinitionDescription: {"a list of terms with a line that begins with :", "write a list: - **term**: what it means"},
}

// refuse reports a node that pages do not use, and returns whether it is one. Its content is not read.
func (b *body) refuse(n ast.Node) bool {
	kind, ok := refused[n.Kind()]
	raw := n.Kind() == ast.KindRawHTML
	if ok && !(raw && b.html) { // <b> and </b> are one mistake
		b.faults.Add(diag.Fault{
			Pos: b.at(n), Code: diag.NoMarkup,
			Message: fmt.Sprintf("%s is not used in pages", kind.what),
			Hint:    kind.hint,
		})
	}
	b.html = raw || b.html
	return ok
}

// blocks reads the blocks within a block.
func (b *body) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b.html = false
		if b.refuse(n) {
			continue
		}
		switch n := n.(type) {
		case *ast.Heading:
			b.heading(n)
		case *ast.Paragraph, *ast.TextBlock:
			b.paragraph(n)
		case *extensionast.TableCell:
			b.cell(n)
		case *ast.LinkReferenceDefinition:
			b.faults.Add(diag.Fault{
				Pos: b.at(n), Code: diag.BadLink,
				Message: "reference links are not used in pages",
				Hint:    "write the address beside the words: [words](/address/)",
			})
		default: // the document, lists, their items, tables and rows
			if row, ok := n.(*extensionast.TableRow); ok {
				b.row(row)
			}
			b.blocks(n)
		}
	}
}

// hash reports a heading without the space after #.
var hash = regexp.MustCompile(`^#{1,6}[^#\s]`)

func (b *body) paragraph(n ast.Node) {
	at := b.at(n)
	if lines := n.Lines(); lines.Len() > 0 {
		first := lines.At(0)
		if mark := hash.Find(first.Value(b.text)); mark != nil {
			b.faults.Add(diag.Fault{
				Pos: at, Code: diag.StrayMark,
				Message: "the heading has no space after #",
				Hint:    "write a space between # and the words; to show a #, write \\#",
			})
		}
	}
	if of, alone := b.alone(n); alone && of.inline {
		b.faults.Add(diag.Fault{
			Pos: at, Code: diag.BadShortcode,
			Message: fmt.Sprintf("shortcode %q must be within a sentence", of.name),
			Hint:    "write words before or after it",
		})
	} else if !alone || n.Parent().Kind() != ast.KindDocument {
		b.inlineOnly(n)
	}
	b.inline(n)
}

// alone returns the shortcode that makes up a block, or nil.
func (b *body) alone(n ast.Node) (shortcode, bool) {
	begin, end := bounds(n)
	words := bytes.TrimSpace(b.text[begin:end])
	for _, s := range b.spans {
		if s.begin >= begin && s.end <= end {
			return s.of, len(words) == s.end-s.begin
		}
	}
	return shortcode{}, false
}

// bounds returns the offsets of the beginning and the end of a block's text.
func bounds(n ast.Node) (begin, end int) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return 0, 0
	}
	return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
}

// inlineOnly reports shortcodes within other text that must be paragraphs.
func (b *body) inlineOnly(n ast.Node) {
	begin, end := bounds(n)
	for _, s := range b.spans {
		if s.begin >= begin && s.end <= end && !s.of.inline {
			b.faults.Add(diag.Fault{
				Pos: b.src.At(s.begin), Code: diag.BadShortcode,
				Message: fmt.Sprintf("shortcode %q must be a paragraph by itself", s.of.name),
				Hint:    "put it on its own line, with an empty line above and below",
			})
		}
	}
}

func (b *body) cell(n ast.Node) {
	b.inlineOnly(n)
	b.inline(n)
}

// row reports a cell for which the table has no column: Markdown would drop it.
func (b *body) row(n *extensionast.TableRow) {
	last := n.LastChild()
	if last == nil {
		return
	}
	_, end := bounds(last)
	if end == 0 {
		return
	}
	line := b.text[end : end+endOfLine(b.text[end:])]
	if i := bytes.IndexFunc(line, func(c rune) bool { return c != '|' && c != ' ' && c != '\t' }); i >= 0 {
		b.faults.Add(diag.Fault{
			Pos: b.src.At(end + i), Code: diag.StrayText,
			Message: "the row has more cells than the table has columns",
			Hint:    "add a column to the table; to show a |, write \\|",
		})
	}
}

// inline reads the words within a block or a mark.
func (b *body) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b.refuse(n) {
			continue
		}
		switch n := n.(type) {
		case *ast.Text:
			b.run(n)
		case *ast.AutoLink:
			b.bare(n)
		case *ast.Link:
			b.target(n)
			b.inline(n)
		case *ast.CodeSpan:
		default:
			b.inline(n)
		}
	}
}

// stray matches a mark in plain text that was probably meant as Markdown, or that Markdown would use elsewhere.
var stray = regexp.MustCompile("\\*\\*|__|~~|[\\[\\]{}`]|</?[a-zA-Z]|<!")

// escaped matches a mark that is meant to be shown.
var escaped = regexp.MustCompile(`\\.`)

// run reports the first stray mark in part of a text that goldmark may have split.
func (b *body) run(n *ast.Text) {
	begin, end := n.Segment.Start, n.Segment.Stop
	if before, ok := n.PreviousSibling().(*ast.Text); ok && before.Segment.Stop == begin {
		return // examined already
	}
	for next, ok := n.NextSibling().(*ast.Text); ok && next.Segment.Start == end; next, ok = next.NextSibling().(*ast.Text) {
		end = next.Segment.Stop
	}
	b.entities(begin, end)
	words := escaped.ReplaceAllStringFunc(string(b.text[begin:end]), func(mark string) string { return strings.Repeat(string(stand), len(mark)) })
	m := stray.FindStringIndex(words)
	if m == nil {
		return
	}
	hints := []struct{ marks, hint string }{
		{"[]", "for a link write [words](/address/), with no blank within or between; for a real bracket write \\["},
		{"{}", "an id in braces, {#name}, is for the end of a heading; for a real brace write \\{"},
		{"*_~`", "close it with the same mark beside a word; for a real one write \\ before it"},
		{"<", "pages have no HTML; for a real < write \\<"},
	}
	mark := words[m[0]:m[1]]
	i := slices.IndexFunc(hints, func(h struct{ marks, hint string }) bool { return strings.Contains(h.marks, mark[:1]) })
	b.faults.Add(diag.Fault{
		Pos: b.src.At(begin + m[0]), Code: diag.StrayMark,
		Message: fmt.Sprintf("%q would be shown to readers", mark),
		Hint:    hints[i].hint,
	})
}

// entities reports the first odd character that is written as an entity, such as &#8203;.
func (b *body) entities(begin, end int) {
	words := b.text[begin:end]
	if bytes.IndexByte(words, '&') >= 0 {
		b.faults.Characters(diag.Text{Value: string(util.ResolveEntityNames(util.ResolveNumericReferences(words))), Pos: b.src.At(begin)})
	}
}

// at returns the place of a node: that of its first text, or of the first text within it.
func (b *body) at(n ast.Node) diag.Pos {
	if n.Type() == ast.TypeBlock {
		if begin, end := bounds(n); end > 0 {
			return b.src.At(begin)
		}
	}
	if p := n.Pos(); p >= 0 {
		return b.src.At(p)
	}
	if c := n.FirstChild(); c != nil {
		return b.at(c)
	}
	return b.page.Pos
}
