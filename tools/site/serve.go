package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

const serveHelp = `usage: go run ./tools/site serve [flags]

Builds the site, serves it on this machine, and builds it again whenever a file in data/, content/, layouts/, assets/,
static/ or i18n/ changes; open pages reload. While there is a fault, the last good site is served, and the fault is shown
here and at the foot of the window, over each page. The best answers to each question are marked, in the preview only. Stop it with Ctrl+C.

`

func serve(e *env, args []string) (err error) {
	ctx := untilStopped()
	var addr string
	err = e.parseFlags("serve", serveHelp, args, func(f *flag.FlagSet) {
		f.StringVar(&addr, "addr", "127.0.0.1:1313", "the `address` to listen on")
	})
	if err != nil {
		return err
	}
	if addr, err = listenAddress(addr); err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w\n  hint: if the site is being served already, choose another address with --addr 127.0.0.1:1314", err)
	}
	defer listener.Close()
	home := "http://" + listener.Addr().String() + "/"
	p, remove, err := newPreview(e, home)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	edits, err := watch(ctx, e.root, e.folders)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: p}
	defer server.Close()
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	return p.follow(ctx, edits, failed)
}

// overdue is how long a build may go on after an edit has made it out of date. Waiting shows a site while somebody saves
// again and again; the limit ends a build that would never end.
const overdue = 20 * time.Second

// follow builds the site, and again after each edit, until the context ends or serving fails.
func (p *preview) follow(ctx context.Context, edits <-chan []string, failed <-chan error) error {
	var saved []string
	announce := sync.OnceFunc(p.announce)
	for ctx.Err() == nil {
		building, stop := context.WithCancel(ctx)
		done := make(chan struct{})
		go func() {
			defer close(done)
			if p.rebuild(building, saved); building.Err() == nil {
				announce()
			}
		}()
		var err error
		select {
		case names := <-edits:
			saved = p.relative(names)
			select {
			case <-done:
			case <-time.After(p.overdue):
			case <-ctx.Done():
			}
		case err = <-failed:
		case <-ctx.Done():
		}
		stop()
		<-done
		if err != nil {
			return err
		}
	}
	return nil
}

// announce prints where the site is, and of a school that was imported where it can answer.
func (p *preview) announce() {
	fmt.Fprintf(p.env.stdout, "the site is on %s (stop with Ctrl+C)\n", p.home)
	if p.env.imported() {
		fmt.Fprintf(p.env.stdout, "what the import asks is on %s\n", strings.TrimSuffix(p.home, "/")+importAt)
	}
}
