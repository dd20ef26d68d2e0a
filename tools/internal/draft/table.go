package draft

import (
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/block"
)

// row is the cells of a row that have words, from left to right.
type row [][]*piece

// table makes pieces of a table by its rows. A table that only gives other things their places is read as if it were none.
func table(list []*piece) []*piece {
	rows, columns := rowsOf(list)
	switch {
	case columns < 2 || laidOut(list, rows):
		return columnOf(list, rows)
	case ofVersions(rows):
		for _, p := range list {
			p.leave("a table of versions or reviews: history.yaml keeps those")
		}
		return list
	case stems(rows[0]) && len(rows) > 1:
		return byColumn(rows)
	}
	var out []*piece
	if len(rows) > 1 && rows[0].header(rows[1]) {
		gridded(rows)
	}
	for i, r := range rows {
		out = append(out, r.pieces(i == 0 && len(rows) > 1 && r.header(rows[1]))...)
	}
	return out
}

// gridded puts the heads of the columns into the cells below them, where those say hardly more than yes or no.
func gridded(rows []row) {
	heads := map[int]string{}
	for _, cell := range rows[0] {
		heads[outer(cell[0].block.Cell).Column] = cell[0].text
	}
	if len(rows[0]) < 2 || headers.MatchString(rows[0][0][0].text) {
		return
	}
	for _, r := range rows[1:] {
		for _, cell := range r[1:] {
			if len(cell) != 1 || count(cell[0].text) > 3 || firstPerson.MatchString(cell[0].text) {
				return
			}
		}
	}
	for _, r := range rows[1:] {
		for _, cell := range r[1:] {
			if head := heads[outer(cell[0].block.Cell).Column]; head != "" {
				cell[0].text = head + ": " + cell[0].text
			}
		}
	}
}

// rowsOf returns the rows, and how many columns have words.
func rowsOf(list []*piece) (rows []row, columns int) {
	used := map[int]bool{}
	last, column := 0, 0
	for _, p := range list {
		c := outer(p.block.Cell)
		if c.Row != last || len(rows) == 0 {
			rows, last, column = append(rows, nil), c.Row, 0
		}
		r := &rows[len(rows)-1]
		if c.Column != column || len(*r) == 0 {
			*r, column = append(*r, nil), c.Column
		}
		(*r)[len(*r)-1] = append((*r)[len(*r)-1], p)
		used[c.Column] = true
	}
	return rows, len(used)
}

// laidOut reports whether a table only gives other things their places: it has headings, lists or long texts in its cells.
func laidOut(list []*piece, rows []row) bool {
	for _, p := range list {
		if p.block.Heading > 0 || p.block.Title || p.block.Cell.In != nil {
			return true
		}
	}
	if stems(rows[0]) {
		return false
	}
	for _, r := range rows {
		for _, cell := range r {
			items := 0
			for _, p := range cell {
				if p.kind == item && p.text != "" {
					items++
				}
			}
			if len(cell) > 4 || items > 1 {
				return true
			}
		}
	}
	return false
}

// columnOf reads a table with one column, or one that is none. Where each row has a sentence, each is an item.
func columnOf(list []*piece, rows []row) []*piece {
	if len(rows) < 3 {
		return list
	}
	for _, r := range rows {
		if len(r) != 1 || len(r[0]) != 1 || r[0][0].kind == item {
			return list
		}
	}
	signed := len(fields(rows[len(rows)-1][0][0].runs)) > 0
	for _, r := range rows {
		if p := r[0][0]; signed && agreeing.MatchString(p.text) && strongly.MatchString(p.text) {
			continue
		} else if len(fields(p.runs)) == 0 && !p.stemlike() && count(p.text) > 2 && !(p.block.Bold() && !finished(p.text)) {
			p.kind, p.level = item, 1
		}
	}
	return list
}

// ofVersions reports whether a table has the versions or the reviews of the file.
func ofVersions(rows []row) bool {
	said, all := 0, 0
	for _, cell := range rows[0] {
		for _, p := range cell {
			all++
			if datings.MatchString(p.text) || versionWords.MatchString(p.text) && count(p.text) < 5 && !signers.MatchString(p.text) {
				said++
			}
		}
	}
	first := 0
	for _, r := range rows {
		if text := r[0][0].text; datings.MatchString(text) || versionWords.MatchString(text) && count(text) < 5 && len(fields(r[0][0].runs)) == 0 {
			first++
		}
	}
	return said*2 > all && all > 1 && !onlyToSign(rows) || first*2 > len(rows) && len(rows) > 1 && !onlyToSign(rows)
}

// onlyToSign reports whether all that a table says are labels such as "Name" and "Date".
func onlyToSign(rows []row) bool {
	for _, r := range rows {
		for _, cell := range r {
			for _, p := range cell {
				if len(fields(p.runs)) == 0 {
					return false
				}
			}
		}
	}
	return true
}

// stems reports whether each cell of a row is the beginning of sentences: "I will", "I will not".
func stems(r row) bool {
	for _, cell := range r {
		if len(cell) != 1 || count(cell[0].text) > 9 || cell[0].number != "" || !endsWith(cell[0].text, opening) {
			return false
		}
	}
	return len(r) > 1
}

