package pptx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"safeonline/tools/internal/pptx"
)

// unpack gives the parts of a file by their names.
func unpack(t testing.TB, body []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(part)
	}
	return parts
}

func TestTheSamePresentationHasTheSameBytes(t *testing.T) {
	if !bytes.Equal(file(t, sample()), file(t, sample())) {
		t.Error("two files of the same presentation differ")
	}
}

var (
	relationship = regexp.MustCompile(`<Relationship Id="(\w+)" Type="[^"]+" Target="([^"]+)"/>`)
	reference    = regexp.MustCompile(` r:(?:id|embed)="(\w*)"`)
	override     = regexp.MustCompile(`<Override PartName="/([^"]+)"`)
)

// Every part has a type, every reference of a part is to a relation of it, and every relation is to a part that is there.
func TestPartsFitTogether(t *testing.T) {
	parts := unpack(t, file(t, sample()))
	var typed []string
	for _, m := range override.FindAllStringSubmatch(parts["[Content_Types].xml"], -1) {
		typed = append(typed, m[1])
	}
	for name, part := range parts {
		folder, base := path.Split(name)
		ids := map[string]bool{}
		for _, m := range relationship.FindAllStringSubmatch(parts[folder+"_rels/"+base+".rels"], -1) {
			ids[m[1]] = true
			if to := path.Join(folder, m[2]); parts[to] == "" {
				t.Errorf("%s is related to %s, which is not there", name, to)
			}
		}
		for _, m := range reference.FindAllStringSubmatch(part, -1) {
			if !ids[m[1]] {
				t.Errorf("%s refers to the relation %q, and has no such", name, m[1])
			}
		}
		if isXML := strings.HasSuffix(name, ".xml") && name != "[Content_Types].xml"; isXML != slices.Contains(typed, name) {
			t.Errorf("%s: has a type of its own: %v", name, !isXML)
		}
	}
}

// attributes gives the values of an attribute in the elements of a name, in order.
func attributes(t testing.TB, part, element, attribute string) (values []string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return values
		} else if err != nil {
			t.Fatal(err)
		}
		if e, is := token.(xml.StartElement); is && e.Name.Local == element {
			for _, a := range e.Attr {
				if a.Name.Local == attribute {
					values = append(values, a.Value)
				}
			}
		}
	}
}

func TestASlideIsReadFromItsTitleToItsFooter(t *testing.T) {
	part := unpack(t, file(t, sample()))["ppt/slides/slide2.xml"]
	want := []string{"", "Title", "Ground", "Emoji", "Option A", "Option B", "Option C", "Footer", "Number"} // the first is the slide itself
	if got := attributes(t, part, "cNvPr", "name"); !slices.Equal(got, want) {
		t.Errorf("read as %q, want %q", got, want)
	}
	if kinds := attributes(t, part, "ph", "type"); kinds[0] != "title" {
		t.Errorf("the title is a %s", kinds[0])
	}
}

// A picture says what it shows, or is marked as decorative; so is a shape without words.
func TestPicturesHaveWordsOrAreDecorative(t *testing.T) {
	parts := unpack(t, file(t, sample()))
	if got := attributes(t, parts["ppt/slides/slide1.xml"], "cNvPr", "descr"); !slices.Equal(got, []string{"A potato & its shadow"}) {
		t.Errorf("the picture is described as %q", got)
	}
	if got := attributes(t, parts["ppt/slides/slide2.xml"], "decorative", "val"); !slices.Equal(got, []string{"1", "1"}) {
		t.Errorf("marked as decorative: %q, want the ground and the emoji", got)
	}
}

func TestEveryRunSaysItsLanguage(t *testing.T) {
	p := sample()
	p.Language = "cy"
	for name, part := range unpack(t, file(t, p)) {
		if strings.HasPrefix(name, "ppt/slides/slide") || strings.HasPrefix(name, "ppt/notesSlides/notes") {
			languages := attributes(t, part, "rPr", "lang")
			if runs := strings.Count(part, "<a:t>"); len(languages) < runs || runs == 0 || slices.ContainsFunc(languages, func(l string) bool { return l != "cy" }) {
				t.Errorf("%s: %d runs in the languages %q", name, runs, languages)
			}
		}
	}
}

// The circle is on two slides, beside two PNG files.
func TestEachPictureIsStoredOnce(t *testing.T) {
	var stored []string
	for name := range unpack(t, file(t, sample())) {
		if strings.HasPrefix(name, "ppt/media/") {
			stored = append(stored, name)
		}
	}
	slices.Sort(stored)
	if want := []string{"ppt/media/image1.png", "ppt/media/image2.svg", "ppt/media/image3.png"}; !slices.Equal(stored, want) {
		t.Errorf("stored: %q, want %q", stored, want)
	}
}

