package slideshow

import (
	"cmp"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/pptx"
)

// title shows the lesson, the pupils it is for, and how long it takes.
func (r *row) title(p deck.Part, s deck.Slide) {
	r.add(p, s, func(to *sheet) {
		to.slide.Background = to.hue.mark
		of, w := r.deck.Rule, wide
		if of.Picture != nil {
			const plate = 260
			w = wide - plate - 36
			to.plate(of.Picture, side+w+36, (pptx.Height-plate)/2, plate)
		}
		size := largest(titleSizes, func(size float64) bool {
			return float64(linesOf(of.Title, size, w, true))*size*leading <= 190 && keepsWords(of.Title, size, w)
		})
		to.badge(of.Mark, "Mark", white, side, 80, markWide(of.Mark, 110), 110)
		next := to.headed(of.Title, side, 210, w, size)
		to.stack([]block{
			words{name: "Pupils", text: plain(s.Text, 33, false)},
			words{name: "Time", text: plain(r.deck.Route.Title, 33, false)},
		}, side, next, w)
	})
}

// markWide is the width of a mark's tile: that of a long one, as of Roman numerals, is wider than high.
func markWide(mark string, high float64) float64 {
	if n := len([]rune(mark)); n > 2 {
		return high * (.5 + .35*float64(n))
	}
	return high
}

// rule shows a rule, or a part of one with the exact words of the whole below it.
func (r *row) rule(p deck.Part, s deck.Slide) {
	r.add(p, s, func(to *sheet) {
		heading := p.Heading
		if s.Title == "promise" {
			heading = r.view.Text("lesson_promise", nil)
		}
		to.titled(heading)
		tile := 150.0
		if s.Whole != nil || s.Kind == "exact" {
			tile = 90
		}
		sizes := ruleSizes
		if s.Kind == "exact" {
			sizes = textSizes
		}
		w := markWide(s.Mark, tile)
		beside := wide - w - 30
		under := wholeOf(s)
		room := bottom - top - stacked(under, wide)
		size := largest(sizes, func(size float64) bool {
			return float64(linesOf(s.Text, size, beside, true))*size*leading+2*gap <= room && keepsWords(s.Text, size, beside)
		})
		said := words{name: "Rule", text: plain(s.Text, size, s.Kind == "rule")}
		high := max(said.high(beside), tile)
		y := top + max(room-high-gap, 0)/2
		to.badge(s.Mark, "Mark", to.hue.mark, side, y+(high-tile)/2, w, tile)
		said.within(to, side+w+30, y, beside, high)
		to.stack(under, side, y+high+2*gap, wide)
	})
}

// wholeOf returns the exact words below a part of a rule, with the part in bold.
func wholeOf(s deck.Slide) []block {
	if s.Whole == nil {
		return nil
	}
	text := pptx.Paragraph{}
	for i, part := range s.Whole {
		if part != "" {
			text.Runs = append(text.Runs, pptx.Run{Text: part, Size: 33, Bold: i == 1})
		}
	}
	return []block{words{name: "Exact words", text: []pptx.Paragraph{text}}}
}

// keepsWords reports whether no word of a text is wider than a line.
func keepsWords(text string, size, wide float64) bool {
	return longest(text)*size*broad <= wide
}

// plain shows a sentence for everybody to read, with its picture.
func (r *row) plain(p deck.Part, s deck.Slide) {
	r.add(p, s, func(to *sheet) {
		title := cmp.Or(s.Title, r.view.Text("deck_means", nil))
		y := to.headed(title, side, 30, wide, 36)
		x, w := side, wide
		if s.Picture != nil {
			const plate = 220
			x, w = side+plate+36, wide-plate-36
			to.plate(s.Picture, side, y+(bottom-y-plate)/2, plate)
		}
		size := largest(plainSizes, func(size float64) bool {
			return float64(linesOf(s.Text, size, w, true))*size*leading <= bottom-y && keepsWords(s.Text, size, w)
		})
		to.centred([]block{words{name: "Words", text: plain(s.Text, size, true)}}, x, y, w)
	})
}

// ready shows the words to know, and what a class agrees on before it talks.
func (r *row) ready(p deck.Part, s deck.Slide) {
	r.add(p, s, func(to *sheet) {
		to.titled(p.Heading)
		to.entries(s, top, func(e deck.Entry) (label, text string) { return e.Term, e.Text })
	})
}

// list shows rules, words or what is said together.
func (r *row) list(p deck.Part, s deck.Slide) {
	r.add(p, s, func(to *sheet) {
		y := to.headed(cmp.Or(s.Title, r.view.Text("part_"+p.Name, nil)), side, 30, wide, 36)
		to.entries(s, y, func(e deck.Entry) (label, text string) { return cmp.Or(e.Mark, e.Term), e.Text })
	})
}

// home shows a question to ask at home, and a thing to do.
func (r *row) home(p deck.Part, s deck.Slide) {
	r.add(p, s, func(to *sheet) {
		y := to.headed(r.view.Text("lesson_home", nil), side, 30, wide, 36)
		labels := []string{r.view.Text("home_ask", nil), r.view.Text("home_do", nil)}
		n := 0
		to.entries(s, y, func(e deck.Entry) (label, text string) {
			n++
			return labels[(n-1)%2], e.Text
		})
	})
}

// entries shows a list in frames, and below it what the slide says to all.
func (s *sheet) entries(of deck.Slide, y float64, parts func(deck.Entry) (label, text string)) {
	type pair struct{ label, text string }
	var list []pair
	for _, e := range of.Entries {
		label, text := parts(e)
		list = append(list, pair{label, text})
	}
	at := func(size float64) (blocks []block) {
		for _, e := range list {
			text := pptx.Paragraph{}
			if e.label != "" {
				text.Runs = append(text.Runs, pptx.Run{Text: e.label + " ", Size: size, Bold: true, Colour: s.hue.deep})
			}
			text.Runs = append(text.Runs, pptx.Run{Text: e.text, Size: size})
			blocks = append(blocks, words{name: "Entry", text: []pptx.Paragraph{text}, fill: white, line: ink, inset: 10})
		}
		if of.Text != "" {
			blocks = append(blocks, words{name: "To all", text: plain(of.Text, min(size, 33), true), fill: s.hue.mark, line: ink, inset: 10})
		}
		return blocks
	}
	s.centred(at(largest(textSizes, func(size float64) bool { return stacked(at(size), wide) <= bottom-y })), side, y, wide)
}
