package office

import (
	"slices"
	"testing"
)

// The footer and the number are drawn first, and listed last.
func TestWordsAreInOrderAndInTheirBoxes(t *testing.T) {
	boxes := []Box{
		{"Title", 10, 10, 200, 60, []string{"Two", "words"}},
		{"Footer", 10, 500, 100, 520, []string{"School"}},
		{"Number", 900, 500, 950, 520, []string{"1"}},
	}
	foot := []word{{"School", 10, 501, 60, 519}, {"1", 940, 501, 950, 519}}
	for _, c := range []struct {
		title []word
		wrong []string
	}{
		{[]word{{"Two", 10, 9, 80, 50}, {"words", 90, 9, 199, 50}}, nil},
		{[]word{{"Two", 10, 9, 80, 50}, {"words", 10, 49, 199, 90}}, []string{`Title: "words" lies outside of the box`}},
		{[]word{{"Two", 10, 9, 80, 50}, {"words", 90, 9, 209, 50}}, []string{`Title: "words" lies outside of the box`}},
		{[]word{{"words", 10, 9, 80, 50}, {"Two", 90, 9, 199, 50}}, []string{`Title: "Two" is not on the page where it is expected`}},
		{[]word{{"Two", 10, 9, 80, 50}}, []string{`Title: "words" is not on the page where it is expected`}},
		{[]word{{"Two", 10, 9, 80, 50}, {"words", 90, 9, 199, 50}, {"more", 10, 100, 50, 120}}, []string{`"more" is on no slide`}},
		{[]word{{"Two", 10, 9, 80, 50}, {"wor", 90, 9, 199, 50}, {"ds", 10, 50, 40, 59}}, []string{`Title: "words" is not on the page where it is expected`}},
	} {
		if got := compare(boxes, append(slices.Clone(foot), c.title...)); !slices.Equal(got, c.wrong) {
			t.Errorf("wrong with %v: %q, want %q", c.title, got, c.wrong)
		}
	}
}

func TestALineMayEndAfterAHyphen(t *testing.T) {
	boxes := []Box{{"Title", 10, 10, 200, 100, []string{"A", "grown-up."}}, {"Footer", 0, 0, 0, 0, nil}, {"Number", 0, 0, 0, 0, nil}}
	words := []word{{"A", 10, 9, 80, 50}, {"grown-", 90, 9, 199, 50}, {"up.", 10, 50, 40, 90}}
	if got := compare(boxes, words); len(got) > 0 {
		t.Errorf("a word on two lines: %q", got)
	}
	words[2].right = 300
	if got := compare(boxes, words); len(got) != 1 {
		t.Errorf("a word on two lines, of which one is too long: %q", got)
	}
}

func TestALineBreakPartsWords(t *testing.T) {
	if got, want := plain(`<a:pPr/><a:r><a:t>one &amp;</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r>`), "one & two"; got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}
