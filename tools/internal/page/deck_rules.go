package page

import (
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// The mark of a rule is a tile beside its words, smaller where the whole rule stands beneath.
const (
	tileWide      = 35.0
	smallTileWide = 24.0
	ruleLines     = 6   // a rule of more lines is parted: a wall of letters is not read
	wholeSize     = 60  // of the exact words beneath a part
	wholeGap      = 7.0 // above them, with the line that parts them
)

// rulesDeck shows a set of rules: each rule, all of them at a glance, and what to do if something goes wrong.
func (b *builder) rulesDeck(stage model.Stage) []part {
	doc := b.of(stage)
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: "years_" + string(stage)}}}}
	for _, r := range b.site.Of(stage) {
		parts = append(parts, part{Name: "clause", Mark: r.Clause.Mark.Value, Title: typeset(r.Clause.Title), Hue: r.Theme.Hue.Value, Slides: b.ruleSlides(r, "")})
	}
	all := part{Name: "all"}
	if stage == model.KS1 {
		var list []entry
		for _, r := range b.site.Of(stage) {
			list = append(list, entry{Mark: r.Clause.Mark.Value, Hue: r.Theme.Hue.Value, Text: typeset(r.Clause.Title)})
		}
		all.Slides = lists(slide{Title: stageTitles[stage]}, list)
	} else {
		for _, t := range doc.Themes {
			var list []entry
			for _, r := range b.site.Of(stage) {
				if r.Theme.ID == t.ID {
					list = append(list, entry{Mark: r.Clause.Mark.Value, Text: typeset(r.Clause.Title)})
				}
			}
			all.Slides = append(all.Slides, lists(slide{Title: typeset(t.Title), Hue: t.Hue.Value}, list)...)
		}
	}
	return append(parts, all, part{Name: "if", Slides: []slide{{Kind: "if", Size: 60}}})
}

// agreementDeck shows an agreement of grown-ups to them: its opening words, each clause, and what is signed.
func (b *builder) agreementDeck(d model.Document) []part {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: "deck_staff"}}}}
	for _, s := range d.Sections {
		for _, p := range s.Passages {
			opening := part{Name: "opening"}
			for _, words := range packed(sentences(site.Published(p.Text, p.Errata)), fitsPlain) {
				text := strings.Join(words, " ")
				opening.Slides = append(opening.Slides, slide{Kind: "plain", Text: text, Size: plainSize(text, false)})
			}
			parts = append(parts, opening)
		}
		for _, c := range s.Clauses {
			parts = append(parts, part{Name: "clause", Mark: c.Mark.Value, Slides: ruleSlides(published(c), slide{Mark: c.Mark.Value})})
		}
	}
	if d.Signoff != nil && d.Signoff.Agree.Value != "" {
		text := d.Signoff.Agree.Value
		parts = append(parts, part{Name: "sign", Slides: []slide{{Kind: "plain", Title: d.Signoff.Heading.Value, Text: text, Size: plainSize(text, false)}}})
	}
	return parts
}

// ruleSlides shows a rule of pupils.
func (b *builder) ruleSlides(r site.Rule, title string) []slide {
	return ruleSlides(published(r.Clause), slide{Title: title, Mark: r.Clause.Mark.Value, Hue: r.Theme.Hue.Value, Picture: b.picture(r.Clause.Picture)})
}

