// Package prose reads the pages in prose, which are the Markdown files of content/ except lessons, into the model. Only
// this package reads the grammar that docs/authoring.md describes under "A page in prose".
//
// The tree is goldmark's, with the extensions that Hugo has, so that what is read here is what Hugo renders. Pages use
// the Markdown that the site has a design for: headings, paragraphs, lists, tables, links, bold, italics and code, and
// the shortcodes of layouts/_shortcodes. Anything else is a fault at its place; nothing is skipped.
package prose

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// Folder is where the pages are. Package lesson reads the lessons, in a folder within it.
const (
	Folder  = "content"
	lessons = "content/lessons"
)

// ReadAll reads every page in prose below fsys, by name: those in the folder content of the school's folder, of those that it inherits
// from, the nearest first, and the project's own. Of pages with the same path it reads the first, which may say that there is none. A page
// with faults is as complete as possible, and always has its address.
func ReadAll(fsys fs.FS, school string, trusts ...string) ([]model.Page, diag.List, error) {
	layouts, err := layoutsOf(fsys)
	if err != nil {
		return nil, nil, err
	}
	c := collection{fsys: fsys, layouts: layouts, own: map[string]bool{}, behind: map[string]bool{}, omitted: map[string]diag.Text{}}
	for _, root := range append([]string{school}, trusts...) {
		err = errors.Join(err, c.read(path.Join(root, Folder)))
		for _, p := range c.pages {
			c.own[p.Path] = true
		}
	}
	err = errors.Join(err, c.read(Folder))
	c.omittedAll()
	slices.SortStableFunc(c.pages, func(a, b model.Page) int {
		return slices.Compare(strings.Split(a.Path, "/"), strings.Split(b.Path, "/")) // as folders are walked
	})
	home(c.pages, &c.faults)
	return c.pages, c.faults, err
}

// collection is the pages that were read so far.
type collection struct {
	fsys    fs.FS
	layouts []string
	own     map[string]bool      // the paths of the pages in folders that come before
	behind  map[string]bool      // those of them that a folder has in whose place they are
	omitted map[string]diag.Text // the files that leave out the page with a path
	pages   []model.Page
	faults  diag.List
}

