package deck

import (
	"slices"

	"safeonline/tools/internal/view"
)

// orderSlides asks which step comes first, and shows them in their order.
func orderSlides(v *view.Site, q view.Question) []slide {
	list := handsUp(q)
	steps := slices.Clone(q.Options)
	slices.SortFunc(steps, func(a, b view.Option) int { return a.Place - b.Place })
	in := answer(steps, false)
	in.Kind = "steps"
	list = append(list, in)
	for _, o := range steps {
		list = append(list, why(v, o, "step", ""))
	}
	return list
}
