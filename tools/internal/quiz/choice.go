package quiz

import "safeonline/tools/internal/model"

// Choice asks for the one best of the Options.
const Choice model.Kind = "choice"

var choice = Kind{Name: Choice, OneBest: true, ByHands: true, ByPen: true, Games: true}
