package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/pdf"
)

// What the tests share is made when the first test needs it. Go caches the result of a package's tests and runs them again
// when a file has changed that they read; it does not notice files that are read before the tests run.
var (
	built   = sync.OnceValue(func() *builtSite { return must(startSite()) })
	browser = sync.OnceValue(func() context.Context { return must(startChromium()) })
	axeCode = sync.OnceValue(func() string { return must(readAxe()) })

	// deployPreview is a second build: a preview of the site of a school that has given all the data that it can.
	deployPreview = sync.OnceValue(func() *builtSite { return must(startDeployPreview()) })
)

// atEnd undoes what was started, last first.
var atEnd []func()

func TestMain(m *testing.M) {
	code := m.Run()
	end()
	os.Exit(code)
}

func end() {
	for _, undo := range slices.Backward(atEnd) {
		undo()
	}
}

// must ends all tests with a line that says what is missing. Skipping a test would hide that it did not run.
func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, "tools/browser:", err)
		end()
		os.Exit(1)
	}
	return value
}

func startSite() (*builtSite, error) {
	temp, err := os.MkdirTemp("", "browser-test-")
	if err != nil {
		return nil, err
	}
	atEnd = append(atEnd, func() { os.RemoveAll(temp) })
	site, err := buildSite(project, temp)
	if err != nil {
		return nil, err
	}
	return site, site.serveToTheEnd()
}

// serveToTheEnd serves the site until all tests have run.
func (s *builtSite) serveToTheEnd() error {
	server, err := s.serve()
	if err != nil {
		return err
	}
	atEnd = append(atEnd, server.Close)
	return nil
}

func startDeployPreview() (*builtSite, error) {
	root := filepath.Join(filepath.Dir(built().root), "preview")
	if err := copyProject(project, root); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(filepath.Join(root, "data", "school", "downloads")); err != nil { // they would be stale
		return nil, err
	}
	for file, more := range map[string]string{
		"history.yaml": "next-review: 2027-09-01\nreviews: [{ on: 2026-09-01, by: the governing board }]\n",
		"school.yaml":  "forms: { to: the class teacher or the school office, by: the end of the second week of the autumn term }\n",
	} {
		name := filepath.Join(root, "data", "school", file)
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(name, append([]byte(more), text...), 0o644); err != nil {
			return nil, err
		}
	}
	if err := build(command(), root, "--environment", "deploy-preview"); err != nil {
		return nil, err
	}
	site := &builtSite{root: root}
	if err := site.readPages(); err != nil {
		return nil, err
	}
	return site, site.serveToTheEnd()
}

func readAxe() (string, error) {
	axe, err := os.ReadFile(filepath.Join(project, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return "", errors.New("axe-core is missing: run `make tools`, or `npm ci --ignore-scripts` in the project's folder")
	}
	return string(axe), nil
}

func startChromium() (context.Context, error) {
	path, err := chromium()
	if err != nil {
		return nil, fmt.Errorf("%w\n  or run `make tools`", err)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), flags(path)...)
	ctx, cancel := chromedp.NewContext(allocator)
	atEnd = append(atEnd, stop, cancel)
	if err := chromedp.Do(ctx); err != nil { // starts the browser, which lives as long as ctx
		return nil, fmt.Errorf("%s does not start: %w", path, err)
	}
	return ctx, nil
}

// chromium returns the path of the Chromium that pages are checked in: the one without windows (headless shell) where it is
// installed, since it needs a fifth less time, or else the usual one. Both lay out and run pages with the same code.
func chromium() (string, error) {
	for _, name := range []string{"chromium-headless-shell", "chrome-headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return pdf.Chromium()
}

// flags start Chromium without a window and keep it from sending requests of its own.
func flags(path string) []chromedp.ExecAllocatorOption {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
	)
	if os.Geteuid() == 0 { // Chromium refuses to be root with its sandbox
		options = append(options, chromedp.NoSandbox)
	}
	return options
}
