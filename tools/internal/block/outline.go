package block

import (
	"fmt"
	"strings"
)

// String returns the file as lines that a person can read, for tests and for whoever wants to see what was read: a line for each block,
// with what is known of it before its text, then what was left out, the notices and the changes.
func (f *File) String() string {
	var out strings.Builder
	for _, b := range f.Blocks {
		fmt.Fprintf(&out, "%s%s: %s\n", b.Place, b.facts(), b.marked())
	}
	for _, l := range f.Left {
		if l.Why != Empty {
			fmt.Fprintf(&out, "left out: %s, %s: %s\n", l.Place, l.Why, show(l.Text))
		}
	}
	for _, n := range f.Notices {
		fmt.Fprintf(&out, "notice: %s, %s: %s × %d\n", n.Place, n.Kind, n.What, n.Count)
	}
	for _, c := range f.Changes {
		fmt.Fprintf(&out, "change: %s, %s: %s\n", c.Place, c.Kind, show(c.Text))
	}
	fmt.Fprintf(&out, "%d paragraphs: %d blocks, %d left out\n", f.Paragraphs, len(f.Blocks), len(f.Left))
	return out.String()
}

// facts returns what is known of a block, each fact after a comma.
func (b Block) facts() string {
	var out strings.Builder
	say := func(is bool, form string, values ...any) {
		if is {
			fmt.Fprintf(&out, ", "+form, values...)
		}
	}
	say(b.NewPage, "new page")
	say(b.Note != "", "note %s", b.Note)
	say(b.Box > 0, "box %d", b.Box)
	say(b.Cell != nil, "%s", b.Cell)
	say(b.Title, "title")
	say(b.Heading > 0, "heading %d", b.Heading)
	say(b.Style != "" && b.Style != "Normal", "style %q", b.Style)
	say(b.List > 0 && b.Bullet, "bullet %d %s", b.List, b.Number)
	say(b.List > 0 && !b.Bullet, "list %d %q", b.List, b.Number)
	say(b.Bold(), "bold")
	return out.String()
}

// String returns where the cell is, such as "cell 1:2:3" for the third column of the second row of the first table.
func (c *Cell) String() string {
	if c == nil {
		return ""
	}
	text := fmt.Sprintf("cell %d:%d:%d", c.Table, c.Row, c.Column)
	if c.Span > 1 {
		text += fmt.Sprintf("+%d", c.Span-1)
	}
	if c.Header {
		text += " header"
	}
	if c.In != nil {
		text += " in " + c.In.String()
	}
	return text
}

// marked returns the text of a block with marks for how it looks.
func (b Block) marked() string {
	var out strings.Builder
	whole := b.Bold()
	for _, r := range b.Runs {
		if r.Note != "" {
			fmt.Fprintf(&out, "{note %s}", r.Note)
			continue
		}
		text := show(r.Text)
		if r.Leader != "" {
			text = fmt.Sprintf("{tab %s}", r.Leader)
		}
		for _, look := range []struct {
			is   bool
			mark string
		}{{r.Bold && !whole, "**"}, {r.Italic, "//"}, {r.Underline, "__"}, {r.Struck, "~~"}} {
			if look.is {
				text = look.mark + text + look.mark
			}
		}
		if r.Highlight != "" {
			text = fmt.Sprintf("{%s %s}", r.Highlight, text)
		}
		if r.Placeholder {
			text = fmt.Sprintf("{placeholder %s}", text)
		}
		if r.Link != "" {
			text = fmt.Sprintf("{link %s %s}", r.Link, text)
		}
		out.WriteString(text)
	}
	return out.String()
}

// show returns a text on one line.
func show(text string) string { return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(text) }
