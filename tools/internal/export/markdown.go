package export

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/quiz"
)

// markdown is all of the lesson as text that people read, and that most editors show with headings and lists.
var markdown = Format{ID: "markdown", For: "text", Ending: ".md", make: func(d Draft) ([]byte, error) {
	p := manuscript{draft: d}
	p.say("# %s", d.Title)
	p.say("%s: %s", d.Rule, d.Says)
	if d.Plain != "" {
		p.say("%s", d.Plain)
	}
	for _, line := range d.Imprint() {
		p.say("%s", line)
	}
	p.headed("lesson_story")
	for _, s := range d.Story {
		p.say("### %s", s.Title)
		if s.Picture != nil {
			p.say("(%s)", s.Picture.Alt)
		}
		p.lines(s.Lines)
	}
	p.headed("plan_questions")
	for _, q := range d.Questions {
		p.question(q)
	}
	p.after()
	p.teach()
	return []byte(p.text.String()), nil
}}

// manuscript is Markdown while it is written.
type manuscript struct {
	draft Draft
	text  strings.Builder
}

// say writes a paragraph. The values are texts, which mean nothing to Markdown.
func (p *manuscript) say(form string, values ...string) {
	p.line(form, values...)
	p.text.WriteString("\n")
}

// line writes a line, as say does, after which the paragraph or the list goes on.
func (p *manuscript) line(form string, values ...string) {
	escaped := make([]any, len(values))
	for i, v := range values {
		escaped[i] = markdownText(v)
	}
	fmt.Fprintf(&p.text, form+"\n", escaped...)
}

// headed writes a heading of a part.
func (p *manuscript) headed(key string) { p.say("## %s", p.draft.Text(key, nil)) }

// list writes a list, if there is anything in it.
func (p *manuscript) list(texts []string) {
	for _, t := range texts {
		p.line("- %s", t)
	}
	p.text.WriteString("\n")
}

// labelled writes a line of a list that says first what it is, if there is anything in it.
func (p *manuscript) labelled(indent, key, text string) {
	if text != "" {
		p.line(indent+"- **%s** %s", p.draft.Text(key, nil), text)
	}
}

// lines writes what is told and said.
func (p *manuscript) lines(lines []Line) {
	for _, l := range lines {
		if l.Who != "" {
			p.say("**%s:** %s", l.Who, l.Text)
		} else {
			p.say("%s", l.Text)
		}
	}
}

// question writes a question with its answer and the whys.
func (p *manuscript) question(q Question) {
	p.say("### %s (%s)", q.Title, p.draft.Text("kind_"+string(q.Kind), nil))
	if q.Stem != "" {
		p.say("%s", q.Stem)
	}
	if q.Short != "" {
		p.say("%s %s", p.draft.Text("export_short", nil), q.Short)
	}
	if q.Hint != "" {
		p.say("%s %s", p.draft.Text("export_hint", nil), q.Hint)
	}
	if q.Passage != nil {
		p.say("> %s", spoken(q))
	}
	for i, o := range q.Options {
		p.option(optionMark(q, i), o, "")
	}
	for _, s := range q.Scenes {
		p.say("#### %s", s.Title)
		p.lines(s.Lines)
		for _, o := range s.Replies {
			p.option(tick(o.Right), o, titleOf(q, o.Goto))
		}
		p.text.WriteString("\n")
	}
	p.text.WriteString("\n")
}

// option writes an option, where it leads to, and its why. The mark is Markdown.
func (p *manuscript) option(mark string, o Option, to string) {
	if to != "" {
		to = " → " + to
	}
	p.text.WriteString("- " + mark)
	p.line("%s%s", o.Said(), to)
	for _, why := range []string{o.Feedback, o.Hint} {
		if why != "" {
			p.line("  - %s", why)
		}
	}
}

// optionMark returns what stands before an option: a tick, its place, or what it belongs to.
func optionMark(q Question, i int) string {
	switch o := q.Options[i]; {
	case q.Kind == quiz.Order:
		return fmt.Sprintf("%d: ", i+1)
	case q.Bins != nil:
		return "**" + markdownText(q.Bins[o.Slot-1].Said()) + "** ← "
	case q.Kind == quiz.Gaps:
		return fmt.Sprintf("%s%d: ", tick(o.Right), o.Slot)
	default:
		return tick(o.Right)
	}
}

func tick(right bool) string {
	if right {
		return "[x] "
	}
	return "[ ] "
}

// spoken returns the text of a question, with numbers for its gaps.
func spoken(q Question) string {
	return q.passage(func(s Segment) string {
		if q.Kind == quiz.Gaps {
			return fmt.Sprintf("[ %d ]", s.Slot)
		}
		return s.Text
	})
}

// titleOf returns the title of the scene of a chat with an id.
func titleOf(q Question, id string) string {
	for _, s := range q.Scenes {
		if s.ID == id {
			return s.Title
		}
	}
	return ""
}

// after writes what comes after the quiz.
func (p *manuscript) after() {
	d := p.draft
	p.headed("plan_talk")
	p.list(d.Talk)
	p.headed("plan_home")
	p.labelled("", "home_ask", d.Home.Ask)
	p.labelled("", "home_do", d.Home.Do)
	p.text.WriteString("\n")
	p.headed("plan_words")
	for _, w := range d.Lesson.Words {
		p.line("- **%s**: %s", w.Term, w.Meaning)
	}
	p.text.WriteString("\n")
	if d.Refrain != nil {
		p.say("## %s", strings.TrimSuffix(d.Text("plan_refrain", nil), ":"))
		p.list(d.Refrain)
	}
	p.headed("plan_exit")
	for _, q := range d.Slip {
		p.question(q)
	}
}

// teach writes what a teacher reads.
func (p *manuscript) teach() {
	d := p.draft
	p.headed("plan_word")
	p.say("%s", d.Objective)
	if len(d.Teach.Materials) > 0 {
		p.say("%s", d.Text("plan_materials", nil))
	}
	p.list(d.Teach.Materials)
	for _, plan := range d.Teach.Plans {
		p.say("### %s", d.Text("plan_minutes", i18n.Values{"n": plan.Minutes}))
		for _, s := range plan.Steps {
			p.line("- %s: %s", d.Text("plan_min", i18n.Values{"n": s.Minutes}), s.Text)
		}
		p.text.WriteString("\n")
	}
	p.say("### %s", d.Text("plan_listen", nil))
	for _, h := range d.Teach.Listen {
		p.line("- %s", h.Says)
		p.labelled("  ", "plan_thinks", h.Thinks)
		p.labelled("  ", "plan_answer", h.Answer)
	}
	p.text.WriteString("\n")
	for _, part := range [][2]string{{"plan_safe", d.Teach.KeepSafe}, {"plan_support", d.Teach.Support}, {"plan_stretch", d.Teach.Stretch}} {
		p.say("### %s", d.Text(part[0], nil))
		p.say("%s", part[1])
	}
}

// markdownText returns a text with a backslash before each character that would mean something.
func markdownText(text string) string {
	text = markdownEscapes.Replace(strings.ReplaceAll(text, "\n", " "))
	if begins := markdownBegins.FindString(text); begins != "" {
		last := len(begins) - 1
		return begins[:last] + `\` + text[last:]
	}
	return text
}

var (
	markdownEscapes = strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "&", `\&`, "~", `\~`, "|", `\|`, "#", `\#`)
	markdownBegins = regexp.MustCompile(`^(?:[-+=:]|[0-9]{1,9}[.)])`) // of a list, or of what underlines the line before
)
