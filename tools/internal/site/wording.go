package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

// phrasebook finds the words of one entry of data/library/wording.yaml.
type phrasebook struct {
	in, why string
	words   []string // folded: searched first, because that is quick
	find    *regexp.Regexp
}

var places = namesOf("stem", "option", "feedback", "home", "any")

// wordings makes a phrasebook of each entry, and one of the people in the stories, whom a parent at home does not know.
func (c *checker) wordings() {
	var people []diag.Text
	for _, who := range c.data.Cast {
		people = append(people, who.Name)
	}
	entries := slices.Concat(c.data.Wording, []model.Wording{{
		In: diag.Text{Value: "home"}, Why: diag.Text{Value: "a parent has not read the story: say it without the name"}, Words: people,
	}})
	for _, w := range entries {
		c.oneOf(w.In, places)
		var patterns, folded []string
		for _, word := range w.Words {
			patterns = append(patterns, words.Pattern(word.Value))
			folded = append(folded, words.Fold(word.Value))
		}
		if len(folded) > 0 {
			find := regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(` + strings.Join(patterns, "|") + `)(?:$|[^\pL\pN])`)
			c.phrasebooks = append(c.phrasebooks, phrasebook{in: w.In.Value, why: w.Why.Value, words: folded, find: find})
		}
	}
}

// caution returns what the site adds to a clause for pupils that has the words of a caution.
func (c *checker) caution(cl model.Clause) diag.Text {
	for _, caution := range c.data.Cautions {
		if hasOne(cl, caution.Words) {
			return caution.Says
		}
	}
	return diag.Text{}
}

// hasOne reports whether the published words of a clause have one of some words.
func hasOne(cl model.Clause, of []diag.Text) bool {
	said := bareWords(Published(cl.Text, cl.Errata))
	return slices.ContainsFunc(of, func(w diag.Text) bool { return strings.Contains(said, bareWords(w.Value)) })
}

// Guided is what the law or the guidance says to clauses of a document.
type Guided struct {
	model.Guidance
	Marks []string // of the clauses
}

// Guided returns what the law and the guidance say to the clauses of a document that grown-ups agree to.
func (s *Site) Guided(d model.Document) (list []Guided) {
	if d.Stage.Value != "" {
		return nil
	}
	for _, g := range s.Guidance {
		to := Guided{Guidance: g}
		for _, cl := range d.Clauses() {
			if hasOne(cl, g.Words) {
				to.Marks = append(to.Marks, cl.Mark.Value)
			}
		}
		if len(to.Marks) > 0 {
			list = append(list, to)
		}
	}
	return list
}

// wording reports words that lessons do not use, in everything that pupils read.
func (c *checker) wording(l model.Lesson) {
	for _, s := range l.Story {
		c.longWord(s.Title)
	}
	for _, q := range slices.Concat(l.Quiz, l.Slip) {
		c.longWord(q.Title)
	}
	for _, w := range l.Words {
		c.longWord(w.Term)
	}
	for _, t := range append(teacherWords(l), pupilWords(l)...) {
		c.ruleNumber(t)
	}
	for _, t := range pupilWords(l) {
		c.longWord(t)
		c.keptOut(t, "any")
	}
	c.keptOut(l.Home.Ask, "home")
	c.keptOut(l.Home.Do, "home")
	for _, q := range l.Quiz {
		for _, t := range []diag.Text{q.Stem, q.Short} {
			c.keptOut(t, "stem")
			c.ask(t)
		}
		c.comment(q.Hint, "the hint")
		for _, b := range q.Bins {
			c.keptOut(b.Title, "option")
		}
		options := q.Options
		for _, s := range q.Scenes {
			options = append(options, s.Replies...)
		}
		for _, o := range options {
			c.keptOut(o.Text, "option")
			c.comment(o.Feedback, "the feedback")
			c.comment(o.Hint, "the hint")
		}
	}
	for _, q := range l.Slip {
		c.keptOut(q.Stem, "stem")
		c.ask(q.Stem)
		for _, o := range q.Options {
			c.keptOut(o.Text, "option")
		}
	}
}

// numbered matches the name of a rule by its number.
var numbered = regexp.MustCompile(`\b([Rr]ules? [0-9]+)\b`)

// ruleNumber reports the number of a rule: lessons are shared by schools, and each numbers its rules in its own way.
func (c *checker) ruleNumber(t diag.Text) {
	if m := numbered.FindStringIndex(t.Value); m != nil {
		c.faults.Add(diag.Fault{
			Pos: within(t, m[0], numbered), Code: diag.RuleNumber,
			Message: fmt.Sprintf("%q is another rule in another school", t.Value[m[0]:m[1]]),
			Hint:    "write \"this rule\", or say what the other rule is about",
		})
	}
}

// teacherWords returns the texts of a lesson that only its teacher reads.
func teacherWords(l model.Lesson) []diag.Text {
	texts := []diag.Text{l.Teach.Objective, l.Teach.KeepSafe, l.Teach.Support, l.Teach.Stretch}
	for _, p := range l.Teach.Plans {
		for _, s := range p.Steps {
			texts = append(texts, s.Text)
		}
	}
	for _, q := range l.Slip {
		for _, o := range q.Options {
			texts = append(texts, o.Feedback)
		}
	}
	return append(texts, l.Teach.Materials...)
}

func (c *checker) keptOut(t diag.Text, in string) {
	folded := words.Fold(t.Value)
	for _, p := range c.phrasebooks {
		if p.in != in || !slices.ContainsFunc(p.words, func(w string) bool { return strings.Contains(folded, w) }) {
			continue
		}
		if m := p.find.FindStringSubmatchIndex(t.Value); m != nil {
			what := "lessons do not use"
			if in == "home" {
				what = "what a parent asks or does at home does not have"
			}
			c.faults.Add(diag.Fault{
				Pos: within(t, m[2], p.find), Code: diag.KeptOut,
				Message: fmt.Sprintf("%s %q", what, t.Value[m[2]:m[3]]),
				Hint:    p.why,
			})
		}
	}
}

// within returns the place of what a pattern finds in a text, at a byte of the value. The text in the file may be
// wrapped, and have marks that the value lacks, so the pattern is searched there. If it is written differently (with
// entities), the place is that of the text.
func within(t diag.Text, at int, pattern *regexp.Regexp) diag.Pos {
	src := t.Pos.Source
	from := src.Offset(t.Pos)
	to := min(len(src.Text), from+2*len(t.Value)+200) // room for marks, and for spaces at the beginning of lines
	if m := pattern.FindSubmatchIndex(src.Text[from:to]); m != nil && m[2] >= at {
		return src.At(from + m[2])
	}
	return t.Pos
}

var (
	yesOrNo  = regexp.MustCompile(`^["'“‘(]*(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Could|Should|Would|Will)\b[^?]*\?$`)
	verdicts = regexp.MustCompile(`^["'“‘(]*(?:Yes|No|Not yet|Correct|Right|Exactly)\b[,.!:]`)
)

// ask reports a stem that can be answered with yes or no: children tend to say no to what they do not know.
func (c *checker) ask(stem diag.Text) {
	list := english.Sentences(stem.Value)
	if last := list[len(list)-1]; yesOrNo.MatchString(last) {
		c.faults.Add(diag.Fault{
			Pos: stem.Pos, Code: diag.YesOrNo,
			Message: fmt.Sprintf("%q can be answered with yes or no", last),
			Hint:    "ask what, who, where, which or how",
		})
	}
}

// comment reports what does not belong in feedback or a hint: some words, and a verdict, which the page itself gives.
func (c *checker) comment(t diag.Text, what string) {
	c.keptOut(t, "feedback")
	if m := verdicts.FindString(t.Value); m != "" {
		c.faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.Verdict,
			Message: fmt.Sprintf("%s begins with %q", what, m),
			Hint:    "begin with the reason: the page itself says \"Yes\" or \"Not yet\"",
		})
	}
}
