package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/fleet"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/render"
)

// Folders of the project that hold what is made for many schools, each in a folder of the school's name.
const (
	sitesFolder = folder.Sites // their sites
	workFolder  = folder.Work  // what a build needs meanwhile, and the record of the last one
)

// manyOptions say how the sites of many schools are built.
type manyOptions struct {
	list           string // a file with a folder a line; "-" is the standard input
	part, machines int
	all, json      bool
	memory         int // MiB
	base           string
	environment    string
	noOffline      bool
}

// flags defines the flags that only a build of many schools has.
func (m *manyOptions) flags(f *flag.FlagSet) {
	m.part, m.machines, m.memory = 1, 1, defaultMemory
	f.StringVar(&m.list, "list", "", "a `file` with the folder of a school on each line (- for the standard input)")
	f.Func("shard", "build the schools of one machine of several, as in `1/20`", m.shard)
	f.BoolVar(&m.all, "all", false, "build also the schools of which nothing has changed")
	f.BoolVar(&m.json, "json", false, "print a line of JSON for each school")
	f.IntVar(&m.memory, "memory", defaultMemory, "how many `MiB` the builds that run at a time may take together")
}

func (m *manyOptions) shard(value string) error {
	part, machines, _ := strings.Cut(value, "/")
	var errs [2]error
	m.part, errs[0] = strconv.Atoi(part)
	m.machines, errs[1] = strconv.Atoi(machines)
	switch {
	case errors.Join(errs[:]...) != nil || m.part < 1:
		return errors.New("write the number of this machine and how many there are, as in 1/20")
	case m.part > m.machines:
		return fmt.Errorf("machine %d of %d is one too many: write a number from 1 to %d", m.part, m.machines, m.machines)
	}
	return nil
}

const (
	defaultMemory = 2048
	buildMemory   = 512 // MiB that a build of a school of 22 lessons may take: 310, measured, and some more
)

// atOnce returns how many builds run at a time.
func (m *manyOptions) atOnce() int { return max(1, min(runtime.NumCPU(), m.memory/buildMemory)) }

// buildMany builds the sites of schools, each by a process of its own.
func (e *env) buildMany(names []string, m manyOptions) error {
	schools, err := e.schools(names, m.list)
	if err != nil {
		return err
	}
	b := &builder{env: e, options: m}
	if b.inputs, err = e.inputs(m); err != nil {
		return err
	}
	told := newProgress(e, m.json)
	if err := e.checkShared(told); err != nil {
		return err
	}
	b.sameSlugs = e.sameSlugs(schools) // of all machines' schools, so that each says the same
	schools = fleet.Shard(schools, m.part, m.machines)
	drawn, remove, err := out.Scratch(os.TempDir(), "site-drawn-")
	if err != nil {
		return err
	}
	defer remove()
	b.drawn = drawn
	ctx := untilStopped()
	outcomes := fleet.Run(ctx, schools, m.atOnce(), b.build, told.watcher(len(schools)))
	told.end(outcomes)
	if ctx.Err() != nil {
		told.stopped(outcomes, len(schools))
		return errStopped
	}
	was := e.recorded()
	e.tellLeft(was)
	if m.machines == 1 { // else each machine knows its own schools only
		if err := b.overview(outcomes, was); err != nil {
			return err
		}
	}
	return worst(outcomes)
}

// worst returns the error of the outcome that is worst.
func worst(outcomes []fleet.Outcome) error {
	failed := 0
	faulty := false
	for _, o := range outcomes {
		faulty = faulty || o.State == fleet.Faulty
		if o.State == fleet.Failed {
			failed++
		}
	}
	switch {
	case failed > 0:
		return fmt.Errorf("%s could not be built", english.Count(failed, "school"))
	case faulty:
		return errFaults
	}
	return nil
}

