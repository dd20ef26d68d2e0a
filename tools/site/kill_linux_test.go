package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"safeonline/tools/internal/sweep"
)

// A build is killed before a change to files, Hugo's own among them: every file that it begins, writes, renames or deletes,
// and every folder likewise. The kernel reports each call, as it does to a debugger. With TEST_ALL every fourth change is tried,
// from a random one on, so that several runs try them all: neighbours are mostly the same call for the next file. Without it, a
// few are tried, spread over the build.
func TestKillBeforeASystemCallLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	s := newTwoSites(t)
	s.turn()
	all, _ := killBefore(t, s.command(), math.MaxInt, s.dir)
	if all < 40 {
		t.Fatalf("only %d changes were seen: the watch over them is broken", all)
	}
	const some = 8
	first, step := 1, all/some
	if sweep.Full() {
		first, step = 1+rand.N(4), 4
	}
	const workers = 2
	for worker := range workers {
		t.Run(fmt.Sprint(worker), func(t *testing.T) {
			t.Parallel()
			s := newTwoSites(t)
			for n := first + worker*step; ; n += workers * step {
				s.turn()
				_, done := killBefore(t, s.command(), n, s.dir)
				s.whole(fmt.Sprintf("killed before change %d", n))
				if done {
					break
				}
				s.build()
			}
		})
	}
}

// killBefore runs a command and kills it before its change to files number n, counted from 1. It returns the number of
// changes seen, and whether the command came to its end instead.
func killBefore(t *testing.T, cmd *exec.Cmd, n int, below string) (seen int, done bool) {
	t.Helper()
	runtime.LockOSThread() // the kernel reports only to the thread that starts a traced process
	defer runtime.UnlockOSThread()
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	pid := cmd.Process.Pid
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(pid, &status, 0, nil); err != nil || !status.Stopped() {
		t.Fatalf("the build does not begin: %v", err)
	}
	const exitKill = 0x100000 // PTRACE_O_EXITKILL: the build ends with this test
	must(t, syscall.PtraceSetOptions(pid, exitKill|syscall.PTRACE_O_TRACESYSGOOD|syscall.PTRACE_O_TRACECLONE|syscall.PTRACE_O_TRACEFORK|syscall.PTRACE_O_TRACEVFORK))
	must(t, syscall.PtraceSyscall(pid, 0))
	for {
		thread, err := syscall.Wait4(-pid, &status, syscall.WALL, nil)
		if err != nil {
			t.Fatal(err)
		}
		signal := 0
		switch {
		case status.Exited() || status.Signaled():
			if thread == pid {
				return seen, status.Exited()
			}
			continue
		case status.StopSignal() == syscall.SIGTRAP|0x80:
			if changes(pid, thread, below) {
				if seen++; seen == n {
					must(t, syscall.Kill(pid, syscall.SIGKILL))
				}
			}
		case status.StopSignal() != syscall.SIGTRAP && status.StopSignal() != syscall.SIGSTOP:
			signal = int(status.StopSignal()) // Go's own, between its threads
		}
		syscall.PtraceSyscall(thread, signal) // if it has ended meanwhile, that is reported next
	}
}

// changes reports whether a thread is about to change something in the file system, or to write to a file below a folder.
func changes(pid, thread int, below string) bool {
	var call struct { // struct ptrace_syscall_info
		op       uint8
		_        [3]uint8
		_        uint32
		_, _     uint64
		number   uint64
		argument [6]uint64
	}
	const getInfo, entry = 0x420e, 1 // PTRACE_GET_SYSCALL_INFO, PTRACE_SYSCALL_INFO_ENTRY
	_, _, fault := unix.Syscall6(unix.SYS_PTRACE, getInfo, uintptr(thread), unsafe.Sizeof(call), uintptr(unsafe.Pointer(&call)), 0, 0)
	if fault != 0 || call.op != entry {
		return false
	}
	switch call.number {
	case unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_UNLINKAT, unix.SYS_MKDIRAT:
		return true
	case unix.SYS_OPENAT:
		return call.argument[2]&(unix.O_CREAT|unix.O_TRUNC) != 0
	case unix.SYS_WRITE, unix.SYS_PWRITE64:
		file, err := os.Readlink(filepath.Join("/proc", fmt.Sprint(pid), "fd", fmt.Sprint(call.argument[0])))
		return err == nil && strings.HasPrefix(file, below)
	}
	return false
}
