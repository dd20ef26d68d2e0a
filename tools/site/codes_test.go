package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryFaultCodeHasACase finds the codes of faults in the source, and wants a script for each that shows what an
// author is told. A fault that nobody has seen printed is a fault that nobody has read.
func TestEveryFaultCodeHasACase(t *testing.T) {
	codes, shown := codesInSource(t, ".."), codesInScripts(t)
	if len(codes) < 50 {
		t.Fatalf("found only %d codes in the source: has the way to report changed?", len(codes))
	}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		if !shown[code] && code != notShown {
			t.Errorf("%s: no script shows a fault with the code %q: add one to testdata/script", codes[code], code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(shown)) {
		if codes[code] == "" {
			t.Errorf("a script shows the code %q, which nothing in the source has", code)
		}
	}
}

// notShown is the code of a fault of the program itself. No file brings it about that we know of: diag's own test shows it.
const notShown = "internal-fault"

// codeAt says which argument of a function is a fault's code. known passes its own on to Errorf.
var codeAt = map[string]int{"Errorf": 1, "Warnf": 1, "known": 0}

// codesInSource gives the place of each code, from the calls that report faults.
func codesInSource(t *testing.T, root string) map[string]string {
	t.Helper()
	codes := map[string]string{}
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			method, arg, ok := reporting(call)
			if !ok {
				return true
			}
			literal, ok := arg.(*ast.BasicLit)
			switch {
			case ok:
				code, _ := strconv.Unquote(literal.Value)
				codes[code] = files.Position(call.Pos()).String()
			case !passedOn(arg):
				t.Errorf("%s: the code of this %s is not written out, so no reader can look it up", files.Position(call.Pos()), method)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return codes
}

// reporting tells whether a call reports a fault, and gives the argument that is its code. fmt.Errorf reports none.
func reporting(call *ast.CallExpr) (method string, code ast.Expr, ok bool) {
	selector, isSelector := call.Fun.(*ast.SelectorExpr)
	if !isSelector {
		return "", nil, false
	}
	if of, isName := selector.X.(*ast.Ident); isName && of.Name == "fmt" {
		return "", nil, false
	}
	at, ok := codeAt[selector.Sel.Name]
	if !ok || len(call.Args) <= at {
		return "", nil, false
	}
	return selector.Sel.Name, call.Args[at], true
}

// passedOn tells whether a code is the parameter of that name, whose callers are looked at in their turn.
func passedOn(arg ast.Expr) bool {
	name, ok := arg.(*ast.Ident)
	return ok && name.Name == "code"
}

var codeShown = regexp.MustCompile(`(?m)  \[([a-z0-9-]+)\]$`)

func codesInScripts(t *testing.T) map[string]bool {
	t.Helper()
	scripts, err := filepath.Glob("testdata/script/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range codeShown.FindAllSubmatch(text, -1) {
			shown[string(m[1])] = true
		}
	}
	return shown
}
