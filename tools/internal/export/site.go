package export

import (
	"io/fs"
	"strings"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Folder is the folder of the site that all files are in.
const Folder = "take"

// Files makes the files of all lessons, and hands them to a function. base is the address of the site, empty if it is not known.
func Files(s *site.Site, words i18n.Words, base string, write func(File) error) error {
	if err := write(File{Schema, schema}); err != nil {
		return err
	}
	for _, set := range s.Sets() {
		lessons := Lessons(view.New(s, words), set, s.School.Name.Value, base)
		for _, f := range formats {
			if f.Shares() {
				continue
			}
			if err := f.files(words, set.Document.Folder(), lessons, write); err != nil {
				return err
			}
		}
	}
	return nil
}

// Lessons returns the lessons of a set of rules.
func Lessons(v *view.Site, set site.Set, school, base string) (list []Lesson) {
	r := reader{v, school, base}
	for _, rule := range set.Lessons() {
		list = append(list, r.lesson(rule))
	}
	return list
}

// files makes the files of the lessons of a set, whose folder is named.
func (f Format) files(words i18n.Words, folder string, lessons []Lesson, write func(File) error) error {
	if f.OfSet() {
		file, err := f.OfAll(words, folder, lessons)
		if err != nil {
			return err
		}
		return write(file)
	}
	for _, l := range lessons {
		file, err := f.File(words, l)
		if err != nil {
			return err
		}
		if file.Path == "" {
			continue
		}
		if err := write(file); err != nil {
			return err
		}
	}
	return nil
}

// One makes the file with a path. If there is none, the error is fs.ErrNotExist.
func One(s *site.Site, words i18n.Words, base, path string) (body []byte, err error) {
	if path == Schema {
		return schema, nil
	}
	err = fs.ErrNotExist
	for _, set := range s.Sets() {
		if !strings.HasPrefix(path, Folder+"/"+set.Document.Folder()+"/") {
			continue
		}
		lessons := Lessons(view.New(s, words), set, s.School.Name.Value, base)
		for _, f := range formats {
			if f.Shares() || !strings.HasSuffix(path, f.Ending) {
				continue
			}
			if made := f.files(words, set.Document.Folder(), lessons, func(file File) error {
				if file.Path == path {
					body, err = file.Body, nil
				}
				return nil
			}); made != nil {
				return nil, made
			}
		}
	}
	return body, err
}
