package slideshow

import (
	"strings"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/pptx"
)

// notes returns what a teacher reads while the slides of a part are shown: the step of the plan, the words of the scene, what is right,
// what to listen for, and what comes next.
func (r *row) notes(i int) []pptx.Paragraph {
	p := r.deck.Parts[i]
	n := notepad{row: r}
	if p.Step > 0 {
		step := r.deck.Route.Steps[p.Step-1]
		n.say("", strings.Join([]string{r.deck.Route.Title, step.Label, step.Time}, " · "))
	}
	note := p.Note()
	for _, l := range note.Read {
		if l.Who != "" {
			l.Who += ":"
		}
		n.say(l.Who, l.Text)
	}
	n.labelled("plan_objective", ":", note.Objective)
	n.labelled("plan_safe", ":", note.KeepSafe)
	n.best(note.Best)
	n.behind(note.Behind)
	if len(note.Listen) > 0 {
		n.say(r.view.Text("plan_listen", nil)+":", "")
	}
	for _, h := range note.Listen {
		n.say("• "+h.Says, thought(h.Thinks, h.Answer))
	}
	n.labelled("plan_support", ":", note.Support)
	n.labelled("plan_stretch", ":", note.Stretch)
	if i+1 < len(r.deck.Parts) {
		n.labelled("notes_next", ":", r.deck.Parts[i+1].Heading)
	}
	return n.lines
}

// notepad collects notes.
type notepad struct {
	*row
	lines []pptx.Paragraph
}

// say adds a paragraph: a label in bold letters, and a text.
func (n *notepad) say(label, text string) {
	p := pptx.Paragraph{Before: 4}
	if label != "" {
		p.Runs = append(p.Runs, pptx.Run{Text: label, Bold: true})
	}
	if text != "" {
		p.Runs = append(p.Runs, pptx.Run{Text: strings.Repeat(" ", len(p.Runs)) + text})
	}
	n.lines = append(n.lines, p)
}

// labelled adds a text below a word of the interface, if there is a text.
func (n *notepad) labelled(key, after, text string) {
	if text != "" {
		n.say(n.view.Text(key, nil)+after, text)
	}
}

// best adds the answer.
func (n *notepad) best(list []deck.Hint) {
	var texts []string
	for _, h := range list {
		text := strings.TrimSpace(h.Letter + " " + h.Text)
		if h.Answer != "" {
			text += " (→ " + h.Answer + ")"
		}
		texts = append(texts, text)
	}
	key := "notes_best"
	if len(list) > 1 {
		key = "notes_best_many"
	}
	n.labelled(key, "", strings.Join(texts, "; "))
}

// behind adds the thoughts behind other options.
func (n *notepad) behind(list []deck.Hint) {
	if len(list) > 0 {
		n.say(n.view.Text("notes_behind", nil)+":", "")
	}
	for _, h := range list {
		n.say("• "+strings.TrimSpace(h.Letter+" "+h.Text), thought(h.Thinks, h.Answer))
	}
}

// thought returns a child's thought and what a teacher may answer.
func thought(thinks, answer string) string {
	if thinks != "" {
		thinks = "“" + thinks + "”"
	}
	return strings.TrimSpace(thinks + " " + answer)
}
