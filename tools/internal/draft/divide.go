package draft

import (
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/english"
)

// part is what becomes one document.
type part struct {
	head   []*piece // its heading
	body   []*piece
	notes  []*piece // footnotes
	tail   []*piece // lines that somebody joined to the heading
	policy bool
	file   int
}

// divide says where documents begin.
func divide(list []*piece) (parts []*part) {
	var now *part
	var notes []*piece
	opens := agreements(list)
	for i, p := range list {
		if now == nil || p.file != now.file {
			now = &part{file: p.file, policy: true}
			parts = append(parts, now)
		}
		switch {
		case p.block.Note != "" && p.kind == words:
			notes = append(notes, p)
			continue
		case p.kind == tail:
			now.tail = append(now.tail, p)
			continue
		case opens[p] && !now.within(p):
			now = &part{file: p.file, head: append(now.tailHeadings(p), p)}
			parts = append(parts, now)
			continue
		case p.kind == heading && !now.policy && returns(list, i, now, opens):
			now = policyOf(&parts, p.file)
		}
		now.body = append(now.body, p)
	}
	for _, d := range parts {
		d.policy = d.policy && !promised(d.body, d.top())
		d.headings()
		d.policy = d.policy && !promised(d.body, &piece{text: headOf(d)})
		d.head = append(d.head, d.tail...)
	}
	parts = together(parts)
	for _, p := range notes {
		d := referring(parts, p)
		if d == nil {
			d = parts[len(parts)-1]
		}
		d.notes = append(d.notes, p)
	}
	return parts
}

// agreements returns the headings below which are things to promise, and that name people or what people adopt. The last are found first:
// what stands below one is not below another that stands higher.
func agreements(list []*piece) map[*piece]bool {
	opens := map[*piece]bool{}
	for _, p := range list {
		p.candidate = p.kind == heading && (documentWords.MatchString(p.text) || names(p.text) || p.block.NewPage || schoolName.MatchString(titled(p.text)))
	}
	for i, p := range slices.Backward(list) {
		if p.candidate && promised(scope(list, i, opens), p) {
			opens[p] = true
		}
	}
	for i, p := range list {
		if below := opener(list, i, opens); below != nil && !opens[p] {
			opens[p], opens[below] = true, false
		}
	}
	return opens
}

// mostBetween is how many paragraphs are looked at for the heading to which another one leads.
const mostBetween = 20

// opener returns the heading of an agreement to which a heading leads that is that of the whole document: nothing is between the two, or the
// first is at the top of a page, and the second only says whose part it is.
func opener(list []*piece, i int, opens map[*piece]bool) *piece {
	p := list[i]
	if p.kind != heading || !documentWords.MatchString(p.text) {
		return nil
	}
	between := false
	for _, o := range list[i+1 : min(i+1+mostBetween, len(list))] {
		switch {
		case o.file != p.file || o.kind == item || o.block.NewPage:
			return nil
		case opens[o] && o.rank >= p.rank:
			a := people(o.text)
			alone := len(a.years)+len(a.stages) == 0 && !a.early
			if between && p.rank < o.rank && groupIn(p.text) && !groupIn(o.text) {
				return o
			}
			if !between && groupIn(p.text) && (o.rank > p.rank || !groupIn(o.text)) || between && p.block.NewPage && i > 0 && alone {
				return o
			}
			return nil
		case o.kind != scrap && o.kind != heading:
			between = true
		}
	}
	return nil
}

// tailHeadings takes the headings from the end of a document that belong to the next one.
func (d *part) tailHeadings(p *piece) (out []*piece) {
	for n := len(d.body); n > 0 && d.body[n-1].kind == heading && anything(d.body) && d.body[n-1].block.NewPage; n = len(d.body) {
		out = append([]*piece{d.body[n-1]}, out...)
		d.body = d.body[:n-1]
	}
	return out
}

// within reports whether a heading is that of a section of a document: it names nobody whom the document is not for anyway.
func (d *part) within(p *piece) bool {
	if len(d.head) == 0 || d.policy {
		return false
	}
	if len(d.body) == 0 && !groupIn(d.head[0].text) {
		return true // the second line of a heading
	}
	if formWords.MatchString(p.text) && !p.block.NewPage {
		return true
	}
	a, of := people(p.text), people(headOf(d))
	if len(a.groups)+len(a.years)+len(a.stages) == 0 && !a.early {
		top := p.block.NewPage && (d.isSigned() || schoolName.MatchString(titled(p.text)))
		return p.rank > d.head[0].rank || p.rank >= capsRank && !top
	}
	others := slices.ContainsFunc(a.groups, func(g group) bool { return !of.has(g.id) && !(g.id == "pupils" && of.pupils()) })
	return !others && len(a.years)+len(a.stages) == 0 && !a.early && !documentWords.MatchString(p.text)
}

