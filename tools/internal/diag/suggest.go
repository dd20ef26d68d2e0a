package diag

// most is how many known words are compared. The project's lists have fewer than 200; a file that is made to be slow
// may have thousands, with as many misspelt ones.
const most = 200

// Suggest returns the known word that a misspelt one most likely means, or "" if none is similar.
func Suggest(word string, known []string) string {
	best, least := "", len([]rune(word))/3+2
	for _, k := range known[:min(len(known), most)] {
		if d := distance([]rune(word), []rune(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// DidYouMean returns a hint: "did you mean …?" if a known word is similar, and otherwise the fallback.
func DidYouMean(word string, known []string, fallback string) string {
	if s := Suggest(word, known); s != "" {
		return "did you mean \"" + s + "\"?"
	}
	return fallback
}

// distance is the number of letters to add, drop or change to make b of a (Levenshtein). Words of over 64 letters
// are not compared.
func distance(a, b []rune) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