// read reads the pages of one folder, which may not exist.
func (c *collection) read(root string) error {
	err := folder.Walk(c.fsys, root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == root:
			return nil
		case entry.IsDir() && (name == lessons || hidden(entry)):
			return fs.SkipDir
		case entry.IsDir() && name == path.Join(root, path.Base(lessons)):
			c.faults.Add(diag.Fault{
				Pos: diag.WholeFile(name), Code: diag.MisplacedFile,
				Message: "lessons belong to the library, which all schools share",
				Hint:    "put them in a folder of their stage in " + lessons + ", or in " + path.Join(path.Dir(root), folder.Lessons) + " for this school alone",
			})
			return fs.SkipDir
		case !published(entry):
			return nil
		case c.own[strings.TrimPrefix(name, root+"/")]:
			c.behind[strings.TrimPrefix(name, root+"/")] = true
			return nil
		}
		c.faults = append(c.faults, checkName(name, entry)...)
		if entry.IsDir() {
			return nil
		}
		return c.file(name, root)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// file reads a page. If it cannot be read, it is empty except for its address.
func (c *collection) file(name, root string) error {
	src, found, err := diag.Read(c.fsys, name)
	if src == nil {
		c.pages, c.faults = append(c.pages, empty(diag.NewSource(name, nil))), append(c.faults, found...)
		return err
	}
	if root != Folder {
		if o, found, is := readOmission(src); is {
			c.omit(name, strings.TrimPrefix(name, root+"/"), o)
			c.faults = append(c.faults, found...)
			return nil
		}
	}
	p := empty(src)
	found.Guard(p.Pos, func() { p, found = Read(src, c.layouts) })
	c.pages, c.faults = append(c.pages, p), append(c.faults, found...)
	return nil
}

// Read reads one page, whose layout must be one of those given.
func Read(src *diag.Source, layouts []string) (model.Page, diag.List) {
	r := reader{src: src, page: empty(src), layouts: layouts}
	front, body, ok := record.FrontMatter(src)
	if !ok {
		r.noFrontMatter()
		return r.page, r.faults
	}
	r.head(front)
	if long := src.CheckParagraphs(body); long != nil {
		return r.page, append(r.faults, long...)
	}
	r.page.Body = src.Text[body:]
	r.body(body)
	r.page.Read = !r.faults.Failed()
	return r.page, r.faults
}

type reader struct {
	src     *diag.Source
	layouts []string
	page    model.Page
	faults  diag.List
	text    []byte // the text for goldmark: the front matter is blanked, and each shortcode replaced by letters
}

// empty returns a page of which only the address is known.
func empty(src *diag.Source) model.Page {
	var p model.Page
	_, file, _ := strings.Cut("/"+src.Name, "/"+Folder+"/")
	steps := strings.Split(file, "/")
	for i := range steps {
		steps[i] = fit(steps[i])
	}
	p.Path = strings.Join(steps, "/")
	p.Misnamed = p.Path != file
	p.Pos = diag.Pos{Source: src}
	return p
}

// noFrontMatter reports what the file begins with instead of front matter.
func (r *reader) noFrontMatter() {
	hint := "begin the file with a line ---, then title:, layout: and description:, then another line ---"
	message := "the page has no front matter"
	text := strings.TrimLeft(string(r.src.Text), " \t\n")
	switch {
	case strings.HasPrefix(text, "+++"), strings.HasPrefix(text, "{"):
		message = "the front matter is not YAML between two lines ---"
	case strings.HasPrefix(text, "---") && !strings.HasPrefix(string(r.src.Text), "---"):
		message, hint = "the front matter does not begin on the first line", "delete everything above the first line ---"
	case strings.HasPrefix(text, "---"):
		message = "the front matter does not end: a second line --- is missing"
	}
	r.faults.Add(diag.Fault{Pos: r.src.At(0), Code: diag.NoFrontMatter, Message: message, Hint: hint})
}

// published reports whether a file is a page, or a folder that may hold some. Package folder reports everything else,
// and hidden names.
func published(entry fs.DirEntry) bool {
	return !hidden(entry) && (entry.IsDir() || entry.Type().IsRegular() && strings.EqualFold(path.Ext(entry.Name()), ".md"))
}

func hidden(entry fs.DirEntry) bool { return strings.HasPrefix(entry.Name(), ".") }

// checkName returns a fault if a file's or a folder's own name cannot be part of an address.
func checkName(name string, entry fs.DirEntry) diag.List {
	base := path.Base(name)
	better := fit(base)
	f := diag.Fault{Pos: diag.WholeFile(name), Code: diag.PageName, Hint: "use small letters, digits and single hyphens, as in " + better}
	switch {
	case better == base:
		return nil
	case entry.IsDir():
		f.Message = "the folder's name cannot be part of an address"
	case base == "index.md": // Hugo takes every other file beside an index.md for part of that page
		f.Message, f.Hint = "a page called index.md would hide the other pages of its folder", "rename it to "+better
	default:
		f.Message = "the file's name cannot be part of an address"
	}
	return diag.List{f}
}

// fit returns the name that a page or a folder should have, which is the same if it is right.
func fit(base string) string {
	stem, ext := base, ""
	if e := path.Ext(base); strings.EqualFold(e, ".md") {
		stem, ext = base[:len(base)-len(e)], ".md"
	}
	if ext != "" && (stem == "_index" || stem == "index") {
		return "_index.md"
	}
	if better := kind.MakeID(withoutAccents(stem)); better != "" {
		return better + ext
	}
	return "my-page" + ext
}

// home reports a missing home page: Hugo would make an empty one.
func home(pages []model.Page, faults *diag.List) {
	for _, p := range pages {
		if p.Path == "_index.md" {
			return
		}
	}
	faults.Add(diag.Fault{
		Pos: diag.WholeFile(Folder + "/_index.md"), Code: diag.MissingFile,
		Message: "the site has no home page",
		Hint:    "restore it from the project's history",
	})
}
