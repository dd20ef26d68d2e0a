package deck

import "safeonline/tools/internal/view"

import "fmt"

// sortSlides shows thing by thing: where does it go? It goes there.
func sortSlides(q view.Question) (list []slide) {
	for _, thing := range q.Options {
		var bins []view.Option
		for n, bin := range q.Bins {
			bins = append(bins, view.Option{
				ID: fmt.Sprintf("%s-%d", thing.ID, n+1), Letter: letter(n), Text: bin.Title, Picture: bin.Picture, Right: n+1 == thing.Place,
			})
		}
		list = append(list, vote(q.Kind, thing.Text, bins, true), why(thing, "bin", q.Bins[thing.Place-1].Title))
	}
	return list
}
