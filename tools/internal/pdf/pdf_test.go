package pdf_test

import (
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
