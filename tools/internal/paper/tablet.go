package paper

import (
	"fmt"
	"path"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// tablet is a lesson's questions and those of its exit slip, each as a page that a child does on a tablet with a pen and a voice.
type tablet struct {
	Rule  view.Rule `json:"rule"`
	Tasks []task    `json:"tasks"`
}

// Pictures is the id of what shows these pages alone, one below the other, in a window that is as wide as one of them.
const (
	Pictures      = "pages"
	PictureWidth  = 1600
	PictureHeight = 1200
)

// task is one of the pages. Length says how many words must fit, and so how large they can be.
type task struct {
	question
	Length string `json:"length"` // short, middle or long
}

// Tablet returns the pages for a tablet of a rule's lesson.
func Tablet(v *view.Site, r site.Rule) Sheet {
	t := tablet{Rule: v.Rule(r)}
	add := func(q view.Question, of *view.Illustration) {
		page := task{question: numbered(q, len(t.Tasks)+1), Length: lengthOf(q)}
		page.Drawn = of
		t.Tasks = append(t.Tasks, page)
	}
	tasks, slip, _ := r.ByPen()
	for _, q := range tasks {
		add(v.Question(r, q), v.Illustration(r.Lesson, q.Scene))
	}
	for _, q := range v.ExitSlip(slip) {
		add(q, nil)
	}
	return Sheet{Origin: v.Origin(r.Lesson.Pos), Hue: r.Theme.Hue.Value, Content: t}
}

// lengthOf classifies a question by how large its words can be; assets/css/tablet.css has the sizes.
func lengthOf(q view.Question) string {
	stem, most := len([]rune(q.Stem)), 0
	for _, o := range q.Options {
		most = max(most, len([]rune(o.Text)))
	}
	for _, b := range q.Bins {
		most = max(most, len([]rune(b.Title)))
	}
	switch beside := max(len(q.Options), len(q.Bins)); {
	case stem <= 150 && most*beside <= 50*3:
		return "short"
	case stem <= 220 && most*beside <= 70*3:
		return "middle"
	}
	return "long"
}

// tabletFile returns the name of the file of a rule's pages for a tablet: the PDF file of all, or the picture of one, by its number from 1.
func tabletFile(r site.Rule, number int) string {
	name := "tablet" + path.Clean(r.URL())
	if number == 0 {
		return name + ".pdf"
	}
	return fmt.Sprintf("%s-%d.png", name, number)
}

// onTablet returns what the pages for a tablet show, one by one. A page that has no picture of a scene lacks it.
func onTablet(s *site.Site, r site.Rule) (pages []any) {
	tasks, slip, _ := r.ByPen()
	for _, q := range append(tasks, slip...) {
		shows := []any{r.Clause.Mark.Value, view.Typeset(r.Clause.Title), view.Typeset(r.Caution), r.Theme.Hue.Value, string(q.Kind), view.Typeset(q.Stem)}
		for _, o := range q.Options {
			shows = append(shows, view.Typeset(o.Text), o.Picture.Value)
		}
		for _, b := range q.Bins {
			shows = append(shows, view.Typeset(b.Title), b.Picture.Value)
		}
		if of, ok := s.Illustration(r.Lesson, q.Scene); ok {
			shows = append(shows, view.Fields(of))
		}
		pages = append(pages, shows)
	}
	return pages
}

// ForTablet is what the page for teachers offers of the pages for a tablet: the PDF file of all, unless it is missing, the pictures, and the titles of
// the questions that no page can hold.
type ForTablet struct {
	PDF   *Offer   `json:"pdf,omitempty"`
	Pages []Saved  `json:"pages"`
	Left  []string `json:"left,omitempty"`
}

// Saved is a page for a tablet as a picture to save: its file, and what is asked on it.
type Saved struct {
	Offer
	Number int    `json:"number"`
	Stem   string `json:"stem"`
}

// OfTablet returns what the school has of the pages for a tablet of a rule's lesson, or nil if it has none.
func OfTablet(s *site.Site, r site.Rule) *ForTablet {
	tasks, slip, left := r.ByPen()
	f := &ForTablet{PDF: offered(s, tabletFile(r, 0))}
	for i, q := range append(tasks, slip...) {
		if file := offered(s, tabletFile(r, i+1)); file != nil {
			f.Pages = append(f.Pages, Saved{*file, i + 1, view.Typeset(q.Stem)})
		}
	}
	if f.Pages == nil {
		return nil
	}
	f.Left = titles(left)
	return f
}

func titles(questions []model.Question) (list []string) {
	for _, q := range questions {
		list = append(list, view.Typeset(q.Title))
	}
	return list
}
