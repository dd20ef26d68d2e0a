package draft

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/match"
	"safeonline/tools/internal/model"
)

// maker makes a draft.
type maker struct {
	lib     model.Data
	sources []Source
	answers []Answer
	matcher *match.Matcher
	verbs   map[string]bool // with which the library's examples go on from a stem
	slipped map[string]bool // words that were asked about or found right, and whether they are slips
	right   map[string]bool // words that are spelt right although no list of British words has them
	draft   *Draft
	pieces  []*piece

	anchors, slugs ids // of documents, sections and clauses; of rules
	agreements     int
}

// Make makes the documents of a school from its files, with the answers that somebody gave to earlier questions. The library says which
// stages, topics and lessons there are. The error is a *block.Fault: the files have no rules.
func Make(sources []Source, lib model.Data, answers []Answer) (*Draft, error) {
	if fault := tooLong(sources); fault != nil {
		return nil, fault
	}
	m := &maker{
		lib: lib, sources: sources, answers: answers, matcher: match.New(lib), verbs: verbsOf(lib), right: ownWords(lib), slipped: map[string]bool{}, draft: &Draft{},
		anchors: ids{}, slugs: ids{},
	}
	list := m.recognised(m.taken(sources))
	m.pieces = list
	var outlines []*outline
	parts := divide(list)
	rules := 0
	for _, d := range parts {
		o := outlined(d)
		for _, s := range o.sections {
			rules += len(s.rules)
		}
		outlines = append(outlines, o)
	}
	if rules == 0 {
		return nil, noRules(sources)
	}
	m.withPolicy(&parts, &outlines)
	var documents []*written
	for i := range parts { // all ids of documents first: sections and clauses may not have them
		documents = append(documents, m.begun(parts[i], outlines[i]))
	}
	for i, w := range documents {
		w.filled(parts[i], outlines[i])
		m.draft.Documents = append(m.draft.Documents, *w.doc)
	}
	for i, w := range documents {
		w.unplaced(parts[i], outlines[i])
	}
	m.leftOut(list)
	slices.SortStableFunc(m.draft.Questions, func(a, b Question) int { return a.Line - b.Line })
	return m.draft, nil
}

// mostLines is how many paragraphs files have together: ten times as many as the longest policies of schools.
const mostLines = 10_000

// tooLong is the fault of files that are no policy of a school.
func tooLong(sources []Source) *block.Fault {
	n := 0
	for _, s := range sources {
		n += len(s.File.Blocks)
	}
	if n <= mostLines {
		return nil
	}
	return &block.Fault{
		Kind: block.TooLarge, Message: fmt.Sprintf("there are %d paragraphs, and a school's policy has at most %d", n, mostLines),
		Hint: "is it the right file? If it is, give only the part with the policy and its agreements",
	}
}

// noRules is the fault of files without rules.
func noRules(sources []Source) *block.Fault {
	what := "the file has no rules"
	if len(sources) > 1 {
		what = "the files have no rules"
	}
	return &block.Fault{
		Kind: block.NoRules, Message: what + " that somebody could agree to",
		Hint: "give the file with the agreements too; if this is it, put each rule on a line of its own, as in a list, with the words that it begins with (“I will …”)",
	}
}

// recognised says what each piece is.
func (m *maker) recognised(list []*piece) []*piece {
	scraps(list)
	signs(list)
	m.name(list)
	letters(list)
	headings(list)
	agrees(list)
	m.blanks(list)
	m.askName(list)
	list = split(list)
	unlisted(list)
	bindings(list)
	levels(list)
	m.placed(list)
	return list
}

// withPolicy adds a policy if the files have agreements alone: each school has one. Its heading is the title of the file, if it has one.
func (m *maker) withPolicy(parts *[]*part, outlines *[]*outline) {
	if (*parts)[0].policy {
		return
	}
	*parts = append([]*part{{policy: true}}, *parts...)
	*outlines = append([]*outline{{}}, *outlines...)
}

// leftOut notes what was left out, and why.
func (m *maker) leftOut(list []*piece) {
	for _, p := range list {
		if p.kind != scrap {
			continue
		}
		for _, n := range p.lines {
			if line := &m.draft.Lines[n]; line.Role == Unplaced {
				line.Role, line.Why = LeftOut, p.why
			}
		}
	}
}

// title returns a heading without the name of the school and other words at its beginning.
func (m *maker) title(heading string) string {
	t := heading
	if at := strings.Index(strings.ToLower(t), strings.ToLower(m.draft.Name)); m.draft.Name != "" && at >= 0 {
		t = t[:at] + t[at+len(m.draft.Name):]
	}
	t = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(t), "’s "), "'s ")
	return strings.Trim(tidy(t), " :–-,")
}
