package site

import (
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// phrasebook finds the words of one entry of data/wording.yaml.
type phrasebook struct {
	in, why string
	words   []string // in small letters, straight quotes: looked for first, as that is quick
	find    *regexp.Regexp
}

var places = namesOf("stem", "option", "feedback", "any")

// wordings makes a phrasebook of each entry.
func (c *checker) wordings() {
	for _, w := range c.data.Wording {
		c.oneOf(w.In, places)
		var words, small []string
		for _, word := range w.Words {
			words = append(words, strings.ReplaceAll(regexp.QuoteMeta(word.Value), "'", "['’]"))
			small = append(small, strings.ToLower(word.Value))
		}
		if len(words) > 0 {
			find := regexp.MustCompile(`(?i)\b(?:` + strings.Join(words, "|") + `)\b`)
			c.phrasebooks = append(c.phrasebooks, phrasebook{in: w.In.Value, why: w.Why.Value, words: small, find: find})
		}
	}
}

// wording looks for kept-out words in all that pupils read.
func (c *checker) wording(l model.Lesson) {
	for _, t := range pupilWords(l) {
		c.keptOut(t, "any")
	}
	for _, q := range l.Quiz {
		c.keptOut(q.Stem, "stem")
		c.ask(q)
		options := q.Options
		for _, s := range q.Scenes {
			options = append(options, s.Replies...)
		}
		for _, o := range options {
			c.keptOut(o.Text, "option")
			c.keptOut(o.Feedback, "feedback")
			c.verdict(o.Feedback)
		}
	}
}

func (c *checker) keptOut(t diag.Text, in string) {
	small := strings.ReplaceAll(strings.ToLower(t.Value), "’", "'")
	for _, p := range c.phrasebooks {
		if p.in != in || !slices.ContainsFunc(p.words, func(w string) bool { return strings.Contains(small, w) }) {
			continue
		}
		if m := p.find.FindStringIndex(t.Value); m != nil {
			at := t.Pos
			at.Col += len([]rune(t.Value[:m[0]]))
			c.faults.Errorf(at, "kept-out", p.why, "%q is kept out of lessons", t.Value[m[0]:m[1]])
		}
	}
}

var (
	yesOrNo  = regexp.MustCompile(`^["'“‘(]*(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Could|Should|Would|Will)\b[^?]*\?$`)
	verdicts = regexp.MustCompile(`^["'“‘(]*(?:Yes|No|Not yet|Correct|Right|Exactly)\b[,.!:]`)
)

// ask reports a stem that yes or no would answer: children nay-say to what they do not know.
func (c *checker) ask(q model.Question) {
	list := sentences(q.Stem.Value)
	if last := list[len(list)-1]; yesOrNo.MatchString(last) {
		c.faults.Errorf(q.Stem.Pos, "yes-or-no", "ask what, who, where, which or how", "yes or no would answer %q", last)
	}
}

// verdict reports feedback that says what the page itself says.
func (c *checker) verdict(t diag.Text) {
	if m := verdicts.FindString(t.Value); m != "" {
		c.faults.Errorf(t.Pos, "verdict", "begin from the thinking behind the option; the page says \"Yes\" or \"Not yet\"", "the feedback begins with %q", m)
	}
}
