package fleet

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"safeonline/tools/internal/folder"
)

// Inputs are the files that sites are made of, as hashes. Two builds of the same inputs make the same site.
type Inputs struct {
	made    string
	shared  string            // of what each school's site depends on, but for lessons
	lessons map[string]string // those of its files, by the lesson's id, such as "STAGE/passwords"
	root    fs.FS
}

// lessonFiles are where lessons and their pictures are: a site depends only on those that it teaches.
var lessonFiles = map[string]string{"content/lessons/": ".md", "data/library/illustrations/": ".yaml"}

// lessonOf returns the id of the lesson that a file belongs to.
func lessonOf(name string) (id string, is bool) {
	for folder, ending := range lessonFiles {
		if below, in := strings.CutPrefix(name, folder); in && path.Ext(name) == ending {
			return strings.TrimSuffix(below, ending), true
		}
	}
	return "", false
}

// Read reads the files that all schools share: the folders and files of that name below root. made is the hash of what makes sites: the
// program and its settings.
func Read(root fs.FS, made string, shared []string) (*Inputs, error) {
	in := &Inputs{made: made, lessons: map[string]string{}, root: root}
	all := sha256.New()
	for _, name := range shared {
		err := each(root, name, func(name string, body []byte) {
			if id, is := lessonOf(name); is {
				in.lessons[id] += hash(body)
				return
			}
			fmt.Fprintln(all, name, hash(body))
		})
		if err != nil {
			return nil, err
		}
	}
	in.shared = hex.EncodeToString(all.Sum(nil))
	return in, nil
}

// Shared returns a hash of what all schools share, whichever program makes their sites.
func (in *Inputs) Shared() string {
	return in.sum(in.shared, slices.Sorted(maps.Keys(in.lessons)))
}

// Own returns a hash of folders that belong to a school, or to its trust.
func (in *Inputs) Own(folders ...string) (string, error) {
	all := sha256.New()
	for _, name := range folders {
		fmt.Fprintln(all, name)
		if err := each(in.root, name, func(name string, body []byte) { fmt.Fprintln(all, name, hash(body)) }); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(all.Sum(nil)), nil
}

// Sum returns a hash of all that a school's site depends on, given that of its own folders and the lessons that it teaches.
func (in *Inputs) Sum(own string, lessons []string) string {
	return in.sum(fmt.Sprintln(in.made, in.shared, own), lessons)
}

// sum returns a hash of something and of lessons.
func (in *Inputs) sum(of string, lessons []string) string {
	all := sha256.New()
	fmt.Fprintln(all, of)
	for _, id := range lessons {
		fmt.Fprintln(all, id, in.lessons[id])
	}
	return hex.EncodeToString(all.Sum(nil))
}

// each calls f for each file that has this name or is below it, in order, if there is one. What editors and systems leave behind is passed over.
func each(root fs.FS, name string, f func(name string, body []byte)) error {
	return fs.WalkDir(root, name, func(at string, entry fs.DirEntry, err error) error {
		switch {
		case at == name && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case folder.Ignored(path.Base(at), entry.IsDir()) && entry.IsDir():
			return fs.SkipDir
		case !entry.Type().IsRegular() || folder.Ignored(path.Base(at), false):
			return nil
		}
		body, err := fs.ReadFile(root, at)
		if err == nil {
			f(at, body)
		}
		return err
	})
}

func hash(body []byte) string { return fmt.Sprintf("%x", sha256.Sum256(body)) }

// HashFile returns the hash of a file.
func HashFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	all := sha256.New()
	_, err = io.Copy(all, f)
	return hex.EncodeToString(all.Sum(nil)), err
}

// Record is what is kept of a school and of its site, beside the files that the site was made from. Without inputs, it says nothing of the site.
type Record struct {
	Inputs  string   `json:"inputs"`
	Lessons []string `json:"lessons"` // that it teaches
	Pages   int      `json:"pages"`
	Bytes   int64    `json:"bytes"`

	Summary json.RawMessage `json:"summary,omitempty"` // what the page of all schools shows of the school
}

const recordName = "built.json"

// ReadRecord returns the record in a folder. It is empty if there is none that can be read: the site is then built again.
func ReadRecord(dir string) (r Record) {
	text, err := os.ReadFile(filepath.Join(dir, recordName))
	if err != nil || json.Unmarshal(text, &r) != nil {
		return Record{}
	}
	return r
}

// Write writes the record into a folder, by the function that writes files.
func (r Record) Write(dir string, write func(name string, body []byte) error) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return write(filepath.Join(dir, recordName), text)
}
