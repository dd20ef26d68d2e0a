package block

// Notice is something in a file that is not as it was there.
type Notice struct {
	Place Place
	Kind  NoticeKind
	What  string // the character ("U+00AD"), or words that say what was left out
	Count int    // how often, in this paragraph
}

// NoticeKind says what was done.
type NoticeKind string

const (
	Removed   NoticeKind = "removed"      // a character without a shape, or with one in a font that is not known
	Replaced  NoticeKind = "replaced"     // a character that looks like one of the keyboard, or that only one font has
	Unknown   NoticeKind = "unknown"      // a character of a font whose shapes are not known: U+FFFD is in its place
	LeftOut   NoticeKind = "left out"     // hidden words, a picture, a macro
	LinesJoin NoticeKind = "lines joined" // lines of a text file that are one paragraph
)

// Notices collects notices, with one for all of the same kind in a paragraph.
type Notices []Notice

// mostKinds is among how many of the last notices one of the same kind is looked for. A paragraph rarely has five.
const mostKinds = 50

// Add adds a notice of something that is there several times.
func (n *Notices) Add(at Place, t Told) {
	for i := len(*n) - 1; i >= max(len(*n)-mostKinds, 0) && (*n)[i].Place == at; i-- {
		if last := &(*n)[i]; last.Kind == t.Kind && last.What == t.What {
			last.Count += t.Count
			return
		}
	}
	*n = append(*n, Notice{at, t.Kind, t.What, t.Count})
}

// Told is what a notice says, but for its place.
type Told struct {
	Kind  NoticeKind
	What  string
	Count int
}

// Tally counts what becomes of the characters of a text, so that each of them is told once.
type Tally struct {
	order  []rune
	counts map[rune]int
}

// Add counts a character.
func (t *Tally) Add(r rune) {
	if t.counts == nil {
		t.counts = map[rune]int{}
	}
	if t.counts[r]++; t.counts[r] == 1 {
		t.order = append(t.order, r)
	}
}

// Tell calls tell for each character, in the order in which they came, with what say says of it.
func (t *Tally) Tell(tell func(Told), say func(rune) (NoticeKind, string)) {
	for _, r := range t.order {
		kind, what := say(r)
		tell(Told{kind, what, t.counts[r]})
	}
}
