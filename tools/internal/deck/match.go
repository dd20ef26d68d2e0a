package deck

import (
	"fmt"
	"slices"

	"safeonline/tools/internal/view"
)

// matchSlides shows pair by pair: what goes with this? The class chooses among three partners of those that are left,
// which is as many as fit beside one another. Nothing is asked about the last pair.
func matchSlides(v *view.Site, q view.Question) (list []slide) {
	var left []int // the numbers of the partners without a pair
	for n := range q.Bins {
		left = append(left, n+1)
	}
	for _, o := range q.Options {
		if len(left) > 1 {
			partners := partnersOf(q, o, left)
			list = append(list, vote(q.Kind, o.Text, partners, true), answer(partners, true))
		}
		list = append(list, why(v, o, "bin", q.Bins[o.Place-1].Title))
		left = slices.DeleteFunc(left, func(n int) bool { return n == o.Place })
	}
	return list
}

// partnersOf returns the partner of an option and, of the others that are left, the next two, in the order of the page.
func partnersOf(q view.Question, o view.Option, left []int) (partners []view.Option) {
	own := slices.Index(left, o.Place)
	var numbers []int
	for i := range min(3, len(left)) {
		numbers = append(numbers, left[(own+i)%len(left)])
	}
	slices.Sort(numbers)
	for i, n := range numbers {
		bin := q.Bins[n-1]
		partners = append(partners, view.Option{
			ID: fmt.Sprintf("%s-%d", o.ID, n), Letter: letter(i), Text: bin.Title, Picture: bin.Picture, Right: n == o.Place,
		})
	}
	return partners
}
