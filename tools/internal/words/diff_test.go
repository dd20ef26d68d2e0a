package words_test

import (
	"strings"
	"testing"

	"safeonline/tools/internal/words"
)

func TestDiffMarksTheWordsThatOnlyOneTextHas(t *testing.T) {
	for _, c := range []struct{ was, now, old, new string }{
		{"I will tell.", "I will tell.", "I will tell.", "I will tell."},
		{"", "I will tell.", "", "[I will tell.]"},
		{"I will tell.", "", "[I will tell.]", ""},
		{"I will not use a phone.", "I will not bring a phone.", "I will not [use] a phone.", "I will not [bring] a phone."},
		{"I tell at any time unless I am told.", "I tell at any time. If I need to, I ask.", "I tell at any time [unless I am told].", "I tell at any time[. If I need to, I ask]."},
		{"One a two b three", "Four a five c six", "[One a two b three]", "[Four a five c six]"},
		{"My class's well-known mix-up", "My class’s well-known mix-up", "My [class's] well-known mix-up", "My [class’s] well-known mix-up"},
		{"Heading\nOne. Two.", "Heading\nOne. Three. Two.", "Heading\nOne. Two.", "Heading\nOne. [Three.] Two."},
	} {
		old, now := words.Diff(c.was, c.now)
		if marked(old) != c.old || marked(now) != c.new {
			t.Errorf("%q and %q:\n%s\n%s\nwant\n%s\n%s", c.was, c.now, marked(old), marked(now), c.old, c.new)
		}
	}
}

// Nothing of a text is lost, whatever the other is.
func FuzzDiff(f *testing.F) {
	f.Add("I will not use it.", "I will use it, and not lose it.")
	f.Fuzz(func(t *testing.T, was, now string) {
		old, young := words.Diff(was, now)
		for want, list := range map[string][]words.Piece{was: old, now: young} {
			if got := joined(list, "", ""); got != strings.TrimSpace(want) && was != now {
				t.Errorf("%q became %q", want, got)
			}
		}
		if joinedSame(old) != joinedSame(young) {
			t.Errorf("%q and %q have in common %q and %q", was, now, joinedSame(old), joinedSame(young))
		}
	})
}

func TestALongTextIsComparedAtItsEnds(t *testing.T) {
	was, now := "begin "+strings.Repeat("a b c ", 3000)+"end", "begin "+strings.Repeat("d e f ", 3000)+"end"
	if old, _ := words.Diff(was, now); len(old) != 3 || old[0].Text != "begin " || strings.TrimSpace(old[2].Text) != "end" {
		t.Errorf("%d pieces", len(old))
	}
}

func marked(list []words.Piece) string { return joined(list, "[", "]") }

func joined(list []words.Piece, before, after string) string {
	var b strings.Builder
	for _, p := range list {
		if p.Same {
			b.WriteString(p.Text)
		} else {
			b.WriteString(before + p.Text + after)
		}
	}
	return b.String()
}

func joinedSame(list []words.Piece) string {
	var b strings.Builder
	for _, p := range list {
		if p.Same {
			b.WriteString(strings.Join(strings.Fields(p.Text), ""))
		}
	}
	return b.String()
}
