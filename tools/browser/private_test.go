package browser

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// Whoever watches the line must not learn what a child has answered: a page asks for the same files whatever is kept.
func TestAPageAsksForTheSameWhateverIsKept(t *testing.T) {
	ks1, ks2 := stage(t, "ks1"), stage(t, "ks2")
	half := remembers(append(slices.Clone(ks2[:9]), ks1[:3]...), -1)
	half.Answers[ks1[3].Quiz[0].Key] = [2]int{1, firstDay}
	devices := map[string]kept{
		"half of it": half,
		"all of it":  remembers(append(slices.Clone(ks2), ks1...), -60),
	}
	for _, address := range []string{"/", "/smart/", "/ks2/", "/smart/r/", "/ks2/passwords/", "/smart/mix/", "/ks2/mix/", "/smart/certificate/", "/privacy/"} {
		t.Run(address, func(t *testing.T) {
			want := asks(t, address)
			for name, k := range devices {
				if got := asks(t, address, with(k)); !slices.Equal(got, want) {
					t.Errorf("with %s kept it asks for %d files, with nothing for %d: %v", name, len(got), len(want), differ(got, want))
				}
			}
		})
	}
}

// asks gives what a page asks for while it is read to the end.
func asks(t *testing.T, address string, device ...chromedp.Action[chromedp.Void]) (urls []string) {
	t.Helper()
	b := visit(t, address, append([]chromedp.Action[chromedp.Void]{onDay(0)}, device...)...)
	b.readToTheEnd()
	for _, r := range b.asked() {
		urls = append(urls, r.url)
	}
	slices.Sort(urls)
	return slices.Compact(urls)
}

// differ gives what only one of two sorted lists has.
func differ(a, b []string) (only []string) {
	for _, s := range append(slices.Clone(a), b...) {
		if slices.Contains(a, s) != slices.Contains(b, s) {
			only = append(only, s)
		}
	}
	return only
}
