package prose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// shortcode is a template of layouts/_shortcodes, with which a page shows the site's data. Package site, which knows
// the data, checks the values of its parameters.
type shortcode struct {
	name        string
	least, most int  // parameters
	inline      bool // it stands for words within a sentence; the others are paragraphs
	example     string
}

// many is more parameters than any page needs.
const many = 12

// shortcodes are all shortcodes, in alphabetical order.
var shortcodes = []shortcode{
	{name: "behaviour", least: 1, most: 1, inline: true, example: `{{< behaviour "behaviour policy" >}}`},
	{name: "corrections", example: "{{< corrections >}}"},
	{name: "decks", example: "{{< decks >}}"},
	{name: "expected", example: "{{< expected >}}"},
	{name: "forget", example: "{{< forget >}}"},
	{name: "forms", example: "{{< forms >}}"},
	{name: "home-rules", most: 1, example: "{{< home-rules pupils >}}"},
	{name: "law", least: 1, most: 1, example: "{{< law storage >}}"},
	{name: "lessons", example: "{{< lessons >}}"},
	{name: "lessons-read", example: "{{< lessons-read >}}"},
	{name: "licences", example: "{{< licences >}}"},
	{name: "links", least: 1, most: many, example: `{{< links "/help/" "/policy/" >}}`},
	{name: "look-again", example: "{{< look-again >}}"},
	{name: "mark", least: 1, most: 1, inline: true, example: "{{< mark pupils-5 >}}"},
	{name: "minutes", example: "{{< minutes >}}"},
	{name: "no-printer", example: "{{< no-printer >}}"},
	{name: "office", example: "{{< office >}}"},
	{name: "person", least: 2, most: 2, inline: true, example: `{{< person safeguarding-lead "safeguarding lead" >}}`},
	{name: "policy", least: 1, most: 1, inline: true, example: "{{< policy title >}}"},
	{name: "ring", most: many, example: "{{< ring nspcc >}}"},
	{name: "rule-counts", inline: true, example: "{{< rule-counts >}}"},
	{name: "school", least: 1, most: 1, inline: true, example: "{{< school name >}}"},
	{name: "sets", example: "{{< sets >}}"},
	{name: "sheets", most: many, example: "{{< sheets pupils staff >}}"},
	{name: "standards", example: "{{< standards >}}"},
	{name: "statements", example: "{{< statements >}}"},
	{name: "taught", least: 2, most: 3, inline: true, example: `{{< taught "STAGE/LESSON" "the lesson on passwords" "a talk" >}}`},
	{name: "unknown", example: "{{< unknown >}}"},
	{name: "year", example: "{{< year >}}"},
}

// stand is the letter that replaces each character of a shortcode, so that goldmark takes the shortcode for a word, as
// it does what Hugo puts there.
const stand = 'x'

// span is the place of a shortcode in the text.
type span struct {
	begin, end int
	of         shortcode
}

var (
	braces = regexp.MustCompile(`\{\{|\}\}|\{[<%]|[>%]\}`)
	// called matches a shortcode on one line: its name, and the rest. Hugo refuses other signs outside quotes, and takes a
	// slash there for the end of a shortcode.
	called    = regexp.MustCompile(`^\{\{<[ \t]*([^\s"<>{}]+)((?:[ \t]+(?:"[^"\n]*"|[\pL\pN_.=-]+))*)[ \t]*>\}\}`)
	parameter = regexp.MustCompile(`"[^"\n]*"|[^\s"]+`)
)

// shortcodes reads the shortcodes from an offset on, and replaces them by letters.
func (r *reader) shortcodes(from int) (spans []span) {
	for at := from; ; {
		m := braces.FindIndex(r.text[at:])
		if m == nil {
			return spans
		}
		begin := at + m[0]
		rest := r.text[begin:]
		call := called.FindSubmatchIndex(rest)
		if call == nil || rest[call[2]] == '/' && rest[call[2]+1] == '*' {
			r.malformed(begin)
			at = begin + endOfLine(rest)
			r.cover(begin, at, "{}<>%")
		} else {
			at = begin + call[1]
			if s, ok := r.call(begin, rest, call); ok {
				spans = append(spans, span{begin, at, s})
			}
			r.cover(begin, at, "")
		}
	}
}

// cover replaces the given characters of the text by letters, or all characters.
func (r *reader) cover(begin, end int, of string) {
	for i := begin; i < end; i++ {
		if of == "" || strings.IndexByte(of, r.text[i]) >= 0 {
			r.text[i] = stand
		}
	}
}

