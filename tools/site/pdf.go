package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"safeonline/tools/internal/out"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/pdf"
	"safeonline/tools/internal/render"
	"safeonline/tools/internal/site"
)

const pdfHelp = `usage: go run ./tools/site pdf [flags]

Builds the site in a temporary folder and prints the policy, its agreements, the slips for parents and the one page
into PDF files, in the folder downloads/ of the school.
It needs Chromium on this machine. The files are part of the site: commit them. When the words that they show change,
check, build and serve warn, and the site is built without the files that are stale: their pages offer printing.

`

// longestPrint is how long Chromium may take for one file before it counts as hung.
const longestPrint = 2 * time.Minute

func makePDFs(e *env, args []string) error {
	var given *string
	err := e.parseFlags("pdf", pdfHelp, args, func(f *flag.FlagSet) {
		flagGiven(f, &given, "base-url", "the `address` of the site, to be printed on the sheets; without it they show only paths")
	})
	if err != nil {
		return err
	}
	base := ""
	if given != nil {
		if base, err = baseURL(*given); err != nil {
			return err
		}
	}
	s, err := e.answered()
	if err != nil {
		return err
	}
	if base, err = address(s, base); err != nil {
		return err
	}
	chromium, err := pdf.Chromium()
	if err != nil {
		return err
	}
	unlock, err := out.Lock(e.root) // it writes generated/, as a build does
	if err != nil {
		return err
	}
	defer unlock()
	ctx := untilStopped()
	folder, err := os.MkdirTemp("", "site-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := renderInto(render.Options{Root: e.root, Destination: folder, BaseURL: base}, s); err != nil {
		return err
	}
	files, err := printed(ctx, s, folder, base, chromium)
	if ctx.Err() != nil {
		return errStopped
	}
	if err != nil {
		return err
	}
	below := path.Join(e.school, downloads)
	if _, err := out.Sync(filepath.Join(e.root, filepath.FromSlash(below)), files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintf(e.stdout, "printed: %s/%s, %d KB\n", below, f.Path, len(f.Body)>>10)
	}
	return nil
}

// printed returns the PDF files of a built site, each with its mark. No script runs in the pages, since it would replace the
// address that the site was built for by this machine's.
func printed(ctx context.Context, s *site.Site, folder, base, chromium string) ([]out.File, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	below := "/"
	if u, err := url.Parse(base); err == nil && u.Path != "" {
		below = strings.TrimSuffix(u.Path, "/") + "/"
	}
	built := http.StripPrefix(strings.TrimSuffix(below, "/"), http.FileServer(http.Dir(folder)))
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "script-src 'none'")
		built.ServeHTTP(w, r)
	})}
	go server.Serve(listener) // ends when the server is closed
	defer server.Close()
	var files []out.File
	for _, d := range paper.Downloads(s) {
		ctx, stop := context.WithTimeout(ctx, longestPrint)
		body, err := pdf.Print(ctx, chromium, "http://"+listener.Addr().String()+below+strings.TrimPrefix(d.Address, "/"))
		stop()
		if err == nil {
			body, err = pdf.Marked(body, d.Mark)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.File, err)
		}
		files = append(files, out.File{Path: d.File, Body: body})
	}
	return files, nil
}
