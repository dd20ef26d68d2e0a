package draft

import (
	"regexp"
	"strings"

	"safeonline/tools/internal/block"
)

var (
	// bracketed matches what a template wants filled in: "[name of school]", "<insert date>", "{School}", "(insert name)".
	bracketed = regexp.MustCompile(`\[[^\[\]]{2,120}\]|<[a-zA-Z][^<>]{2,80}>|\{[^{}]{2,80}\}|\((?i:insert|name of|add|delete as|school name|enter)\b[^()]{0,100}\)`)
	// notBlank are brackets that say something themselves.
	notBlank = regexp.MustCompile(`(?i)^\[(?:\d+|sic|\.{3}|…|https?:.*)\]$|^<(?:https?:|www\.|[^>]*@).*>$`)
	// filler matches what stands where words are missing: dots, underscores, crosses.
	filler = regexp.MustCompile(`…{1,}\s?(?:…)+|(?:\.\s?){5,}|…{1,} (?:school|primary)|_{3,}|\b[Xx]{3,}\b|\*{3,}|\?{3,}`)
)

// around is how many words of a line stand beside a blank, so that it can be told from others.
const around = 4

// blanks asks what is to stand in the blanks of a template, and fills in what was answered.
func (m *maker) blanks(list []*piece) {
	for _, p := range list {
		if p.kind == scrap || p.kind == sign || p.kind == agree {
			continue
		}
		m.marked(p)
		for _, blank := range bracketed.FindAllString(p.text, -1) {
			if !notBlank.MatchString(blank) {
				m.blank(p, blank, blank)
			}
		}
		for _, at := range filler.FindAllStringIndex(p.text, -1) {
			if gap := filler.FindString(p.text[at[0]:at[1]]); strings.HasSuffix(gap, "school") || strings.HasSuffix(gap, "primary") {
				at[1] = at[0] + strings.LastIndex(gap, " ")
			}
			m.blank(p, beside(p.text, at), p.text[at[0]:at[1]])
		}
	}
}

// marked asks about words that are marked with a colour, or that a form has in place of words.
func (m *maker) marked(p *piece) {
	for i := 0; i < len(p.runs); i++ {
		if p.runs[i].Highlight == "" && !p.runs[i].Placeholder {
			continue
		}
		from := i
		for i+1 < len(p.runs) && (p.runs[i+1].Highlight == p.runs[from].Highlight && p.runs[from].Highlight != "" || p.runs[i+1].Placeholder) {
			i++
		}
		if words := adopted(p.runs[from : i+1]); count(words) > 0 && !bracketed.MatchString(words) && !filler.MatchString(words) && strings.Contains(p.text, words) {
			m.blank(p, words, words)
		}
	}
}

// beside returns a blank with the words beside it.
func beside(text string, at []int) string {
	left, right := strings.Fields(text[:at[0]]), strings.Fields(text[at[1]:])
	from := strings.Join(left[max(len(left)-around, 0):], " ")
	to := strings.Join(right[:min(len(right), around)], " ")
	gap := text[at[0]:at[1]]
	if at[0] > 0 && text[at[0]-1] == ' ' {
		from += " "
	}
	if at[1] < len(text) && text[at[1]] == ' ' {
		to = " " + to
	}
	return strings.TrimSpace(from + gap + to)
}

// blank asks about one blank, and fills it in.
func (m *maker) blank(p *piece, about, gap string) {
	q := Question{
		Ask: WhichBlank, Line: p.lines[0], About: about, Must: true,
		Text: "What is to stand here?", Why: "the template was not filled in",
	}
	school := regexp.MustCompile(`(?i)school|academy`).MatchString(about) && !regexp.MustCompile(`(?i)date|head|governor|lead|year`).MatchString(gap)
	if school && m.draft.Name != "" {
		q.Options = append(q.Options, Option{m.draft.Name, m.draft.Name, true})
	}
	if about == gap && count(gap) > 0 && !bracketed.MatchString(gap) {
		q.Text, q.Why = "These words are marked. Are they right?", "they have a colour behind them, or a form has them where words are missing"
		q.Options = append(q.Options, Option{gap, "Keep them", false})
	}
	said := m.ask(q, nil)
	if said == "" || said == gap {
		return
	}
	if school && m.draft.Name == "" && about == gap {
		m.draft.Name = said
	}
	if len(q.Options) > 0 && strings.HasSuffix(about, said[strings.LastIndex(said, " ")+1:]) && about != gap {
		said = strings.TrimSuffix(said, " "+said[strings.LastIndex(said, " ")+1:]) // "…… School" has the last word already
	}
	filled := strings.Replace(about, gap, said, 1)
	p.text = strings.Replace(p.text, about, filled, 1)
	p.say = strings.Replace(p.say, about, filled, 1)
	p.runs = []block.Run{{Text: p.text, Bold: len(p.runs) > 0 && p.all(func(r look) bool { return r.Bold })}}
}
