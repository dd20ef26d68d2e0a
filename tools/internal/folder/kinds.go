package folder

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A kind says what one folder is for.
type kind struct {
	folder    string
	files     []string // endings (".md"), or whole names ("LICENSE")
	folders   []string // the folders that it may hold, if it may not hold any folder
	anyFolder bool     // folders in it hold the same files
	published bool     // its files reach the site as pages, or unchanged
}

// School is the folder of this project's own school. Another school's folder holds the same.
const School = "data/school"

// Lessons is the folder, in that of a school or of a trust, with lessons of its own.
const Lessons = "lessons"

// Report is the file in a school's folder in which an import reports what it made. No build reads it.
const Report = "import-report.html"

// Folders of a project that builds of many schools make.
const (
	Sites = "sites"
	Work  = ".schools"
)

// made are the folders of a project that builds make.
var made = []string{"generated", "public", Sites, Work}

// kinds says what each folder of a project may hold. A folder that is not listed is like the folder around it. To add a
// new kind of file, begin here, and add it to the mounts in hugo.toml and in package config.
var kinds = []kind{
	{folder: "data", folders: []string{"library", "school"}},
	{folder: "data/library", files: []string{".yaml"}, folders: []string{"illustrations", "starter"}},
	{folder: "data/library/starter", files: []string{".md"}},
	{folder: "data/library/illustrations", files: []string{".yaml"}, anyFolder: true},
	{folder: School, files: []string{".yaml", Report}, folders: []string{"content", "downloads", "editions", Lessons, "policy", "source", "static"}},
	{folder: School + "/editions", files: []string{".yaml", "adopted.txt"}, anyFolder: true},
	{folder: School + "/" + Lessons, files: []string{".md", ".yaml"}, anyFolder: true}, // with the pictures of each beside it
	{folder: School + "/policy", files: []string{".yaml", "adopted.txt"}},
	{folder: School + "/source", files: []string{".docx", ".md", ".txt"}}, // that documents were imported from
	{folder: School + "/content", files: []string{".md"}, anyFolder: true, published: true},
	{folder: School + "/downloads", files: []string{".pdf"}, folders: []string{"tablet"}, published: true},
	{folder: School + "/downloads/tablet", files: []string{".pdf", ".png"}, anyFolder: true, published: true},
	{folder: School + "/static", files: []string{".png", ".svg"}, published: true},
	{folder: "content", files: []string{".md"}, anyFolder: true, published: true},
	{folder: "content/lessons", files: []string{".md"}, anyFolder: true, published: true}, // package lesson says in which of them
	{folder: "layouts", files: []string{".html"}, anyFolder: true},
	{folder: "assets", folders: []string{"components", "css", "kit", "pictures", "ts"}},
	{folder: "assets/components", files: []string{".html", ".css", ".yaml"}, anyFolder: true},
	{folder: "assets/css", files: []string{".css"}},
	{folder: "assets/kit", files: []string{".svg"}, anyFolder: true, published: true},
	{folder: "assets/pictures", files: []string{".svg", "LICENSE"}, published: true},
	{folder: "assets/ts", files: []string{".ts"}, anyFolder: true},
	{folder: "static", folders: []string{"fonts", "icons"}, published: true},
	{folder: "static/fonts", files: []string{".woff2", "OFL.txt"}, published: true},
	{folder: "static/icons", files: []string{".png"}, published: true},
	{folder: "i18n", files: []string{".yaml"}},
}

// kindOf returns the kind of a folder: its own, or that of the nearest folder around it that has one.
func kindOf(folder string) (k kind, known bool) {
	for ; folder != "." && folder != "/"; folder = path.Dir(folder) {
		if i := slices.IndexFunc(kinds, func(k kind) bool { return k.folder == folder }); i >= 0 {
			return kinds[i], true
		}
	}
	return kind{}, false
}

// may reports whether the folder may hold a file of this name.
func (k kind) may(base string) bool {
	return slices.Contains(k.files, base) ||
		slices.ContainsFunc(k.files, func(f string) bool { return f[0] == '.' && path.Ext(base) == f && base != f })
}

