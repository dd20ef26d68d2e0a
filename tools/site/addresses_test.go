package main

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The built site has a page at each address that check knows, and no others, and each page has the ids that check knows.
func TestTheBuiltSiteHasTheAddressesThatCheckKnows(t *testing.T) {
	t.Parallel()
	dir := copyProject(t)
	must(t, os.WriteFile(filepath.Join(dir, "content", "headings.md"), []byte(oddHeadings), 0o644))
	build := exec.Command("site", "build")
	build.Dir = dir
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	s, faults, err := load(os.DirFS(dir))
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	built := builtPages(t, filepath.Join(dir, "public"))
	delete(built, "/404.html")
	for _, a := range s.Addresses {
		ids, isPage := built[a.URL]
		switch {
		case !strings.HasSuffix(a.URL, "/"): // a file of static/
			if _, err := os.Stat(filepath.Join(dir, "public", filepath.FromSlash(a.URL))); err != nil {
				t.Errorf("%s is not built: %v", a.URL, err)
			}
		case !isPage:
			t.Errorf("no page is built at %s", a.URL)
		default:
			for _, id := range a.IDs() {
				if !ids[id] {
					t.Errorf("%s has no id %s", a.URL, id)
				}
			}
		}
		delete(built, a.URL)
	}
	for _, url := range slices.Sorted(maps.Keys(built)) {
		t.Errorf("check does not know of %s", url)
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

// builtPages returns the ids of each page of a built site, by its address.
func builtPages(t *testing.T, public string) map[string]map[string]bool {
	t.Helper()
	pages := map[string]map[string]bool{}
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
		ids := map[string]bool{}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "id" {
					ids[a.Val] = true
				}
			}
		}
		rel, err := filepath.Rel(public, name)
		pages["/"+strings.TrimSuffix(filepath.ToSlash(rel), "index.html")] = ids
		return err
	})
	must(t, err)
	return pages
}
