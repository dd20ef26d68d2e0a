// Package shuffle puts things in an order that looks random, and that is the same on every visit and in every build: it
// depends only on a seed, such as the id of a question.
package shuffle

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// Away returns the numbers of places in an order in which the places do not rise from first to last (unless all are the
// same): steps are never shown in their right order, nor items bin by bin.
func Away(seed string, places []int) []int {
	random := Seeded(seed)
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

// Any returns the numbers 0 to n-1 in any order, their own among them.
func Any(seed string, n int) []int { return Seeded(seed).Perm(n) }

// Seeded returns a source of random numbers that are always the same for a seed.
func Seeded(seed string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(seed))
	return rand.New(rand.NewPCG(h.Sum64(), 0))
}
