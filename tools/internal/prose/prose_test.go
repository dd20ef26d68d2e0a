package prose_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/prose"
)

// A page is read into values with their places, and whatever does not fit is a fault.
func ExampleRead() {
	text := `---
title: Get help
layout: prose
description: A trusted adult first.
---

## Who to tell {#who}

Tell [your teacher](/help/), or look [here](http://www.example.org).
`
	page, faults := prose.Read(diag.NewSource("content/who.md", []byte(text)), []string{"prose"})
	fmt.Println(page.Title, "at", page.Address(), "with", page.IDs, "leads to", page.Links[0].To, "from", page.Links[0].To.Pos)
	faults.Fprint(os.Stdout)
	// Output:
	// Get help at /who/ with [who] leads to /help/ from content/who.md:9:21
	// content/who.md:9:45: error: addresses of other sites begin with https://
	//     9 | Tell [your teacher](/help/), or look [here](http://www.example.org).
	//       |                                             ^
	//   hint: write https://www.example.org  [bad-link]
}

func TestTheSchoolsPagesHaveNoFaults(t *testing.T) {
	pages, faults, err := prose.ReadAll(os.DirFS("../../.."), folder.School)
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) > 0 {
		faults.Fprint(os.Stderr)
		t.Errorf("%d faults in the school's pages", len(faults))
	}
	if len(pages) < 15 {
		t.Errorf("read only %d pages", len(pages))
	}
}