// endOfLine returns the length of the first line. A line with a mistake is reported once.
func endOfLine(text []byte) int {
	if i := slices.Index(text, '\n'); i >= 0 {
		return i
	}
	return len(text)
}

// malformed reports braces that do not form a shortcode.
func (r *reader) malformed(at int) {
	line := string(r.text[at : at+endOfLine(r.text[at:])])
	const shape = "a shortcode is one line such as {{< school name >}}"
	report := func(hint, message string) {
		r.faults.Add(diag.Fault{Pos: r.src.At(at), Code: diag.BadShortcode, Message: message, Hint: hint})
	}
	switch {
	case strings.HasPrefix(line, "{{</*"), strings.HasPrefix(line, "{{%/*"):
		report("delete it: pages have no comments", "this shortcode is commented out")
	case strings.HasPrefix(line, "{{%"):
		report("write it with < and >: "+shape, "shortcodes with % are not used in pages")
	case strings.HasPrefix(line, "{{<") && !strings.Contains(line, ">}}"):
		report("end it on its line with >}}: "+shape, "this shortcode has no end")
	case strings.HasPrefix(line, "{{<"):
		report(shape+", with quotes round what is not only letters, digits and hyphens", "this shortcode cannot be read")
	case strings.HasPrefix(line, "{{"):
		report(shape, "templates are not used in pages")
	default:
		report("delete it, or complete it: "+shape, "this is only part of a shortcode")
	}
}

// call reads one shortcode from the submatches of called, and reports whether it can be placed in the text.
func (r *reader) call(begin int, text []byte, found []int) (shortcode, bool) {
	name := diag.Text{Value: string(text[found[2]:found[3]]), Pos: r.src.At(begin + found[2])}
	i := slices.IndexFunc(shortcodes, func(s shortcode) bool { return s.name == name.Value })
	if i < 0 {
		r.unknown(name)
		return shortcode{}, false
	}
	of := shortcodes[i]
	c := model.Call{Name: name}
	for _, p := range parameter.FindAllIndex(text[found[4]:found[5]], -1) {
		value := string(text[found[4]+p[0] : found[4]+p[1]])
		arg := diag.Text{Value: value, Pos: r.src.At(begin + found[4] + p[0])}
		if quoted := strings.Trim(value, `"`); quoted != value {
			arg.Value = quoted
			arg.Pos.Col++
		} else if strings.Contains(value, "=") {
			r.badCall(arg.Pos, of, "parameters of shortcodes have no names")
			return of, false
		}
		c.Args = append(c.Args, arg)
	}
	switch n := len(c.Args); {
	case n < of.least:
		r.badCall(name.Pos, of, fmt.Sprintf("shortcode %q has too few parameters", of.name))
		return of, false
	case n > of.most:
		r.badCall(c.Args[of.most].Pos, of, fmt.Sprintf("shortcode %q has too many parameters", of.name))
		return of, false
	}
	if of.name == "links" {
		for _, to := range c.Args {
			r.link(to, true)
		}
	}
	r.page.Calls = append(r.page.Calls, c)
	return of, true
}

// badCall reports wrong parameters of a shortcode.
func (r *reader) badCall(at diag.Pos, of shortcode, message string) {
	r.faults.Add(diag.Fault{Pos: at, Code: diag.BadShortcode, Message: message, Hint: "write it as in " + of.example})
}

// Shortcodes returns the names of all shortcodes that a page may use.
func Shortcodes() []string {
	names := make([]string, len(shortcodes))
	for i, s := range shortcodes {
		names[i] = s.name
	}
	return names
}

func (r *reader) unknown(name diag.Text) {
	names := Shortcodes()
	hint := diag.DidYouMean(name.Value, names, "shortcodes are: "+strings.Join(names, ", "))
	switch {
	case name.Value == "ref" || name.Value == "relref":
		hint = "write a link: [words](/address/)"
	case strings.HasPrefix(name.Value, "/") || strings.HasSuffix(name.Value, "/"):
		hint = "delete it: shortcodes have no end of their own"
	}
	r.faults.Add(diag.Fault{
		Pos: name.Pos, Code: diag.UnknownShortcode,
		Message: fmt.Sprintf("unknown shortcode %q", name.Value),
		Hint:    hint,
	})
}
