package deck

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// joints are the places at which a long sentence may be split so that each part makes sense when it is read aloud, and
// their costs: best before a word that begins a new thought, then before a weaker one, then anywhere.
var joints = []struct {
	at   *regexp.Regexp
	cost float64
}{
	{regexp.MustCompile(`[;:)]\s|\s\(|[,]\s(?:and|or|but|I|if|unless|because|instead)\b`), 0},
	{regexp.MustCompile(`\s(?:unless|because|if|when|where|whether|so that|as well as)\s`), 1},
	{regexp.MustCompile(`\s(?:and|or|but)\s(?:I|it|we|you|that|will|not|my|a|is|are|can)\s`), 1},
	{regexp.MustCompile(`\s(?:that|which|who|whom|both|instead|including|such as)\s`), 4},
	{regexp.MustCompile(`\s(?:and|or)\s|,\s`), 5},
	{regexp.MustCompile(`\s(?:to|with|in|on|from|of|for|by|during|outside|inside|as)\s`), 8},
	{regexp.MustCompile(`\s`), 20},
}

// Other costs of splitting a sentence: each further part, a cut within brackets, and parts of uneven length.
const (
	costOfPart     = 4.0
	costOfBracket  = 10.0
	costOfUnevenly = 6.0
)

// phrases splits a sentence into parts that fit: as few as possible, at the best joints, and as even in length as these
// allow. Joined by spaces, the parts are the sentence.
func phrases(text string, fits func(part string) bool) []string {
	if fits(text) {
		return []string{text}
	}
	cuts := cutsOf(text)
	spans := spansOf(text, cuts, fits)
	var best []string
	least := 0.0
	for parts := 2; parts <= len(cuts)+1; parts++ {
		if best != nil && float64(parts)*costOfPart >= least {
			break
		}
		if list, cost, ok := cheapest(text, cuts, spans, parts); ok {
			if cost += float64(parts) * costOfPart; best == nil || cost < least {
				best, least = list, cost
			}
		}
	}
	if best == nil {
		return aroundLongWords(text, fits)
	}
	return best
}

// aroundLongWords splits a text with words that do not fit anywhere: each of these is a part by itself.
func aroundLongWords(text string, fits func(part string) bool) (parts []string) {
	start, end := -1, 0
	between := func() {
		switch {
		case start >= 0 && end-start < len(text):
			parts = append(parts, phrases(text[start:end], fits)...)
		case start >= 0: // no word is too long, but the text cannot be split
			parts = append(parts, text)
		}
		start = -1
	}
	for at := 0; at < len(text); {
		word, _, _ := strings.Cut(text[at:], " ")
		switch {
		case word == "":
		case fits(word):
			if start < 0 {
				start = at
			}
			end = at + len(word)
		default:
			between()
			parts = append(parts, word)
		}
		at += len(word) + 1
	}
	between()
	return parts
}

// cutsOf returns the places at which a text may be split, with the cost of each.
func cutsOf(text string) map[int]float64 {
	cuts := map[int]float64{}
	for _, j := range joints {
		for _, at := range j.at.FindAllStringIndex(text, -1) {
			place := blankIn(text, at)
			if _, known := cuts[place]; known {
				continue
			}
			cuts[place] = j.cost
			if strings.Count(text[:place], "(") > strings.Count(text[:place], ")") {
				cuts[place] += costOfBracket
			}
		}
	}
	return cuts
}

// span is part of a text, from one cut or the beginning to another cut or the end.
type span struct{ start, end int }

// spansOf returns the parts of a text that fit, sorted by their ends and then their starts, so that equally good ways
// are always chosen alike. If a part does not fit, no longer one from the same start does.
func spansOf(text string, cuts map[int]float64, fits func(string) bool) (spans []span) {
	places := append(slices.Collect(maps.Keys(cuts)), len(text))
	slices.Sort(places)
	for i, start := range append([]int{0}, places...) {
		for _, end := range places[i:] {
			part := strings.TrimSpace(text[start:end])
			if part == "" {
				continue
			}
			if !fits(part) {
				break
			}
			spans = append(spans, span{start, end})
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int { return a.end - b.end })
	return spans
}

// cheapest splits a text into a number of its spans, at the least cost of cuts and uneven lengths. Ways that reach the
// same place in as many parts are interchangeable, so only the cheapest of them is kept.
func cheapest(text string, cuts map[int]float64, spans []span, parts int) (best []string, cost float64, ok bool) {
	type way struct {
		from *way
		end  int
		cost float64
	}
	even := float64(len(text)) / float64(parts)
	reached := map[int]*way{0: {}}
	for range parts {
		next := map[int]*way{}
		for _, s := range spans {
			from := reached[s.start]
			if from == nil {
				continue
			}
			off := (float64(len(strings.TrimSpace(text[s.start:s.end]))) - even) / even
			w := way{from, s.end, from.cost + cuts[s.end] + costOfUnevenly*off*off}
			if old := next[s.end]; old == nil || w.cost < old.cost {
				next[s.end] = &w
			}
		}
		reached = next
	}
	last := reached[len(text)]
	if last == nil {
		return nil, 0, false
	}
	for w := last; w.from != nil; w = w.from {
		best = append(best, strings.TrimSpace(text[w.from.end:w.end]))
	}
	slices.Reverse(best)
	return best, last.cost, true
}

// blankIn returns the place of the first space in part of a text that has one.
func blankIn(text string, stretch []int) int {
	return stretch[0] + strings.IndexFunc(text[stretch[0]:stretch[1]], isBlank)
}
