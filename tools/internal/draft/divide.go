package draft

import (
	"cmp"
	"slices"
)

// part is what becomes one document.
type part struct {
	head   []*piece // its heading
	body   []*piece
	notes  []*piece // footnotes
	tail   []*piece // lines that somebody joined to the heading
	policy bool
	file   int
	column *piece // the stem that says whose column of a table it is
	whole  *part  // whose heading is that of this column too
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
		case p.column:
			if now.column != nil || now.policy && hasHeadings(now) && anything(now.body) || hasRules(now) {
				now = &part{file: p.file, whole: columned(parts, p.file)}
				parts = append(parts, now)
			}
			now.policy, now.column = false, p
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

// columned returns the part of a file with the first column of a table of agreements, or nil.
func columned(parts []*part, file int) *part {
	for _, d := range parts {
		if d.file == file && d.column != nil {
			return cmp.Or(d.whole, d)
		}
	}
	return nil
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

func hasHeadings(d *part) bool {
	return slices.ContainsFunc(d.body, func(p *piece) bool { return p.kind == heading })
}

func hasRules(d *part) bool {
	return slices.ContainsFunc(d.body, func(p *piece) bool { return p.kind == item })
}

// anything reports whether a text has more than headings.
func anything(list []*piece) bool {
	return slices.ContainsFunc(list, func(p *piece) bool { return p.kind != scrap && p.kind != heading })
}
