package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"safeonline/tools/internal/out"
	"safeonline/tools/internal/sweep"
)

func init() { programs["site-interrupted"] = interrupted }

// interrupted is the command with an interruption: `site-interrupted HOW N FILE ARGS` is `site ARGS` whose change to files
// number N, counted from 1, of those that package out makes, fails, or before which the process is killed or stopped, as
// HOW says. It makes FILE when it reaches that change.
func interrupted() {
	how, reached, changes := os.Args[1], os.Args[3], 0
	n, err := strconv.Atoi(os.Args[2])
	orPanic(err)
	os.Args = append([]string{"site"}, os.Args[4:]...)
	self, err := os.FindProcess(os.Getpid())
	orPanic(err)
	before(func() error {
		if changes++; changes != n {
			return nil
		}
		orPanic(os.WriteFile(reached, nil, 0o644))
		switch how {
		case "fails":
			return syscall.EIO
		case "killed":
			orPanic(self.Kill())
			select {}
		}
		return self.Signal(map[string]os.Signal{"SIGINT": os.Interrupt, "SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP}[how])
	})
	command()
}

// before has each of the calls of package out call do first, and fail with its error.
func before(do func() error) {
	calls := reflect.ValueOf(&out.System).Elem()
	for i := range calls.NumField() {
		call := reflect.ValueOf(calls.Field(i).Interface())
		calls.Field(i).Set(reflect.MakeFunc(call.Type(), func(args []reflect.Value) []reflect.Value {
			err := do()
			if err == nil {
				return call.Call(args)
			}
			results := make([]reflect.Value, call.Type().NumOut())
			for i := range results {
				results[i] = reflect.Zero(call.Type().Out(i))
			}
			results[len(results)-1] = reflect.ValueOf(&err).Elem()
			return results
		}))
	}
}

// atEachChange builds the project's two sites in turn, interrupted at each change to files that package out makes. check is
// called with what came of each build.
func atEachChange(t *testing.T, how func(n int) string, check func(s *twoSites, when string, err error, said string)) {
	t.Helper()
	s := newTwoSites(t)
	const fewest = 10
	for n := 1; ; n++ {
		s.turn()
		reached := filepath.Join(t.TempDir(), "reached")
		build := exec.Command("site-interrupted", how(n), strconv.Itoa(n), reached, "build")
		build.Dir = s.dir
		var said strings.Builder
		build.Stderr = &said
		err := build.Run()
		if err != nil && !errors.As(err, new(*exec.ExitError)) {
			t.Fatal(err)
		}
		when := fmt.Sprintf("%s at change %d", how(n), n)
		s.whole(when)
		check(s, when, err, said.String())
		if _, err := os.Stat(reached); err != nil {
			if n <= fewest {
				t.Errorf("only %d changes were seen", n-1)
			}
			return
		}
	}
}

func TestKillAtAnyChangeLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	atEachChange(t, func(int) string { return "killed" }, func(s *twoSites, when string, err error, _ string) {
		if err != nil && !endedBy(err, syscall.SIGKILL) {
			t.Errorf("%s: %v", when, err)
		}
		s.build()
	})
}

// The build may succeed all the same: what cannot be deleted is tried twice.
func TestFailureOfAnyChangeLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	atEachChange(t, func(int) string { return "fails" }, func(s *twoSites, when string, err error, said string) {
		if ended := new(exec.ExitError); errors.As(err, &ended) && (ended.ExitCode() != 2 || !strings.Contains(said, "site build: ")) {
			t.Errorf("%s: %v\n%s", when, err, said)
		}
		s.nothingLeft(when)
	})
}

// A build that is asked to stop ends with its exit code, or is done already. It prints nothing and leaves nothing beside
// the site.
func TestStopAtAnyChangeLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	signals := []string{"SIGINT", "SIGTERM", "SIGHUP"}
	atEachChange(t, func(n int) string { return signals[n%len(signals)] }, func(s *twoSites, when string, err error, said string) {
		if ended := new(exec.ExitError); errors.As(err, &ended) && ended.ExitCode() != stopped || said != "" {
			t.Errorf("%s: %v\n%s", when, err, said)
		}
		s.nothingLeft(when)
	})
}

// Hugo's changes to files are not counted above.
func TestStopWhileHugoWritesLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	s := newTwoSites(t)
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		s.turn()
		build := s.command()
		var said strings.Builder
		build.Stderr = &said
		must(t, build.Start())
		waitUntil(t, "Hugo writes a page", func() bool {
			written, _ := filepath.Glob(filepath.Join(s.dir, ".public-new", "*", "index.html"))
			return len(written) > 0
		})
		build.Process.Signal(signal) // it may be done already
		if err := build.Wait(); err != nil && build.ProcessState.ExitCode() != stopped || said.Len() > 0 {
			t.Errorf("%v: %v\n%s", signal, err, said.String())
		}
		s.whole(fmt.Sprint(signal))
		s.nothingLeft(fmt.Sprint(signal))
	}
	s.build()
}

func TestKillAtARandomTimeLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	s := newTwoSites(t)
	s.turn()
	began := time.Now()
	s.build()
	long := time.Since(began)
	kills := 5
	if sweep.Full() {
		kills = 20
	}
	for range kills {
		s.turn()
		build := s.command()
		must(t, build.Start())
		at := rand.N(long)
		kill := time.AfterFunc(at, func() { build.Process.Kill() })
		build.Wait() // killed, or done before
		kill.Stop()
		s.whole("killed after " + at.String())
		s.build()
	}
}

// Several builds at once, as when somebody builds while another's hook does: each waits for the one before.
func TestBuildsAtTheSameTimeDoNotMix(t *testing.T) {
	t.Parallel()
	s := newTwoSites(t)
	for range 4 {
		s.turn()
		var builds []*exec.Cmd
		for range 3 {
			build := s.command()
			must(t, build.Start())
			builds = append(builds, build)
		}
		for _, build := range builds {
			if err := build.Wait(); err != nil {
				t.Errorf("a build beside others: %v", err)
			}
		}
		s.whole("after three builds at the same time")
	}
}