// Both kinds of links lead to slides of the file.
func TestRepliesLeadToSlides(t *testing.T) {
	parts := unpack(t, file(t, sample()))
	targets := attributes(t, parts["ppt/slides/_rels/slide3.xml.rels"], "Relationship", "Target")
	want := []string{"../slideLayouts/slideLayout1.xml", "../slides/slide1.xml", "../slides/slide2.xml"}
	if !slices.Equal(targets, want) {
		t.Errorf("the slide is related to %q, want %q", targets, want)
	}
	if ids := attributes(t, parts["ppt/slides/slide3.xml"], "hlinkClick", "id"); !slices.Equal(ids, []string{"rId2", "rId3"}) {
		t.Errorf("the replies lead to %q", ids)
	}
}

func TestWhatCannotBeMadeIsRefused(t *testing.T) {
	box := pptx.Box{X: 10, Y: 10, W: 100, H: 100}
	cases := map[string]func(p *pptx.Presentation, s *pptx.Slide){
		"at least one slide":                func(p *pptx.Presentation, s *pptx.Slide) { p.Slides = nil },
		"slide 1: it has no title":          func(p *pptx.Presentation, s *pptx.Slide) { s.Title.Text = pptx.Text(" ") },
		"no colour for a theme":             func(p *pptx.Presentation, s *pptx.Slide) { p.Theme.Ink = pptx.Ink },
		`"#fff" is no colour`:               func(p *pptx.Presentation, s *pptx.Slide) { s.Background = "#fff" },
		"links to slide 4, and there are 3": func(p *pptx.Presentation, s *pptx.Slide) { s.Items = []pptx.Item{pptx.Shape{Box: box, To: 4}} },
		"does not lie within": func(p *pptx.Presentation, s *pptx.Slide) {
			s.Items = []pptx.Item{pptx.Shape{Box: pptx.Box{X: 900, W: 61, H: 9}}}
		},
		"Cat: it has no PNG file": func(p *pptx.Presentation, s *pptx.Slide) {
			s.Items = []pptx.Item{pptx.Picture{Box: box, Name: "Cat", Alt: "A cat"}}
		},
		"or is decorative": func(p *pptx.Presentation, s *pptx.Slide) {
			s.Items = []pptx.Item{pptx.Picture{Box: box, PNG: []byte("x")}}
		},
		"cannot have the size -1":       func(p *pptx.Presentation, s *pptx.Slide) { s.Notes[0].Runs[0].Size = -1 },
		`"middle" is no anchor`:         func(p *pptx.Presentation, s *pptx.Slide) { s.Title.Anchor = "middle" },
		`"centre" is no alignment`:      func(p *pptx.Presentation, s *pptx.Slide) { s.Notes[0].Align = "centre" },
		"a Shape or a Picture, and not": func(p *pptx.Presentation, s *pptx.Slide) { s.Items = []pptx.Item{nil} },
	}
	for want, change := range cases {
		p := sample()
		change(&p, &p.Slides[0])
		if body, err := pptx.File(p); err == nil || !strings.Contains(err.Error(), want) || body != nil {
			t.Errorf("the error is %v, want one with %q", err, want)
		}
	}
}

// Any text gives parts that are well-formed, and stays as it is, but for characters that XML does not allow.
func FuzzText(f *testing.F) {
	for _, s := range []string{`<a:t>&amp; "it's"`, "two\nlines\r\nand\ttabs", "\x00\x1b\x7f￾\xff", "{{.Title}}", "]]>", "👧🏽", "٣", "_x000A_"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 100 {
			return // a longer text only takes longer
		}
		p := sample()
		p.Title, p.Language, p.Footer, p.Theme.Font = s, s, s, s
		p.Slides = p.Slides[:1] // few parts, so that many texts are tried
		p.Slides[0].Title.Text = pptx.Text("Title " + s)
		p.Slides[0].Notes = pptx.Text(s)
		p.Slides[0].Items = []pptx.Item{
			pptx.Picture{Box: pptx.Box{W: 9, H: 9}, Name: s, Alt: s + "!", PNG: []byte{1}},
			pptx.Shape{Box: pptx.Box{W: 9, H: 9}, Name: s, Text: pptx.Text(s)},
		}
		parts := unpack(t, file(t, p))
		for name, part := range parts {
			if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
				attributes(t, part, "", "") // is well-formed
			}
		}
		if got := attributes(t, parts["ppt/slides/slide1.xml"], "cNvPr", "descr"); got[0] != allowed(s)+"!" {
			t.Errorf("%q has become %q", s, got[0])
		}
	})
}

// allowed puts U+FFFD in the place of what XML 1.0 does not allow (its production 2, Char), and of what is not UTF-8.
func allowed(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= utf8.MaxRune {
			return r
		}
		return utf8.RuneError
	}, s)
}
