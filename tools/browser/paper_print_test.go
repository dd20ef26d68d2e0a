package browser

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// sheet is a printed page: a PDF file that poppler's tools read.
type sheet struct {
	t    *testing.T
	file string
	body []byte
}

// onA4 prints the page of a tab as a reader's browser does.
func (b *tab) onA4(t *testing.T) sheet {
	t.Helper()
	body, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(file, body, 0o644); err != nil {
		t.Fatal(err)
	}
	return sheet{t, file, body}
}

// poppler runs one of poppler's tools on the file and returns its output.
func (s sheet) poppler(tool string, args ...string) []byte {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	said, err := exec.CommandContext(ctx, tool, args...).Output()
	if errors.Is(err, exec.ErrNotFound) {
		err = fmt.Errorf("%w: run `make tools`, or `apt-get install poppler-utils` as root", err)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return said
}

// text returns all words of the file in the order of its tags, as a screen reader reads them. It leaves out white space, since
// a line may end within a word such as parent/carer.
func (s sheet) text() string {
	s.t.Helper()
	var all strings.Builder
	for line := range strings.Lines(string(s.poppler("pdfinfo", "-struct-text", s.file))) {
		line = strings.TrimSpace(line) // an element's name, or words in quotes
		if words, quoted := strings.CutPrefix(line, `"`); quoted {
			all.WriteString(tight(strings.TrimSuffix(words, `"`)))
		}
	}
	return all.String()
}

func tight(words string) string { return strings.Join(strings.Fields(words), "") }

var language = regexp.MustCompile(`/Lang \(en-GB\)`)

// The sizes of paper, as pdfinfo tells them.
const (
	a4       = "A4"
	ofTablet = "793.92 x 594.96 pts" // 280 by 210 mm, in whole pixels
)

// isAccessible checks that the file has a title, a language, tags, its size of paper, and all its fonts, the site's among them.
func (s sheet) isAccessible(title, paper string) {
	s.t.Helper()
	info := map[string]string{}
	for line := range strings.Lines(string(s.poppler("pdfinfo", s.file))) {
		name, value, _ := strings.Cut(line, ":")
		info[name] = strings.TrimSpace(value)
	}
	if info["Title"] != title {
		s.t.Errorf("its title is %q, and the page's %q", info["Title"], title)
	}
	if info["Tagged"] != "yes" || !language.Match(s.body) {
		s.t.Error("it has no tags, or no language")
	}
	if !strings.Contains(info["Page size"], paper) {
		s.t.Errorf("its paper is %s", info["Page size"])
	}
	lines := strings.Split(strings.TrimSpace(string(s.poppler("pdffonts", s.file))), "\n")[2:]
	own := false
	for _, line := range lines {
		cells := strings.Fields(line) // ending in: emb sub uni object ID
		own = own || strings.Contains(cells[0], "Andika")
		if len(cells) < 6 || cells[len(cells)-5] != "yes" {
			s.t.Errorf("a font is not within the file: %s", line)
		}
	}
	if !own {
		s.t.Errorf("the site's letters are not in it: %v", lines)
	}
}

// dpi is a resolution that shows a hairline and is quick to render.
const dpi = 50

// side is one side of paper in shades of grey: a byte for each pixel, 255 for white.
type side struct {
	wide, high int
	grey       []byte
}

// inGrey returns the sides as a printer with only black ink prints them.
func (s sheet) inGrey() (all []side) {
	s.t.Helper()
	stream := s.poppler("pdftoppm", "-gray", "-r", fmt.Sprint(dpi), s.file)
	for len(stream) > 0 {
		var p side
		if _, err := fmt.Fscanf(bytes.NewReader(stream), "P5\n%d %d\n255\n", &p.wide, &p.high); err != nil {
			s.t.Fatalf("pdftoppm gave no picture in grey: %v", err)
		}
		head := len(fmt.Sprintf("P5\n%d %d\n255\n", p.wide, p.high))
		p.grey, stream = stream[head:head+p.wide*p.high], stream[head+p.wide*p.high:]
		all = append(all, p)
	}
	return all
}

// ink returns the share of a side that is covered: 0 for blank paper, 1 for black.
func (p side) ink() float64 {
	sum := 0
	for _, g := range p.grey {
		sum += 255 - int(g)
	}
	return float64(sum) / float64(255*len(p.grey))
}

// darkest returns the darkest grey of a side.
func (p side) darkest() byte {
	dark := byte(255)
	for _, g := range p.grey {
		dark = min(dark, g)
	}
	return dark
}

// bleeds reports whether there is ink within so many millimetres of the paper's edge, where printers can't print.
func (p side) bleeds(mm int) bool {
	edge := mm * dpi * 10 / 254
	for i, g := range p.grey {
		x, y := i%p.wide, i/p.wide
		if g < 250 && (x < edge || y < edge || x >= p.wide-edge || y >= p.high-edge) {
			return true
		}
	}
	return false
}
