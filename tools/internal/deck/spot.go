package deck

import "safeonline/tools/internal/view"

// spotSlides shows a message and its phrases by their letters: which of them are clues?
func spotSlides(v *view.Site, q view.Question) []slide {
	message := messageSlide(q)
	ask := vote(q.Kind, "", q.Options, false)
	ask.Passage, ask.Message, ask.ScreenOnly = q.Passage, true, true
	ask.Size = passageSize(q, 13+11*float64((len(q.Options)+1)/2))
	solved := messageSlide(q)
	solved.Kind, solved.Options, solved.ScreenOnly = "clues", q.Options, true
	list := []slide{message, ask, solved}
	for _, o := range q.Options {
		verdict := "harmless"
		if o.Right {
			verdict = "clue"
		}
		list = append(list, why(v, o, verdict, ""))
	}
	return list
}

// messageSlide shows the message, its phrases with their letters.
func messageSlide(q view.Question) slide {
	return slide{
		Kind: "passage", Ask: q.Kind, Text: q.Stem, Passage: q.Passage, Message: true,
		Size: passageSize(q, 4+bold.height(q.Stem, 45, slideWide)),
	}
}
