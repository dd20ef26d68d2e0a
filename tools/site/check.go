package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/config"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/export"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/prose"
	"safeonline/tools/internal/site"
)

const checkHelp = `usage: go run ./tools/site check [flags]

Reads data/ and content/ and prints every fault with its place, the line and how to fix it.
The exit code is 1 if one of them is an error, and 0 if all are warnings. Build also refuses some of these, as each says.
At the end it lists what families look for and the school has not filled in, which is no fault.
With --today it also warns of days that have passed, such as that of the next review, and of guidance that nobody has compared
with its source for a year.

`

func check(e *env, args []string) error {
	var given *string
	err := e.parseFlags("check", checkHelp, args, func(f *flag.FlagSet) {
		f.BoolFunc("today", "also warn of what has passed by today, or by another day, as in --today=2027-01-01", func(value string) error {
			given = &value
			return nil
		})
	})
	if err != nil {
		return err
	}
	day, err := dayOf(given)
	if err != nil {
		return err
	}
	s, faults, err := e.checkedOn(day)
	if err == nil {
		if why := notBuilt(faults.Stale()); why != "" {
			fmt.Fprintf(e.stderr, "build refuses: %s, as the warnings above say\n", why)
		}
		tellUnknown(e.stdout, s)
	}
	return err
}

// dayOf returns the day that the flag --today stands for: this one if it has no value, and none if it is not given.
func dayOf(given *string) (day time.Time, err error) {
	switch {
	case given == nil:
		return day, nil
	case *given == "true": // without a value
		return time.Now(), nil
	}
	day, err = time.Parse(time.DateOnly, *given)
	if err != nil {
		return day, wrongValue{fmt.Errorf("%q is not a date", *given), "write year-month-day, as in --today=2027-01-01"}
	}
	return day, nil
}

// checked loads the content and prints its faults. It returns errFaults if one of them is an error.
func (e *env) checked() (*site.Site, diag.List, error) { return e.checkedOn(time.Time{}) }

// checkedOn is like checked, and also warns of what has passed by a day, unless that is zero.
func (e *env) checkedOn(day time.Time) (*site.Site, diag.List, error) {
	s, faults, err := load(os.DirFS(e.root), e.school)
	if err != nil {
		return nil, nil, err
	}
	if s != nil && !day.IsZero() {
		faults = append(faults, s.Past(day)...)
		faults.Sort()
	}
	if err := e.report(faults); err != nil {
		return nil, nil, err
	}
	verdict := "no fault"
	if len(faults) > 0 {
		verdict = "no error"
	}
	fmt.Fprintf(e.stdout, "%s, %s\n", summary(s), verdict)
	return s, faults, nil
}

// load reads and checks a project's content, for the school that has this folder. The site is nil if a fault is an error.
func load(fsys fs.FS, school string) (*site.Site, diag.List, error) {
	return loadOf(fsys, school, false)
}

// loadOf is load. If what all schools share is sound, that is not checked again.
func loadOf(fsys fs.FS, school string, sound bool) (*site.Site, diag.List, error) {
	names := slices.Concat(folder.Root, folders(school))
	if sound {
		names = []string{school}
	}
	trusts, strays, unsafe, err := surveyOf(fsys, school, names...)
	if err != nil || unsafe.Failed() {
		unsafe.Sort()
		return nil, unsafe, err // nothing is opened while there are any
	}
	data, faults, err := readContent(fsys, school, trusts, strays)
	if err != nil {
		return nil, nil, err
	}
	if data.Sound = sound; !sound {
		found, err := settings(fsys)
		if err != nil {
			return nil, nil, err
		}
		faults = append(faults, found...)
	}
	faults = append(faults, export.Check(data.Unchecked())...)
	if data.Flawed { // each use of a name that could not be read would be another fault
		faults.Sort()
		return nil, faults, nil
	}
	s, found := site.New(data)
	faults = append(faults, found...)
	if faults.Failed() {
		faults.Sort()
		return nil, faults, nil
	}
	found, err = leaveOutStale(fsys, s)
	faults = append(faults, found...)
	faults.Sort()
	return s, faults, err
}

