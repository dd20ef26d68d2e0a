package site_test

import (
	"fmt"
	"testing"

	"safeonline/tools/internal/site"
)

// 0.39 words per sentence + 11.8 syllables per word - 15.59: nine words of nine syllables in two sentences (an option
// is one, although it has no full stop), then five words of 23 syllables in one.
func ExampleGrade() {
	fmt.Printf("%.1f\n", site.Grade([]string{"The cat sat on the mat.", "It was wet"}))
	fmt.Printf("%.1f\n", site.Grade([]string{"Responsible communication necessitates considerable deliberation."}))
	// Output:
	// -2.0
	// 40.6
}

func TestLongerSentencesAndWordsHaveAHigherGrade(t *testing.T) {
	easy := site.Grade([]string{"Ada has a map.", "She likes it."})
	longer := site.Grade([]string{"Ada has a map and she likes it and she shows it to us all when we come."})
	harder := site.Grade([]string{"Ada possesses cartography.", "Enthusiastically."})
	if easy >= longer || longer >= harder {
		t.Errorf("grades are %.1f, %.1f and %.1f, and should rise", easy, longer, harder)
	}
	if got := site.Grade(nil); got != 0 {
		t.Errorf("no words at all have the grade %.1f", got)
	}
}
