package main

import (
	"errors"
	"fmt"
	"testing"
)

// Two builds that have one folder draw a picture once, and each has it as it would have drawn it.
func TestBuildsShareWhatTheyDraw(t *testing.T) {
	t.Parallel()
	drawn := 0
	draw := func(svg []byte, pixels int) ([]byte, error) {
		drawn++
		if pixels < 0 {
			return nil, errors.New("too small")
		}
		return fmt.Appendf(nil, "%s of %d", svg, pixels), nil
	}
	folder := t.TempDir()
	for range 2 {
		png := keptIn(folder, draw)
		for _, svg := range []string{"a key", "a door"} {
			for _, pixels := range []int{8, 64} {
				body, err := png([]byte(svg), pixels)
				if want := fmt.Sprintf("%s of %d", svg, pixels); err != nil || string(body) != want {
					t.Errorf("drew %q, %v, want %q", body, err, want)
				}
			}
		}
		if _, err := png([]byte("a key"), -1); err == nil {
			t.Error("a picture that could not be drawn has no error")
		}
	}
	if want := 4 + 2; drawn != want {
		t.Errorf("%d pictures were drawn, want %d: those that there are, and the one that fails each time", drawn, want)
	}
}
