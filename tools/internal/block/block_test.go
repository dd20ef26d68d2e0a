package block_test

import (
	"fmt"
	"testing"

	"safeonline/tools/internal/block"
)

func TestUnseenCharactersAreReplacedAndTold(t *testing.T) {
	for _, c := range []struct{ text, want, told string }{
		{"plain – “words” café", "plain – “words” café", ""},
		{"a\u00a0b\u00a0c\u00ad", "a b c", "replaced U+00A0 × 2, removed U+00AD × 1, "},
		{"e\u2011mail\u2028new\u2003line\ufeff", "e-mail\nnew line", "replaced U+2011 × 1, replaced U+2028 × 1, replaced U+2003 × 1, removed U+FEFF × 1, "},
		{"👩🏽\u200d🏫 a\u200db", "👩🏽\u200d🏫 ab", "removed U+200D × 1, "},
		{"tick \uf0fc, \U0010fffd", "tick , ", "removed U+F0FC × 1, removed U+10FFFD × 1, "},
		{"नमस्\u200dते", "नमस्\u200dते", ""},
	} {
		told := ""
		if got := block.Clean(c.text, func(n block.Told) { told += fmt.Sprintf("%s %s × %d, ", n.Kind, n.What, n.Count) }); got != c.want || told != c.told {
			t.Errorf("%q: %q, %q, want %q, %q", c.text, got, told, c.want, c.told)
		}
	}
}

func TestABlockIsBoldIfAllItsWordsAre(t *testing.T) {
	bold, light, space := block.Run{Text: "Pupils", Bold: true}, block.Run{Text: "pupils"}, block.Run{Text: " "}
	for _, c := range []struct {
		runs []block.Run
		want bool
	}{{nil, false}, {[]block.Run{space}, false}, {[]block.Run{bold, space}, true}, {[]block.Run{bold, space, light}, false}} {
		if got := (block.Block{Runs: c.runs}).Bold(); got != c.want {
			t.Errorf("%v: %v", c.runs, got)
		}
	}
}

func TestNoticesOfAParagraphArePutTogether(t *testing.T) {
	var n block.Notices
	first, second := block.Place{Paragraph: 1}, block.Place{Paragraph: 2}
	told := block.Told{Kind: block.Removed, What: "U+00AD", Count: 2}
	n.Add(first, told)
	n.Add(first, block.Told{Kind: block.LeftOut, What: "picture", Count: 1})
	n.Add(first, told)
	n.Add(second, told)
	if len(n) != 3 || n[0].Count != 4 || n[2].Place != second {
		t.Errorf("%v", n)
	}
}
