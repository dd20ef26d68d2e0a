package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// What every test uses: the built site, the browser, and the source of axe-core.
var (
	built   *builtSite
	browser context.Context
	axeCode string
)

// TestMain makes what the tests share. What is missing is told in one line and fails: a check that is skipped in silence
// would be no check.
func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	axe, err := os.ReadFile(filepath.Join(project, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return fail("axe-core is not here: run `npm ci --ignore-scripts` in the project's folder, or `make tools`")
	}
	axeCode = string(axe)
	path, err := findChromium()
	if err != nil {
		return fail(err)
	}
	temp, err := os.MkdirTemp("", "browser-test-")
	if err != nil {
		return fail(err)
	}
	defer os.RemoveAll(temp)
	if built, err = buildSite(temp); err != nil {
		return fail(err)
	}
	server := built.serve()
	defer server.Close()

	allocator, stop := chromedp.NewExecAllocator(context.Background(), flags(path)...)
	defer stop()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	if err := chromedp.Do(ctx); err != nil { // starts the browser, which lives as long as ctx
		return fail(fmt.Sprintf("%s does not start: %v", path, err))
	}
	browser = ctx
	return m.Run()
}

func fail(why any) int {
	fmt.Fprintln(os.Stderr, "tools/browser:", why)
	return 1
}

func findChromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("Chromium is not here: run `make tools`, or `apt-get install chromium` as root")
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
