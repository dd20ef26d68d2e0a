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
into PDF files, in the folder downloads/ of the school; and the lessons of the youngest into PDF files and pictures for
tablets, in the folder tablet/ there.
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

// printed returns the PDF files and the pictures of a built site, each with its mark. No script runs in the pages, since it would replace the
// address that the site was built for by this machine's.
func printed(ctx context.Context, s *site.Site, folder, base, chromium string) (files []out.File, err error) {
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
	p := printer{chromium: chromium, at: "http://" + listener.Addr().String() + below}
	for _, d := range paper.Downloads(s) {
		body, err := p.file(ctx, d)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.File, err)
		}
		files = append(files, out.File{Path: d.File, Body: body})
	}
	return files, nil
}

// printer makes files of the pages of a site that is served at an address. It keeps the pictures of the last page.
type printer struct {
	chromium, at string
	page         string
	pictures     [][]byte
}

// file makes one file, with its mark.
func (p *printer) file(ctx context.Context, d paper.Download) (body []byte, err error) {
	ctx, stop := context.WithTimeout(ctx, longestPrint)
	defer stop()
	address := p.at + strings.TrimPrefix(d.Address, "/")
	if d.Picture == 0 {
		if body, err = pdf.Print(ctx, p.chromium, address); err != nil {
			return nil, err
		}
		return pdf.Marked(body, d.Mark)
	}
	if p.page != d.Address {
		p.page = d.Address
		p.pictures, err = pdf.Pictures(ctx, p.chromium, address+"#"+paper.Pictures, paper.PictureWidth, paper.PictureHeight, d.Of)
	}
	if err != nil {
		return nil, err
	}
	return pdf.PictureMarked(p.pictures[d.Picture-1], d.Mark), nil
}
