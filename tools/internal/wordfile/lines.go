package wordfile

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
)

// lists are the lists that lines can be in: bullets; numbers of several levels; letters; Roman numerals.
const lists = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="○"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>`

const styles = `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Signature line"/><w:pPr><w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="5000"/><w:tab w:val="left" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr></w:style>`

// looks are the properties of a paragraph, by the word before it.
var looks = map[string]string{
	"title": `<w:pStyle w:val="T"/>`, "h1": `<w:pStyle w:val="H1"/>`, "h2": `<w:pStyle w:val="H2"/>`, "h3": `<w:pStyle w:val="H3"/>`, "sign": `<w:pStyle w:val="S"/>`,
	"bullet": in(1, 0), "bullet2": in(1, 1), "number": in(2, 0), "number2": in(2, 1), "letter": in(3, 0), "roman": in(4, 0),
}

func in(list, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list)
}

// Lines makes a Word file of lines. Before its words, a line may say what it is: a word of looks and a colon; "row:" and "head:" are rows
// of a table, with a | between cells; "box:" is a text box. A line "page" begins a page. Within a line, **words** are bold, {words} are
// marked yellow, → is a tab and ⏎ a line break.
func Lines(t testing.TB, text string) []byte {
	t.Helper()
	var body strings.Builder
	table, page := false, false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		what, rest, found := strings.Cut(line, ": ")
		row := found && (what == "row" || what == "head")
		if row != table {
			body.WriteString(map[bool]string{true: "<w:tbl>", false: "</w:tbl>"}[row])
			table = row
		}
		switch _, look := looks[what]; {
		case line == "page":
			page = true
			continue
		case row:
			body.WriteString(cells(rest, what == "head"))
			continue
		case found && what == "box":
			fmt.Fprintf(&body, `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`, paragraph("", rest))
			continue
		case !found || !look:
			what, rest = "", line
		}
		properties := looks[what]
		if page {
			properties += "<w:pageBreakBefore/>"
		}
		page = false
		body.WriteString(paragraph(properties, rest))
	}
	if table {
		body.WriteString("</w:tbl>")
	}
	return Parts(t, map[string]string{"document": body.String(), "styles": styles, "numbering": lists})
}

// cells makes a row of a table. The lines of a cell are paragraphs.
func cells(text string, head bool) string {
	var out strings.Builder
	out.WriteString("<w:tr>")
	if head {
		out.WriteString("<w:trPr><w:tblHeader/></w:trPr>")
	}
	for _, cell := range strings.Split(text, "|") {
		out.WriteString("<w:tc>")
		for _, line := range strings.Split(cell, "⏎") {
			line = strings.TrimSpace(line)
			properties := ""
			if what, rest, found := strings.Cut(line, ": "); found && looks[what] != "" {
				properties, line = looks[what], rest
			}
			out.WriteString(paragraph(properties, line))
		}
		out.WriteString("</w:tc>")
	}
	return out.String() + "</w:tr>"
}

var marked = regexp.MustCompile(`\*\*[^*]+\*\*|\{[^}]+\}|→|⏎`)

// paragraph makes a paragraph of words with marks.
func paragraph(properties, text string) string {
	var out strings.Builder
	run := func(look, text string) {
		if text != "" {
			fmt.Fprintf(&out, `<w:r><w:rPr>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, look, html.EscapeString(text))
		}
	}
	for text != "" {
		at := marked.FindStringIndex(text)
		if at == nil {
			run("", text)
			break
		}
		run("", text[:at[0]])
		switch m := text[at[0]:at[1]]; m[0] {
		case '*':
			run("<w:b/>", strings.Trim(m, "*"))
		case '{':
			run(`<w:highlight w:val="yellow"/>`, strings.Trim(m, "{}"))
		default:
			out.WriteString(map[string]string{"→": "<w:r><w:tab/></w:r>", "⏎": "<w:r><w:br/></w:r>"}[m])
		}
		text = text[at[1]:]
	}
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	return "<w:p>" + properties + out.String() + "</w:p>"
}