// readContent reads the data, the lessons and the pages of a school, and what is published unchanged. strays are the files that do not belong in
// their folders.
func readContent(fsys fs.FS, school string, trusts []string, strays diag.List) (model.Data, diag.List, error) {
	data, faults, err := clause.Read(fsys, school, trusts...)
	if err != nil {
		return data, nil, err
	}
	if found, err := clause.NoTrust(fsys, data, faults); err != nil || found.Failed() {
		data.Flawed = true
		return data, append(found, strays...), err
	}
	for i, f := range faults {
		if trustMayLack(f) {
			faults[i].Hint = "leave it out of a trust's file, and check a school of the trust: a trust has no site of its own"
		}
	}
	data.Flag = named(school)
	faults = append(faults, strays...)
	lessons, found, err := lesson.ReadAll(fsys, data.StageIDs(), append([]string{school}, trusts...)...)
	if err != nil {
		return data, nil, err
	}
	faults = append(faults, found...)
	data.Lessons = lessons
	saveMemory(len(lessons))
	data.Pages, found, err = prose.ReadAll(fsys, school, trusts...)
	if err != nil {
		return data, nil, err
	}
	faults = append(faults, notNamedTwice(found, strays)...)
	data.Files, err = files(fsys, append([]string{school}, trusts...))
	return data, faults, err
}

// settings returns what is wrong with the words of the interface and the files that configure the project.
func settings(fsys fs.FS) (diag.List, error) {
	_, faults, err := i18n.Read(fsys)
	if err != nil {
		return nil, err
	}
	found, err := config.Check(fsys)
	return append(faults, found...), err
}

// notNamedTwice leaves out the faults of a page's name where the file's name is a fault already.
func notNamedTwice(faults, strays diag.List) diag.List {
	names := map[string]bool{}
	for _, f := range strays {
		names[f.Pos.Source.Name] = true
	}
	return slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Code == diag.PageName && names[f.Pos.Source.Name] })
}

// files returns the files that are published unchanged: the project's, the school's own, and those that it inherits. Of files with the same
// path it has the first. A folder that does not exist has none.
func files(fsys fs.FS, schools []string) (list []model.File, err error) {
	type source struct{ folder, at string }
	from, seen := []source{{"static", ""}}, map[string]bool{}
	for _, school := range schools {
		from = append(from, source{path.Join(school, "static"), ""}, source{path.Join(school, downloads), downloads})
	}
	for _, from := range from {
		walked := folder.Walk(fsys, from.folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() {
				return err
			}
			at := path.Join(from.at, strings.TrimPrefix(name, from.folder+"/"))
			if seen[at] && inherited(name, schools) {
				return nil
			}
			seen[at] = true
			info, err := entry.Info()
			if err == nil {
				list = append(list, model.File{Name: name, Path: at, Size: info.Size()})
			}
			return err
		})
		if !errors.Is(walked, fs.ErrNotExist) {
			err = errors.Join(err, walked)
		}
	}
	return list, err
}

// inherited reports whether a file is in the folder of a trust, given those of the school and its trusts.
func inherited(name string, schools []string) bool {
	return slices.ContainsFunc(schools[1:], func(trust string) bool { return strings.HasPrefix(name, trust+"/") })
}

// report prints faults to the error stream, then their number. It returns errFaults if one is an error.
func (e *env) report(faults diag.List) error {
	faults.Fprint(e.stderr)
	errors, warnings := faults.Count()
	if errors+warnings > 0 {
		fmt.Fprintf(e.stderr, "%s, %s\n", english.Count(errors, "error"), english.Count(warnings, "warning"))
	}
	if errors > 0 {
		return errFaults
	}
	return nil
}

// are returns a count with its verb, such as "1 file is" or "2 files are".
func are(n int, what string) string {
	if n == 1 {
		return english.Count(n, what) + " is"
	}
	return english.Count(n, what) + " are"
}

func summary(s *site.Site) string {
	clauses, questions := 0, 0
	for _, d := range s.Documents {
		clauses += len(d.Clauses())
	}
	lessons := 0
	for _, r := range s.Rules {
		if r.Leads() {
			lessons++
			questions += len(r.Lesson.Quiz)
		}
	}
	return fmt.Sprintf("checked: %s, %s, %s", english.Count(clauses, "clause"), english.Count(lessons, "lesson"), english.Count(questions, "question"))
}
