package draft_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/source"
)

// What reading a text takes grows with its length, whatever it says over and over. It is counted in bytes of memory, which are the same on
// nearly each machine: work that grows with the square of the length makes and throws away texts, and takes 64 times as much.
func TestReadingGrowsWithTheText(t *testing.T) {
	for _, again := range []string{
		"- I will not share my password.\n", "1. a\n", "Pupil agreement\n\n", "I will ask first.\n\n", "Signed: ______\n", "Name Date ____ ", "some of the words go on and\nare long ", "wrap-\n", "a", "a ", "pasword%d ",
		"[name of school] ", "1.2.", "[", "…", "a\t", "Year 3 and 4\n\n", "\n", "\f", "“a ", "☐ a ",
	} {
		short, long := takes(t, again, 2_000), takes(t, again, 16_000)
		if ratio := float64(long) / float64(short); ratio > 32 {
			t.Errorf("%q over and over: eight times the text takes %.0f times the memory", again, ratio)
		}
	}
}

// takes returns how many bytes of memory are given out while a draft is made of a text of a size.
func takes(t *testing.T, again string, size int) uint64 {
	t.Helper()
	text := new(strings.Builder)
	text.WriteString("# Pupil agreement\n\n- I will ask.\n\n")
	for n := 0; text.Len() < size; n++ {
		text.WriteString(strings.ReplaceAll(again, "%d", fmt.Sprint(n)))
	}
	lib := bare()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	file, err := source.Read(fstest.MapFS{"a.txt": {Data: []byte(text.String())}}, "a.txt", docx.Accept)
	if err == nil {
		_, err = draft.Make([]draft.Source{{Name: "a.txt", File: file}}, lib, nil)
	}
	if err != nil {
		t.Fatalf("%q: %v", again, err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
