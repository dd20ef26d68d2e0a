//go:build large

package main

import (
	"os"
	"runtime/debug"
	"testing"
)

// BenchmarkLargeBuild is BenchmarkBuild with a hundred times the school's lessons. It takes minutes and some 4 GB, so it has
// a build tag:
//
//	go test -tags large -run '^$' -bench LargeBuild -benchtime 1x ./tools/site
func BenchmarkLargeBuild(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, manifold(b, 100)); err != nil {
		b.Fatal(err)
	}
	debug.FreeOSMemory() // a new process counts what this one holds as its own
	besideHugo(b, dir, 3)
}