// schools returns the schools that are named by the arguments or by a list, in order. What is no school is a mistake in the arguments.
func (e *env) schools(names []string, list string) ([]fleet.School, error) {
	var all []namedSchool
	for _, name := range names {
		for _, name := range e.matching(name) {
			all = append(all, namedSchool{folder: name})
		}
	}
	if list != "" {
		more, err := e.listed(list)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	var schools []fleet.School
	byName := map[string]string{}
	for _, name := range all {
		if folder.IsTrust(filepath.ToSlash(name.folder)) {
			continue // schools/* names it too
		}
		at, err := e.schoolFolder(name.folder)
		if err != nil {
			return nil, usageError{fmt.Errorf("%s%w", name.at, err)}
		}
		s := fleet.School{Folder: at}
		if other, twice := byName[strings.ToLower(s.Name())]; twice {
			return nil, usageError{fmt.Errorf("%s and %s have one name, and their sites would have one folder: rename one of them", other, at)}
		}
		byName[strings.ToLower(s.Name())] = at
		schools = append(schools, s)
	}
	if len(schools) == 0 && len(all) > 0 {
		return nil, usageError{fmt.Errorf("no school is named: %s is the folder of a trust, which has no site of its own", all[0].folder)}
	}
	if len(schools) == 0 {
		return nil, usageError{errors.New("no school is named")}
	}
	return schools, nil
}

// matching returns the folders that match a pattern, which a shell of Windows leaves to the command. What matches nothing is the name of a
// folder.
func (e *env) matching(pattern string) (names []string) {
	if !strings.ContainsAny(pattern, "*?") {
		return []string{pattern}
	}
	here := os.DirFS(e.dir)
	found, _ := fs.Glob(here, filepath.ToSlash(filepath.Clean(pattern))) // a pattern that is none matches nothing
	for _, name := range found {
		if info, err := fs.Stat(here, name); err == nil && info.IsDir() {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return []string{pattern}
	}
	return names
}

// namedSchool is the folder of a school as somebody wrote it, and where: nothing of an argument, "schools.txt, line 2: " of a list.
type namedSchool struct{ folder, at string }

// listed returns the lines of a file that are not empty and no comment.
func (e *env) listed(name string) (lines []namedSchool, err error) {
	list := name
	var from io.Reader = os.Stdin
	if name != "-" {
		f, err := os.Open(e.full(name))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, wrongValue{fmt.Errorf("there is no list %s", list), "give the name of a file with the folder of a school on each line, or - for the standard input"}
		}
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	scan := bufio.NewScanner(from)
	for n := 1; scan.Scan(); n++ {
		if line := strings.TrimSpace(scan.Text()); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, namedSchool{line, fmt.Sprintf("%s, line %d: ", list, n)})
		}
	}
	return lines, scan.Err()
}

// inputs reads what all sites are made of: the files that schools share, this program, and the options that change a site.
func (e *env) inputs(m manyOptions) (*fleet.Inputs, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	made, err := fleet.HashFile(program)
	if err != nil {
		return nil, err
	}
	return fleet.Read(os.DirFS(e.root), fmt.Sprintln(made, m.base, m.environment, m.noOffline), shared)
}

// builder builds schools.
type builder struct {
	env     *env
	options manyOptions
	inputs  *fleet.Inputs
	drawn   string // the folder of what the builds draw, each for all

	sameSlugs map[fleet.School]diag.List // the faults of schools that share a slug
}

