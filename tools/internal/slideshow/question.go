package slideshow

import (
	"slices"
	"strings"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/view"
)

// sizes are those of a question: of its stem, of its options, and of what is said about them. Where even the smallest leave too little
// room, it is short: once whys are shown, the facts at the beginning of the stem are left out, and a reply's why says where it leads.
type sizes struct {
	stem, option, why float64
	short             bool
}

// question shows a question in a row of slides: what is asked, and after each press what the screen shows then.
func (r *row) question(p deck.Part, s deck.Slide) {
	states := statesOf[s.Kind]
	var at sizes
	r.add(p, s, func(to *sheet) {
		at = fitted(func(at sizes) bool {
			for n := range s.Play.Presses + 1 {
				if stacked(states(to, s, n, at), wide) > bottom-top {
					return false
				}
			}
			return true
		})
		to.state(p, s, 0)
		to.stack(states(to, s, 0, at), side, top, wide)
	})
	for n := range s.Play.Presses {
		r.add(p, s, func(to *sheet) {
			to.state(p, s, n+1)
			to.stack(states(to, s, n+1, at), side, top, wide)
		})
	}
}

// fitted chooses the largest sizes that fit: first those at which the options are large.
func fitted(fits func(sizes) bool) (at sizes) {
	for _, short := range []bool{false, true} {
		for _, option := range optionSizes {
			for _, stem := range stemSizes {
				if at = (sizes{stem, option, max(option-3, 25), short}); stem >= option && fits(at) {
					return at
				}
			}
		}
	}
	size := largest(small, func(size float64) bool { return fits(sizes{size, size, size, true}) })
	return sizes{size, size, size, true}
}

// state names a slide by its question, and by its place among all slides of the question: each has a name of its own.
func (s *sheet) state(p deck.Part, of deck.Slide, press int) {
	place, all := 0, 0
	for _, other := range p.Slides {
		if other.Play.Name == of.Play.Name {
			place = all + press + 1
		}
		all += other.Play.Presses + 1
	}
	s.titled(p.Heading + " · " + s.view.Text("deck_place", i18n.Values{"n": place, "of": all}))
}

// statesOf returns what stands on the slide of a question of a kind after so many presses.
var statesOf = map[string]func(s *sheet, of deck.Slide, press int, at sizes) []block{
	"choice": choice, "order": order, "sort": filed, "match": filed, "gaps": gaps, "spot": spot,
}

// stem returns a question's text.
func stem(of deck.Slide, press int, at sizes) []block {
	text := of.Text
	if at.short && press > 0 {
		text = strings.TrimSpace(strings.TrimPrefix(text, of.Facts))
	}
	if text == "" {
		return nil
	}
	return []block{words{name: "Question", text: plain(text, at.stem, true)}}
}

// open reports whether what is said about an option is shown after so many presses.
func open(a deck.Answer, press int) bool {
	return a.Press <= press && (a.Until == 0 || press < a.Until)
}

// choice shows a choice. Each option says why in its own frame.
func choice(s *sheet, of deck.Slide, press int, at sizes) []block {
	list := stem(of, press, at)
	for _, a := range of.Answers {
		o := s.option(a, at)
		if open(a, press) {
			o.why = s.why(a, at)
		}
		if a.Right && press >= a.Press { // it stays right when another one says why
			mark := pptx.Run{Text: "  " + s.view.Text("mark_right", nil), Size: at.option, Bold: true, Colour: right.deep}
			o.words.text[0].Runs = append(o.words.text[0].Runs, mark)
		}
		list = append(list, o)
	}
	return list
}

// order shows the steps that have their places, then the others.
func order(s *sheet, of deck.Slide, press int, at sizes) []block {
	list := stem(of, press, at)
	placed := slices.SortedFunc(slices.Values(of.Answers), func(a, b deck.Answer) int { return a.Press - b.Press })
	for _, a := range placed {
		if a.Press > press {
			break
		}
		o := s.option(a, at)
		o.letter, o.fill = itoa(a.Place), right.mark
		if open(a, press) {
			o.why = s.why(a, at)
		}
		list = append(list, o)
	}
	for _, a := range of.Answers {
		if a.Press > press {
			list = append(list, s.option(a, at))
		}
	}
	return list
}

// filed shows the thing that is to be put somewhere, or what is said about it, and the boxes with what is there.
func filed(s *sheet, of deck.Slide, press int, at sizes) []block {
	list := stem(of, press, at)
	for i, a := range of.Answers {
		if press < a.Press && (i == 0 || press >= a.Press-1) {
			count := strings.ReplaceAll(s.view.Text("deck_place", i18n.Values{"n": i + 1, "of": len(of.Answers)}), " ", hard)
			list = append(list, words{name: "Thing", inset: 10, fill: s.hue.mark, line: ink, text: []pptx.Paragraph{{Runs: []pptx.Run{
				{Text: a.Text, Size: at.option, Bold: true}, {Text: "  " + count, Size: at.option}}}}})
		}
		if open(a, press) {
			list = append(list, s.why(a, at))
		}
	}
	if of.Kind == "match" {
		return append(list, s.pairs(of, press)...)
	}
	return append(list, s.boxes(of, press))
}

