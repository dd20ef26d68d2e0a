package browser

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/sweep"
)

// Nobody who watches the network may learn what a child has answered: a page requests the same files whatever is stored.
func TestAPageRequestsTheSameWhateverIsStored(t *testing.T) {
	t.Parallel()
	ks1, ks2 := stage(t, "ks1"), stage(t, "ks2")
	half := remembers(append(slices.Clone(ks2[:9]), ks1[:3]...), -1)
	half.Answers[ks1[3].Quiz[0].Key] = [2]int{1, firstDay}
	devices := map[string]kept{
		"half of it": half,
		"all of it":  remembers(append(slices.Clone(ks2), ks1...), -60),
	}
	addresses := []string{"/smart/", "/ks2/passwords/", "/smart/mix/"} // stars, a lesson, a mix
	if sweep.Full() {
		addresses = []string{"/", "/smart/", "/ks2/", "/smart/r/", "/ks2/passwords/", "/smart/mix/", "/ks2/mix/", "/smart/certificate/", "/privacy/"}
	}
	for _, address := range addresses {
		t.Run(address, func(t *testing.T) {
			want := asks(t, address)
			for name, k := range devices {
				if got := asks(t, address, with(k)); !slices.Equal(got, want) {
					t.Errorf("with %s stored it requests %d files, with nothing %d: %v", name, len(got), len(want), differ(got, want))
				}
			}
		})
	}
}

// asks returns what a page requests while it is read to the end.
func asks(t *testing.T, address string, device ...chromedp.Action[chromedp.Void]) (urls []string) {
	t.Helper()
	b := visit(t, address, append([]chromedp.Action[chromedp.Void]{onDay(0), withoutWorker}, device...)...)
	b.readToTheEnd()
	for _, r := range b.asked() {
		urls = append(urls, r.url)
	}
	slices.Sort(urls)
	return slices.Compact(urls)
}

// differ returns what only one of two sorted lists has.
func differ(a, b []string) (only []string) {
	for _, s := range append(slices.Clone(a), b...) {
		if slices.Contains(a, s) != slices.Contains(b, s) {
			only = append(only, s)
		}
	}
	return only
}