// ofSeveral reports whether the stems of columns are those of different people: "As a pupil I will", "As a parent I will".
func ofSeveral(r row) bool {
	seen := map[string]bool{}
	for _, cell := range r {
		who := columnOfWhom(cell[0].text)
		if who == "" || seen[who] {
			return false
		}
		seen[who] = true
	}
	return len(seen) > 1
}

// columnOfWhom returns the id of the group whose column a stem begins, or "".
func columnOfWhom(stem string) string {
	if a := people(stem); len(a.groups) > 0 {
		return a.groups[0].id
	}
	if theSchoolWill.MatchString(stem) {
		return "school"
	}
	return ""
}

// byColumn reads a table whose columns are lists, each below its stem.
func byColumn(rows []row) (out []*piece) {
	several := ofSeveral(rows[0])
	for _, top := range rows[0] {
		top[0].column = several
		at := outer(top[0].block.Cell).Column
		out = append(out, top...)
		for _, r := range rows[1:] {
			for _, cell := range r {
				if outer(cell[0].block.Cell).Column != at {
					continue
				}
				for _, p := range cell {
					if len(fields(p.runs)) == 0 {
						p.kind, p.level = item, max(p.level, 1)
					}
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// header reports whether a row only says what is in the columns below it.
func (r row) header(below row) bool {
	named, marked := true, true
	for _, cell := range r {
		for _, p := range cell {
			named = named && headers.MatchString(p.text)
			marked = marked && (p.block.Cell.Header || p.block.Bold()) && !finished(p.text) && count(p.text) < 7 && !isMark(p)
		}
	}
	for _, cell := range below {
		for _, p := range cell {
			marked = marked && (!p.block.Bold() || isMark(p))
		}
	}
	return (named || marked) && len(r) > 1
}

var shortMark = regexp.MustCompile(`^\(?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})[.):]?$`)

// isMark reports whether a cell has only a number or a letter.
func isMark(p *piece) bool {
	return p.text == "" && p.number != "" || p.number == "" && shortMark.MatchString(p.text)
}

// pieces makes a rule of a row: a number or a letter, perhaps a name, and a sentence.
func (r row) pieces(header bool) []*piece {
	var all []*piece
	for _, cell := range r {
		all = append(all, cell...)
	}
	if header {
		for _, p := range all {
			p.leave("the head of a table")
		}
		return all
	}
	if r.ofNames() {
		for _, p := range all {
			p.kind = words
		}
		return all
	}
	if signed := signRow(all); signed != nil {
		return []*piece{signed}
	}
	if len(r) == 1 && len(all) == 1 && all[0].kind != item && (all[0].block.Bold() || endsWith(all[0].text, opening)) {
		return all // a heading, or a stem, over all columns
	}
	return []*piece{ruleRow(all)}
}

// ofNames reports whether a row has nothing but names or the like: two words in each cell, and no mark that would make a rule of it.
func (r row) ofNames() bool {
	for _, cell := range r {
		for _, p := range cell {
			if count(p.text) == 0 || count(p.text) > 2 || isMark(p) || len(fields(p.runs)) > 0 || strings.Contains(p.text, ":") || instructs(p.text) || startsLow(p.text) {
				return false
			}
		}
	}
	return len(r) > 2
}

// signRow makes one line to sign of a row that has nothing but labels.
func signRow(all []*piece) *piece {
	var labels, numbers []string
	for _, p := range all {
		some := fields(p.runs)
		if some == nil && !(p.text != "" && length(p.text) <= 4 && pureLabel(p.text)) {
			return nil
		}
		if some == nil {
			some = []string{p.text}
		}
		labels, numbers = append(labels, some...), append(numbers, p.number)
	}
	one := *all[0]
	one.kind, one.labels, one.number, one.cells, one.lines = sign, labels, "", numbers, linesIn(all)
	return &one
}

func linesIn(all []*piece) (lines []int) {
	for _, p := range all {
		for _, n := range p.lines {
			if !slices.Contains(lines, n) {
				lines = append(lines, n)
			}
		}
	}
	return lines
}

// ruleRow makes a rule of a row.
func ruleRow(all []*piece) *piece {
	one := *all[0]
	one.lines, one.kind, one.level, one.bullet = linesIn(all), item, 1, false
	one.number, one.text, one.runs = "", "", nil
	for _, p := range all {
		text, runs := p.text, p.runs
		switch {
		case isMark(p) && one.number == "" && one.text == "":
			one.number = p.number + p.text
			continue
		case one.number == "":
			one.number = p.number
		case p.number != "":
			text, runs = p.shown(), append([]block.Run{{Text: p.number + " "}}, runs...)
		}
		if count(text) == 0 && one.picture == "" { // a picture as a letter
			one.picture = text
			continue
		}
		if len(one.runs) > 0 {
			runs = append([]block.Run{{Text: " "}}, runs...)
		}
		one.runs = append(one.runs, runs...)
		one.add(text, p.text)
	}
	return &one
}

// add adds the text of a cell to a rule, which says a sentence. What stands before the sentence is its name.
func (p *piece) add(text, sentence string) {
	switch {
	case p.text == "":
		p.text = text
	case p.say == "" && p.name == "" && !finished(p.text) && count(p.text) <= 4 && !strings.Contains(text, ": "):
		p.name, p.say = p.text, sentence
		p.text = strings.TrimRight(p.text, ": ") + ": " + text
	default:
		if p.say == "" {
			p.say = p.text
		}
		p.text += " " + text
	}
}
