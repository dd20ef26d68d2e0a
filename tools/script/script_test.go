package script

import (
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/evanw/esbuild/pkg/api"
)

// patience bounds the waiting for a test that hangs, such as one that leaves something open. No test asserts how long anything
// takes.
const patience = 2 * time.Minute

func TestScripts(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is not installed, and these tests run in it: install Node 20 or later from https://nodejs.org/")
	}
	files, err := filepath.Glob("*.test.ts")
	if err != nil || len(files) == 0 {
		t.Fatalf("found no test in *.test.ts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(file, ".test.ts"), func(t *testing.T) {
			t.Parallel()
			bundle := filepath.Join(t.TempDir(), strings.TrimSuffix(file, ".ts")+".mjs")
			bundleTest(t, file, bundle)
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			run := exec.CommandContext(ctx, node, "--test", "--test-reporter=spec", "--enable-source-maps", bundle)
			run.WaitDelay = time.Second // the test is a process of its own, which outlives the runner
			output, err := run.CombinedOutput()
			if err != nil {
				t.Errorf("%s: %v\n%s", file, err, output)
			} else if !strings.Contains(string(output), "skipped 0") {
				t.Errorf("%s: no test may be skipped\n%s", file, output)
			}
		})
	}
}

// bundleTest writes a test and the scripts that it imports as one module. Its source map leads from an error to the line of the
// script.
func bundleTest(t *testing.T, file, bundle string) {
	t.Helper()
	built := api.Build(api.BuildOptions{
		EntryPoints: []string{file},
		Outfile:     bundle,
		Bundle:      true,
		Write:       true,
		Platform:    api.PlatformNode,
		Format:      api.FormatESModule,
		Target:      api.ES2022,
		Sourcemap:   api.SourceMapInline,
		LogLevel:    api.LogLevelSilent,
	})
	for _, m := range append(built.Errors, built.Warnings...) {
		t.Error(strings.Join(api.FormatMessages([]api.Message{m}, api.FormatMessagesOptions{}), ""))
	}
	if t.Failed() {
		t.FailNow()
	}
}
