package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// stopped is the exit code of a run that was asked to stop, as shells have it for Ctrl+C.
const stopped = 130

// errStopped ends a run that was asked to stop.
var errStopped = errors.New("stopped")

// untilStopped returns a context that ends with Ctrl+C, with a request to terminate, and when the terminal is closed. The
// signals stay handled: a second Ctrl+C must not end the process before it has deleted what it made.
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

// longestStop is how long a run that is asked to stop waits for Hugo to fail. It goes on for a while after its folder is
// deleted, and makes it again as it needs it; a template without end would go on for ever.
const longestStop = 2 * time.Second

// deleteWhenStopped deletes a folder and ends the process when the process is asked to stop. keep cancels that; it does not
// return if the process has been asked to stop already. Call it before the folder becomes public/, which must not be half
// deleted, and before the run ends, which must not report an error from writing to a folder that is being deleted.
func deleteWhenStopped(folder string) (keep func()) {
	ctx := untilStopped()
	arrived := make(chan struct{})
	var ending sync.Mutex
	go func() {
		<-ctx.Done()
		ending.Lock()
		late := time.After(longestStop)
		for writing := true; writing; {
			os.RemoveAll(folder)
			select {
			case <-arrived:
				writing = false
			case <-late:
				writing = false
			case <-time.After(time.Millisecond):
			}
		}
		os.RemoveAll(folder)
		os.Exit(stopped)
	}()
	return sync.OnceFunc(func() {
		close(arrived)
		ending.Lock()
	})
}
