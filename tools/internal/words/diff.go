package words

import (
	"regexp"
	"strings"
)

// Piece is a run of words of a text, and whether another text has it too.
type Piece struct {
	Text string `json:"text"`
	Same bool   `json:"same"`
}

// Diff parts two texts into runs of words that both have in the same order, and of words that only one has.
func Diff(was, now string) (old, new []Piece) {
	a, b := tokens(was), tokens(now)
	inA, inB := Common(bare(a), bare(b))
	dropIslands(inA, inB)
	return pieces(a, inA), pieces(b, inB)
}

// token is a word, with its hyphens and apostrophes, or a mark; and the spaces after it.
var token = regexp.MustCompile(`(?:[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|\S)\s*`)

func tokens(text string) []string { return token.FindAllString(strings.TrimSpace(text), -1) }

func bare(tokens []string) (list []string) {
	for _, t := range tokens {
		list = append(list, strings.TrimSpace(t))
	}
	return list
}

// island is the longest run of common words between two differences that is shown as different: a lone "a" that both texts have would
// only part a sentence that has been written anew.
const island = 2

// dropIslands marks short common runs between two differences as not common. A run is in both lists, so they are gone through together.
func dropIslands(inA, inB []bool) {
	i, j, differs := 0, 0, false
	for i < len(inA) || j < len(inB) {
		for i < len(inA) && !inA[i] {
			i, differs = i+1, true
		}
		for j < len(inB) && !inB[j] {
			j, differs = j+1, true
		}
		n := 0
		for i+n < len(inA) && j+n < len(inB) && inA[i+n] && inB[j+n] {
			n++
		}
		if ends := i+n == len(inA) && j+n == len(inB); differs && !ends && n <= island {
			clear(inA[i : i+n])
			clear(inB[j : j+n])
		}
		i, j = i+n, j+n
	}
}

// pieces joins tokens of the same kind. Spaces around a difference are not part of it.
func pieces(tokens []string, same []bool) (list []Piece) {
	for i, t := range tokens {
		if n := len(list); n > 0 && list[n-1].Same == same[i] {
			list[n-1].Text += t
			continue
		}
		if n := len(list); n > 0 && !list[n-1].Same {
			text := strings.TrimRight(list[n-1].Text, " \n")
			t, list[n-1].Text = list[n-1].Text[len(text):]+t, text
		}
		list = append(list, Piece{t, same[i]})
	}
	return list
}

// most is how many pairs are compared. Two texts that have more are taken to differ from the first difference to the last.
const most = 1 << 24

// Common reports which entries of two lists belong to the longest list that both have in the same order.
func Common(a, b []string) (inA, inB []bool) {
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	i, j, ends := 0, 0, 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		inA[i], inB[i] = true, true
		i++
	}
	for ends < min(len(a), len(b))-i && a[len(a)-1-ends] == b[len(b)-1-ends] {
		ends++
		inA[len(a)-ends], inB[len(b)-ends] = true, true
	}
	j = i
	to, down := len(a)-ends, len(b)-ends
	if (to-i)*(down-j) > most {
		return inA, inB
	}
	longest := lengths(a[i:to], b[j:down])
	for from, start := i, j; i < to && j < down; {
		switch here := longest[i-from]; {
		case a[i] == b[j]:
			inA[i], inB[j] = true, true
			i, j = i+1, j+1
		case longest[i-from+1][j-start] >= here[j-start+1]:
			i++
		default:
			j++
		}
	}
	return inA, inB
}

// lengths returns how long the longest common list is from each place of a and each of b on.
func lengths(a, b []string) [][]int32 {
	table := make([][]int32, len(a)+1)
	for i := range table {
		table[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}