// ruleSlides shows adopted words letter by letter. Those that are too long for one slide are parted by sense, and beneath
// each part stand the exact words of its sentence; where they would leave no room for a part, they have the last slide.
func ruleSlides(text string, like slide) []slide {
	like.Kind = "rule"
	whole := func(size int) bool {
		return fitsRule(text, size, slideWide-tileWide, min(ruleLines, int(slideHigh/(float64(size)/10*ruleLeading))))
	}
	if size := largest(ruleSizes, whole); whole(size) {
		like.Text, like.Size = text, size
		return []slide{like}
	}
	var list []slide
	beneath := true
	for _, sentence := range sentences(text) {
		if roomAbove(sentence)/(9*ruleLeading) < 3 {
			beneath = false
		}
	}
	for _, sentence := range sentences(text) {
		room := roomAbove(sentence)
		if !beneath {
			room = 5 * 9 * ruleLeading
		}
		fits := func(part string, size int) bool {
			return fitsRule(part, size, slideWide-smallTileWide, int(room/(float64(size)/10*ruleLeading)))
		}
		from := 0
		for _, words := range phrases(sentence, func(part string) bool { return fits(part, 90) }) {
			s := like
			s.Text = words
			s.Size = largest(ruleSizes[1:], func(size int) bool { return fits(words, size) })
			at := from + strings.Index(sentence[from:], words)
			from = at + len(words)
			s.Whole = []string{sentence[:at], words, sentence[from:]}
			if !beneath {
				s.Whole = nil
			}
			list = append(list, s)
		}
	}
	if beneath {
		return list
	}
	for _, some := range packed(sentences(text), func(some []string) bool { return fitsExact(strings.Join(some, " "), 60) }) {
		exact := like
		exact.Kind, exact.Text = "exact", strings.Join(some, " ")
		exact.Size = largest(textSizes, func(size int) bool { return fitsExact(exact.Text, size) })
		list = append(list, exact)
	}
	return list
}

// roomAbove is what the exact words of a sentence leave of a slide.
func roomAbove(sentence string) float64 {
	return slideHigh - wholeGap - regular.height(sentence, wholeSize, slideWide)
}

// fitsExact tells whether exact words fit a slide of their own.
func fitsExact(text string, size int) bool {
	return regular.height(text, size, slideWide) <= slideHigh-16
}

// fitsRule tells whether a rule fits so many lines, with no word that is wider than a line.
func fitsRule(text string, size int, wide float64, lines int) bool {
	ems := wide / (float64(size) / 10)
	for _, word := range strings.Fields(text) {
		if bold.width(word) > ems {
			return false
		}
	}
	return bold.lines(text, ems) <= lines
}

// lists shows a list on as few slides as hold it at the least size, and then at the largest at which all of them hold it.
func lists(like slide, entries []entry) []slide {
	like.Kind = "list"
	high := func(e entry, size int) float64 {
		s, wide := float64(size)/10, slideWide
		if e.Mark != "" {
			wide -= 2.6 * s
		}
		return max(bold.height(strings.TrimSpace(e.Term+" "+e.Text), size, wide), 1.5*s) + .55*s
	}
	const room = slideHigh - 14 // below the title
	all := func(size int) func([]entry) float64 {
		return func(some []entry) (total float64) {
			for _, e := range some {
				total += high(e, size)
			}
			return total
		}
	}
	fits := func(size int) func([]entry) bool {
		return func(some []entry) bool { return all(size)(some) <= room }
	}
	var slides []slide
	pages := len(packed(entries, fits(60)))
	size := largest(textSizes, func(size int) bool { return len(packed(entries, fits(size))) == pages })
	for _, some := range evenly(entries, room, all(size)) {
		s := like
		s.Entries, s.Size = some, size
		slides = append(slides, s)
	}
	return slides
}

// packed parts a list into as few stretches as fit.
func packed[T any](list []T, fits func([]T) bool) (pages [][]T) {
	start := 0
	for end := 1; end <= len(list); end++ {
		if end-start > 1 && !fits(list[start:end]) {
			pages = append(pages, list[start:end-1])
			start = end - 1
		}
	}
	if start < len(list) {
		pages = append(pages, list[start:])
	}
	return pages
}

// evenly parts a list into no more stretches than fit a room, and those as even in height as they can be.
func evenly[T any](list []T, room float64, high func([]T) float64) [][]T {
	fits := func(limit float64) func([]T) bool {
		return func(some []T) bool { return high(some) <= limit }
	}
	least := len(packed(list, fits(room)))
	for limit := room / float64(least); limit < room; limit++ {
		if pages := packed(list, fits(limit)); len(pages) == least {
			return pages
		}
	}
	return packed(list, fits(room))
}

func published(c model.Clause) string { return site.Published(c.Text, c.Errata) }
