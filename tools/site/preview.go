package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/out"
)

// preview serves the last good build, with what is wrong with the newest edit above each page.
type preview struct {
	env     *env
	home    string // the address served on, ends in a slash
	command func(ctx context.Context, args ...string) (*exec.Cmd, error)
	overdue time.Duration
	scratch string // the folder that holds the builds
	run     string // distinguishes this preview from one that ran before at the same address
	imports *importPage

	mu   sync.Mutex
	now  shown
	past string // the build before, for requests that began with it
	many int    // how many versions were shown
}

// shown is what the preview shows at a time.
type shown struct {
	version string // differs from that of anything shown before
	folder  string // the last good build; empty until there is one
	rules   headers.Rules
	notice  string // what is wrong now; empty when nothing is
}

// scratchPrefix begins the names of the previews' temporary folders.
const scratchPrefix = "site-preview-"

// newPreview returns a preview with a new temporary folder, which close deletes.
func newPreview(e *env, home string) (p *preview, close func() error, err error) {
	p = &preview{env: e, home: home, command: ourselves, overdue: overdue, run: strconv.FormatInt(time.Now().UnixNano(), 36)}
	p.imports = newImportPage(os.DirFS(e.root), schoolImport{e})
	p.scratch, close, err = out.Scratch(os.TempDir(), scratchPrefix)
	p.show("", "")
	return p, close, err
}

// rebuild builds the site from the files as they are now. Only a good build replaces the one before. When the context ends,
// so does the build, and nothing changes.
func (p *preview) rebuild(ctx context.Context, saved []string) {
	began := time.Now()
	folder, err := os.MkdirTemp(p.scratch, "")
	if err != nil {
		p.fail(fmt.Sprintf("a build could not be started: %v\n", err))
		return
	}
	done := p.attempt(ctx, folder, saved)
	if ctx.Err() != nil || !done.built {
		os.RemoveAll(folder)
	}
	switch {
	case ctx.Err() != nil:
	case !done.built:
		p.fail(done.said)
	default:
		fmt.Fprint(p.env.stderr, done.said) // warnings are for this terminal
		fmt.Fprintf(p.env.stdout, "built in %d ms\n", time.Since(began).Milliseconds())
		p.show(folder, "")
	}
}

// fail shows what is wrong, here and on the pages.
func (p *preview) fail(notice string) {
	fmt.Fprint(p.env.stderr, notice)
	fmt.Fprintln(p.env.stdout, "not built: the last good site is still served")
	p.show("", strings.ToValidUTF8(notice, "\uFFFD"))
}

// show changes what is shown to a new folder, if it is not empty, and a new notice. Open pages ask for the version, and
// reload.
func (p *preview) show(folder, notice string) {
	rules := headers.Of(nil, nil) // until there is a build, no page may be framed
	if folder != "" {
		read, err := headers.Read(os.DirFS(folder))
		if err != nil {
			fmt.Fprintln(p.env.stderr, err)
		}
		rules = read
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if folder == "" && p.many > 0 && notice == p.now.notice {
		return
	}
	if folder != "" {
		if p.past != "" {
			os.RemoveAll(p.past)
		}
		p.past, p.now.folder = p.now.folder, folder
	}
	if folder != "" || p.now.folder == "" {
		p.now.rules = rules
	}
	p.many++
	p.now.version = fmt.Sprintf("%s-%d", p.run, p.many)
	p.now.notice = notice
}

func (p *preview) state() shown {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now
}

// relative returns the names of files relative to the project.
func (p *preview) relative(names []string) (list []string) {
	for _, name := range names {
		if rel, err := filepath.Rel(p.env.root, name); err == nil {
			name = filepath.ToSlash(rel)
		}
		list = append(list, name)
	}
	return list
}
