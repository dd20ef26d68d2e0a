// Package fleet builds the sites of many schools, several at a time: it says whose turn it is, which of them need no build, and what became
// of each. What a build is, the command says.
package fleet

import (
	"context"
	"path"
	"sync"
	"time"
)

// School is a school whose site is built.
type School struct {
	Folder string // below the project's, with slashes
}

// Name returns the last part of its folder, which is also the name of its site's folder.
func (s School) Name() string { return path.Base(s.Folder) }

// Shard returns the schools that are the part'th of several machines' (from 1). Each school is one machine's, and their numbers differ by one
// at most.
func Shard(schools []School, part, machines int) (list []School) {
	for i := part - 1; i < len(schools); i += machines {
		list = append(list, schools[i])
	}
	return list
}

// State is what became of a school's site.
type State string

const (
	Built     State = "built"
	Unchanged State = "unchanged" // nothing that it is made of has changed since it was built
	Faulty    State = "faults"    // its content has errors: its site is as it was
	Failed    State = "failed"    // something else went wrong: its site is as it was
	Stopped   State = "stopped"   // somebody stopped the build: its site is as it was
)

// Outcome is what became of a school's site, and what there is to say of it.
type Outcome struct {
	School School
	State  State
	Pages  int
	Bytes  int64
	Took   time.Duration
	Said   string // faults and warnings, as they are printed

	Summary []byte // of what is known of the school, as JSON; empty if it could not be read
}

// Watcher is told what happens. Its functions are called by one goroutine at a time.
type Watcher struct {
	Begun func(School)
	Ended func(Outcome)
}

// Run calls build for each school, atOnce at a time, and returns the outcomes in the order of the schools. After the context has ended it
// begins no more, and returns the outcomes of those that it began.
func Run(ctx context.Context, schools []School, atOnce int, build func(context.Context, School) Outcome, w Watcher) []Outcome {
	outcomes := make([]Outcome, len(schools))
	begun := 0
	var mu sync.Mutex
	next := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		if begun == len(schools) || ctx.Err() != nil {
			return 0, false
		}
		begun++
		w.Begun(schools[begun-1])
		return begun - 1, true
	}
	var workers sync.WaitGroup
	for range min(atOnce, len(schools)) {
		workers.Go(func() {
			for i, more := next(); more; i, more = next() {
				o := build(ctx, schools[i])
				mu.Lock()
				outcomes[i] = o
				w.Ended(o)
				mu.Unlock()
			}
		})
	}
	workers.Wait()
	return outcomes[:begun]
}
