package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/export"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/offline"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/page"
	"safeonline/tools/internal/raster"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/render"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/slideshow"
)

const buildHelp = `usage: go run ./tools/site build [flags] [SCHOOL...]

Checks the content, writes generated/ and builds the site into public/. If anything fails, public/ is left as it was.

With folders of schools, as in schools/*, or with a list of them, it builds a site for each into sites/NAME/, each in a process of its
own, and again only those of which something has changed. What is wrong with one school stops no other.

`

// buildOptions reads and checks the arguments of a build: the folders of schools, if there are any, come after the flags.
func (e *env) buildOptions(args []string) (schools []string, o render.Options, m manyOptions, err error) {
	o.Environment = "production"
	var base, name *string // nil if not given
	schools, err = e.parse("build", buildHelp, args, func(f *flag.FlagSet) {
		flagGiven(f, &base, "base-url", "the `address` of the site, in place of the domain that the school gives, or else the\none in hugo.toml; of many schools, the address below which each is that gives no domain")
		flagGiven(f, &name, "environment", "the `name` of the environment, in place of production: pages of any other ask\nsearch engines not to index them")
		f.BoolVar(&m.noOffline, "no-offline", false, "make no offline copy on devices; where there is one, the next visit deletes it")
		m.flags(f)
	})
	if err == nil && base != nil {
		o.BaseURL, err = baseURL(*base)
	}
	if err == nil && name != nil {
		o.Environment, err = environment(*name)
	}
	m.base, m.environment = o.BaseURL, o.Environment
	return schools, o, m, err
}

func build(e *env, args []string) error {
	schools, o, m, err := e.buildOptions(args)
	if err != nil {
		return err
	}
	if len(schools) > 0 || m.list != "" {
		return e.buildMany(schools, m)
	}
	s, faults, err := e.checked()
	if err != nil {
		return err
	}
	if o.BaseURL, err = address(s, o.BaseURL); err != nil {
		return err
	}
	if why := notBuilt(faults.Stale()); why != "" {
		fmt.Fprintf(e.stderr, "not built: %s, as the warnings above say\n", why)
		return errFaults
	}
	o.Root = e.root
	public := filepath.Join(e.root, "public")
	if err := publish(o, s, e.root, public, m.noOffline); err != nil {
		return err
	}
	pages, size := measure(public)
	fmt.Fprintf(e.stdout, "built: %s, %d KB in total, in public/\n", english.Count(pages, "page"), size>>10)
	return nil
}

// publish builds a site and puts it in the place of a folder, which is left as it was if anything fails. Meanwhile another folder is
// locked: two builds that work in the same one wait for each other.
func publish(o render.Options, s *site.Site, locked, public string, noOffline bool) error {
	unlock, err := out.Lock(locked)
	if err != nil {
		return err
	}
	defer unlock()
	keep := deleteWhenStopped(out.Fresh(public))
	defer keep()
	fresh, err := out.Begin(public)
	if err != nil {
		return err
	}
	defer out.RemoveAll(fresh)
	o.Destination = fresh
	words, err := textsOf(os.DirFS(o.Root))
	if err != nil {
		return err
	}
	for _, write := range []func(render.Options, *site.Site, i18n.Words) error{slideshows, exports, renderWith, exportPages} {
		if err := write(o, s, words); err != nil {
			return err
		}
	}
	if err := writeWorker(fresh, noOffline); err != nil {
		return err
	}
	if err := out.Readable(fresh); err != nil { // Hugo's own files too
		return err
	}
	keep()
	return out.Replace(fresh, public)
}

// notBuilt says why a site with stale faults is not built, or "".
func notBuilt(stale diag.List) string {
	open, comparisons := 0, 0
	for _, f := range stale {
		switch f.Code {
		case diag.OpenQuestion:
			open++
		case diag.StaleLesson:
			comparisons++
		}
	}
	var why []string
	if open > 0 {
		why = append(why, are(open, "question")+" open from the import")
	}
	if comparisons > 0 {
		why = append(why, are(comparisons, "comparison")+" out of date")
	}
	if links := len(stale) - open - comparisons; links > 0 {
		why = append(why, are(links, "link")+" out of date")
	}
	return strings.Join(why, ", and ")
}

// slideshows is writeSlideshows, and so on, except where a benchmark measures the build of the pages alone.
var slideshows, exports, exportPages = writeSlideshows, writeExports, writeExportedPages

// png draws the pictures of PowerPoint files. The builds of many schools share what is drawn.
var png slideshow.Drawer = raster.PNG

