package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sentence matches the beginning of what people read: a word with a capital, or two words.
var sentence = regexp.MustCompile(`[A-Z][a-z]|[a-z] [a-z]`)

// own have words of a file for programs, and of English grammar (docs/architecture.md, "The language is in four places").
var own = []string{"page/security.go", "deck/phrases.go"}

// Whoever translates the site finds every word of the interface in i18n: the packages that make pages have none of their own.
func TestPagesHaveNoWordsFromGo(t *testing.T) {
	found := 0
	for _, name := range []string{"view", "mix", "deck", "paper", "page"} {
		files, _ := filepath.Glob(name + "/*.go")
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") || slices.Contains(own, file) {
				continue
			}
			for _, text := range textsIn(t, file) {
				if found++; sentence.MatchString(text) {
					t.Errorf("%s has the text %s: take it from i18n", file, text)
				}
			}
		}
	}
	if found < 100 {
		t.Errorf("found only %d texts", found)
	}
}

// textsIn returns the string literals of a file, but for those that no page shows: imports, tags of fields, and what a panic says.
func textsIn(t *testing.T, file string) (texts []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			n.Tag = nil
		case *ast.CallExpr:
			called, is := n.Fun.(*ast.Ident)
			return !is || called.Name != "panic"
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				texts = append(texts, n.Value)
			}
		}
		return true
	})
	return texts
}
