package script

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/page"
	"safeonline/tools/internal/sample"
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
	define := map[string]string{"INDEXES": indexes(t), "SEARCHES": searches(t)}
	for _, file := range files {
		t.Run(strings.TrimSuffix(file, ".test.ts"), func(t *testing.T) {
			t.Parallel()
			bundle := filepath.Join(t.TempDir(), strings.TrimSuffix(file, ".ts")+".mjs")
			bundleTest(t, file, bundle, define)
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

// indexes returns what the box that finds things searches in, as JSON, by the folder of the school.
func indexes(t *testing.T) string {
	t.Helper()
	const project = "../.."
	found := map[string]json.RawMessage{}
	for _, school := range []string{folder.School, "tools/site/testdata/schools/thistledown", "tools/site/testdata/schools/gull-harbour"} {
		files, err := page.All(sample.SiteOf(t, project, school), sample.WordsOf(t, project))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			var file struct{ Index string }
			if f.Path != page.FindIndex {
				continue
			}
			if err := json.Unmarshal(f.Body, &file); err != nil {
				t.Fatal(err)
			}
			found[school] = json.RawMessage(file.Index)
		}
	}
	text, err := json.Marshal(found)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// searches returns the searches of testdata/searches.txt as a string of a script.
func searches(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/searches.txt")
	if err != nil {
		t.Fatal(err)
	}
	quoted, err := json.Marshal(string(text))
	if err != nil {
		t.Fatal(err)
	}
	return string(quoted)
}

// bundleTest writes a test and the scripts that it imports as one module. Its source map leads from an error to the line of the
// script. A test may declare what define names.
func bundleTest(t *testing.T, file, bundle string, define map[string]string) {
	t.Helper()
	built := api.Build(api.BuildOptions{
		EntryPoints: []string{file},
		Outfile:     bundle,
		Define:      define,
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
