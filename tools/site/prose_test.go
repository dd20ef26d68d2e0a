package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/folder"
)

// prosePages returns the text of the pages in prose of the project and of its own school, by the names of their files.
func prosePages(t *testing.T) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, root := range []string{"content", folder.School + "/content"} {
		must(t, fs.WalkDir(os.DirFS(project), root, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case name == "content/lessons":
				return fs.SkipDir
			case entry.IsDir():
				return nil
			}
			text, err := os.ReadFile(filepath.Join(project, name))
			pages[name] = string(text)
			return err
		}))
	}
	if len(pages) < 15 {
		t.Fatalf("there are only %d pages in prose", len(pages))
	}
	return pages
}

// countsOfThings matches a number of what a policy or the library may have more or fewer of tomorrow.
var countsOfThings = regexp.MustCompile(`(?i)\b(?:one|` + aNumber + `)(?: [a-z]+){0,2} (?:rules|lessons|clauses|agreements|slips of spelling|PDF files)\b`)

// Pages in prose say numbers, marks and years of the policy with shortcodes, which change with it.
func TestPagesSayNumbersFromData(t *testing.T) {
	s := realSite(t)
	patterns := []*regexp.Regexp{countsOfThings, markOfRule}
	for count := range countsOf(s) {
		if number, _, _ := strings.Cut(count, " "); slices.Contains(numbers[13:], number) {
			patterns = append(patterns, regexp.MustCompile(`(?i)\b`+number+`\b`)) // "Years 3 to 6 have seventeen"
		}
	}
	for year := range yearsOf(s) {
		patterns = append(patterns, regexp.MustCompile(`\b`+year+`\b`))
	}
	pages := prosePages(t)
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		for i, line := range strings.Split(pages[name], "\n") {
			for _, p := range patterns {
				if found := p.FindString(line); found != "" {
					t.Errorf("%s:%d says %q by hand: let a shortcode say it, or do without", name, i+1, found)
				}
			}
		}
	}
}

// otherwise are the paragraphs of shared pages that this school's own page has in other words, by how they begin.
var otherwise = map[string][]string{
	"parents/rules.md": {
		"- Where a rule has a lesson,", // here every rule has one
		"- Talk helps most.",           // the same
		"Signing is done on paper.",    // only the pupil signs
	},
	"parents/one-page.md": {
		"- Each child agrees to",                    // and the rules count at home
		"- Where a rule has a lesson on this site,", // every rule has one
	},
	"teachers/_index.md": {
		"A rule counts where its lesson", // what is missing has the marks of the rules nearest to it
		"For the class: a list",          // and certificates
	},
}

// An own page of the school takes the place of the shared one, and repeats most of it. What it repeats changes with the shared page.
func TestTheSchoolsPagesKeepTheSharedParagraphs(t *testing.T) {
	pages, replaced := prosePages(t), 0
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		path, own := strings.CutPrefix(name, folder.School+"/content/")
		shared, both := pages["content/"+path]
		if !own || !both {
			continue
		}
		replaced++
		kept, differs := paragraphs(pages[name]), otherwise[path]
		for _, p := range paragraphs(shared) {
			begins := func(with string) bool { return strings.HasPrefix(p, with) }
			other := slices.IndexFunc(differs, begins)
			switch is := slices.Contains(kept, p); {
			case !is && other < 0:
				t.Errorf("%s does not have what content/%s says: %s", name, path, shortened(p))
			case is && other >= 0:
				t.Errorf("%s has %q as content/%s has it: delete it from the list in this test", name, differs[other], path)
			}
			if other >= 0 {
				differs = slices.Delete(slices.Clone(differs), other, other+1)
			}
		}
		if len(differs) > 0 {
			t.Errorf("content/%s does not say %q: delete it from the list in this test", path, differs)
		}
	}
	if replaced < 5 {
		t.Errorf("only %d pages of the school take the place of shared ones", replaced)
	}
}

// ofOnePage matches the lines that are a page's own: headings, shortcodes, sheets, and what it is called.
var ofOnePage = regexp.MustCompile(`^(?:#|\{\{|- \{|title:|lead:|description:|$)`)

// paragraphs returns the lines of a page that readers read, without those that are only this page's.
func paragraphs(page string) (list []string) {
	for _, line := range strings.Split(page, "\n") {
		if line = strings.TrimSpace(line); !ofOnePage.MatchString(line) {
			list = append(list, line)
		}
	}
	return list
}
