package browser

import (
	"fmt"
	"testing"

	"safeonline/tools/internal/sweep"
)

// On some screens the sides or the top of a scene's picture are cut off. What matters in it is from 130 to 670 of 800 across, and below 220 of
// 600 ("Draw a scene" in docs/authoring.md), so no more than that is cut off.
func TestPicturesOfScenesKeepWhatMatters(t *testing.T) {
	t.Parallel()
	const narrowest, widest = (670. - 130) / 600, 800. / (600 - 220)
	for i, l := range lessons(t) {
		if i%4 > 0 && !sweep.Full() {
			continue
		}
		for _, width := range []int64{390, 820, 1280} {
			b := borrowAt(t, l.address, withoutScript, screen(width, 800))
			for _, fault := range ask[[]string](b, fmt.Sprintf(`[...document.querySelectorAll("img.scene:not([hidden])")].flatMap(img => {
				const { width, height } = img.getBoundingClientRect()
				return width < %v * height || width > %v * height ? [img.getAttribute("src") + " is " + Math.round(width) + " by " + Math.round(height)] : []
			})`, narrowest, widest)) {
				b.t.Errorf("%s, %d px wide: %s", l.address, width, fault)
			}
		}
	}
}
