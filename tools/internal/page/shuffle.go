package page

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// Shuffled gives the numbers 0 to n-1 in an order that depends on nothing but the seed, and is never the order they
// began in when there are two or more. The same question is shown the same way on every visit and in every build.
func Shuffled(seed string, n int) []int {
	h := fnv.New64a()
	h.Write([]byte(seed))
	random := rand.New(rand.NewPCG(h.Sum64(), 0))
	order := random.Perm(n)
	for n > 1 && slices.IsSorted(order) {
		order = random.Perm(n)
	}
	return order
}
