package browser

import (
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// testdata/sequences.ts makes events at random, from a seed, and says what must hold of every state they lead to.
func TestNoSequenceOfEventsBreaksAQuestion(t *testing.T) {
	bundle := api.Build(api.BuildOptions{
		EntryPoints: []string{"testdata/sequences.ts"}, Bundle: true, Format: api.FormatIIFE, GlobalName: "sequences", LogLevel: api.LogLevelSilent,
	})
	for _, e := range bundle.Errors {
		t.Fatal(e.Text)
	}
	b := visit(t, galleryAt)
	for _, fault := range ask[[]string](b, string(bundle.OutputFiles[0].Contents)+";sequences.run(2000, 40)") {
		t.Error(fault)
	}
}
