package export

import (
	_ "embed"
	"io/fs"
	"strings"
)

// scorm is a package of SCORM 1.2 (https://adlnet.gov/projects/scorm/), for learning platforms: the lesson's own page with all that it shows,
// and a script that keeps the answers with the platform. Nothing is left out, since it is the lesson itself.
var scorm = Format{ID: "scorm", For: "platform", Ending: "-scorm.zip", page: func(d Draft, site fs.FS) ([]byte, error) {
	files, err := d.alone(site, "scorm.js")
	if err != nil {
		return nil, err
	}
	files = append(files, File{"scorm.js", []byte(scormScript)})
	return pack(append([]File{{"imsmanifest.xml", scormManifest(d, files).document()}}, files...))
}}

//go:embed scorm.js
var scormScript string

// mostInTitle is how long a title in a menu of a platform may be, by the schema of the manifest.
const mostInTitle = 200

// scormManifest lists the files of the package, and says where it is from. The first file is the page.
func scormManifest(d Draft, files []File) element {
	page := el("resource").with("identifier", "lesson", "type", "webcontent", "adlcp:scormtype", "sco", "href", files[0].Path)
	for _, f := range files {
		page = page.holding(el("file").with("href", f.Path))
	}
	said := func(name, text string) element {
		return el(name, el("langstring", text).with("xml:lang", d.Language))
	}
	vocabulary := func(name, value string) element {
		word := func(name, value string) element { return el(name, el("langstring", value).with("xml:lang", "x-none")) }
		return el(name, word("source", "LOMv1.0"), word("value", value))
	}
	about := el("lom",
		el("general", said("title", d.Title), el("language", d.Language), said("description", d.Objective)),
		el("rights", vocabulary("copyrightandotherrestrictions", "yes"), said("description", strings.Join(d.Imprint(), " "))),
	).with("xmlns", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1")
	title := d.Title
	if letters(title) > mostInTitle {
		title = d.Name // the description of the package has all of it
	}
	return el("manifest",
		el("metadata", el("schema", "ADL SCORM"), el("schemaversion", "1.2"), about),
		el("organizations", el("organization",
			el("title", title),
			el("item", el("title", title)).with("identifier", "item", "identifierref", "lesson"),
		).with("identifier", "all")).with("default", "all"),
		el("resources", page),
	).with("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2",
		"identifier", d.name("scorm"), "version", "1.0")
}
