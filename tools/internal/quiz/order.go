package quiz

import (
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/shuffle"
)

// Order asks to put steps in order. The Options are in the right order.
const Order model.Kind = "order"

var order = Kind{
	Name: Order, ByHands: true, ByPen: true,
	layout: func(q model.Question) Layout {
		l := written(q)
		for i := range l.Places {
			l.Places[i] = i + 1
		}
		l.Options = shuffle.Away(q.ID.Value, l.Places)
		return l
	},
	answer: func(q model.Question) (steps []Answer) {
		for _, o := range q.Options {
			steps = append(steps, Answer{Option: o})
		}
		return steps
	},
}
