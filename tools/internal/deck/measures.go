package deck

import "slices"

// The measures that the layout of slides and the fitting of words share. The style sheet has none of these numbers: it
// gets them from data/site.json (layouts/_partials/measures.html). Lengths are in hundredths of a slide's height ("vh"),
// leadings are shares of the size of the text.
const (
	padBlock  = 4.4 // above and below what is on a slide
	padTight  = 2.6 // around a question
	padInline = 6.0 // on each side of it
	footHigh  = 9.0 // the strip at the foot
	edges     = 1.2 // the lines around both

	titleSize    = 6.0
	titleLeading = 1.25

	textLeading    = 1.3
	ruleLeading    = 1.15
	passageLeading = 1.5 // gaps and letters in a passage need room
)

// The room for words. The narrowest screen that a deck fills is 4:3.
const (
	slideWide = 100*4/3.0 - 2*padInline
	slideHigh = 100 - footHigh - edges - 2*padBlock

	questionWide = 100*4/3.0 - 2*padTight
	screenWide   = 100*16/10.0 - 2*padTight                // of a question on all other screens
	questionHigh = 100 - footHigh - edges - 2*padTight - 1 // browsers differ a little in the height of lines
)

// The sizes of text on a slide, in tenths of a hundredth of its height, largest first. The last of each is the least at
// which a child in the back row, 8 m away, can read it (docs/architecture.md, "Decisions: slides").
var (
	ruleSizes   = []int{130, 110, 100, 90}
	plainSizes  = []int{100, 90, 80, 70, 60}
	textSizes   = []int{80, 70, 60}
	optionSizes = []int{60, 55, 52, 48, 45}
	stemSizes   = []int{60, 52, 45} // of a question above its options
)

// smallSizes are for text with a word of more than longWord letters, such as an address: better small than cut off.
var smallSizes = []int{80, 70, 60, 50, 40, 36, 30}

const longWord = 20

// leastWhy is the least size of what is said about an option.
const leastWhy = 45

// Measures are those that the style sheet of slides needs. Lengths are in hundredths of a slide's height, leadings are shares
// of the size of the text, and Sizes are all sizes of text, smallest first, in tenths of a hundredth of the height.
type Measures struct {
	PadBlock       float64 `json:"pad_block"`
	PadTight       float64 `json:"pad_tight"`
	PadInline      float64 `json:"pad_inline"`
	Foot           float64 `json:"foot"`
	TitleSize      float64 `json:"title_size"`
	TitleLeading   float64 `json:"title_leading"`
	TextLeading    float64 `json:"text_leading"`
	RuleLeading    float64 `json:"rule_leading"`
	PassageLeading float64 `json:"passage_leading"`
	Sizes          []int   `json:"sizes"`
}

// ScreenMeasures returns the measures with which decks are made.
func ScreenMeasures() Measures {
	sizes := slices.Concat(openingSizes, ruleSizes, plainSizes, textSizes, optionSizes, smallSizes, stemSizes)
	slices.Sort(sizes)
	return Measures{
		PadBlock: padBlock, PadTight: padTight, PadInline: padInline, Foot: footHigh,
		TitleSize: titleSize, TitleLeading: titleLeading,
		TextLeading: textLeading, RuleLeading: ruleLeading, PassageLeading: passageLeading,
		Sizes: slices.Compact(sizes),
	}
}