// build builds the site of a school, unless nothing has changed since it was built.
func (b *builder) build(ctx context.Context, s fleet.School) (o fleet.Outcome) {
	began := time.Now()
	o.School = s
	defer func() { o.Took = time.Since(began) }()
	work := filepath.Join(b.env.root, workFolder, s.Name())
	was := fleet.ReadRecord(work)
	failed := func(err error) fleet.Outcome {
		o.State, o.Said = fleet.Failed, err.Error()+"\n"
		o.Summary = summarise(o, nil, was.Summary)
		return o
	}
	if err := b.sameSlugs[s].Err(); err != nil {
		o.State, o.Said = fleet.Faulty, err.Error()+"\n"
		o.Summary = summarise(o, nil, was.Summary)
		return o
	}
	own, err := b.own(s)
	if err != nil {
		return failed(err)
	}
	if !b.options.all && b.upToDate(s, was, own) {
		o.State, o.Pages, o.Bytes, o.Summary = fleet.Unchanged, was.Pages, was.Bytes, was.Summary
		return o
	}
	// Its site is about to be another: only what is known of the school is kept.
	if err := errors.Join(os.MkdirAll(work, 0o755), os.MkdirAll(filepath.Join(b.env.root, sitesFolder), 0o755), fleet.Record{Summary: was.Summary}.Write(work, out.Write)); err != nil {
		return failed(err)
	}
	r, state, said := b.run(ctx, s)
	o.State, o.Said = state, said
	if state == fleet.Stopped {
		return o
	}
	r.Summary = summarise(o, r.Summary, was.Summary)
	if state == fleet.Built {
		r.Inputs = b.inputs.Sum(own, r.Lessons)
	}
	o.Pages, o.Bytes, o.Summary = r.Pages, r.Bytes, r.Summary
	if err := r.Write(work, out.Write); err != nil {
		return failed(err)
	}
	return o
}

// own returns the hash of a school's own files and of its trusts'.
func (b *builder) own(s fleet.School) (string, error) {
	trusts, _, err := clause.Trusts(os.DirFS(b.env.root), s.Folder) // what is wrong with them is reported by the build
	if err != nil {
		return "", err
	}
	return b.inputs.Own(append([]string{s.Folder}, trusts...)...)
}

// upToDate reports whether a school has a site, and nothing that it was made of has changed since.
func (b *builder) upToDate(s fleet.School, r fleet.Record, own string) bool {
	_, err := os.Stat(b.env.siteOf(s))
	return err == nil && r.Inputs == b.inputs.Sum(own, r.Lessons)
}

// siteOf returns the folder of a school's site.
func (e *env) siteOf(s fleet.School) string { return filepath.Join(e.root, sitesFolder, s.Name()) }

// run builds the site of a school in a process of its own, and returns what that says of it.
func (b *builder) run(ctx context.Context, s fleet.School) (r fleet.Record, state fleet.State, said string) {
	m := b.options
	args := []string{"--school", s.Folder, "--into", s.Name(), "--environment", m.environment, "--memory", strconv.Itoa(m.memory / m.atOnce()), "--drawn", b.drawn, "--sound", b.inputs.Shared()}
	if m.base != "" {
		args = append(args, "--base-url", strings.TrimSuffix(m.base, "/")+"/"+s.Name()+"/")
	}
	if m.noOffline {
		args = append(args, "--no-offline")
	}
	cmd, err := again(ctx, oneVerb, args...)
	if err != nil {
		return r, fleet.Failed, err.Error() + "\n"
	}
	told, answer := &head{most: mostSaid}, &head{most: mostSaid}
	cmd.Dir, cmd.Stdout, cmd.Stderr = b.env.root, answer, told
	cmd.Env = render.Environment(cmd.Environ())
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // it deletes what it has half made
	cmd.WaitDelay = 2 * longestStop
	alive, err := cmd.StdinPipe()
	if err != nil {
		return r, fleet.Failed, err.Error() + "\n"
	}
	defer alive.Close()
	err = cmd.Run()
	said = withoutStacks(told.kept.String())
	unread := json.Unmarshal(answer.kept.Bytes(), &r)
	switch ended := new(exec.ExitError); {
	case err == nil && unread == nil:
		return r, fleet.Built, said
	case errors.As(err, &ended) && ended.ExitCode() == 1:
		return r, fleet.Faulty, said
	case ctx.Err() != nil:
		return r, fleet.Stopped, said
	}
	return r, fleet.Failed, fmt.Sprintf("%sthe build stopped unexpectedly: %v\n", said, err)
}
