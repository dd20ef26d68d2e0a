package lesson

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func (r *reader) story(p part) {
	before, parts := r.split(p.blocks, 3)
	r.stray(before, "begin each scene with a heading: ### Where we are")
	var questions []model.Question
	for i, s := range parts {
		paragraphs, ends := r.split(s.blocks, 4)
		r.lesson.Story = append(r.lesson.Story, r.scene(part{s.heading, paragraphs}))
		questions = append(questions, r.sceneQuestion(ends, i+1, len(parts))...)
	}
	r.lesson.Quiz = append(questions, r.lesson.Quiz...)
	if len(parts) == 0 {
		r.faults.Add(diag.Fault{
			Pos: p.heading.Pos, Code: diag.EmptySection,
			Message: "the story has no scenes",
			Hint:    "begin a scene with ### and its title",
		})
	}
}

// inStars matches text between two stars: anything but a star, unless a backslash makes it a plain one.
const inStars = `(?:\\.|[^*\\])`

// colonOutside matches a speaker whose colon is outside the stars.
var colonOutside = regexp.MustCompile(`^\*\*(` + inStars + `+?)\*\*\s*:`)

var speaker = regexp.MustCompile(`(?s)^\*\*(` + inStars + `+?):\*\*\s*`)

func (r *reader) scene(p part) model.Scene {
	s := model.Scene{Title: p.heading}
	for i, b := range p.blocks {
		if b.Kind() != ast.KindParagraph {
			r.stray([]ast.Node{b}, "a scene is made of paragraphs; the question at its end begins with #### A short title {#its-id}")
			continue
		}
		t := r.raw(b)
		if i == 0 {
			s.Pictures, t = r.pictures(t)
		}
		if line := r.line(b, t); line.Text.Value != "" {
			s.Lines = append(s.Lines, line)
		}
	}
	if len(s.Lines) == 0 {
		r.emptySection(p, fmt.Sprintf("scene %q has no text", p.heading.Value))
	}
	return s
}

// line reads a paragraph of a scene: prose, or a speaker in bold with a colon, and then the words.
func (r *reader) line(b ast.Node, t diag.Text) model.Line {
	m := speaker.FindStringSubmatch(t.Value)
	if m == nil && colonOutside.MatchString(t.Value) {
		r.faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.NoMarkup,
			Message: "the colon after the speaker is outside the stars",
			Hint:    "write it within them: " + colonOutside.ReplaceAllString(colonOutside.FindString(t.Value), "**$1:**"),
		})
		return model.Line{Text: clean(t)}
	}
	if m == nil {
		r.plain(b)
		return model.Line{Text: clean(t)}
	}
	who := cut(t, len("**"))
	who.Value = m[1]
	r.plainAfterSpeaker(b)
	return model.Line{Who: who, Text: clean(cut(t, len(m[0])))}
}

// plainAfterSpeaker is like plain, for a paragraph whose first emphasis is the speaker.
func (r *reader) plainAfterSpeaker(b ast.Node) {
	for c := b.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindEmphasis {
			b.RemoveChild(b, c)
			break
		}
	}
	r.plain(b)
}

// bullets returns the texts of a section that is one bulleted list.
func (r *reader) bullets(p part, hint string, allowed ...ast.NodeKind) (texts []diag.Text) {
	for _, b := range p.blocks {
		list, ok := b.(*ast.List)
		if !ok || list.IsOrdered() {
			r.stray([]ast.Node{b}, hint)
			continue
		}
		for _, item := range children(list) {
			blocks := children(item)
			if len(blocks) == 0 {
				r.faults.Add(diag.Fault{
					Pos: r.at(item), Code: diag.EmptyOption,
					Message: "this entry has no text",
					Hint:    "write the text, or delete the line",
				})
				continue
			}
			if blocks[0].Kind() != ast.KindTextBlock && blocks[0].Kind() != ast.KindParagraph {
				r.stray(blocks, hint)
				continue
			}
			r.stray(blocks[1:], hint)
			r.plain(blocks[0], allowed...)
			texts = append(texts, r.raw(blocks[0]))
		}
	}
	if len(texts) == 0 {
		r.faults.Add(diag.Fault{
			Pos: p.heading.Pos, Code: diag.EmptySection,
			Message: fmt.Sprintf("the section %q is empty", p.heading.Value),
			Hint:    hint,
		})
	}
	return texts
}

// cleanBullets is like bullets, without the marks of Markdown.
func (r *reader) cleanBullets(p part, hint string) (texts []diag.Text) {
	for _, t := range r.bullets(p, hint) {
		texts = append(texts, clean(t))
	}
	return texts
}

func (r *reader) talk(p part) {
	r.lesson.Talk = r.cleanBullets(p, "write each question on a line that begins with \"- \"")
}

// refrain reads the lines that a class says together.
func (r *reader) refrain(p part) {
	r.lesson.Refrain = r.cleanBullets(p, "write each line of the refrain on a line that begins with \"- \"")
}

func (r *reader) home(p part) {
	const hint = "write two lines: \"- Ask: …\" and \"- Do: …\""
	for _, t := range r.bullets(p, hint) {
		name, said, _ := strings.Cut(t.Value, ":")
		into := map[string]*diag.Text{"Ask": &r.lesson.Home.Ask, "Do": &r.lesson.Home.Do}[name]
		if into == nil || into.Value != "" || said == "" {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.HomeEntry,
				Message: "this line does not begin with \"Ask:\" or \"Do:\", or is there twice",
				Hint:    hint,
			})
			continue
		}
		*into = clean(cut(t, len(name)+1))
	}
	for _, e := range []struct{ name, value string }{{"Ask", r.lesson.Home.Ask.Value}, {"Do", r.lesson.Home.Do.Value}} {
		if e.value == "" {
			r.faults.Add(diag.Fault{
				Pos: p.heading.Pos, Code: diag.HomeEntry,
				Message: fmt.Sprintf("the line %q is missing", e.name),
				Hint:    hint,
			})
		}
	}
}

var definition = regexp.MustCompile(`(?s)^\*\*(` + inStars + `+)\*\*:\s*`)

func (r *reader) words(p part) {
	for _, t := range r.bullets(p, "write each as \"- **word**: what it means\"", ast.KindEmphasis) {
		m := definition.FindStringSubmatch(t.Value)
		if m == nil || len(m[0]) == len(t.Value) {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.WordEntry,
				Message: "this is not a word with its meaning",
				Hint:    "write it as \"- **word**: what it means\"",
			})
			continue
		}
		term := cut(t, len("**"))
		term.Value = m[1]
		meaning := cut(t, len(m[0]))
		if unescaped(meaning.Value, '*') >= 0 {
			r.faults.Add(diag.Fault{
				Pos: meaning.Pos, Code: diag.NoMarkup,
				Message: "emphasis is not used in a lesson's text",
				Hint:    "use plain text",
			})
		}
		r.lesson.Words = append(r.lesson.Words, model.Word{Term: clean(term), Meaning: clean(meaning)})
	}
}
