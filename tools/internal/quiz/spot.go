package quiz

import "safeonline/tools/internal/model"

// Spot asks which phrases of a message are clues. Slot n of the Passage is the phrase of Options[n-1].
const Spot model.Kind = "spot"

var spot = Kind{Name: Spot}