// alike returns the name that a file in one of the schools' folders has in this project's own, and that folder.
func alike(name string, schools []string) (own, school string) {
	for _, school := range schools {
		if rest, in := strings.CutPrefix(name+"/", school+"/"); in {
			return path.Join(School, rest), school
		}
	}
	return name, School
}

// MayBeSchool reports whether a folder, by its path, may be that of a school or of a trust: one inside the project that has no other
// purpose.
func MayBeSchool(name string) bool {
	_, known := kindOf(name)
	top, _, _ := strings.Cut(name, "/")
	return name == School || fs.ValidPath(name) && name != "." && !known && !slices.Contains(made, top)
}

// IsTrust reports whether a folder is that of a trust, by its name, which begins with _.
func IsTrust(name string) bool { return strings.HasPrefix(path.Base(name), "_") }

// HoldsSchools reports whether a folder has the folders of schools in it. A school's policy may have a document "school", whose file is
// called as a school's.
func HoldsSchools(fsys fs.FS, name string) (bool, error) {
	of, _ := kindOf(School)
	found, err := Glob(fsys, name, "*/school.yaml")
	return slices.ContainsFunc(found, func(at string) bool { return !of.mayFolder(path.Base(path.Dir(at))) }), err
}

// Glob returns the paths of the files in a folder that match a pattern, in order. What would mean something in a pattern means itself in the
// folder's own name.
func Glob(fsys fs.FS, folder, pattern string) ([]string, error) {
	return fs.Glob(fsys, path.Join(literal.Replace(folder), pattern))
}

var literal = strings.NewReplacer("*", `\*`, "?", `\?`, "[", `\[`, `\`, `\\`)

// Fits reports whether a file, by its path, is of a kind that its folder may hold.
func Fits(name string) bool {
	k, _ := kindOf(path.Dir(name))
	return k.may(path.Base(name))
}

// mayFolder reports whether the folder may hold a folder of this name.
func (k kind) mayFolder(base string) bool { return k.anyFolder || slices.Contains(k.folders, base) }

// says returns a sentence about what the folder is for.
func (k kind) says() string {
	if len(k.files) == 0 {
		return k.saysOfFolders()
	}
	what := "only " + list(k.files) + " files"
	if k.published {
		return what + " are published from " + k.folder + "/"
	}
	return what + " belong in " + k.folder + "/"
}

// saysOfFolders returns a sentence about the folders that it may hold.
func (k kind) saysOfFolders() string {
	switch len(k.folders) {
	case 0:
		return k.folder + "/ holds no folders"
	case 1:
		return k.folder + "/ holds only the folder " + k.folders[0]
	}
	return k.folder + "/ holds only the folders " + list(k.folders)
}

// instead returns how to fix a file that may not be here.
func (k kind) instead(base string) string {
	stem, ending := strings.TrimSuffix(base, path.Ext(base)), strings.ToLower(path.Ext(base))
	switch {
	case ending != path.Ext(base) && k.may(stem+ending):
		return "write the ending in small letters: " + stem + ending
	case ending == ".yml" && k.may(stem+".yaml"):
		return "name it " + stem + ".yaml"
	case ending == ".markdown" && k.may(stem+".md"):
		return "name it " + stem + ".md"
	case k.folder == "content" && slices.Contains([]string{".doc", ".docx", ".odt", ".rtf", ".txt", ".pages", ".html"}, ending):
		return "write the page as Markdown in a file that ends in .md, and keep this one elsewhere"
	case slices.Contains(k.folders, "static") && slices.Contains([]string{".svg", ".png"}, ending):
		return "move it to " + k.folder + "/static/"
	}
	return "move it to another place, or delete it"
}

// list joins words as in a sentence.
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// looksLikeFile reports whether a folder has the name of a file of this project.
func looksLikeFile(base string) bool {
	return slices.ContainsFunc(kinds, func(k kind) bool { return k.may(base) })
}
