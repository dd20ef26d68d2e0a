package draft

import (
	"regexp"
	"slices"
)

// binding matches what binds somebody.
var binding = regexp.MustCompile(`(?i)\b(?:must|will|should|shall|may\s+(?:not|only)|ha(?:s|ve)\s+to|(?:is|are)\s+(?:not\s+)?(?:allowed|permitted|expected|required|prohibited|forbidden)|(?:is|are)\s+(?:not\s+)?to|(?:nobody|no\s+one)\s+may|can\s?not|can\s+only|never)\b`)

// leastBinding is how many paragraphs of an agreement without lists bind somebody at least.
const leastBinding = 2

// bindings makes rules of the paragraphs that bind somebody, in agreements without lists: they are signed, and headed so.
func bindings(list []*piece) {
	for i, p := range list {
		if p.kind == sign && (i == 0 || list[i-1].kind != sign) {
			bind(list[:i])
		}
	}
}

// bind looks at what stands above lines to sign.
func bind(list []*piece) {
	var some []*piece
	agreed, below := false, 0 // how many of them stand below the heading
	for _, p := range slices.Backward(list) {
		if p.file != list[len(list)-1].file || p.kind == item || p.kind == sign && len(some) > 0 {
			break
		}
		switch {
		case p.kind == agree:
			agreed = true
		case p.kind == heading && documentWords.MatchString(p.text) && groupIn(p.text):
			below = len(some)
		case p.binding():
			some = append(some, p)
		}
	}
	if !agreed || below < leastBinding {
		return
	}
	for _, p := range some[:below] {
		p.kind, p.level, p.binds = item, 1, true
	}
}

// ofText begins what is said of the text itself.
var ofText = regexp.MustCompile(`(?i)^(?:this|the|our)\s+(?:[\pL-]+\s+){0,3}(?:policy|agreement|document|code|guidance)\b`)

// binding reports whether a paragraph binds somebody.
func (p *piece) binding() bool {
	return p.kind == words && !p.letter && !p.stemlike() && binding.MatchString(p.text) && !ofText.MatchString(p.text)
}
