package lesson

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// teachParts are the headings below ## Teach. All of them are required.
var teachParts = []string{"Objective", "Materials", "10 minutes", "30 minutes", "Listen for", "Keep safe", "Support", "Stretch"}

// teach reads the notes for the teacher, each under its heading:
//
//	### Materials
//
//	- a soft toy
//
//	### 10 minutes
//
//	- 2 min: read the story.
//	- 8 min: vote on "Zane's offer".
//
//	### Listen for
//
//	- "He is my best friend." `friends-are-exempt`
func (r *reader) teach(p part) {
	before, parts := r.split(p.blocks, 3)
	r.stray(before, "put it under a heading: ### Objective")
	t := &r.lesson.Teach
	paragraphs := map[string]*diag.Text{"Objective": &t.Objective, "Keep safe": &t.KeepSafe, "Support": &t.Support, "Stretch": &t.Stretch}
	seen := map[string]bool{}
	for _, part := range parts {
		name := part.heading.Value
		if seen[name] {
			r.faults.Add(diag.Fault{
				Pos: part.heading.Pos, Code: diag.SectionTwice,
				Message: fmt.Sprintf("there is already a part %q", name),
				Hint:    "combine the two",
			})
			continue
		}
		seen[name] = true
		switch {
		case paragraphs[name] != nil:
			*paragraphs[name] = r.paragraph(part)
		case name == "Materials":
			t.Materials = r.cleanBullets(part, "write each thing that the plans need on a line that begins with \"- \"")
		case name == "10 minutes" || name == "30 minutes":
			t.Plans = append(t.Plans, r.plan(part))
		case name == "Listen for":
			t.ListenFor = r.listenFor(part)
		default:
			r.faults.Add(diag.Fault{
				Pos: part.heading.Pos, Code: diag.UnknownSection,
				Message: fmt.Sprintf("the teacher's notes have no part %q", name),
				Hint:    diag.DidYouMean(name, teachParts, "the parts are: "+strings.Join(teachParts, ", ")),
			})
		}
	}
	for _, name := range teachParts {
		if !seen[name] {
			r.faults.Add(diag.Fault{
				Pos: p.heading.Pos, Code: diag.MissingSection,
				Message: fmt.Sprintf("the teacher's notes have no part %q", name),
				Hint:    "add a heading ### " + name + " and what belongs below it",
			})
		}
	}
}

// paragraph reads a part that is one paragraph.
func (r *reader) paragraph(p part) (t diag.Text) {
	for i, b := range p.blocks {
		if b.Kind() != ast.KindParagraph || i > 0 {
			r.stray([]ast.Node{b}, "this part is one paragraph")
			continue
		}
		r.plain(b)
		t = clean(r.raw(b))
	}
	if t.Value == "" {
		r.emptySection(p, fmt.Sprintf("the part %q is empty", p.heading.Value))
	}
	return t
}

var (
	minutes = regexp.MustCompile(`^(\d{1,2}) min: *`)
	// nearlyMinutes matches minutes that are written in another way.
	nearlyMinutes = regexp.MustCompile(`(?i)^(\d{1,2}) ?(?:m|mins?|minutes?)\b\.?:?`)
)

// plan reads the steps of a plan. Their minutes must add up to those in its heading.
func (r *reader) plan(p part) model.Plan {
	const hint = "begin each line with its minutes: - 2 min: read the story."
	plan := model.Plan{Heading: p.heading}
	plan.Minutes, _ = strconv.Atoi(strings.Fields(p.heading.Value)[0])
	sum, known := 0, true
	for _, t := range r.bullets(p, hint) {
		m := minutes.FindStringSubmatch(t.Value)
		if m == nil || len(m[0]) == len(t.Value) {
			known = false
			mend := hint
			if near := nearlyMinutes.FindStringSubmatch(t.Value); near != nil && m == nil {
				mend = fmt.Sprintf("write \"%s min:\" in place of \"%s\"", near[1], near[0])
			}
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.PlanEntry,
				Message: "this step does not say how long it takes and what is done",
				Hint:    mend,
			})
			continue
		}
		n, _ := strconv.Atoi(m[1])
		sum += n
		plan.Steps = append(plan.Steps, model.Step{Minutes: n, Text: clean(cut(t, len(m[0])))})
	}
	if known && len(plan.Steps) > 0 && sum != plan.Minutes {
		r.faults.Add(diag.Fault{
			Pos: p.heading.Pos, Code: diag.PlanMinutes,
			Message: fmt.Sprintf("the steps take %d minutes in total, and the heading says %d", sum, plan.Minutes),
			Hint:    "change the minutes of the steps",
		})
	}
	return plan
}

// listenFor reads what children may say, each with its misconception.
func (r *reader) listenFor(p part) (list []model.Heard) {
	const hint = "write what a child may say, and the thought behind it: - \"He is my friend.\" `friends-are-exempt`"
	for _, t := range r.bullets(p, hint, ast.KindCodeSpan) {
		m := misconception.FindStringSubmatchIndex(t.Value)
		if m == nil || m[0] == 0 {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.HeardEntry,
				Message: "this line does not name a misconception",
				Hint:    hint,
			})
			continue
		}
		id := cut(t, m[2])
		id.Value = t.Value[m[2]:m[3]]
		t.Value = strings.TrimRight(t.Value[:m[0]], " ")
		list = append(list, model.Heard{Text: clean(t), Misconception: id})
	}
	return list
}
