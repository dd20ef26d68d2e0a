//go:build large

package main

import (
	"os"
	"runtime/debug"
	"testing"
)

// BenchmarkLargeBuild is BenchmarkBuild with a hundred times the school's lessons, once. It takes minutes and 3 GB, so it has
// a build tag, and is run by `make large`.
func BenchmarkLargeBuild(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, manifold(b, 100)); err != nil {
		b.Fatal(err)
	}
	debug.FreeOSMemory() // a new process's peak of memory begins with that of this one
	besideHugo(b, dir, 1)
}