// The guide for authors is the only description of the grammar, so the reader reads its example.
func TestThePageInTheAuthoringGuideIsRead(t *testing.T) {
	guide, err := os.ReadFile("../../../docs/authoring.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, found := strings.Cut(string(guide), "```markdown prose\n")
	example, _, ended := strings.Cut(example, "```\n")
	if !found || !ended {
		t.Fatal("docs/authoring.md has no page in prose")
	}
	page, faults := prose.Read(diag.NewSource("content/clubs.md", []byte(example)), layouts)
	faults.Fprint(os.Stderr)
	if len(faults) > 0 || len(page.Links) != 2 || len(page.IDs) != 1 || len(page.Calls) != 1 {
		t.Errorf("the example has %d faults, %d links, %d ids and %d shortcodes", len(faults), len(page.Links), len(page.IDs), len(page.Calls))
	}
}

// codes returns the faults in the body of a page, as line:column code. Lines count from the first of the body.
func codes(t *testing.T, body string) string {
	t.Helper()
	_, faults := readText(t, []byte(head+body))
	faults.Sort()
	var found []string
	for _, f := range faults {
		found = append(found, fmt.Sprintf("%d:%d %s", f.Pos.Line-strings.Count(head, "\n"), f.Pos.Col, f.Code))
	}
	return strings.Join(found, "; ")
}

func TestWhatIsAllowedInAPage(t *testing.T) {
	for _, body := range []string{
		"", "Words.\n", "Two\nlines.\n", "A line's end  \nand another\\\none.\n", "**bold**, *italics*, _italics_, ***both*** and `code {x} [y] <z>`.\n",
		"## One\n\n### Two\n\n## Three {#a-3}\n", "One\n---\n", "- a\n- b\n\n  c\n  - d\n", "1. a\n2. b\n", "3) a\n",
		"| a | b |\n|---|:-:|\n| c \\| d | **e** |\n| f |\n", "a \\[b\\] \\{c\\} \\*\\*d \\<e> \\`f\n", "5 * 3 < 4 and 7 > 6, a_b, ~10 %, #1, £3\n", "R&D &amp; &copy;\n",
		"[a](/b/) [c](/d/#e) [f](#g) [h](/i.pdf) [j](/)\n", "[a](https://b.cd) [e](https://f.gh:8080/i/?j=k&l=(m)#n) [o](<https://p.qr/>)\n",
		"[a](mailto:b.c+d@e.fg) [h](tel:+441111) [i](tel:999) [j](/k/ \"l\")\n", "[**a** `b`](/c/)\n",
		"{{< year >}}\n", "At {{< school name >}}, {{<school short>}}.\n", "**{{< school name >}}**\n", "[{{< school name >}}](/about/)\n", "{{< links \"/a/\" \"/b/\" >}}\n",
		"| {{< school name >}} a | b |\n|---|---|\n| c | d |\n",
	} {
		if got := codes(t, body); got != "" {
			t.Errorf("%q: %s", body, got)
		}
	}
}

func TestEachMistakeIsOneFaultAtItsPlace(t *testing.T) {
	for body, want := range map[string]string{
		"# a\n":                          "1:3 heading-level",
		"{{< links \"/a/\" /b/ >}}\n":    "1:1 bad-shortcode",
		"A {{< school na:me >}}.\n":      "1:3 bad-shortcode",
		"### a\n":                        "1:5 heading-level",
		"## a\n\n#### b\n":               "3:6 heading-level",
		"##\n":                           "1:1 empty-title",
		"## {#a}\n":                      "1:4 empty-title",
		"## 中文\n":                        "1:4 missing-id",
		"## a {#B}\n":                    "1:4 bad-id",
		"## a {.b}\n":                    "1:4 heading-braces",
		"## a {#b title=\"c\"}\n":        "1:4 heading-braces",
		"## a {#b\n":                     "1:6 stray-mark",
		"##a\n":                          "1:1 stray-mark",
		"a {.b}\n":                       "1:3 stray-mark",
		"a\n{onclick=\"b\"}\n":           "2:1 stray-mark",
		"- a {.b}\n":                     "1:5 stray-mark",
		"a **b\n":                        "1:3 stray-mark",
		"a ** b**\n":                     "1:3 stray-mark",
		"a &#8203; b\n":                  "1:1 hidden-character",
		"a `b\n":                         "1:3 stray-mark",
		"[a]\n":                          "1:1 stray-mark",
		"[a][b]\n":                       "1:1 stray-mark",
		"[a]: /b/\n":                     "1:1 bad-link",
		"[a]\n\n[a]: /b/\n":              "3:1 bad-link",
		"[a](b c)\n":                     "1:1 stray-mark",
		"[a](/b c/)\n":                   "1:1 stray-mark",
		"[a](/b\\_c/)\n":                 "1:5 bad-link",
		"[a](/b/c%20d/)\n":               "1:5 bad-link",
		"[a](\\\\b)\n":                   "1:5 bad-link",
		"[a](/\\b.cd)\n":                 "1:5 bad-link",
		"[a](///b.cd)\n":                 "1:5 bad-link",
		"[a](/b//c/)\n":                  "1:5 bad-link",
		"[a](vbscript:b)\n":              "1:5 bad-link",
		"[a](java\tscript:b)\n":          "1:1 stray-mark",
		"[a](&#x6a;avascript:b)\n":       "1:5 bad-link",
		"[a](https:b.cd)\n":              "1:5 bad-link",
		"[a](https:/b.cd)\n":             "1:5 bad-link",
		"[a](https://b)\n":               "1:5 bad-link",
		"[a](https://127.0.0.1/)\n":      "1:5 bad-link",
		"[a](https://b.cd\\e)\n":         "1:5 bad-link",
		"[a](mailto:b)\n":                "1:5 bad-link",
		"[a](mailto:b@c.de?subject=f)\n": "1:5 bad-link",
		"[a](tel:)\n":                    "1:5 bad-link",
		"[a](tel:abc)\n":                 "1:5 bad-link",
		"[a](sms:123)\n":                 "1:5 bad-link",
		"[ ](/a/)\n":                     "1:1 bad-link",
		"[a]()\n":                        "1:5 bad-link",
		"[a](<>)\n":                      "1:5 bad-link",
		"**[a](b)**\n":                   "1:7 bad-link",
		"- [a](b)\n":                     "1:7 bad-link",
		"| a |\n|---|\n| [b](c) |\n":     "3:7 bad-link",
		"www.a.bc\n":                     "1:1 bad-link",
		"<https://a.bc>\n":               "1:1 bad-link",
		"a@b.cd\n":                       "1:1 bad-link",
		"![a](/b.png)\n":                 "1:1 no-markup",
		"![a](https://b.cd/e.png)\n":     "1:1 no-markup",
		"[![a](/b.png)](/c/)\n":          "1:2 no-markup",
		"<b>a</b>\n":                     "1:1 no-markup",
		"<!-- a -->\n":                   "1:1 no-markup",
		"<!-- a\n\nb -->\n":              "1:1 no-markup",
		"a <!-- b --> c\n":               "1:3 no-markup",
		"<script>\na\n</script>\n":       "1:1 no-markup",
		"<?php a ?>\n":                   "1:1 no-markup",
		"a <br/> b\n":                    "1:3 no-markup",
		"> a\n":                          "1:1 no-markup",
		"    a\n":                        "1:5 no-markup",
		"```\na\n```\n":                  "2:1 no-markup",
		"***\n":                          "1:1 no-markup",
		"~~a~~\n":                        "1:1 no-markup",
		"- [x] a\n":                      "1:3 no-markup",
		"a\n: b\n":                       "1:1 no-markup",
		"| a |\n|---|\n| b | c |\n":      "3:7 stray-text",
		"{{ .Title }}\n":                 "1:1 bad-shortcode",
		"{{< school name\n>}}\n":         "1:1 bad-shortcode; 2:1 bad-shortcode",
		"{{< school `name` >}}\n":        "1:1 bad-shortcode",
		"a {{< year >}}\n":               "1:3 bad-shortcode",
		"{{< year >}}\n{{< year >}}\n":   "1:1 bad-shortcode; 2:1 bad-shortcode",
		"{{< year now >}}\n":             "1:10 bad-shortcode",
		"{{< Year >}}\n":                 "1:5 unknown-shortcode",
		"{{< year/ >}}\n":                "1:5 unknown-shortcode",
		"{{< figure src=x >}}\n":         "1:5 unknown-shortcode",
		"{{< school name=x >}}\n":        "1:12 bad-shortcode",
		"{{%% year %%}}\n":               "1:1 bad-shortcode",
		"{{< links \"/a/\" \"b\" >}}\n":  "1:18 bad-link",
		"[a]({{< school website >}})\n":  "1:5 bad-link",
		"`{{ x }}`\n":                    "1:2 bad-shortcode",
	} {
		if got := codes(t, body); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
}

func TestFileNamesMustBePartsOfAddresses(t *testing.T) {
	page := &fstest.MapFile{Data: []byte(head)}
	for name, want := range map[string]string{
		"a.md": "/a/", "a/_index.md": "/a/", "a/b-2.md": "/a/b-2/", "_index.md": "/",
		"index.md": "/ page-name", "a/index.md": "/a/ page-name", "A.md": "/a/ page-name", "a.fr.md": "/a-fr/ page-name", "a b.md": "/a-b/ page-name",
		"_a.md": "/a/ page-name", "a_b.md": "/a-b/ page-name", "é.md": "/e/ page-name", "中.md": "/my-page/ page-name", "a.MD": "/a/ page-name",
		"A/b.md": "/a/b/ page-name", "a--b.md": "/a-b/ page-name", "-a.md": "/a/ page-name",
		".a.md": "", "#a.md#": "", "a.md~": "", ".a/b.md": "", "a.txt": "", "lessons/ks1/s.md": "", ".#a.md": "",
	} {
		pages, faults, err := prose.ReadAll(fstest.MapFS{"layouts/prose.html": {}, "content/" + name: page}, folder.School)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range pages {
			got = p.Address()
		}
		for _, f := range faults {
			if f.Code != diag.MissingFile { // of the home page
				got += " " + f.Code.String()
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The reader knows exactly the shortcodes and layouts of the project.
func TestShortcodesAndLayoutsMatchTheTemplates(t *testing.T) {
	files, err := filepath.Glob("../../../layouts/_shortcodes/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no shortcodes", err)
	}
	for _, name := range files {
		body := "{{< " + strings.TrimSuffix(filepath.Base(name), ".html") + " >}}\n"
		if got := codes(t, body); strings.Contains(got, "unknown-shortcode") {
			t.Errorf("%s has no entry in the table", name)
		}
	}
	if n := len(prose.Shortcodes()); n != len(files) {
		t.Errorf("%d shortcodes are known, and the project has %d", n, len(files))
	}
	var without []string
	for _, l := range layouts {
		found, _ := filepath.Glob("../../../layouts/" + l + ".html")
		within, _ := filepath.Glob("../../../layouts/print/" + l + ".html")
		if len(found)+len(within) != 1 {
			without = append(without, l)
		}
	}
	if slices.Compact(without) != nil {
		t.Errorf("the project has no template for %v", without)
	}
}
