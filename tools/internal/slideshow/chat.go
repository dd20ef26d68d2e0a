package slideshow

import (
	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/pptx"
)

// chat shows a scene of a chat: a slide with its replies, each of which leads to a slide that says why, and that one on to the scene that
// comes next. Only the slides of the best replies follow one another; the others are hidden, and shown by a click.
func (r *row) chat(p deck.Part, s deck.Slide) {
	start, onBest := r.starts[s.Play.Name], r.best[s.Play.Name]
	at := r.chatSizes(p, s)
	r.add(p, s, func(to *sheet) {
		to.titled(p.Heading + " · " + s.Title)
		to.slide.Hidden = !onBest
		to.stack(to.turn(s, at, -1, start), side, top, wide)
	})
	for i, a := range s.Answers {
		r.add(p, s, func(to *sheet) {
			to.titled(p.Heading + " · " + s.Title + " · " + a.Letter)
			to.slide.Hidden = !onBest || a.Letter != s.Play.Best
			to.stack(to.turn(s, at, i, start), side, top, wide)
		})
	}
}

// chatSizes are the sizes at which a scene of a chat fits, whichever reply is chosen.
func (r *row) chatSizes(p deck.Part, s deck.Slide) (at sizes) {
	to := &sheet{row: r}
	return fitted(func(at sizes) bool {
		for chosen := -1; chosen < len(s.Answers); chosen++ {
			if stacked(to.turn(s, at, chosen, 0), wide) > bottom-top {
				return false
			}
		}
		return true
	})
}

// turn returns a scene of a chat that starts on a slide, before a reply is chosen (-1), or with what is said about one.
func (s *sheet) turn(of deck.Slide, at sizes, chosen, start int) []block {
	list := s.spoken(of.Lines, at.stem, at.short)
	if len(of.Answers) == 0 {
		list = append(list, words{name: "The end", text: plain(s.view.Text("chat_end", nil), at.stem, true)})
	}
	for i, a := range of.Answers {
		o := s.option(a, at)
		o.words.name, o.words.to = "Reply "+a.Letter, start+1+i
		if i == chosen {
			o.why = s.why(a, at)
			o.words.to = 0
			if at.short { // there is no room for a frame of its own
				o.why.text = append(o.why.text, s.goesOn(a, at.why)...)
				o.why.to = s.starts[a.Goto]
			}
		}
		list = append(list, o)
	}
	if chosen >= 0 && !at.short {
		list = append(list, words{
			name: "Go on", text: s.goesOn(of.Answers[chosen], at.option), fill: s.hue.mark, line: ink, inset: 8, to: s.starts[of.Answers[chosen].Goto],
		})
	}
	return list
}

// goesOn says which scene a reply leads to.
func (s *sheet) goesOn(a deck.Answer, size float64) []pptx.Paragraph {
	return plain(s.view.Text("deck_goto", i18n.Values{"scene": a.Then}), size, true)
}

// bestScenes returns the scenes of chats to which the best replies lead.
func bestScenes(d deck.Deck) map[string]bool {
	best := map[string]bool{}
	for _, p := range d.Parts {
		next := ""
		for i, s := range p.Slides { // the scenes on the way of the best replies come first
			if s.Kind != "chat" {
				continue
			}
			if i == 0 || s.Play.Name == next {
				best[s.Play.Name] = true
				next = s.Play.Goes[s.Play.Best]
			}
		}
	}
	return best
}
