package deck

import (
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/site"
)

// The mark of a rule is a tile beside its words, smaller where the whole rule stands beneath.
const (
	tileWide     = 35.0
	partTileWide = 22.5
	leastRule    = 90  // the least size of a rule
	ruleLines    = 6   // a rule of more lines is parted: a wall of letters is not read
	partLines    = 5   // the most of a part that stands alone
	wholeSize    = 60  // of the exact words beneath a part
	wholeGap     = 7.0 // above them, with the line that parts them
)

// pupilRuleSlides shows a rule of pupils. The promise is the rule once more, and says so.
func pupilRuleSlides(r site.Rule, title string) []slide {
	return ruleSlides(r.Say(), likeRule(r, title))
}

// likeRule is a slide of a rule of pupils, without words.
func likeRule(r site.Rule, title string) slide {
	return slide{Kind: "rule", Title: title, Mark: r.Clause.Mark.Value, Hue: r.Theme.Hue.Value}
}

// briefRule shows a rule of pupils on one slide, or a long one in two, without the whole beneath. The promise is the rule once more.
func briefRule(r site.Rule, title string) []slide {
	whole := pupilRuleSlides(r, title)
	if len(whole) < 3 {
		return whole
	}
	like := likeRule(r, title)
	fits := func(part string, size int) bool {
		return fitsRule(part, size, slideWide-besidePart(like.Mark), linesIn(slideHigh, size))
	}
	parts := phrases(onOneLine(r.Say()), func(part string) bool { return fits(part, leastRule) })
	if len(parts) > 2 {
		return whole
	}
	var list []slide
	for _, words := range parts {
		s := like
		s.Text, s.Part = words, true
		s.Size = largest(ruleSizes[1:], []string{words}, func(size int) bool { return fits(words, size) })
		list = append(list, s)
	}
	return list
}

// onOneLine returns a text with one space between its words.
func onOneLine(text string) string { return strings.Join(strings.FieldsFunc(text, isBlank), " ") }

// ruleSlides shows adopted words letter by letter. Those that are too long for one slide are parted by sense, and beneath
// each part stand the exact words of its sentence; where they would leave too little room, they have the last slide.
func ruleSlides(text string, like slide) (list []slide) {
	like.Kind = "rule"
	text = onOneLine(text)
	whole := func(size int) bool {
		return fitsRule(text, size, slideWide-tileWide, min(ruleLines, linesIn(slideHigh, size)))
	}
	if size := largest(ruleSizes, nil, whole); whole(size) {
		like.Text, like.Size = text, size
		return []slide{like}
	}
	beneath := true
	for _, sentence := range english.Sentences(text) {
		beneath = beneath && linesIn(roomAbove(sentence), leastRule) >= 3
	}
	for _, sentence := range english.Sentences(text) {
		list = append(list, partSlides(sentence, like, beneath)...)
	}
	if !beneath {
		list = append(list, exactSlides(text, like)...)
	}
	return list
}

// partSlides shows a sentence part by part, with the exact words beneath if there is room.
func partSlides(sentence string, like slide, beneath bool) (list []slide) {
	above := roomAbove(sentence)
	fits := func(part string, size int) bool {
		lines := partLines
		if beneath {
			lines = linesIn(above, size)
		}
		return fitsRule(part, size, slideWide-besidePart(like.Mark), min(lines, linesIn(slideHigh, size)))
	}
	from := 0
	for _, words := range phrases(sentence, func(part string) bool { return fits(part, leastRule) }) {
		s := like
		s.Text = words
		s.Size = largest(ruleSizes[1:], []string{words}, func(size int) bool { return fits(words, size) })
		at := from + strings.Index(sentence[from:], words)
		from = at + len(words)
		if beneath {
			s.Whole = []string{sentence[:at], words, sentence[from:]}
		}
		list = append(list, s)
	}
	return list
}

// besidePart returns the width of a mark's tile and the gap beside it, where the tile is the small one. The tile of a
// number in Roman numerals is as wide as the number: its size is 7, its padding .4 of that on each side, and the gap 5.
func besidePart(mark string) float64 {
	if len(mark) <= 2 {
		return partTileWide
	}
	return max(partTileWide, (bold.width(mark)+.8)*7+6)
}

// exactSlides shows a whole clause in the size of other text.
func exactSlides(text string, like slide) (list []slide) {
	fits := func(text string, size int) bool { return regular.height(text, size, slideWide) <= slideHigh-16 }
	like.Kind = "exact"
	for _, some := range packed(english.Sentences(text), func(some []string) bool { return fits(strings.Join(some, " "), 60) }) {
		s := like
		s.Text = strings.Join(some, " ")
		s.Size = largest(textSizes, []string{s.Text}, func(size int) bool { return fits(s.Text, size) })
		list = append(list, s)
	}
	return list
}

// roomAbove returns the height that the exact words of a sentence leave of a slide. A part of them is bold.
func roomAbove(sentence string) float64 {
	return slideHigh - wholeGap - bold.height(sentence, wholeSize, slideWide)
}

// linesIn is how many lines of a rule stand in so much height.
func linesIn(high float64, size int) int { return int(high / (float64(size) / 10 * ruleLeading)) }

// fitsRule reports whether a rule fits so many lines, with no word broken that a smaller size keeps whole.
func fitsRule(text string, size int, wide float64, lines int) bool {
	ems := func(size int) float64 { return wide / (float64(size) / 10) }
	for _, word := range strings.FieldsFunc(text, isBlank) {
		if n := bold.width(word); n > ems(size) && n <= ems(leastRule) {
			return false
		}
	}
	return bold.lines(text, ems(size)) <= lines
}