// writeSlideshows adds the PowerPoint files to a site before it is rendered. The preview makes each only when somebody asks for it.
func writeSlideshows(o render.Options, s *site.Site, words i18n.Words) error {
	return slideshow.All(s, words, os.DirFS(o.Root), png, func(f slideshow.File) error {
		return out.Write(filepath.Join(o.Destination, filepath.FromSlash(f.Path)), f.Body)
	})
}

// writeExports adds the files of lessons for other programs to a site before it is rendered, as with the PowerPoint files.
func writeExports(o render.Options, s *site.Site, words i18n.Words) error {
	return export.Files(s, words, o.BaseURL, func(f export.File) error {
		return out.Write(filepath.Join(o.Destination, filepath.FromSlash(f.Path)), f.Body)
	})
}

// writeExportedPages adds the files that hold the pages of lessons themselves, once those are rendered.
func writeExportedPages(o render.Options, s *site.Site, words i18n.Words) error {
	return export.Pages(s, words, o.BaseURL, os.DirFS(o.Destination), func(f export.File) error {
		return out.Write(filepath.Join(o.Destination, filepath.FromSlash(f.Path)), f.Body)
	})
}

// textsOf reads the words of the interface.
func textsOf(root fs.FS) (i18n.Words, error) {
	words, faults, err := i18n.Read(root)
	if err == nil {
		err = faults.Err()
	}
	return words, err
}

// renderInto writes generated/, lets Hugo render the site into a folder, and adds the files that are not pages.
func renderInto(o render.Options, s *site.Site) error {
	words, err := textsOf(os.DirFS(o.Root))
	if err != nil {
		return err
	}
	return renderWith(o, s, words)
}

// renderWith is renderInto with the words of the interface, which other parts of a build need too.
func renderWith(o render.Options, s *site.Site, words i18n.Words) error {
	pages, err := page.All(s, words)
	if err != nil {
		return err
	}
	files := make([]out.File, len(pages))
	for i, p := range pages {
		files[i] = out.File(p)
	}
	own, err := schoolFiles(o.Root, s)
	if err != nil {
		return err
	}
	files = append(files, own...)
	if _, err := out.Sync(filepath.Join(o.Root, filepath.FromSlash(o.GeneratedFolder())), files); err != nil {
		return err
	}
	added, err := addedFiles(o, s) // before Hugo runs, so that the content of a large site need not stay in memory while it does
	if err != nil {
		return err
	}
	if err := render.Hugo(o); err != nil {
		return out.Explained(o.Destination, err)
	}
	if err := noneForTheHost(o.Destination); err != nil {
		return err
	}
	for _, f := range added {
		if err := out.Write(filepath.Join(o.Destination, filepath.FromSlash(f.Path)), f.Body); err != nil {
			return err
		}
	}
	return nil
}

// schoolFiles returns copies of the files that are published unchanged from the school's folder, and from those that it inherits from. Hugo reads them from
// generated/, so that its settings are the same for every school.
func schoolFiles(root string, s *site.Site) (files []out.File, err error) {
	for _, f := range s.Files {
		if strings.HasPrefix(f.Name, "static/") {
			continue
		}
		body, err := regular.ReadFile(os.DirFS(root), f.Name, folder.Largest)
		if err != nil {
			return nil, err
		}
		files = append(files, out.File{Path: "static/" + f.Path, Body: body})
	}
	return files, nil
}

// addedFiles returns the files of the site that Hugo does not make: the headers for the host, and security.txt if the
// school's data name a contact for it.
func addedFiles(o render.Options, s *site.Site) ([]out.File, error) {
	text, err := headers.Of(s.LessonFolders(), s.Platforms()).File()
	files := []out.File{{Path: headers.Name, Body: text}}
	if text := page.SecurityTxt(s, o.BaseURL); text != nil {
		files = append(files, out.File{Path: page.SecurityPath, Body: text})
	}
	return files, err
}

// noneForTheHost returns an error if a rendered site has a file at its root that configures the host (_redirects,
// _worker.js).
func noneForTheHost(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		if name := entry.Name(); strings.HasPrefix(name, "_") {
			err = errors.Join(err, fmt.Errorf("the site would contain %s, a file that configures the host: delete its source", name))
		}
	}
	return err
}

// writeWorker adds the service worker to a rendered site.
func writeWorker(folder string, off bool) error {
	worker, err := offline.Worker(os.DirFS(folder))
	if off {
		worker, err = offline.Off()
	}
	if err != nil {
		return err
	}
	return out.Write(filepath.Join(folder, offline.Name), worker)
}

// measure returns the number of pages and of bytes of a built site.
func measure(folder string) (pages int, size int64) {
	filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if info, err := entry.Info(); err == nil {
			size += info.Size()
		}
		if filepath.Ext(name) == ".html" {
			pages++
		}
		return nil
	})
	return pages, size
}
