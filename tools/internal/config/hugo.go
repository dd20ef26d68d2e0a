package config

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
)

// hugoKeys are the settings of hugo.toml. The templates and the checks expect the values of those that have only one.
var hugoKeys = []key{
	{path: "baseURL", values: []string{`"/"`}, fits: siteAddress},
	{path: "defaultContentLanguage", values: []string{`"en"`}},
	{path: "disableKinds", values: []string{`["taxonomy", "term", "RSS"]`}},
	{path: "enableEmoji", values: []string{`false`}},
	{path: "timeZone", values: []string{`"Europe/London"`}},
	{path: "languages.en.locale", values: []string{`"en-GB"`}},
	{path: "languages.en.label", values: []string{`"English"`}},
	{path: "languages.en.direction", values: []string{`"ltr"`}},
	{path: "security.enableInlineShortcodes", values: []string{`false`}},
	{path: "security.exec.allow", values: []string{`["none"]`}},
	{path: "security.funcs.getenv", values: []string{`["none"]`}},
	{path: "security.http.urls", values: []string{`["none"]`}},
	// checkMounts checks the mounts as a whole.
	{path: "module.mounts[].source", fits: anything, optional: true},
	{path: "module.mounts[].target", fits: anything, optional: true},
	{path: "module.mounts[].files", fits: anything, optional: true},
	{path: "markup.goldmark.extensions.typographer.disable", values: []string{`true`}},
	{path: "markup.goldmark.parser.autoHeadingIDType", values: []string{`"github-ascii"`}},
	{path: "minify.disableXML", values: []string{`true`}},
	{path: "minify.tdewolff.html.keepDefaultAttrVals", values: []string{`true`}},
	{path: "minify.tdewolff.html.keepDocumentTags", values: []string{`true`}},
	{path: "minify.tdewolff.html.keepEndTags", values: []string{`true`}},
	{path: "minify.tdewolff.html.keepQuotes", values: []string{`true`}},
	{path: "minify.tdewolff.html.keepWhitespace", values: []string{`false`}},
}

const (
	unfinished = "pages that are not finished, or not for today, would be published"
	elsewhere  = "the folders of the project are where the checks look for them"
	unseen     = "what is wrong with a page would be passed over"
	strangers  = "code from outside the project would become a part of the site"
)

// hugoRefused are settings of Hugo that would switch a check off, or let something pass it.
var hugoRefused = refused{
	"params":   "what pages say of the school is in data/, which is checked",
	"security": "the build would run programs, fetch pages or read variables that it does not need",

	"markup.goldmark.renderer.unsafe": "HTML in a page would be published as it is, with its scripts",
	"markup.goldmark.parser":          "attributes in a page could hold scripts and styles",
	"markup.goldmark.renderhooks":     "links would be published unchecked",

	"module.imports": strangers, "module.replacements": strangers, "module.workspace": strangers, "module.proxy": strangers,
	"theme": strangers, "themesdir": strangers, "languages.en.theme": strangers,

	"builddrafts": unfinished, "buildfuture": unfinished, "buildexpired": unfinished, "frontmatter": unfinished,

	"publishdir": elsewhere, "contentdir": elsewhere, "datadir": elsewhere, "layoutdir": elsewhere, "staticdir": elsewhere,
	"assetdir": elsewhere, "i18ndir": elsewhere, "archetypedir": elsewhere, "resourcedir": elsewhere, "cachedir": elsewhere,
	"workingdir": elsewhere, "languages.en.contentdir": elsewhere, "caches": elsewhere,

	"ignorelogs": unseen, "ignoreerrors": unseen, "ignorefiles": unseen, "panicerrors": unseen,
	"reflinkserrorlevel": unseen, "reflinksnotfoundurl": unseen, "disablelanguages": unseen,

	"outputs": "pages would be published in forms that nobody checks", "outputformats": "pages would be published in forms that nobody checks",
	"mediatypes": "files would be published as another kind", "cascade": "every page would have settings that it does not show",
	"permalinks": "pages would have other addresses", "uglyurls": "pages would have other addresses",
	"canonifyurls": "links would lead to another address", "relativeurls": "links would lead to another address",
	"services": "pages would ask other hosts", "googleanalytics": "pages would ask other hosts", "disqusshortname": "pages would ask other hosts",
	"privacy": "pages ask no other host", "related": "pages are not compared", "server": "the preview sends the headers of the site",
	"deployment": "the site is published by its host", "sitemap": "pages would be left out of the list of pages",
	"environments": "another environment would be another site", "build": "styles and scripts would lose their names or hashes",
}

