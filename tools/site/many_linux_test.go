package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// The process of one school is killed, as the system does where memory is short. That school keeps the site that it had, the others are built,
// and the next run builds what is missing.
func TestAKilledSchoolSpoilsNoOther(t *testing.T) {
	t.Parallel()
	dir := builtFixture(t)
	names := withSchools(t, dir, "ash", "elm", "oak")
	run := func() *exec.Cmd {
		build := exec.Command("site", append([]string{"build", "--memory", "512"}, names...)...) // one at a time
		build.Dir = dir
		return build
	}
	complete(t, run())
	before := sitesIn(t, dir, names)
	for _, name := range names {
		replaceIn(t, filepath.Join(dir, name, "school.yaml"), "name: ", "name: New ")
	}
	build := run()
	var out strings.Builder
	build.Stdout = &out
	must(t, build.Start())
	waitUntil(t, "the process of Elm runs", func() bool { return killSchool("elm", build.Process.Pid) })
	ended := new(exec.ExitError)
	if err := build.Wait(); !errors.As(err, &ended) || ended.ExitCode() != 2 || !strings.Contains(out.String(), "3 schools: 2 built, 0 unchanged, 0 with faults, 1 failed") {
		t.Fatalf("%v\n%s", err, out.String())
	}
	for i, now := range sitesIn(t, dir, names) {
		if kept := same(now, before[i]); kept != (names[i] == "schools/elm") {
			t.Errorf("%s has the site that it had: %v", names[i], kept)
		}
	}
	again, err := run().CombinedOutput()
	if err != nil || !strings.Contains(string(again), "3 schools: 1 built, 2 unchanged") {
		t.Errorf("the next run: %v\n%s", err, again)
	}
}

// A run that somebody stops says what is ready, and that the rest is as it was.
func TestAStoppedRunSaysWhatIsReady(t *testing.T) {
	t.Parallel()
	dir := builtFixture(t)
	names := withSchools(t, dir, "fir", "yew", "ivy")
	build := exec.Command("site", append([]string{"build", "--memory", "512"}, names...)...)
	build.Dir = dir
	var out, told strings.Builder
	build.Stdout, build.Stderr = &out, &told
	must(t, build.Start())
	waitUntil(t, "the process of Yew runs", func() bool { return schoolProcess("yew", build.Process.Pid) != 0 })
	must(t, build.Process.Signal(os.Interrupt))
	ended := new(exec.ExitError)
	if err := build.Wait(); !errors.As(err, &ended) || ended.ExitCode() != stopped {
		t.Fatalf("%v\n%s", err, told.String())
	}
	if !strings.Contains(out.String(), "2 schools: 1 built, 0 unchanged, 0 with faults, 0 failed, 1 stopped") ||
		!strings.Contains(told.String(), "1 school of 3 ready; the others keep the sites that they had. The same command goes on from here.") {
		t.Errorf("it says\n%s%s", out.String(), told.String())
	}
}

// killSchool kills the process in which a run builds a school, and reports whether there is one.
func killSchool(name string, run int) bool {
	pid := schoolProcess(name, run)
	return pid != 0 && syscall.Kill(pid, syscall.SIGKILL) == nil
}

// schoolProcess returns the id of the process in which a run builds a school, or 0 if there is none.
func schoolProcess(name string, run int) (pid int) {
	processes, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, file := range processes {
		said, err := os.ReadFile(file)
		folder := filepath.Dir(file)
		status, failed := os.ReadFile(folder + "/stat")
		if err != nil || failed != nil || !bytes.Contains(said, []byte("\x00--into\x00"+name+"\x00")) {
			continue
		}
		_, after, _ := strings.Cut(string(status), ") ")
		fields := strings.Fields(after)
		if len(fields) < 2 || fields[1] != strconv.Itoa(run) {
			continue // a school of that name in another test
		}
		pid, _ := strconv.Atoi(filepath.Base(folder))
		return pid
	}
	return 0
}
