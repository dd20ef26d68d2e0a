package folder

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// leftovers are patterns (of path.Match, in small letters) for files that editors, office programs and systems leave
// beside the files that people edit: swap files, backups, locks, probes, unfinished downloads, and notes of file
// managers.
var leftovers = []string{
	// Editors and office programs.
	".*.sw?", ".sw?", "*.sw[nop]", "*.un~", "*~", "*.~[0-9]*~", "#*#", ".#*", "4913", "*.save", "*.save.[0-9]", // vim, emacs, nano
	"~$*", "~wr*.tmp", ".~lock.*#", "*___jb_tmp___", "*___jb_old___", ".goutputstream-*", ".*.kate-swp", // Word, LibreOffice, JetBrains, gedit, Kate
	"*.bak", "*.orig", "*.rej", "*.tmp", "*.temp", "*.old", "sed[a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9]", ".new-*", // backups, merges, sed -i, package out
	// Systems, file managers and downloads.
	".ds_store", "._*", ".localized", "icon\r", ".apdisk", // macOS
	"thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", // Windows
	".directory", ".hidden", ".nfs*", ".fuse_hidden*", ".smbdelete*", ".syncthing.*", "~syncthing~*", // Linux and shared drives
	"*.part", "*.partial", "*.crdownload", "*.download",
	// Version control and notes for editors.
	".git*", ".keep", ".hg*", ".editorconfig",
}

// leftoverFolders are folders of the same sort, in small letters. Their content is ignored too.
var leftoverFolders = []string{
	".git", ".hg", ".svn", ".idea", ".vscode", ".vs", ".history", ".fleet", ".zed", ".appledouble", ".spotlight-v100",
	".trashes", ".fseventsd", ".temporaryitems", ".documentrevisions-v100", "$recycle.bin", ".stfolder", ".stversions",
	".dropbox", ".dropbox.cache",
}

// Ignored reports whether a file or folder, by its own name, was left behind by an editor or a system. Everything that
// reads a project's folders ignores it. hugo.toml tells Hugo the same: no published name begins with a full stop, or
// contains ~, # or $.
func Ignored(base string, isFolder bool) bool {
	base = strings.ToLower(base)
	if isFolder {
		return slices.Contains(leftoverFolders, base) || strings.HasPrefix(base, ".trash-")
	}
	return slices.ContainsFunc(leftovers, func(pattern string) bool {
		fits, err := path.Match(pattern, base)
		return fits && err == nil
	})
}

// Walk calls see for a folder and everything below it, as fs.WalkDir does, except for what is Ignored.
func Walk(fsys fs.FS, folder string, see fs.WalkDirFunc) error {
	return fs.WalkDir(fsys, folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case entry == nil || name == folder || !Ignored(entry.Name(), entry.IsDir()):
			return see(name, entry, err)
		case entry.IsDir():
			return fs.SkipDir
		}
		return nil
	})
}
