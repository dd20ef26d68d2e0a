package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// stopped is the exit code of a run that was asked to stop, as shells have it for Ctrl+C.
const stopped = 130

// errStopped ends a run that was asked to stop.
var errStopped = errors.New("stopped")

// untilStopped returns a context that ends with Ctrl+C, when the process is asked to end, and when its terminal is closed.
// The signals are never handed back: a second Ctrl+C must not end the process before it has deleted what it made.
func untilStopped() context.Context {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as nohup asks for
		signals = append(signals, syscall.SIGHUP)
	}
	// Without this, the first line printed to a terminal or a pipe that is gone would end the process.
	signal.Ignore(syscall.SIGPIPE)
	ctx, _ := signal.NotifyContext(context.Background(), signals...)
	return ctx
}

// deleteWhenStopped deletes a folder and ends the process as soon as it is asked to stop. keep calls that off: it is called
// before the folder takes its place, which must not be half deleted then.
func deleteWhenStopped(folder string) (keep func()) {
	ctx := untilStopped()
	var ending sync.Mutex
	go func() {
		<-ctx.Done()
		ending.Lock()
		// Hugo goes on writing until the process ends, and makes folders as it needs them.
		for range 100 {
			os.RemoveAll(folder)
			if _, err := os.Lstat(folder); errors.Is(err, os.ErrNotExist) {
				break
			}
		}
		os.Exit(stopped)
	}()
	return ending.Lock
}
