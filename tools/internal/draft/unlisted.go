package draft

import (
	"strings"
	"unicode"
)

// unlisted recognises rules that stand in no list: what goes on from a stem, one sentence in the first person after another, a bold lead
// and a sentence, short instructions.
func unlisted(list []*piece) {
	for i, p := range list {
		if p.kind == item {
			p.lead()
		}
		if p.kind == words && p.stemlike() {
			fragments(list[i+1:])
		}
	}
	for i := 0; i < len(list); {
		n := 1
		for _, alike := range []struct {
			is    func(*piece) bool
			least int
		}{{(*piece).spelling, 3}, {(*piece).promises, 2}, {(*piece).led, 2}, {(*piece).tells, 3}} {
			if n = stretch(list[i:], alike.is); n >= alike.least {
				for _, p := range list[i : i+n] {
					p.kind, p.level = item, max(p.level, 1)
					p.lead()
					if p.spelling() {
						p.number = tidy(p.runs[0].Text)
					}
				}
				break
			}
		}
		i += max(n, 1)
	}
	single(list)
}

// single makes rules of promises that stand alone below their headings, beside others that do not.
func single(list []*piece) {
	ranks := map[[2]int]bool{}
	for i, p := range list[min(1, len(list)):] {
		if p.kind == item && p.number == "" && !p.bullet && list[i].kind == heading && speaking.MatchString(p.text) {
			ranks[[2]int{p.file, list[i].rank}] = true
		}
	}
	for i, p := range list {
		above, below := before(list, i), next(list, i)
		if p.kind != words || !p.promises() || above == nil || above.kind != heading || !ranks[[2]int{p.file, above.rank}] || broken.MatchString(above.text) {
			continue
		}
		if below == nil || below.kind == heading || below.kind == agree || below.kind == sign {
			p.kind, p.level = item, 1
		}
	}
}

// stretch counts the pieces at the beginning of a list that are alike.
func stretch(list []*piece, is func(*piece) bool) (n int) {
	for n < len(list) && list[n].kind == words && list[n].file == list[0].file && is(list[n]) {
		n++
	}
	return n
}

// fragments makes items of what goes on from a stem and is in no list.
func fragments(list []*piece) {
	low := len(list) > 0 && startsLow(list[0].text)
	for i, p := range list {
		if p.kind != words || p.file != list[0].file || count(p.text) > 40 || p.stemlike() || firstPerson.MatchString(p.text) || i > 0 && low != startsLow(p.text) {
			return
		}
		p.kind, p.level = item, 1
	}
}

func startsLow(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}

const longestRule = 70 // words of a rule that is in no list

func (p *piece) promises() bool {
	return !p.letter && speaking.MatchString(p.text) && count(p.text) <= longestRule && count(p.text) > 2 && !p.stemlike()
}

func (p *piece) tells() bool { return instructs(p.text) && count(p.text) <= 25 && !p.stemlike() }

// spelling reports whether the first letter alone is bold: the letters of several lines spell a word.
func (p *piece) spelling() bool {
	return len(p.runs) > 1 && p.runs[0].Bold && !p.runs[1].Bold && len([]rune(tidy(p.runs[0].Text))) == 1 && inCapital(p.runs[0].Text) && startsLow(p.runs[1].Text)
}

func inCapital(text string) bool {
	r := []rune(tidy(text))
	return len(r) == 1 && unicode.IsUpper(r[0])
}

func (p *piece) led() bool { name, _ := p.split(); return name != "" }

// split divides a piece into its bold lead and its sentence.
func (p *piece) split() (name, rest string) {
	n := 0
	for n < len(p.runs) && (p.runs[n].Bold || n > 0 && strings.TrimSpace(p.runs[n].Text) == "") {
		n++
	}
	name, rest = adopted(p.runs[:n]), adopted(p.runs[n:])
	if n == 0 || n == len(p.runs) || count(name) == 0 || count(name) > 12 {
		return "", ""
	}
	apart := strings.ContainsAny(lastRune(name), ".:!–-") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "–")
	if !apart && (startsLow(rest) || count(name) > 7 || speaking.MatchString(name)) {
		return "", "" // only a word that is stressed
	}
	if rest = strings.TrimLeft(rest, ":–- "); count(rest) < 3 {
		return "", ""
	}
	return strings.TrimRight(name, ".:–- "), rest
}

// lead gives a rule its name, if it has a bold lead.
func (p *piece) lead() {
	if name, rest := p.split(); name != "" && p.name == "" {
		p.name, p.say = name, rest
	}
}

// levels puts lines of a list below the numbered line that they go on from, if their own numbers are of another form.
func levels(list []*piece) {
	var above *piece // the line that others go on from
	for _, p := range list {
		switch {
		case p.kind != item:
			above = nil
		case above != nil && p.form() != above.form() && p.level <= above.level:
			p.level = above.level + 1
		case p.number != "":
			if above = nil; strings.HasSuffix(p.text, ":") || p.stemlike() {
				above = p
			}
		}
	}
}

// form returns the form of a number: "1" of digits, "a" and "A" of letters, "" of bullets.
func (p *piece) form() string {
	for _, r := range p.number {
		switch {
		case unicode.IsDigit(r):
			return "1"
		case unicode.IsUpper(r):
			return "A"
		case unicode.IsLower(r):
			return "a"
		}
	}
	return ""
}
