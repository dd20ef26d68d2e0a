package deck

import "safeonline/tools/internal/view"

// choiceSlides shows a choice, of one or of several.
func choiceSlides(v *view.Site, q view.Question) []slide {
	list := append(handsUp(q), answer(q.Options, false))
	for _, o := range q.Options {
		list = append(list, why(v, o, verdict(o), ""))
	}
	return list
}
