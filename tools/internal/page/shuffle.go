package page

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// Shuffled returns the numbers of places in an order that depends only on the seed, and in which the places do not rise
// from first to last (unless all are the same): steps are never shown in their right order, nor items bin by bin. The
// same question is shown the same way on every visit and in every build.
func Shuffled(seed string, places []int) []int {
	random := seeded(seed)
	differ := slices.ContainsFunc(places, func(p int) bool { return p != places[0] })
	for {
		order := random.Perm(len(places))
		shown := make([]int, len(places))
		for i, n := range order {
			shown[i] = places[n]
		}
		if !differ || !slices.IsSorted(shown) {
			return order
		}
	}
}

// mixed is like Shuffled, for words to choose from: the first may stay first, or it would never be the right one.
func mixed(seed string, n int) []int { return seeded(seed).Perm(n) }

// inOrder returns the numbers 0 to n-1.
func inOrder(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

func seeded(seed string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(seed))
	return rand.New(rand.NewPCG(h.Sum64(), 0))
}
