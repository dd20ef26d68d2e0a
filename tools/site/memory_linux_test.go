package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"testing"
)

// mostGrowth is the largest ratio of a preview's memory after a hundred rebuilds to that after five.
const mostGrowth = 1.2

// BenchmarkServeMemory reports a preview's memory after five rebuilds and after a hundred. It fails if it grows: the memory
// of each build is to be freed when the build's process ends.
func BenchmarkServeMemory(b *testing.B) {
	dir := builtFixture(b)
	for b.Loop() {
		r := start(b, dir, "serve", "--addr", "127.0.0.1:0")
		r.waitFor("the site is on ")
		var early float64
		for n := 1; n <= 100; n++ {
			r.text = ""
			r.edit(dir)
			r.waitFor("built in ")
			if n == 5 {
				early = resident(b, r.cmd.Process.Pid)
			}
		}
		late := resident(b, r.cmd.Process.Pid)
		b.ReportMetric(early/1024, "MB-after-5")
		b.ReportMetric(late/1024, "MB-after-100")
		b.ReportMetric(late/early, "growth")
		if late > mostGrowth*early {
			b.Errorf("the preview has %.0f KB after 5 rebuilds and %.0f KB after 100", early, late)
		}
		must(b, r.cmd.Process.Signal(os.Interrupt))
		must(b, r.cmd.Wait())
	}
}

// resident returns the memory of a process, in KB.
func resident(b *testing.B, pid int) float64 {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	must(b, err)
	_, value, _ := bytes.Cut(status, []byte("VmRSS:"))
	fields := bytes.Fields(value)
	if len(fields) < 1 {
		b.Fatalf("/proc has no VmRSS:\n%s", status)
	}
	kb, err := strconv.ParseFloat(string(fields[0]), 64)
	must(b, err)
	return kb
}
