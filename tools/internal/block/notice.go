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
	Removed   NoticeKind = "removed"      // a character without a shape
	Replaced  NoticeKind = "replaced"     // a character that looks like one of the keyboard, or that only one font has
	Unknown   NoticeKind = "unknown"      // a character of a font whose shapes are not known: U+FFFD is in its place
	LeftOut   NoticeKind = "left out"     // hidden words, a picture, a macro
	LinesJoin NoticeKind = "lines joined" // lines of a text file that are one paragraph
)

// Notices collects notices, with one for all of the same kind in a paragraph.
type Notices []Notice

// mostKinds is among how many of the last notices one of the same kind is looked for. A paragraph rarely has five.
const mostKinds = 50

// Add adds a notice.
func (n *Notices) Add(at Place, kind NoticeKind, what string) {
	for i := len(*n) - 1; i >= max(len(*n)-mostKinds, 0) && (*n)[i].Place == at; i-- {
		if last := &(*n)[i]; last.Kind == kind && last.What == what {
			last.Count++
			return
		}
	}
	*n = append(*n, Notice{at, kind, what, 1})
}
