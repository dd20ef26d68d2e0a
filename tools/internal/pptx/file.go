package pptx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"
)

// File returns the presentation as the bytes of a .pptx file. The same presentation always has the same bytes. An error says why no
// file can be made from it, such as a link to a slide that is not there.
func File(p Presentation) ([]byte, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	w := writer{Presentation: p, media: map[string]string{}}
	for _, part := range w.parts() {
		if err := w.add(part); err != nil {
			return nil, err
		}
	}
	return w.pack()
}

// writer collects the files of which a .pptx file is a zip file.
type writer struct {
	Presentation
	types []part            // the parts whose kind stands in the list of types
	files []file            // in the order in which they are packed
	media map[string]string // the names of the pictures, by what is in them: each is stored once
}

type file struct {
	name string
	body []byte
}

// part says how a part is made.
type part struct {
	Name, Kind string
	template   string
	of         any
	related    relations // beside those that the template asks for
}

// slide is what the parts of one slide are made from.
type slide struct {
	*writer
	Slide  Slide
	Number int
}

// Kinds of parts: the types of ISO/IEC 29500-1, 13.3 (PresentationML), 14.2 (DrawingML) and 15.2 (shared).
const (
	slides = "application/vnd.openxmlformats-officedocument.presentationml."
	shared = "application/vnd.openxmlformats-officedocument."
)

func (w *writer) parts() []part {
	all := []part{
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "core.xml", w, nil},
		{"docProps/app.xml", shared + "extended-properties+xml", "app.xml", w, nil},
		{"ppt/presentation.xml", slides + "presentation.main+xml", "presentation.xml", w, relatives("theme", "theme/theme1.xml")},
		{"ppt/theme/theme1.xml", shared + "theme+xml", "theme.xml", w.Theme, nil},
		{"ppt/theme/theme2.xml", shared + "theme+xml", "theme.xml", w.Theme, nil}, // each master has a theme of its own
		{"ppt/slideMasters/slideMaster1.xml", slides + "slideMaster+xml", "master.xml", w, relatives("theme", "../theme/theme1.xml")},
		{"ppt/slideLayouts/slideLayout1.xml", slides + "slideLayout+xml", "layout.xml", w, relatives("slideMaster", "../slideMasters/slideMaster1.xml")},
		{"ppt/notesMasters/notesMaster1.xml", slides + "notesMaster+xml", "notes-master.xml", w, relatives("theme", "../theme/theme2.xml")},
	}
	for i, s := range w.Slides {
		name, notes := fmt.Sprintf("slides/slide%d.xml", i+1), fmt.Sprintf("notesSlides/notesSlide%d.xml", i+1)
		related := relatives("slideLayout", "../slideLayouts/slideLayout1.xml")
		if len(s.Notes) > 0 {
			related.id("notesSlide", "../"+notes)
			all = append(all, part{"ppt/" + notes, slides + "notesSlide+xml", "notes.xml", slide{w, s, i + 1},
				relatives("notesMaster", "../notesMasters/notesMaster1.xml", "slide", "../"+name)})
		}
		all = append(all, part{"ppt/" + name, slides + "slide+xml", "slide.xml", slide{w, s, i + 1}, related})
	}
	return all
}

// add makes a part, and the list of what it is related to.
func (w *writer) add(p part) error {
	body, err := w.render(p.template, p.of, &p.related)
	if err != nil {
		return err
	}
	w.types = append(w.types, p)
	w.files = append(w.files, file{p.Name, body})
	if len(p.related) == 0 {
		return nil
	}
	folder, name := p.Name[:strings.LastIndex(p.Name, "/")+1], p.Name[strings.LastIndex(p.Name, "/")+1:]
	body, err = w.render("relationships.xml", p.related, nil)
	w.files = append(w.files, file{folder + "_rels/" + name + ".rels", body})
	return err
}

// picture stores a picture, and returns its name for slides.
func (w *writer) picture(body []byte, kind string) string {
	name, stored := w.media[string(body)]
	if !stored {
		name = fmt.Sprintf("media/image%d.%s", len(w.media)+1, kind)
		w.media[string(body)] = name
		w.files = append(w.files, file{"ppt/" + name, body})
	}
	return "../" + name
}

// pack makes the zip file (ISO/IEC 29500-2). It begins with the list of types, which is where readers look first.
func (w *writer) pack() ([]byte, error) {
	types, err := w.render("content-types.xml", w.types, nil)
	if err != nil {
		return nil, err
	}
	of, err := w.render("relationships.xml", packaged, nil)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range append([]file{{"[Content_Types].xml", types}, {"_rels/.rels", of}}, w.files...) {
		h := zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: packedAt}
		if strings.HasSuffix(f.name, ".png") {
			h.Method = zip.Store // a PNG file is compressed already
		}
		to, err := z.CreateHeader(&h)
		if err == nil {
			_, err = to.Write(f.body)
		}
		if err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return out.Bytes(), err
}

// packedAt is the time of every file in the zip file, and no real one, so that the same presentation has the same bytes. The format
// begins with 1980.
var packedAt = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
