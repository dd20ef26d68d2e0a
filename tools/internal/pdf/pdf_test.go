package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"safeonline/tools/internal/pdf"
)

const made = `%PDF-1.4
1 0 obj
<</Creator (a browser)
/CreationDate (D:20260901120000+00'00')
/ModDate (D:20260901120000+00'00')>>
endobj
`

// A mark takes the place of the dates, byte for byte: where the other parts of a PDF file begin stands in its table.
func TestMarkedTakesThePlaceOfTheDates(t *testing.T) {
	body, err := pdf.Marked([]byte(made), "0123456789abcdef")
	if err != nil {
		t.Fatal(err)
	}
	if got := pdf.Mark(body); got != "0123456789abcdef" {
		t.Errorf("the mark reads %q", got)
	}
	if len(body) != len(made) || strings.Index(string(body), "endobj") != strings.Index(made, "endobj") {
		t.Errorf("something has moved:\n%s", body)
	}
	if strings.Contains(string(body), "2026") {
		t.Errorf("a date is left:\n%s", body)
	}
	if !strings.Contains(made, "2026") {
		t.Error("the text given was changed")
	}
}

func TestMarkedRefusesWhatHasNoRoom(t *testing.T) {
	for name, c := range map[string]struct{ body, mark string }{
		"no date":         {"%PDF-1.4\n", "01"},
		"a mark too long": {made, strings.Repeat("0", 60)},
	} {
		if _, err := pdf.Marked([]byte(c.body), c.mark); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestAFileOfOthersHasNoMark(t *testing.T) {
	if got := pdf.Mark([]byte(made)); got != "" {
		t.Errorf("it reads %q", got)
	}
}

// Where the checksum after a mark begins with bytes that are digits, too, they are no part of it.
func TestAPictureHasItsMark(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 4, 3))); err != nil {
		t.Fatal(err)
	}
	if got := pdf.Mark(file.Bytes()); got != "" {
		t.Errorf("without a mark it reads %q", got)
	}
	for i := range 1000 {
		mark := fmt.Sprintf("%016x", i)
		marked := pdf.PictureMarked(file.Bytes(), mark)
		if got := pdf.Mark(marked); got != mark {
			t.Fatalf("the mark %s reads %q", mark, got)
		}
		if _, err := png.Decode(bytes.NewReader(marked)); err != nil {
			t.Fatalf("with the mark %s it is no picture any more: %v", mark, err)
		}
		for n := range marked {
			pdf.Mark(marked[:n]) // half a file is read without a panic
		}
	}
}
