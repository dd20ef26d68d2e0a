package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/sweep"
)

// The change that docs/architecture.md shows, one line of Go and one of a template, brings a new field of school.yaml to the
// foot of every page. It is compiled; in a full sweep the whole command is, which then builds the site.
func TestAFieldReachesThePagesInTwoLines(t *testing.T) {
	t.Parallel()
	docs, err := os.ReadFile(filepath.Join(project, "docs/architecture.md"))
	must(t, err)
	_, example, _ := strings.Cut(string(docs), "**A field reaches the pages in two lines.**")
	_, example, _ = strings.Cut(example, "```\n")
	example, _, _ = strings.Cut(example, "\n```")
	field, shown, found := strings.Cut(example, "\n")
	if !found || strings.Contains(shown, "\n") {
		t.Fatalf("the example is not two lines: %q", example)
	}
	root := copyProject(t)
	insert := func(file, after, line string) string {
		text, err := os.ReadFile(filepath.Join(project, file))
		must(t, err)
		before, rest, found := strings.Cut(string(text), after)
		end, rest, ends := strings.Cut(rest, "\n")
		if !found || !ends {
			t.Fatalf("%s has no line with %q", file, after)
		}
		return before + after + end + "\n" + line + "\n" + rest
	}
	footer := "assets/components/footer/footer.html"
	must(t, os.WriteFile(filepath.Join(root, footer), []byte(insert(footer, "{{- with .website }}", shown)), 0o644))
	school := "data/school/school.yaml"
	must(t, os.WriteFile(filepath.Join(root, school), []byte(insert(school, "name: ", "motto: Kind and curious")), 0o644))

	model := filepath.Join(t.TempDir(), "model.go")
	must(t, os.WriteFile(model, []byte(insert("tools/internal/model/model.go", "Telephone  diag.Text", field)), 0o644))
	original, err := filepath.Abs(filepath.Join(project, "tools/internal/model/model.go"))
	must(t, err)
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {original: model}})
	must(t, err)
	list := filepath.Join(t.TempDir(), "overlay.json")
	must(t, os.WriteFile(list, overlay, 0o644))
	program := filepath.Join(t.TempDir(), "site")
	compile := exec.Command("go", "build", "-overlay", list, "-o", program, ".")
	if !sweep.Full() {
		compile = exec.Command("go", "build", "-overlay", list, "safeonline/tools/internal/view")
	}
	if said, err := compile.CombinedOutput(); err != nil {
		t.Fatalf("with the line of Go the command does not compile: %v\n%s", err, said)
	}
	if !sweep.Full() {
		return
	}
	build := exec.Command(program, "build")
	build.Dir = root
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("with the two lines the site does not build: %v\n%s", err, said)
	}
	home, err := os.ReadFile(filepath.Join(root, "public/index.html"))
	must(t, err)
	if !strings.Contains(string(home), "· Kind and curious") {
		t.Error("the foot of the home page does not show the field")
	}
}