// gaps shows a text with its gaps, and the words for one of them at a time.
func gaps(s *sheet, of deck.Slide, press int, at sizes) []block {
	text := pptx.Paragraph{}
	for _, p := range of.Passage {
		run := pptx.Run{Text: p.Text, Size: at.option}
		if p.Slot > 0 {
			run.Text, run.Bold, run.Colour = "__"+itoa(p.Slot)+"__", true, s.hue.deep
		}
		for _, o := range p.Options {
			if o.Right && press >= p.Press {
				run.Text, run.Colour = o.Text, right.deep
			}
		}
		text.Runs = append(text.Runs, run)
	}
	list := append(stem(of, press, at), words{name: "Text", text: []pptx.Paragraph{text}, fill: white, line: ink, inset: 14})
	for _, g := range of.Groups {
		if press < g.From || g.Until > 0 && press >= g.Until {
			continue
		}
		for _, a := range g.Answers {
			list = append(list, s.option(a, at))
		}
		for _, a := range g.Answers {
			if open(a, press) {
				list = append(list, s.why(a, at))
			}
		}
	}
	return list
}

// spot shows a message and its phrases by their letters: which are clues, and why.
func spot(s *sheet, of deck.Slide, press int, at sizes) []block {
	text := pptx.Paragraph{}
	for _, p := range of.Passage {
		if p.Slot == 0 {
			text.Runs = append(text.Runs, pptx.Run{Text: p.Text, Size: at.option})
			continue
		}
		o := p.Options[0]
		colour := letterHue(o.Letter).deep
		if len(text.Runs) > 0 {
			text.Runs = append(text.Runs, pptx.Run{Text: " ", Size: at.option})
		}
		text.Runs = append(text.Runs, pptx.Run{Text: o.Letter + hard, Size: at.option, Bold: true, Colour: colour},
			pptx.Run{Text: p.Text, Size: at.option, Bold: o.Right && press >= p.Press, Colour: colour})
		if o.Right && press >= p.Press {
			text.Runs = append(text.Runs, pptx.Run{Text: " (" + s.view.Text("deck_clue", nil) + ")", Size: at.option, Bold: true, Colour: right.deep})
		}
	}
	list := append(stem(of, press, at), words{name: "Message", text: []pptx.Paragraph{text}, fill: white, line: ink, inset: 14})
	for _, a := range of.Answers {
		if open(a, press) {
			list = append(list, s.why(a, at))
		}
	}
	return list
}

// why returns what is said about an option, after its letter if the option stands elsewhere.
func (s *sheet) why(a deck.Answer, at sizes) *words {
	colours := right
	if a.Verdict == "not-yet" || a.Verdict == "harmless" {
		colours = tried
	}
	text := pptx.Paragraph{}
	for _, label := range []string{letterOf(a), a.Says} {
		if label != "" {
			text.Runs = append(text.Runs, pptx.Run{Text: label + " ", Size: at.why, Bold: true, Colour: colours.deep})
		}
	}
	text.Runs = append(text.Runs, pptx.Run{Text: a.Feedback, Size: at.why})
	return &words{name: "Why", text: []pptx.Paragraph{text}, fill: colours.tint, line: colours.deep, inset: 9}
}

// letterOf is the letter before a why, if the option does not stand beside it.
func letterOf(a deck.Answer) string {
	if a.Apart {
		return a.Letter
	}
	return ""
}

// option is an option with its letter or its number, its picture, and what is said about it.
type option struct {
	letter  string
	fill    pptx.Colour
	picture *view.Picture
	words   words
	why     *words
}

func (s *sheet) option(a deck.Answer, at sizes) option {
	return option{a.Letter, letterHue(a.Letter).mark, a.Picture, words{
		name: "Option", text: plain(a.Text, at.option, false), fill: white, line: ink, inset: 7,
	}, nil}
}

// The widths of a letter and of a picture before an option, with the gap beside them.
const (
	letterWide  = 54
	pictureWide = 66
)

// beside returns the width that is left for an option's words, and the height of its first row.
func (o option) beside(wide float64) (left, row float64) {
	left, row = wide-letterWide, 44
	if o.picture != nil {
		left, row = left-pictureWide, pictureWide-8
	}
	return left, max(o.words.high(left), row)
}

func (o option) high(wide float64) float64 {
	_, row := o.beside(wide)
	if o.why != nil {
		row += o.why.high(wide - letterWide)
	}
	return row
}

func (o option) put(s *sheet, x, y, wide float64) {
	left, row := o.beside(wide)
	s.badge(o.letter, "Letter", o.fill, x, y+(row-44)/2, 44, 44)
	if o.picture != nil {
		s.picture(o.picture, x+letterWide, y+(row-pictureWide+8)/2, pictureWide-8)
	}
	o.words.within(s, x+wide-left, y, left, row)
	if o.why != nil {
		o.why.put(s, x+letterWide, y+row, wide-letterWide)
	}
}
