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
// HOW says. It makes FILE when it reaches that change. If N is 0, nothing happens but that FILE gets a byte for each change.
func interrupted() {
	how, reached, changes := os.Args[1], os.Args[3], 0
	n, err := strconv.Atoi(os.Args[2])
	orPanic(err)
	os.Args = append([]string{"site"}, os.Args[4:]...)
	self, err := os.FindProcess(os.Getpid())
	orPanic(err)
	before(func() error {
		if n == 0 {
			count, err := os.OpenFile(reached, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
			orPanic(err)
			defer count.Close()
			_, err = count.WriteString(".")
			return err
		}
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

// atChanges builds the project's two sites in turn, interrupted at a change to files that package out makes. check is called with what came
// of each build. It tries each of the first changes and of the last, and with TEST_ALL those between, of which most write one more file.
func atChanges(t *testing.T, how func(n int) string, check func(s *twoSites, when string, err error, said string)) {
	t.Helper()
	s := newTwoSites(t)
	all := s.changes()
	if all < 40 {
		t.Errorf("only %d changes were seen", all)
	}
	const first, last, between = 15, 25, 8
	for n := 1; n <= all; n++ {
		if n > first && n <= all-last && n%between != 0 && !sweep.Full() {
			continue
		}
		s.turn()
		reached, said, err := s.interrupted(how(n), n)
		when := fmt.Sprintf("%s at change %d of %d", how(n), n, all)
		s.whole(when)
		check(s, when, err, said)
		if !reached {
			t.Errorf("%s: the change did not come", when)
		}
		s.build() // so that the next one makes as many changes
	}
}

// interrupted runs a build that is interrupted at a change, and returns how it ended, what it said, and whether it came so far.
func (s *twoSites) interrupted(how string, n int) (reached bool, said string, err error) {
	s.t.Helper()
	file := filepath.Join(s.t.TempDir(), "reached")
	build := exec.Command("site-interrupted", how, strconv.Itoa(n), file, "build")
	build.Dir = s.dir
	var stderr strings.Builder
	build.Stderr = &stderr
	err = build.Run()
	if err != nil && !errors.As(err, new(*exec.ExitError)) {
		s.t.Fatal(err)
	}
	_, missing := os.Stat(file)
	return missing == nil, stderr.String(), err
}

// changes returns how many changes a build makes to files.
func (s *twoSites) changes() int {
	s.t.Helper()
	s.turn()
	file := filepath.Join(s.t.TempDir(), "changes")
	build := exec.Command("site-interrupted", "counted", "0", file, "build")
	build.Dir = s.dir
	if said, err := build.CombinedOutput(); err != nil {
		s.t.Fatalf("%v\n%s", err, said)
	}
	counted, err := os.Stat(file)
	must(s.t, err)
	return int(counted.Size())
}

func TestKillAtAnyChangeLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	atChanges(t, func(int) string { return "killed" }, func(s *twoSites, when string, err error, _ string) {
		if err != nil && !endedBy(err, syscall.SIGKILL) {
			t.Errorf("%s: %v", when, err)
		}
	})
}

// The build may succeed all the same: what cannot be deleted is tried twice.
func TestFailureOfAnyChangeLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	atChanges(t, func(int) string { return "fails" }, func(s *twoSites, when string, err error, said string) {
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
	atChanges(t, func(n int) string { return signals[n%len(signals)] }, func(s *twoSites, when string, err error, said string) {
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
