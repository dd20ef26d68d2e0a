package deck

import (
	"fmt"
	"slices"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/view"
)

// box is a bin of a sort, or a partner of a match, with what is put there.
type box struct {
	Letter  string        `json:"letter"`
	Title   string        `json:"title"`
	Picture *view.Picture `json:"picture,omitempty"`
	Items   []answer      `json:"items"`
}

// sortSlides shows thing by thing: where does it go? A press files it and says why, and the next one shows the next thing.
func sortSlides(v *view.Site, q view.Question) []slide {
	return filings(v, q, "sort", false, func(boxes []box, size int, wide float64) float64 {
		return boxesHigh(boxes, size, (wide-4*float64(len(boxes)-1))/float64(len(boxes)))
	})
}

// filings returns the slide of a question in which things are put into boxes, or as few slides as hold them: on each, some of the
// things, and if own is true only their boxes. high is how high the boxes stand.
func filings(v *view.Site, q view.Question, kind string, own bool, high func(boxes []box, size int, wide float64) float64) (list []slide) {
	for parts := 1; parts <= 3; parts++ {
		list = nil
		all := true
		for _, some := range spread(q.Options, parts) {
			s := filing(v, q, some, own && parts > 1)
			l := below(q, false, func(at sizes, wide float64) float64 { return high(s.Boxes, at.Filed, wide) })
			l.asked = func(at sizes, wide float64) float64 {
				return stemHigh(q.Stem, at.About, wide) + thingHigh(some, at.Size, wide) + high(s.Boxes, at.Filed, wide)
			}
			s, ok := fitted(v, s, l)
			s.Kind = kind
			if len(list) > 0 {
				s.Play.Name = fmt.Sprintf("%s %d", q.ID, len(list)+1)
			}
			list, all = append(list, s), all && ok
		}
		if all {
			break
		}
	}
	return list
}

// thingHigh returns how high the longest thing stands that is to be put somewhere, with the gap below it.
func thingHigh(some []view.Option, size int, wide float64) (most float64) {
	for _, o := range some {
		most = max(most, bold.height(o.Text, size, wide-float64(size)/10*4)+3)
	}
	return most
}

// spread parts things so that those of each box are spread evenly, each part in the order of the page.
func spread(options []view.Option, parts int) [][]view.Option {
	byBox := slices.Clone(options)
	slices.SortStableFunc(byBox, func(a, b view.Option) int { return a.Place - b.Place })
	to := map[string]int{}
	for i, o := range byBox {
		to[o.ID] = i % parts
	}
	list := make([][]view.Option, parts)
	for _, o := range options {
		list[to[o.ID]] = append(list[to[o.ID]], o)
	}
	return list
}

// filing returns a slide on which some of a question's things are put into boxes: into all, or only into those that they belong to.
func filing(v *view.Site, q view.Question, some []view.Option, own bool) slide {
	s := slide{Text: q.Stem}
	s.Play.Presses = 2*len(some) - 1
	for n, bin := range q.Bins {
		s.Boxes = append(s.Boxes, box{Letter: letter(n), Title: bin.Title, Picture: bin.Picture})
		s.Letters = append(s.Letters, letter(n))
	}
	for n, o := range some {
		to := &s.Boxes[o.Place-1]
		o.Letter = to.Letter
		a := answer{Option: o, Press: 2*n + 1, Verdict: "bin", Says: v.Text("deck_filed", i18n.Values{"bin": to.Title})}
		s.Answers = append(s.Answers, a)
		to.Items = append(to.Items, a)
		s.Play.Turns = append(s.Play.Turns, 2*n)
	}
	if own {
		s = withoutEmpty(s)
	}
	return s
}

// withoutEmpty leaves out the boxes of a slide into which nothing is put.
func withoutEmpty(s slide) slide {
	s.Boxes = slices.DeleteFunc(s.Boxes, func(b box) bool { return len(b.Items) == 0 })
	s.Letters = nil
	for n := range s.Boxes {
		s.Boxes[n].Letter = letter(n)
		s.Letters = append(s.Letters, letter(n))
	}
	return s
}

// boxesHigh returns how high the fullest of boxes stands that are side by side, each so wide.
func boxesHigh(boxes []box, size int, wide float64) (most float64) {
	for _, b := range boxes {
		title := wide - 10
		if b.Picture != nil {
			title -= 8
		}
		high := bold.height(b.Title, size, title) + 3
		for _, i := range b.Items {
			high += regular.height(i.Text, size, wide-5) + .8
		}
		most = max(most, high)
	}
	return most + 4
}
