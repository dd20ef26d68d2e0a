package pptx

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// check returns what no file can be made from, with the slide that it is on.
func (p Presentation) check() error {
	if len(p.Slides) == 0 {
		return errors.New("a presentation has at least one slide")
	}
	errs := []error{p.Theme.check()}
	for i, s := range p.Slides {
		c := checker{slides: len(p.Slides)}
		c.slide(s)
		for _, err := range c.errs {
			errs = append(errs, fmt.Errorf("slide %d: %w", i+1, err))
		}
	}
	return errors.Join(errs...)
}

var rgb = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func (t Theme) check() error {
	for _, c := range append(t.Accents[:], t.Ink, t.Paper, t.Deep, t.Tint, t.Links) {
		if !rgb.MatchString(string(c)) {
			return fmt.Errorf("%q is no colour for a theme, which has the form #rrggbb", c)
		}
	}
	return nil
}

// checker collects the errors of one slide.
type checker struct {
	slides int // of the presentation
	errs   []error
}

func (c *checker) must(holds bool, format string, args ...any) {
	if !holds {
		c.errs = append(c.errs, fmt.Errorf(format, args...))
	}
}

func (c *checker) slide(s Slide) {
	var title strings.Builder
	for _, p := range s.Title.Text {
		for _, r := range p.Runs {
			title.WriteString(r.Text)
		}
	}
	c.must(strings.TrimSpace(title.String()) != "", "it has no title")
	if s.Title.Box != (Box{}) {
		c.box("the title", s.Title.Box)
	}
	c.anchor(s.Title.Anchor)
	c.colour(s.Background)
	c.text(s.Title.Text)
	for _, i := range s.Items {
		switch i := i.(type) {
		case Shape:
			c.shape(i)
		case Picture:
			c.picture(i)
		default:
			c.must(false, "an item is a Shape or a Picture, and not a %T", i)
		}
	}
	c.text(s.Notes)
}

func (c *checker) shape(s Shape) {
	c.box(s.Name, s.Box)
	c.anchor(s.Anchor)
	c.colour(s.Fill)
	c.colour(s.Line)
	c.link(s.To)
	c.must(s.Inset >= 0 && s.Inset <= Width, "%s: its inset is %v", s.Name, s.Inset)
	c.must(s.Round >= 0 && s.Round <= Width, "%s: its corners have a radius of %v", s.Name, s.Round)
	c.must(s.LineWidth >= 0 && s.LineWidth <= 1584, "%s: its line is %v wide", s.Name, s.LineWidth) // 20.1.10.35
	c.text(s.Text)
}

func (c *checker) picture(p Picture) {
	c.box(p.Name, p.Box)
	c.link(p.To)
	c.must(len(p.PNG) > 0, "%s: it has no PNG file", p.Name)
	c.must((p.Alt == "") == p.Decorative, "%s: a picture has words for what it shows, or is decorative", p.Name)
}

func (c *checker) text(paragraphs []Paragraph) {
	for _, p := range paragraphs {
		c.must(slices.Contains([]Align{"", Left, Centre, Right}, p.Align), "%q is no alignment", p.Align)
		c.must(p.Before >= 0 && p.Before <= 1584, "there cannot be a space of %v above a paragraph", p.Before) // 20.1.10.78
		for _, r := range p.Runs {
			c.must(r.Size == 0 || r.Size >= 1 && r.Size <= 4000, "a text cannot have the size %v", r.Size) // 20.1.10.72
			c.colour(r.Colour)
			c.link(r.To)
		}
	}
}

// box must lie on the slide, up to a hundredth of a point.
func (c *checker) box(of string, b Box) {
	const slack = 0.01
	c.must(b.X >= 0 && b.Y >= 0 && b.W > 0 && b.H > 0 && b.X+b.W <= Width+slack && b.Y+b.H <= Height+slack,
		"%s: its box %v does not lie within the slide", of, b)
}

func (c *checker) anchor(a Anchor) {
	c.must(slices.Contains([]Anchor{"", Top, Middle, Bottom}, a), "%q is no anchor", a)
}

func (c *checker) link(to int) {
	c.must(to >= 0 && to <= c.slides, "it links to slide %d, and there are %d", to, c.slides)
}

var themed = []Colour{"", Ink, Paper, Deep, Tint, Accent1, Accent2, Accent3, Accent4, Accent5, Accent6}

func (c *checker) colour(is Colour) {
	c.must(rgb.MatchString(string(is)) || slices.Contains(themed, is), "%q is no colour", is)
}
