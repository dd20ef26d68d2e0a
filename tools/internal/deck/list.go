package deck

import (
	"slices"
	"strings"
)

// lists shows a list on as few slides as hold it at the least size, and then at the largest at which all of them hold it.
func lists(like slide, entries []entry) []slide {
	like.Kind = "list"
	return listsIn(like, entries, slideHigh-14) // below the title
}

// listsIn shows a list in so much height.
func listsIn(like slide, entries []entry, room float64) []slide {
	high := func(e entry, size int) float64 {
		s, wide := float64(size)/10, slideWide
		if e.Mark != "" {
			wide -= besideEntry(e.Mark) * s
		}
		return max(bold.height(strings.TrimSpace(e.Term+" "+e.Text), size, wide), 1.5*s) + .55*s
	}
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
	var texts []string
	for _, e := range entries {
		texts = append(texts, e.Term, e.Text)
	}
	size := largest(textSizes, texts, func(size int) bool { return fill(entries, pages, fits(size)) })
	for _, some := range evenly(entries, room, func(e entry) float64 { return high(e, size) }) {
		s := like
		s.Entries, s.Size = some, size
		slides = append(slides, s)
	}
	return slides
}

// besideEntry returns the width of a mark's tile in a list and of the gap beside it, as a share of the size of the text. The tile of
// a long mark is as wide as the mark: its size is 1.1, and that of its letters .92 of it.
func besideEntry(mark string) float64 {
	return max(2.6, 1.3+1.1*.92*bold.width(mark))
}

// fill reports whether a list fits so many pages, each of its entries included.
func fill[T any](list []T, most int, fits func([]T) bool) bool {
	pages := packed(list, fits)
	return len(pages) <= most && !slices.ContainsFunc(pages, func(page []T) bool { return !fits(page) })
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

// evenly parts a list into no more stretches than fit a room, and those as even in height as they can be. Each entry's
// height is worked out once: many ways to part them are tried.
func evenly[T any](list []T, room float64, high func(T) float64) (pages [][]T) {
	heights := make([]float64, len(list))
	for i, entry := range list {
		heights[i] = high(entry)
	}
	parted := packed(heights, within(room))
	for limit := room / float64(len(parted)); limit < room; limit++ {
		if lower := packed(heights, within(limit)); len(lower) == len(parted) {
			parted = lower
			break
		}
	}
	for _, some := range parted {
		pages = append(pages, list[:len(some)])
		list = list[len(some):]
	}
	return pages
}

// within reports whether heights, one upon the other, are no more than a limit.
func within(limit float64) func([]float64) bool {
	return func(heights []float64) bool {
		total := 0.0
		for _, high := range heights {
			total += high
		}
		return total <= limit
	}
}
