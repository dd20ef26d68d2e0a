// Package slideshow makes a PowerPoint file of each route through the deck of a lesson, for teachers who change and share slides. A slide
// of the deck that shows more at each press becomes a row of slides; the scenes of a chat and its replies are links to each other. All text
// is text, in a font that schools have, and can be changed.
package slideshow

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/raster"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// File is a PowerPoint file: its path in the site, and its bytes.
type File struct {
	Path string
	Body []byte
}

// All makes the files of all lessons, on all processors, and hands them to a function one at a time. project is the folder with assets/pictures, and
// png draws those.
func All(s *site.Site, words i18n.Words, project fs.FS, png Drawer, write func(File) error) error {
	var (
		shared = newDrawings(project, png)
		rules  = make(chan site.Rule)
		wait   sync.WaitGroup
		mu     sync.Mutex
		errs   []error
	)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			m := newMaker(s, words, shared)
			for r := range rules {
				files, err := m.lesson(r)
				mu.Lock()
				for _, f := range files {
					err = errors.Join(err, write(f))
				}
				errs = append(errs, err)
				mu.Unlock()
			}
		})
	}
	for _, set := range s.Sets() {
		for _, r := range set.Lessons() {
			rules <- r
		}
	}
	close(rules)
	wait.Wait()
	return errors.Join(errs...)
}

// One makes the file with a path. If there is none, the error is fs.ErrNotExist.
func One(s *site.Site, words i18n.Words, project fs.FS, path string) ([]byte, error) {
	m := newMaker(s, words, newDrawings(project, raster.PNG))
	for _, r := range s.Rules {
		if !r.Leads() {
			continue
		}
		for _, plan := range r.Lesson.Teach.Plans {
			if r.PowerPoint(plan) == "/"+path {
				return m.file(deck.Lesson(m.view, r), fmt.Sprint(plan.Minutes))
			}
		}
	}
	return nil, fs.ErrNotExist
}

// maker makes files, one after the other.
type maker struct {
	view     *view.Site
	school   string
	drawings *drawings
}

func newMaker(s *site.Site, words i18n.Words, d *drawings) *maker {
	return &maker{view: view.New(s, words), school: s.School.Name.Value, drawings: d}
}

// lesson makes the files of a rule's lesson.
func (m *maker) lesson(r site.Rule) (files []File, err error) {
	d := deck.Lesson(m.view, r)
	for _, plan := range r.Lesson.Teach.Plans {
		path := strings.TrimPrefix(r.PowerPoint(plan), "/")
		body, err := m.file(d, fmt.Sprint(plan.Minutes))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		files = append(files, File{path, body})
	}
	return files, nil
}

// file makes the file of one of a deck's routes.
func (m *maker) file(d deck.Deck, route string) ([]byte, error) {
	p, err := m.presentation(d.Only(route))
	if err != nil {
		return nil, err
	}
	return pptx.File(p)
}

// presentation makes the slides of a deck of one route.
func (m *maker) presentation(d deck.Deck) (pptx.Presentation, error) {
	r := row{maker: m, deck: d, starts: startsOf(d), best: bestScenes(d)}
	for i := range d.Parts {
		r.part(i)
	}
	return pptx.Presentation{
		Title: d.Rule.Title + " · " + d.Route.Title, Language: m.view.Text("language", nil), Footer: m.school,
		Theme: theme(d.Hue), Slides: r.slides,
	}, errors.Join(r.errs...)
}

// row is the slides of a presentation, while they are made.
type row struct {
	*maker
	deck   deck.Deck
	starts map[string]int  // the numbers of the slides with which the scenes of chats begin, by the names of the scenes
	best   map[string]bool // the scenes to which the best replies lead
	slides []pptx.Slide
	errs   []error
}

// failed keeps an error, if there is one that is not known.
func (r *row) failed(err error) {
	if err != nil && !slices.Contains(r.errs, err) {
		r.errs = append(r.errs, err)
	}
}

// startsOf counts the slides of a deck, and returns where the scenes of its chats begin.
func startsOf(d deck.Deck) map[string]int {
	starts, next := map[string]int{}, 1
	for _, p := range d.Parts {
		for _, s := range p.Slides {
			if s.Kind == "chat" {
				starts[s.Play.Name] = next
				next += len(s.Answers)
			} else {
				next += s.Play.Presses
			}
			next++
		}
	}
	return starts
}

// part adds the slides of a part, with its notes.
func (r *row) part(i int) {
	p := r.deck.Parts[i]
	first := len(r.slides)
	for _, s := range p.Slides {
		if show, ok := kinds[s.Kind]; ok {
			show(r, p, s)
			continue
		}
		r.errs = append(r.errs, fmt.Errorf("no slides can be made of the kind %q", s.Kind))
	}
	notes := r.notes(i)
	for n := range r.slides[first:] {
		r.slides[first+n].Notes = notes
	}
}

// add adds a slide, which a function makes. Its colours are those of the deck, or its own.
func (r *row) add(p deck.Part, s deck.Slide, make func(*sheet)) {
	to := sheet{row: r, hue: hues[r.deck.Hue]}
	for _, name := range []string{p.Hue, s.Hue} {
		if h, ok := hues[name]; ok {
			to.hue = h
		}
	}
	to.slide.Background = to.hue.tint
	make(&to)
	r.slides = append(r.slides, to.slide)
}

// kinds says how each kind of slide becomes slides of a presentation. Routes of plans have no others.
var kinds = map[string]func(*row, deck.Part, deck.Slide){
	"title": (*row).title,
	"rule":  (*row).rule,
	"exact": (*row).rule,
	"plain": (*row).plain,
	"ready": (*row).ready,
	"list":  (*row).list,
	"home":  (*row).home,
	"short": (*row).scene,

	"choice": (*row).question,
	"order":  (*row).question,
	"sort":   (*row).question,
	"match":  (*row).question,
	"gaps":   (*row).question,
	"spot":   (*row).question,
	"chat":   (*row).chat,
}
