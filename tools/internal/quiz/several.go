package quiz

import (
	"regexp"

	"safeonline/tools/internal/model"
)

// Several asks for as many right Options as the stem says, which is Choose.
const Several model.Kind = "several"

var several = Kind{Name: Several, ByHands: true, ByPen: true, Games: true}

// choose matches the end of a stem that says how many options it asks for.
var (
	choose  = regexp.MustCompile(`Choose (two|three)\.$`)
	numbers = map[string]int{"two": 2, "three": 3}
)

// Asked returns how many options a stem asks for that ends "Choose two." or "Choose three." Of another, it returns 0.
func Asked(stem string) int {
	if found := choose.FindStringSubmatch(stem); found != nil {
		return numbers[found[1]]
	}
	return 0
}

// AskForOne returns a stem that asks for several options as one that asks for one of them.
func AskForOne(stem string) string { return choose.ReplaceAllLiteralString(stem, "Choose one.") }
