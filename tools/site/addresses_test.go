package main

import (
	"io/fs"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/site"
)

// The built site has a page at each address that check knows, and no others. Each page has the ids that check knows, and each
// old address redirects to its page.
func TestTheBuiltSiteHasTheAddressesThatCheckKnows(t *testing.T) {
	t.Parallel()
	dir := copyProject(t)
	must(t, os.WriteFile(filepath.Join(dir, "content", "headings.md"), []byte(oddHeadings), 0o644))
	build := exec.Command("site", "build")
	build.Dir = dir
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	s, faults, err := load(os.DirFS(dir), folder.School)
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	built := builtPages(t, filepath.Join(dir, "public"))
	delete(built, "/404.html")
	checkRedirects(t, s, built)
	for _, a := range s.Addresses {
		page, isPage := built[a.URL]
		switch {
		case !strings.HasSuffix(a.URL, "/"): // a file of static/
			if _, err := os.Stat(filepath.Join(dir, "public", filepath.FromSlash(a.URL))); err != nil {
				t.Errorf("%s is not built: %v", a.URL, err)
			}
		case !isPage:
			t.Errorf("no page is built at %s", a.URL)
		default:
			for _, id := range a.IDs() {
				if !page.ids[id] {
					t.Errorf("%s has no id %s", a.URL, id)
				}
			}
		}
		delete(built, a.URL)
	}
	for _, address := range slices.Sorted(maps.Keys(built)) {
		t.Errorf("check does not know of %s", address)
	}
	checkKept(t, dir, s)
}

// checkKept holds that check keeps the folders of the built site that are not made of pages or of files of static/, so that no
// page can be in one of them.
func checkKept(t *testing.T, dir string, s *site.Site) {
	t.Helper()
	known := map[string]bool{}
	for _, a := range s.Addresses {
		first, _, _ := strings.Cut(strings.TrimPrefix(a.URL, "/"), "/")
		known[first] = true
	}
	entries, err := os.ReadDir(filepath.Join(dir, "public"))
	must(t, err)
	var folders []string
	redirects := ""
	for _, entry := range entries {
		if name := entry.Name(); entry.IsDir() && !known[name] && !strings.HasPrefix(name, ".") { // no page can begin with a full stop
			folders = append(folders, name)
			redirects += "- { from: /" + name + "/, to: /help/ }\n"
		}
	}
	must(t, os.WriteFile(filepath.Join(dir, "data", "school", "redirects.yaml"), []byte(redirects), 0o644))
	said := ran(t, dir, 1, "check")
	for _, name := range folders {
		if !strings.Contains(said, "the address /"+name+" is needed for ") {
			t.Errorf("a page may be in /%s/, where the build writes other files: add it to kept, in tools/internal/site/address.go", name)
		}
	}
}

// checkRedirects holds that old addresses, and those of rules by number, redirect to their pages.
func checkRedirects(t *testing.T, s *site.Site, built map[string]builtPage) {
	t.Helper()
	for _, r := range s.Redirects {
		if to := built[r.From.Value].redirect; to != r.To.Value {
			t.Errorf("%s redirects to %q, want %s", r.From.Value, to, r.To.Value)
		}
	}
	for _, r := range s.Rules {
		if r.Typed() != r.URL() {
			if to, want := built[r.Typed()].redirect, r.URL(); to != want {
				t.Errorf("%s redirects to %q, want %s", r.Typed(), to, want)
			}
		}
	}
}

// oddHeadings is a page with headings whose ids are hard to predict.
const oddHeadings = `---
title: Headings
layout: prose
description: Headings whose ids take some working out.
---

## Café & crème: ça va?

## “Read to me” – on/off

##   A  *bold* **word**, and ` + "`code`" + ` &amp; more   ##

## snake_case, ÆØÅ ß, 1½ and Straße

## Ends with {#an-id}

### 50% \* off \# 3 < 5

## Two lines
of a setext heading
---

## emoji 🏫 within

## -- dashes --

## Ünïcödé ½ ª
`

// builtPage is what links need of a page of a built site: its ids, and the path to which it redirects, if it does.
type builtPage struct {
	ids      map[string]bool
	redirect string
}

// builtPages returns the pages of a built site, by address.
func builtPages(t *testing.T, public string) map[string]builtPage {
	t.Helper()
	pages := map[string]builtPage{}
	err := filepath.WalkDir(public, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		doc, err := html.Parse(f)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(public, name)
		pages["/"+strings.TrimSuffix(filepath.ToSlash(rel), "index.html")] = readPage(doc)
		return err
	})
	must(t, err)
	return pages
}

func readPage(doc *html.Node) builtPage {
	page := builtPage{ids: map[string]bool{}}
	for n := range doc.Descendants() {
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
		}
		if id, has := attributes["id"]; has {
			page.ids[id] = true
		}
		if n.Data == "meta" && attributes["http-equiv"] == "refresh" {
			_, address, _ := strings.Cut(attributes["content"], "url=")
			if to, err := url.Parse(address); err == nil {
				page.redirect = to.Path
			}
		}
	}
	return page
}
