package deck

import (
	"fmt"

	"safeonline/tools/internal/view"
)

// sortSlides shows thing by thing: where does it go? It goes there.
func sortSlides(v *view.Site, q view.Question) (list []slide) {
	for _, thing := range q.Options {
		var bins []view.Option
		for n, bin := range q.Bins {
			bins = append(bins, view.Option{
				ID: fmt.Sprintf("%s-%d", thing.ID, n+1), Letter: letter(n), Text: bin.Title, Picture: bin.Picture, Right: n+1 == thing.Place,
			})
		}
		list = append(list, vote(q.Kind, thing.Text, bins, true), why(v, thing, "bin", q.Bins[thing.Place-1].Title))
	}
	return list
}
