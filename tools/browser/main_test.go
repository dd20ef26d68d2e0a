package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/pdf"
)

// What the tests share is made by the first that asks for it, not before: Go keeps a test's result until a file changes
// that a test has read, and does not see what is read before the tests run.
var (
	built   = sync.OnceValue(func() *builtSite { return must(startSite()) })
	browser = sync.OnceValue(func() context.Context { return must(startChromium()) })
	axeCode = sync.OnceValue(func() string { return must(readAxe()) })
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

// must ends all tests with one line that says what is missing. A check that is skipped in silence would be no check.
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
	server, err := site.serve()
	if err != nil {
		return nil, err
	}
	atEnd = append(atEnd, server.Close)
	return site, nil
}

func readAxe() (string, error) {
	axe, err := os.ReadFile(filepath.Join(project, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return "", errors.New("axe-core is not here: run `make tools`, or `npm ci --ignore-scripts` in the project's folder")
	}
	return string(axe), nil
}

func startChromium() (context.Context, error) {
	path, err := pdf.Chromium()
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

// flags start Chromium without a window, and keep it from asking the world for anything of its own.
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
