package pptx_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/office"
	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/sweep"
)

// saved makes a file in a new folder.
func saved(t *testing.T, p pptx.Presentation) (folder, path string) {
	t.Helper()
	folder = t.TempDir()
	path = filepath.Join(folder, "sample.pptx")
	if err := os.WriteFile(path, file(t, p), 0o644); err != nil {
		t.Fatal(err)
	}
	return folder, path
}

// Microsoft's own reader of the format finds nothing wrong. When everything is tried, LibreOffice lays the file out: each slide is a page,
// with all words in order and in their boxes.
func TestOfficeProgramsReadTheFile(t *testing.T) {
	t.Parallel()
	folder, path := saved(t, sample())
	if err := office.Validate(t.Context(), "../../..", path); err != nil {
		t.Error(err)
	}
	if !sweep.Full() {
		return
	}
	if err := office.PDF(t.Context(), folder, "sample.pptx"); err != nil {
		t.Fatal(err)
	}
	wrong, err := office.Overflows(t.Context(), path, strings.TrimSuffix(path, ".pptx")+".pdf")
	if err != nil || len(wrong) > 0 {
		t.Errorf("the sample: %q, %v", wrong, err)
	}
}

// Half a file is found not to be valid, and a text to be too long for its box.
func TestWhatIsWrongIsFound(t *testing.T) {
	t.Parallel()
	p := sample()
	p.Slides = p.Slides[2:]
	reply := p.Slides[0].Items[0].(pptx.Shape)
	reply.To, reply.Text = 0, pptx.Text(strings.Repeat("Say no, and go to a grown-up. ", 20))
	p.Slides[0].Items = []pptx.Item{reply}
	folder, path := saved(t, p)
	torn := filepath.Join(folder, "torn.pptx")
	body := file(t, p)
	if err := os.WriteFile(torn, body[:len(body)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if office.Validate(t.Context(), "../../..", torn) == nil {
		t.Error("half a file is valid")
	}
	if !sweep.Full() {
		return
	}
	if err := office.PDF(t.Context(), folder, "sample.pptx"); err != nil {
		t.Fatal(err)
	}
	wrong, err := office.Overflows(t.Context(), path, filepath.Join(folder, "sample.pdf"))
	if err != nil || len(wrong) == 0 {
		t.Errorf("a text that is too long: %q, %v", wrong, err)
	}
}

// The boxes of the sample are where it says, and the title of its first slide is where the layout says.
func TestBoxesAreReadBack(t *testing.T) {
	_, path := saved(t, sample())
	read, err := office.Slides(path)
	if err != nil || len(read) != 3 {
		t.Fatalf("%d slides, %v", len(read), err)
	}
	for _, want := range []office.Box{
		{Name: "Title", Left: 48, Top: 30, Right: 912, Bottom: 110, Words: []string{"Three", "potatoes"}},
		{Name: "Footer", Left: 48, Top: 510, Right: 768, Bottom: 530, Words: []string{"Valence", "Primary", "School"}},
	} {
		i := slices.IndexFunc(read[0], func(b office.Box) bool { return b.Name == want.Name })
		if i < 0 || !reflect.DeepEqual(read[0][i], want) {
			t.Errorf("%s is not at %v: %v", want.Name, want, read[0])
		}
	}
}
