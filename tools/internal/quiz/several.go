package quiz

import "safeonline/tools/internal/model"

// Several asks for as many right Options as the stem says, which is Choose.
const Several model.Kind = "several"

var several = Kind{Name: Several, ByHands: true, ByPen: true, Games: true}
