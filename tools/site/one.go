package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"

	"safeonline/tools/internal/fleet"
	"safeonline/tools/internal/overview"
	"safeonline/tools/internal/render"
	"safeonline/tools/internal/site"
)

// oneVerb is the command by which a build of many schools builds each. It is internal, and the usage does not show it.
const oneVerb = "build-for-many"

// buildOne builds the site of one school into its folder below sites/, and prints the record of it.
func buildOne(e *env, args []string) error {
	o := render.Options{Root: e.root}
	var into, drawn, sound string
	var noOffline bool
	var memory int64
	err := e.parseFlags(oneVerb, "", args, func(f *flag.FlagSet) {
		f.StringVar(&into, "into", "", "")
		f.StringVar(&drawn, "drawn", "", "")
		f.StringVar(&sound, "sound", "", "")
		f.StringVar(&o.BaseURL, "base-url", "", "")
		f.StringVar(&o.Environment, "environment", "", "")
		f.BoolVar(&noOffline, "no-offline", false, "")
		f.Int64Var(&memory, "memory", buildMemory, "")
	})
	if err != nil {
		return err
	}
	if into == "" {
		return usageError{errors.New("no folder given: name one with --into")}
	}
	go endWithParent()
	if drawn != "" {
		png = keptIn(drawn, png)
	}
	debug.SetMemoryLimit(memory << 20)
	root := os.DirFS(e.root)
	s, faults, err := loadOf(root, e.school, isSound(root, sound))
	faults.Fprint(e.stderr)
	switch {
	case err != nil:
		return err
	case faults.Failed():
		return errFaults
	case len(faults.Stale()) > 0:
		fmt.Fprintf(e.stderr, "not built: %s, as the warnings say\n", notBuilt(faults.Stale()))
		return errors.Join(errFaults, e.tell(fleet.Record{}, overview.Of(s, len(faults.Stale()))))
	}
	if s.School.Domain.Value != "" {
		o.BaseURL = ""
	}
	if o.BaseURL, err = address(s, o.BaseURL); err != nil {
		return err
	}
	work, public := filepath.Join(e.root, workFolder, into), filepath.Join(e.root, sitesFolder, into)
	o.Generated = path.Join(workFolder, into, "generated")
	if err := publish(o, s, work, public, noOffline); err != nil {
		return err
	}
	return e.tell(recordOf(s, public), overview.Of(s, 0))
}

// tell prints the record of a school's site for the build that started this process.
func (e *env) tell(r fleet.Record, of overview.School) (err error) {
	if r.Summary, err = json.Marshal(of); err != nil {
		return err
	}
	return json.NewEncoder(e.stdout).Encode(r)
}

// recordOf returns what is kept of a site, but for what it was made from.
func recordOf(s *site.Site, public string) (r fleet.Record) {
	for _, rule := range s.Rules {
		if rule.Lesson.Name != "" {
			r.Lessons = append(r.Lessons, site.LessonID(rule.Lesson.Stage, rule.Lesson.Name))
		}
	}
	slices.Sort(r.Lessons)
	r.Lessons = slices.Compact(r.Lessons)
	r.Pages, r.Bytes = measure(public)
	return r
}