// isSigned reports whether a document has lines to sign already.
func (d *part) isSigned() bool {
	return slices.ContainsFunc(d.body, func(p *piece) bool { return p.kind == sign })
}

// names reports whether a heading says hardly more than whom it is for.
func names(text string) bool {
	if !groupIn(text) {
		return false
	}
	for _, g := range groups {
		for g.words.MatchString(text) {
			text = g.words.ReplaceAllString(text, " ")
		}
	}
	for _, known := range []*regexp.Regexp{documentWords, earlyWords, stageWord, yearWord, schoolName, appendix, class} {
		text = known.ReplaceAllString(text, " ")
	}
	rest := 0
	for _, w := range wordsOf(text) {
		if !english.Small(w) {
			rest++
		}
	}
	return rest < 2
}

var class = regexp.MustCompile(`(?i)\bclass(?:es)?\s+\w{1,2}\b`)

var appendix = regexp.MustCompile(`(?i)\b(?:appendix|annex)\s+\w+\b`)

// groupIn reports whether a text names people who may have a document of their own.
func groupIn(text string) bool {
	a := people(text)
	return len(a.groups) > 0 || len(a.years) > 0 || a.early || len(a.stages) > 0
}

// mostTitle is how many lines a heading has at most.
const mostTitle = 8

// scope returns what is below a heading that may be that of a document: everything up to the next such heading that stands as high, or up
// to an agreement.
func scope(list []*piece, i int, opens map[*piece]bool) []*piece {
	p, some, lines := list[i], false, 0
	for j := i + 1; j < len(list); j++ {
		o := list[j]
		switch {
		case o.file != p.file || opens[o] || !some && lines > mostTitle:
			return list[i+1 : j]
		case o.kind != heading:
			some = some || o.kind != scrap
		case some && (o.rank < p.rank || o.rank == p.rank && o.candidate && !signedBelow(list, j)):
			return list[i+1 : j]
		default:
			lines++
		}
	}
	return list[i+1:]
}

func anything(list []*piece) bool {
	for _, p := range list {
		if p.kind != scrap && p.kind != heading {
			return true
		}
	}
	return false
}

// signedBelow reports whether a heading stands above lines to sign.
func signedBelow(list []*piece, i int) bool {
	for n := 0; n < 4; n++ {
		p := next(list, i)
		if p == nil || p.kind != agree && p.kind != sign && p.kind != heading {
			return false
		}
		if p.kind == sign {
			return true
		}
		for list[i] != p {
			i++
		}
	}
	return false
}

// promised reports whether a text is what people promise: rules in the first person, or rules that are signed or called so.
func promised(list []*piece, head *piece) bool {
	rules, first, told, signed := 0, 0, 0, 0
	stem := ""
	for _, p := range list {
		switch {
		case p.kind == sign:
			signed++
		case p.kind == item:
			rules++
			if speaking.MatchString(p.text) || speaking.MatchString(p.say) || speaking.MatchString(stem) {
				first++
			} else if instructs(p.text) || instructs(p.say) {
				told++
			}
			if p.stemlike() {
				stem = p.text
			}
		case p.stemlike():
			stem = lastSentence(p.text)
		case p.kind == heading && p.rank < boldRank || p.kind == words && !speaking.MatchString(p.text):
			stem = ""
		}
	}
	switch {
	case rules == 0:
		return false
	case first > 1 && first*2 >= rules, first == rules:
		return true
	case signed > 0 && head != nil && agreedWords.MatchString(head.text) && groupIn(head.text):
		return true
	case signed > 1 && (head == nil || groupIn(head.text) || agreedWords.MatchString(head.text)):
		return true
	}
	if head == nil || !groupIn(head.text) {
		return false
	}
	return told*2 >= rules && (agreedWords.MatchString(head.text) || people(head.text).pupils()) || agreedWords.MatchString(head.text) && rules > 2 && !pluralRules(list)
}

// pluralRules reports whether most rules speak of people in the third person, as a policy does.
func pluralRules(list []*piece) bool {
	rules, third := 0, 0
	for _, p := range list {
		if p.kind == item {
			rules++
			if w := wordsOf(p.text); len(w) > 2 && groupIn(strings.Join(w[:3], " ")) {
				third++
			}
		}
	}
	return third*2 > rules
}

// returns reports whether the policy goes on at a heading after an agreement: the heading stands higher than that of the agreement, or as
// high and by its style, and nothing that people promise is below it.
func returns(list []*piece, i int, now *part, opens map[*piece]bool) bool {
	p := list[i]
	if len(now.head) == 0 || signedBelow(list, i) || !anything(now.body) {
		return false
	}
	top := now.head[0].rank
	return (p.rank < top || p.rank == top && top < capsRank) && !promised(scope(list, i, opens), nil)
}

// policyOf returns the policy of a file, which may have to be made.
func policyOf(parts *[]*part, file int) *part {
	for _, d := range *parts {
		if d.file == file && d.policy {
			return d
		}
	}
	d := &part{file: file, policy: true}
	*parts = append(*parts, d)
	return d
}

