package deck

import (
	"testing"

	"safeonline/tools/internal/quiz"
)

func TestWhatAKindStillLacks(t *testing.T) {
	for _, k := range quiz.All() {
		if slidesOf[k.Name] == nil {
			t.Errorf("%s lacks an entry in slidesOf: how a class is shown it", k.Name)
		}
	}
}
