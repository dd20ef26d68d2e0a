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

// Files makes the files of all lessons, and hands them to a function. base is the address of the site, empty if it is not known. Formats that
// need the pages of the site are left to Pages.
func Files(s *site.Site, words i18n.Words, base string, write func(File) error) error {
	if err := write(File{Schema, schema}); err != nil {
		return err
	}
	return each(s, words, base, nil, write)
}

// Pages makes the files of those formats that need the pages of the built site.
func Pages(s *site.Site, words i18n.Words, base string, built fs.FS, write func(File) error) error {
	return each(s, words, base, built, write)
}

func each(s *site.Site, words i18n.Words, base string, built fs.FS, write func(File) error) error {
	v := view.New(s, words)
	for _, set := range s.Sets() {
		lessons := Lessons(v, set, s.School.Name.Value, base)
		for _, f := range formats {
			if f.Shares() || f.OfPage() != (built != nil) {
				continue
			}
			if err := f.files(words, set.Document.Folder(), lessons, built, write); err != nil {
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

// files makes the files of the lessons of a set, whose folder is named. Of a set without lessons there is nothing to take.
func (f Format) files(words i18n.Words, folder string, lessons []Lesson, built fs.FS, write func(File) error) error {
	if f.OfSet() && len(lessons) > 0 {
		file, err := f.OfAll(words, folder, lessons)
		if err != nil {
			return err
		}
		return write(file)
	}
	for _, l := range lessons {
		file, err := f.File(words, l, built)
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

// One makes the file with a path, from the built site if it holds the page of a lesson. If there is none, the error is fs.ErrNotExist.
func One(s *site.Site, words i18n.Words, base string, built fs.FS, path string) (body []byte, err error) {
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
			if f.Shares() || f.OfPage() && built == nil || !strings.HasSuffix(path, f.Ending) {
				continue
			}
			if made := f.files(words, set.Document.Folder(), lessons, built, func(file File) error {
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
