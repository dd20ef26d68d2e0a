package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

const serveHelp = `usage: go run ./tools/site serve [flags]

Builds the site, serves it on this machine, and builds it again whenever a file of data/, content/, layouts/, assets/,
static/ or i18n/ changes; open pages follow. A fault is shown here and at the head of every page, above the last site
that was good. Stop it with Ctrl+C.

`

func serve(e *env, args []string) error {
	var addr string
	err := e.parseFlags("serve", serveHelp, args, func(f *flag.FlagSet) {
		f.StringVar(&addr, "addr", "127.0.0.1:1313", "the `address` to listen on")
	})
	if err != nil {
		return err
	}
	if addr, err = listenAddress(addr); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("%w\n  hint: is it served already? choose another with --addr 127.0.0.1:1314", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return e.serveOn(ctx, listener)
}

// serveOn serves until the context ends.
func (e *env) serveOn(ctx context.Context, listener net.Listener) error {
	home := "http://" + listener.Addr().String() + "/"
	p := newPreview(e, home)
	defer p.close()
	edits, err := watch(ctx, e.root)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: p}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	p.rebuild()
	fmt.Fprintf(e.stdout, "the site is on %s (stop with Ctrl+C)\n", home)
	for {
		select {
		case <-edits:
			p.rebuild()
		case err := <-done:
			return err
		case <-ctx.Done():
			if err := server.Close(); err != nil && !errors.Is(err, http.ErrServerClosed) {
				return err
			}
			return nil
		}
	}
}
