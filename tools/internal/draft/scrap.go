package draft

import (
	"regexp"
	"strings"
)

var (
	pageNumber = regexp.MustCompile(`(?i)^\W*(?:page\s*\|?\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*$|^\W*page\W*$`)
	ruled      = regexp.MustCompile(`^[\s_.…*=~✂✄-]+$|^[\s_.…*=~-]*✂.*$|^[-–_\s]*(?:cut|tear)\s+(?:along\s+)?here[-–_\s]*$`)
	inContents = regexp.MustCompile(`(?:\.{3,}|…+|\t)\s*\d{1,3}$`)
	contents   = regexp.MustCompile(`(?i)^(?:table\s+of\s+)?contents(?:\s+page)?:?$`)
)

// scraps recognises what is in a file and no text of the policy: numbers of pages, lines across them, dates of versions. Words that stand
// in one block with others that are kept are kept too.
func scraps(list []*piece) {
	whys, kept := make([]string, len(list)), map[int]bool{} // kept has lines of the draft
	for i, p := range list {
		if p.kind != scrap {
			whys[i] = p.noText()
		}
		for _, n := range p.lines {
			kept[n] = kept[n] || p.kind != scrap && whys[i] == ""
		}
	}
	for i, p := range list {
		if whys[i] != "" && (count(p.text) == 0 || !kept[p.lines[0]]) {
			p.leave(whys[i])
		}
	}
}

// noText says why a piece is no text of the policy, or returns "".
func (p *piece) noText() string {
	raw := strings.TrimSpace(p.block.Text())
	switch {
	case p.kind == sign:
	case p.text == "" && p.number == "":
		return "no words"
	case p.text == "":
		return "a number without words"
	case pageNumber.MatchString(p.text) && p.kind == words && p.block.Heading == 0:
		return "the number of a page"
	case ruled.MatchString(p.text):
		return "a line across the page"
	case contents.MatchString(p.text), inContents.MatchString(raw) && len(p.labels) == 0 && count(p.text) < 15:
		return "a table of contents"
	case datings.MatchString(p.text) && count(p.text) <= 20 && !speaking.MatchString(p.text):
		return "a date or a version of the file: history.yaml keeps those"
	}
	return ""
}

func (p *piece) leave(why string) { p.kind, p.why = scrap, why }
