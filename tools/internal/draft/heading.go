package draft

import (
	"regexp"
	"strings"
)

// longWord matches a word in capitals, and not only the letters of a postcode.
var longWord = regexp.MustCompile(`\b\pL{3,}\b`)

// Ranks of headings, below those of styles, which come first.
const (
	titleRank = 1  // the style of a title, and below it those of headings
	capsRank  = 20 // in capitals and alone
	boldRank  = 21 // bold and alone
	plainRank = 22 // short and alone, in a file without other headings
	lowerRank = 30 // underlined or italic and alone
)

const mostHeading = 16 // words

// headings finds the headings. In a file where some are marked by a style or by being bold, what is only short is none.
func headings(list []*piece) {
	marked := map[int]int{}
	for i, p := range list {
		if p.kind == words || p.kind == item {
			if p.rank = p.marked(next(list, i)); p.rank > 0 {
				p.kind = heading
				marked[p.file]++
			}
		}
	}
	for i, p := range list {
		if p.kind != words && p.kind != item || p.rank > 0 || p.letter {
			continue
		}
		after := next(list, i)
		alike := p.short() && after != nil && after.kind != sign && documentWords.MatchString(p.text) && (groupIn(p.text) || onTop(list, i))
		if plainHeading(p, before(list, i), after) && (marked[p.file] == 0 || alike) {
			p.kind, p.rank = heading, plainRank+strings.Count(strings.Trim(p.number, "."), ".")
		}
	}
}

// onTop reports whether nothing stands above a piece in its file but headings and the name of a school, and none says what the file is.
func onTop(list []*piece, i int) bool {
	for _, p := range list[:i] {
		if p.file != list[i].file || p.kind == scrap {
			continue
		}
		if documentWords.MatchString(p.text) || p.kind != heading && schoolName.FindString(titled(p.text)) != titled(p.text) {
			return false
		}
	}
	return true
}

// next returns the piece after one that is not left out, or nil.
func next(list []*piece, i int) *piece {
	for _, p := range list[i+1:] {
		if p.kind != scrap && p.file == list[i].file {
			return p
		}
	}
	return nil
}

// before returns the piece before one that is not left out, or nil.
func before(list []*piece, i int) *piece {
	for i--; i >= 0; i-- {
		if list[i].kind != scrap {
			return list[i]
		}
	}
	return nil
}

// marked returns the rank of a piece that looks like a heading, or 0.
func (p *piece) marked(after *piece) int {
	long := count(p.text) > 2*mostHeading
	speaks := firstPerson.MatchString(p.text) || finished(p.text) && !strings.HasSuffix(p.text, "?") && count(p.text) > 8
	switch {
	case p.text == "" || long || len(p.labels) > 0 || p.letter:
		return 0
	case p.block.Title:
		return titleRank
	case p.block.Heading > 0 && !speaks:
		return titleRank + p.block.Heading
	case strings.EqualFold(p.block.Style, "Subtitle"):
		return titleRank + 1
	case !p.short() || p.bullet || speaks || p.stemlike():
		return 0
	case p.number != "" && (after == nil || after.kind == item && after.number != "" && after.block.Bold() == p.block.Bold()):
		return 0
	case inCapitals(p.text) && longWord.MatchString(p.text) && !isMark(p):
		return capsRank
	case p.all(func(r look) bool { return r.Bold }):
		return boldRank
	case p.all(func(r look) bool { return r.Underline || r.Italic }) && after != nil && (after.kind == item || count(after.text) > count(p.text)):
		return lowerRank
	}
	return 0
}

// short reports whether a text may be a heading by its length and its end.
func (p *piece) short() bool {
	return count(p.text) > 0 && count(p.text) <= mostHeading && (!finished(p.text) || strings.HasSuffix(p.text, "?"))
}

// stemlike reports whether a sentence goes on after the piece: "I will not:".
func (p *piece) stemlike() bool {
	if strings.ContainsAny(lastRune(p.text), ":…") || strings.HasSuffix(p.text, "...") {
		return endsWith(p.text, opening)
	}
	return !finished(p.text) && count(p.text) <= 12 && firstPerson.MatchString(p.text) && endsWith(p.text, bare)
}

// all reports whether all words of a piece look so.
func (p *piece) all(is func(look) bool) bool {
	some := false
	for _, r := range p.runs {
		if strings.TrimSpace(r.Text) == "" {
			continue
		}
		if !is(r) {
			return false
		}
		some = true
	}
	return some
}

// plainHeading reports whether a piece that looks like others is a heading: it is short and alone, and something longer follows.
func plainHeading(p, last, after *piece) bool {
	if !p.short() || count(p.text) > 12 || after == nil || p.bullet || p.stemlike() || firstPerson.MatchString(p.text) || strings.ContainsAny(lastRune(p.text), ":…") && !documentWords.MatchString(p.text) {
		return false
	}
	if last != nil && last.file == p.file && (last.stemlike() || last.kind == item && last.number != "" && p.number != "" && count(last.text) < 12) {
		return false
	}
	first := []rune(p.text)[0]
	if strings.ToLower(string(first)) == string(first) && strings.ToUpper(string(first)) != string(first) {
		return false
	}
	if p.number != "" { // a numbered heading has something below it that is not the next number
		return after.kind == words && !instructs(p.text) && count(after.text) > 6 || after.kind == item && deeper(after.number, p.number)
	}
	if last == nil || last.file != p.file {
		if documentWords.MatchString(p.text) || groupIn(p.text) || schoolName.MatchString(p.text) {
			return true // the first line of a file
		}
	}
	return after.kind == item || after.stemlike() || count(after.text) > 12 || after.short() && (p.block.NewPage || documentWords.MatchString(p.text+" "+after.text)) ||
		speaking.MatchString(after.text)
}

// deeper reports whether a number is one below another, as 1.1 is below 1.
func deeper(number, above string) bool {
	return strings.HasPrefix(number, strings.TrimRight(above, ".)")+".") && len(number) > len(above)
}
