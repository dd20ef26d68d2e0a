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

// scraps recognises what is in a file and no text of the policy: numbers of pages, lines across them, dates of versions.
func scraps(list []*piece) {
	for _, p := range list {
		if p.kind == scrap || p.kind == sign {
			continue
		}
		raw := strings.TrimSpace(p.block.Text())
		switch {
		case p.text == "" && p.number == "":
			p.leave("no words")
		case p.text == "":
			p.leave("a number without words")
		case pageNumber.MatchString(p.text) && p.kind == words && p.block.Heading == 0:
			p.leave("the number of a page")
		case ruled.MatchString(p.text):
			p.leave("a line across the page")
		case contents.MatchString(p.text), inContents.MatchString(raw) && len(p.labels) == 0 && count(p.text) < 15:
			p.leave("a table of contents")
		case datings.MatchString(p.text) && count(p.text) <= 20 && !speaking.MatchString(p.text):
			p.leave("a date or a version of the file: history.yaml keeps those")
		}
	}
}

func (p *piece) leave(why string) { p.kind, p.why = scrap, why }