func checkHugo(src *diag.Source) (faults diag.List) {
	found := settings(src, &faults)
	if faults.Failed() {
		return faults
	}
	compare(src, found, hugoKeys, hugoRefused, &faults)
	checkMounts(src, found, &faults)
	return faults
}

func anything(string) string { return "" }

// siteAddress returns how to fix the address of a site. "/" is allowed: the host of the site is not known then.
func siteAddress(value string) string {
	const form = `write baseURL = "/", or the address of the site: baseURL = "https://school.example/"`
	address := strings.Trim(value, `"`)
	u, err := url.Parse(address)
	if address != "/" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || u.User != nil || u.RawQuery+u.Fragment != "") {
		return form
	}
	return ""
}

// mount is a folder of the project that Hugo reads, and its place among Hugo's own folders.
type mount struct{ source, target, files string }

// mounts are the folders that Hugo reads. Neither data/ nor content/ is one: their content reaches a page only from
// generated/, after it was checked. From the other folders Hugo takes the kinds of file that package folder allows
// there, and nothing that editors and systems leave behind (leftovers).
var mounts = []mount{
	{`"generated/content"`, `"content"`, ""},
	{`"generated/data"`, `"data"`, ""},
	{`"generated/static"`, `"static"`, ""},
	{`"layouts"`, `"layouts"`, `[` + leftovers + `, "*.html", "**/*.html"]`},
	{`"assets/components"`, `"layouts/_partials/components"`, `[` + leftovers + `, "*/*.html"]`},
	{`"assets"`, `"assets"`, `[` + leftovers + `, "**/*.{css,svg,ts}"]`},
	{`"static"`, `"static"`, `[` + leftovers + `, "**/*.{pdf,png,txt,woff2}"]`},
	{`"i18n"`, `"i18n"`, `[` + leftovers + `, "*.yaml"]`},
}

// leftovers is the pattern that excludes names that begin with a full stop, or contain ~, # or $.
const leftovers = `"! {.**,**/.**,**~**,**#**,**$**}"`

func (m mount) String() string {
	text := "source = " + m.source + ", target = " + m.target
	if m.files != "" {
		text += ", files = " + m.files
	}
	return text
}

// checkMounts reports folders that Hugo would read and must not, and folders that it must read and would not.
func checkMounts(src *diag.Source, found []setting, faults *diag.List) {
	read, at := mountsOf(found)
	wrong := false
	for i, m := range read {
		if !slices.Contains(mounts, m) || slices.Contains(read[:i], m) {
			faults.Add(diag.Fault{
				Pos: at[i], Code: diag.Config,
				Message: fmt.Sprintf("Hugo must not read this folder: %s", m),
				Hint:    mountHint(m),
			})
			wrong = true
		}
	}
	for _, m := range mounts {
		switch {
		case len(read) == 0:
			faults.Add(diag.Fault{
				Pos: diag.Pos{Source: src}, Code: diag.Config,
				Message: "the entries [[module.mounts]] are missing: Hugo would read every folder, checked or not",
				Hint:    "restore the entries [[module.mounts]] from the project's history",
			})
			return
		case !wrong && !slices.Contains(read, m):
			faults.Add(diag.Fault{
				Pos: diag.Pos{Source: src}, Code: diag.Config,
				Message: fmt.Sprintf("Hugo does not read the folder %s", m.source),
				Hint:    fmt.Sprintf("add [[module.mounts]] with %s", m),
			})
		}
	}
}

// mountsOf returns the mounts among the settings, and the place of each.
func mountsOf(found []setting) (read []mount, at []diag.Pos) {
	last := ""
	for _, s := range found {
		entry, name, _ := strings.Cut(strings.ToLower(s.path), "]")
		if !strings.HasPrefix(entry, "module.mounts[") {
			continue
		}
		if entry != last { // the settings of an entry follow each other
			read, at, last = append(read, mount{}), append(at, s.at), entry
		}
		m := &read[len(read)-1]
		switch name {
		case ".source":
			m.source, at[len(at)-1] = s.value, s.at
		case ".target":
			m.target = s.value
		case ".files":
			if m.files = s.value; !slices.ContainsFunc(mounts, func(known mount) bool { return known.source == m.source && known.files == m.files }) {
				at[len(at)-1] = s.at
			}
		}
	}
	return read, at
}

// mountHint returns how to write the mount that was most likely meant.
func mountHint(m mount) string {
	for _, known := range mounts {
		if known.source == m.source {
			return "write " + known.String()
		}
	}
	return "delete it: pages are made from the folders of the project only"
}
