package deck

import "safeonline/tools/internal/view"

// matchSlides shows thing by thing: what goes with it? A press puts it beside its partner and says why, and the next one shows the
// next thing. Nothing is asked about the last pair.
func matchSlides(v *view.Site, q view.Question) []slide {
	list := filings(v, q, "match", true, func(boxes []box, size int, wide float64) (high float64) {
		for _, b := range boxes {
			half := wide/2 - 13
			row := bold.height(b.Title, size, half)
			for _, i := range b.Items {
				row = max(row, regular.height(i.Text, size, half))
			}
			high += max(row, 6.75) + 3.4 + 1.8
		}
		return high
	})
	last := &list[len(list)-1].Play
	last.Turns = last.Turns[:len(last.Turns)-1]
	return list
}
