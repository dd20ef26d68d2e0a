package draft

import "regexp"

var (
	dear  = regexp.MustCompile(`(?i)^dear\b`)
	yours = regexp.MustCompile(`(?i)^(?:yours\s+(?:sincerely|faithfully|truly)|(?:kind|best|warm|many)\s+(?:regards|wishes|thanks)|regards|with\s+best\s+wishes|thank\s+you\s+for)\b`)
)

// shortLine is how many words a line of an address or of a signature has at most, and mostAddress how many lines an address has.
const (
	shortLine   = 6
	mostAddress = 8 // lines
)

// letters recognises letters, in which no short line is a heading: the address, the name and the role below it.
func letters(list []*piece) {
	for i, p := range list {
		if p.kind != words || !dear.MatchString(p.text) || count(p.text) > 8 {
			continue
		}
		for j := i - 1; j >= max(i-mostAddress, 0) && list[j].file == p.file && list[j].shortLine() && !documentWords.MatchString(list[j].text); j-- {
			list[j].letter = true
		}
		p.letter = true
		for j := i + 1; j < len(list) && list[j].file == p.file && list[j].kind == words && !dear.MatchString(list[j].text) && list[j].marked(nil) == 0; j++ {
			list[j].letter = true
			if !yours.MatchString(list[j].text) {
				continue
			}
			for k := j + 1; k < len(list) && k <= j+3 && list[k].file == p.file && list[k].shortLine() && !documentWords.MatchString(list[k].text) && !groupIn(list[k].text); k++ {
				list[k].letter = true
			}
			break
		}
	}
}

func (p *piece) shortLine() bool {
	return p.kind == words && p.block.Heading == 0 && count(p.text) <= shortLine && !speaking.MatchString(p.text)
}