// headings takes the heading of a document from the top of its text: its lines up to the one that says what it is.
func (d *part) headings() {
	for len(d.head) < mostTitle {
		i := slices.IndexFunc(d.body, func(p *piece) bool { return p.kind != scrap })
		if i < 0 || !d.headed(i) {
			return
		}
		d.body[i].kind = heading
		d.head = append(d.head, d.body[i])
		d.body = slices.Delete(slices.Clone(d.body), i, i+1)
	}
}

// headed reports whether the first piece of a text is a line of its heading.
func (d *part) headed(i int) bool {
	p, so := d.body[i], headOf(d)
	if len(d.head) == 0 { // or is it that of the first section, in a text without a heading?
		return p.kind == heading && (!d.policy || documentWords.MatchString(p.text) || p.rank <= titleRank || upToDocument(d.body[i:]))
	}
	school := schoolName.FindString(titled(p.text))
	switch {
	case p.kind == words && school != "" && len(school) == len(p.text) && !schoolName.MatchString(titled(so)):
		return true // on the page of the title
	case !groupIn(so) && p.short() && names(p.text) && (!d.policy || promised(d.body, p)):
		return true // it says whose rules they are
	case p.kind != heading:
		return false
	case !documentWords.MatchString(so) && documentWords.MatchString(p.text):
		return true
	}
	above := !stillHeading(d.body, i) || documentWords.MatchString(p.text) || names(p.text) || school != ""
	return above && !d.policy && p.rank == d.head[0].rank && groupIn(p.text) && !groupIn(d.head[0].text)
}

// top returns the first line of a document if it is a heading, or nil.
func (d *part) top() *piece {
	for _, p := range d.body {
		if p.kind == heading {
			return p
		}
		if p.kind != scrap {
			break
		}
	}
	return nil
}

// stillHeading reports whether a heading has text right below it, and not another heading.
func stillHeading(list []*piece, i int) bool {
	p := next(list, i)
	return p == nil || p.kind != heading
}

// upToDocument reports whether headings at the beginning of a text lead to one that says what the text is.
func upToDocument(list []*piece) bool {
	for _, p := range list {
		switch {
		case p.kind == scrap:
		case p.kind != heading:
			return false
		case documentWords.MatchString(p.text):
			return true
		}
	}
	return false
}

// together joins parts that are no documents: a letter before an agreement, the title of a file, a second policy.
func together(parts []*part) (out []*part) {
	for i, d := range parts {
		after := i+1 < len(parts) && parts[i+1].file == d.file && !parts[i+1].policy
		switch {
		case len(d.head)+len(d.body) == 0:
		case after && !anything(d.body) && (alone(parts, d) || !documentWords.MatchString(headOf(d))):
			next := parts[i+1]
			for _, p := range d.body {
				if p.kind == heading {
					d.head = append(d.head, p)
				}
			}
			next.head = append(d.head, next.head...)
		case d.policy && after && agreedWords.MatchString(headOf(d)) && groupIn(headOf(d)) && !documentWords.MatchString(headOf(parts[i+1])):
			next := parts[i+1] // the rules stand below a heading that only says whose they are
			next.head, next.body = d.head, append(append(d.body, next.head...), next.body...)
		case d.policy && after && !hasHeadings(d) && !hasRules(d) && !policyName.MatchString(headOf(d)) && (alone(parts, d) || !documentWords.MatchString(headOf(d))):
			parts[i+1].body = append(append(d.head, d.body...), parts[i+1].body...)
		default:
			out = append(out, d)
		}
	}
	return onePolicy(out)
}

var policyName = matcher(`polic(?:y|ies)`)

func headOf(d *part) string {
	var list []string
	for _, p := range d.head {
		list = append(list, p.shown())
	}
	return strings.Join(list, " ")
}

// alone reports whether a file has one agreement alone.
func alone(parts []*part, of *part) bool {
	n := 0
	for _, d := range parts {
		if d.file == of.file && !d.policy {
			n++
		}
	}
	return n == 1
}

func hasHeadings(d *part) bool {
	for _, p := range d.body {
		if p.kind == heading {
			return true
		}
	}
	return false
}

func hasRules(d *part) bool {
	for _, p := range d.body {
		if p.kind == item {
			return true
		}
	}
	return false
}

// onePolicy puts the policies of several files into one, since a school has one.
func onePolicy(parts []*part) (out []*part) {
	var first *part
	for _, d := range parts {
		if d.policy && first != nil {
			first.body = append(append(first.body, d.head...), d.body...)
			continue
		}
		if d.policy {
			first = d
		}
		out = append(out, d)
	}
	if first == nil {
		return out
	}
	for i, d := range out {
		if d == first {
			out = append([]*part{d}, append(append([]*part{}, out[:i]...), out[i+1:]...)...)
		}
	}
	return out
}
