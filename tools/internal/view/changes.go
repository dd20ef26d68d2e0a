package view

import (
	"slices"
	"strings"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/words"
)

// Edition is an edition of the policy beside the one before it.
type Edition struct {
	Adopted string        `json:"adopted"`
	By      string        `json:"by"`
	For     string        `json:"for"`
	Before  string        `json:"before"` // the day of the edition before; empty if it is the first
	Kept    bool          `json:"kept"`   // the texts of both
	Counts  []ChangeCount `json:"counts"`
	Changes []Change      `json:"changes"`
	Same    []SamePart    `json:"same"`
}

// ChangeCount is how many parts have changed in one way.
type ChangeCount struct {
	As string `json:"as"`
	N  int    `json:"n"`
}

// The ways in which a part changes. What is neither new nor dropped can be both of the others.
const (
	changed = "changed"
	isNew   = "new"
	moved   = "moved"
	dropped = "dropped"
)

// Change is a part of the policy that an edition has changed.
type Change struct {
	ID       string        `json:"id"`
	Part     string        `json:"part"` // its own id, which is its address in the policy
	As       []string      `json:"as"`
	Mark     string        `json:"mark"`
	Hue      string        `json:"hue,omitempty"`
	Name     string        `json:"name"`
	In       string        `json:"in"` // the title of its document
	URL      string        `json:"url"`
	Was      []words.Piece `json:"was"`
	Now      []words.Piece `json:"now"`
	WasPlace string        `json:"was_place"` // if it was moved, or has another number
	NowPlace string        `json:"now_place"`
	Why      string        `json:"why"`
	Lesson   *ChangeLesson `json:"lesson"`
}

// ChangeLesson is the lesson of a rule whose words have changed: the day on which somebody compared the two, which is empty if nobody has since,
// or why there is none.
type ChangeLesson struct {
	URL  string `json:"url"`
	Read string `json:"read"`
	None string `json:"none"`
}

// SamePart is a part whose words and place are as they were. WasMark is the number that it had, if that was another one.
type SamePart struct {
	Name    string `json:"name"`
	In      string `json:"in"`
	URL     string `json:"url"`
	WasMark string `json:"was_mark"`
}

// Editions returns the editions of the policy, the latest first.
func (v *Site) Editions() (list []Edition) {
	for i, e := range v.site.History.Editions {
		to := Edition{Adopted: e.Adopted.Value, By: Typeset(e.By), For: Typeset(e.For), Changes: []Change{}}
		if i > 0 {
			to.Before = v.site.History.Editions[i-1].Adopted.Value
		}
		if changes := v.site.ChangesOf(i); changes != nil {
			to.Kept = true
			v.compare(&to, i, changes)
		}
		list = append(list, to)
	}
	slices.Reverse(list)
	return list
}

// compare adds to an edition what has changed in it.
func (v *Site) compare(to *Edition, edition int, changes []site.Change) {
	e := v.site.History.Editions[edition]
	current := edition == len(v.site.History.Editions)-1
	counts := map[string]int{}
	for _, c := range changes {
		if c.Same() {
			same := SamePart{Name: v.partName(c.Now), In: Typeset(c.Now.Document.Title), URL: partURL(c.Now, current)}
			if c.Was.Clause != nil && c.Was.Clause.Mark.Value != c.Now.Clause.Mark.Value {
				same.WasMark = c.Was.Clause.Mark.Value
			}
			to.Same = append(to.Same, same)
			continue
		}
		change := v.change(c, current)
		change.ID = v.site.ChangeID(edition, c)
		for _, r := range e.Reasons {
			if r.Clause.Value == c.ID {
				change.Why = Typeset(r.Why)
			}
		}
		for _, as := range change.As {
			counts[as]++
		}
		to.Changes = append(to.Changes, change)
	}
	for _, as := range []string{changed, isNew, moved, dropped} {
		to.Counts = append(to.Counts, ChangeCount{as, counts[as]})
	}
}

// change returns a change. Of the edition that is in force, the policy shows the part, and its lesson can be told.
func (v *Site) change(c site.Change, current bool) (to Change) {
	part := c.Now
	if part == nil {
		part = c.Was
	}
	to = Change{Part: c.ID, As: waysOf(c), Name: v.partName(part), In: Typeset(part.Document.Title)}
	to.Was, to.Now = words.Diff(wordsOf(c.Was), wordsOf(c.Now))
	if part.Clause != nil {
		to.Mark = part.Clause.Mark.Value
	}
	if c.Was != nil && c.Now != nil {
		if was, now := v.whereIs(c.Was), v.whereIs(c.Now); c.Moved || was != now {
			to.WasPlace, to.NowPlace = was, now
		}
	}
	if current && c.Now != nil {
		to.URL = partURL(c.Now, true)
		if r, rule := v.rules[c.ID]; rule {
			to.Hue = r.Theme.Hue.Value
			if c.Was == nil || c.Changed {
				to.Lesson = changeLesson(r)
			}
		}
	}
	return to
}

func waysOf(c site.Change) (as []string) {
	switch {
	case c.Was == nil:
		return []string{isNew}
	case c.Now == nil:
		return []string{dropped}
	}
	if c.Changed {
		as = append(as, changed)
	}
	if c.Moved {
		as = append(as, moved)
	}
	return as
}

// changeLesson returns the lesson of a rule. Somebody has compared the two as they are now if the clause has recorded it.
func changeLesson(r site.Rule) *ChangeLesson {
	if !r.Taught() {
		return &ChangeLesson{None: Typeset(r.Clause.Lesson.None)}
	}
	to := &ChangeLesson{URL: r.URL()}
	if ref := r.Clause.Lesson; ref.Read.Value == site.Fingerprint(r.Clause, r.Lesson) {
		to.Read = ref.On.Value
	}
	return to
}

func wordsOf(p *site.Part) string {
	if p == nil {
		return ""
	}
	return p.Words
}

// partName returns what a part is called: the title of a rule, the number of another clause, the heading of a section, or the title of a
// document.
func (v *Site) partName(p *site.Part) string {
	switch {
	case p.Clause != nil && p.Clause.Title.Value != "":
		return Typeset(p.Clause.Title)
	case p.Clause != nil:
		return v.Text("changes_clause", i18n.Values{"mark": p.Clause.Mark.Value})
	case p.Section != nil && p.Section.Heading.Value != "":
		return p.Section.Heading.Value
	}
	return Typeset(p.Document.Title)
}

// whereIs returns where a part is, such as "Key Stage Two, Rules, 3".
func (v *Site) whereIs(p *site.Part) string {
	list := []string{or(p.Document.Name, p.Document.Title)}
	if p.Section != nil {
		list = append(list, p.Section.Heading.Value)
	}
	if p.Clause != nil {
		list = append(list, p.Clause.Mark.Value)
	}
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), ", ")
}

// partURL returns the address of a part in the policy, which shows only the edition that is in force.
func partURL(p *site.Part, current bool) string {
	switch {
	case !current:
		return ""
	case p.Clause == nil && !p.Document.IsPolicy():
		return "/policy/#" + p.Document.ID.Value
	case p.Section == nil:
		return "/policy/"
	}
	return "/policy/#" + p.ID
}
