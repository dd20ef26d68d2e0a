// Package pdf prints a page into a PDF file with Chromium, or makes pictures of it, and marks each file with a fingerprint of what it was made from, so
// that a file is known to be stale when its page has changed.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Chromium returns the path of an installed Chromium.
func Chromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("Chromium is not installed, and PDF files are made with it\n" +
		"  hint: install it (on Debian: apt-get install chromium); without the files the pages offer printing")
}

// flags start Chromium without a window and without network requests of its own. Tags of a PDF file need no flag.
var flags = []string{
	"--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
	"--disable-sync", "--disable-quic",
}

// Print returns the page at an address as a PDF file, on the paper size of its styles. The same page has the same bytes but
// for two dates, which Marked replaces.
func Print(ctx context.Context, chromium, address string) ([]byte, error) {
	body, err := made(ctx, chromium, address, "page.pdf", "--print-to-pdf=", "--no-pdf-header-footer", "--generate-pdf-document-outline")
	if err != nil {
		return nil, err
	}
	return steady(body), accessible(body)
}

// made returns the file that Chromium makes of the page at an address. into is the flag that takes the file's path, whose ending says its form.
func made(ctx context.Context, chromium, address, name, into string, more ...string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "site-pdf-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	file := filepath.Join(temp, name)
	args := slices.Concat([]string{"--user-data-dir=" + filepath.Join(temp, "profile"), into + file}, flags, more)
	if os.Geteuid() == 0 { // Chromium refuses to be root with its sandbox
		args = append(args, "--no-sandbox")
	}
	said, err := exec.CommandContext(ctx, chromium, append(args, address)...).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s could not print %s: %w\n%s", chromium, address, err, bytes.TrimSpace(said))
	}
	body, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%s printed nothing of %s:\n%s", chromium, address, bytes.TrimSpace(said))
	}
	return body, nil
}

var node = regexp.MustCompile(`\(node\d{8}\)`)

// steady renumbers from 1 what Chromium names after nodes of the page (the heads of a table, to which its cells refer), since
// its own numbers differ from run to run. It keeps their order, on which the list of them in the file depends.
func steady(body []byte) []byte {
	var names []string
	for _, m := range node.FindAll(body, -1) {
		names = append(names, string(m))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	return node.ReplaceAllFunc(body, func(m []byte) []byte {
		i, _ := slices.BinarySearch(names, string(m))
		return fmt.Appendf(nil, "(node%08d)", i+1)
	})
}

// accessible returns an error if a PDF file lacks what a screen reader needs (PDF/UA, ISO 14289-1: 7.1 and 7.2): tags, a title
// and a language. Old versions of Chromium leave some of them out.
func accessible(body []byte) error {
	var lacks []string
	for what, form := range map[string]*regexp.Regexp{
		"tags":       regexp.MustCompile(`/Marked true`),
		"a title":    regexp.MustCompile(`/Title [(<]`),
		"a language": regexp.MustCompile(`/Lang [(<]`),
	} {
		if !form.Match(body) {
			lacks = append(lacks, what)
		}
	}
	if len(lacks) > 0 {
		return fmt.Errorf("the PDF file that this Chromium makes lacks %s: it may be too old", strings.Join(lacks, " and "))
	}
	return nil
}

var (
	created = regexp.MustCompile(`/CreationDate \([^)]*\)`)
	changed = regexp.MustCompile(`/ModDate \([^)]*\)`)
	marked  = regexp.MustCompile(`/MadeFrom \(([0-9a-f]+)\)`)
)

// Marked puts a mark, in hexadecimal digits, where the file tells when it was made. The day of a build says nothing about
// the words in it, and would make each file differ from the last. Lengths stay as they are: a PDF file counts its bytes.
func Marked(body []byte, mark string) ([]byte, error) {
	place := created.FindIndex(body)
	entry := []byte("/MadeFrom (" + mark + ")")
	if place == nil || len(entry) > place[1]-place[0] {
		return nil, errors.New("the PDF file that this Chromium makes has no date where one is looked for, to put its mark there")
	}
	out := bytes.Clone(body)
	blank(out, changed.FindIndex(out))
	blank(out, place)
	copy(out[place[0]:], entry)
	return out, nil
}

func blank(body []byte, place []int) {
	if place != nil {
		copy(body[place[0]:place[1]], bytes.Repeat([]byte{' '}, place[1]-place[0]))
	}
}

// Mark gives the mark of a file, or nothing if it has none.
func Mark(body []byte) string {
	if isPicture(body) {
		return markOfPicture(body)
	}
	m := marked.FindSubmatch(body)
	if m == nil {
		return ""
	}
	return string(m[1])
}
