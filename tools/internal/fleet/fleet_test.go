package fleet_test

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/fleet"
)

func schools(n int) (list []fleet.School) {
	for i := range n {
		list = append(list, fleet.School{Folder: fmt.Sprintf("schools/s%d", i)})
	}
	return list
}

func TestEachSchoolIsInOneShard(t *testing.T) {
	for n := range 60 {
		for machines := 1; machines <= 25; machines++ {
			times, least, most := map[fleet.School]int{}, n, 0
			for part := 1; part <= machines; part++ {
				shard := fleet.Shard(schools(n), part, machines)
				least, most = min(least, len(shard)), max(most, len(shard))
				for _, s := range shard {
					times[s]++
				}
			}
			for _, s := range schools(n) {
				if times[s] != 1 {
					t.Fatalf("%d schools on %d machines: %s is built %d times", n, machines, s.Folder, times[s])
				}
			}
			if most-least > 1 {
				t.Errorf("%d schools on %d machines: one has %d and another %d", n, machines, most, least)
			}
		}
	}
}

func TestRunBuildsEachOnceAndSoManyAtATime(t *testing.T) {
	var now, most atomic.Int32
	var begun, ended []string
	build := func(_ context.Context, s fleet.School) fleet.Outcome {
		if at := now.Add(1); at > most.Load() {
			most.Store(at)
		}
		defer now.Add(-1)
		return fleet.Outcome{School: s, State: fleet.Built}
	}
	outcomes := fleet.Run(t.Context(), schools(40), 3, build, fleet.Watcher{
		Begun: func(s fleet.School) { begun = append(begun, s.Name()) },
		Ended: func(o fleet.Outcome) { ended = append(ended, o.School.Name()) },
	})
	for i, o := range outcomes {
		if o.School != schools(40)[i] {
			t.Errorf("outcome %d is of %s", i, o.School.Folder)
		}
	}
	slices.Sort(begun)
	slices.Sort(ended)
	if len(outcomes) != 40 || most.Load() > 3 || len(slices.Compact(begun)) != 40 || !slices.Equal(begun, ended) {
		t.Errorf("%d outcomes, %d at a time, begun %v, ended %v", len(outcomes), most.Load(), begun, ended)
	}
}

func TestRunBeginsNoMoreOnceItIsStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	build := func(_ context.Context, s fleet.School) fleet.Outcome {
		stop()
		return fleet.Outcome{School: s}
	}
	silent := fleet.Watcher{Begun: func(fleet.School) {}, Ended: func(fleet.Outcome) {}}
	if outcomes := fleet.Run(ctx, schools(9), 1, build, silent); len(outcomes) != 1 {
		t.Errorf("%d schools were built, want 1", len(outcomes))
	}
}

// sum returns the hash of what a school's site is made of: with one lesson of two, and its own folder.
func sum(t *testing.T, files fstest.MapFS, made string) string {
	t.Helper()
	in, err := fleet.Read(files, made, []string{"data/library", "content", "layouts"})
	if err != nil {
		t.Fatal(err)
	}
	own, err := in.Own("schools/a")
	if err != nil {
		t.Fatal(err)
	}
	return in.Sum(own, []string{"first/kind"})
}

func TestTheSumChangesWithWhatASiteIsMadeOf(t *testing.T) {
	files := func() fstest.MapFS {
		return fstest.MapFS{
			"content/lessons/first/kind.md": {Data: []byte("kind")}, "content/lessons/first/other.md": {Data: []byte("other")},
			"content/about.md": {Data: []byte("about")}, "layouts/page.html": {Data: []byte("page")},
			"data/library/illustrations/first/kind.yaml": {Data: []byte("kind")}, "data/library/illustrations/first/other.yaml": {Data: []byte("other")},
			"data/library/cast.yaml": {Data: []byte("cast")}, "schools/a/school.yaml": {Data: []byte("a")}, "schools/b/school.yaml": {Data: []byte("b")},
		}
	}
	before := sum(t, files(), "1")
	for name, changes := range map[string]bool{
		"content/lessons/first/kind.md": true, "content/lessons/first/other.md": false, "content/about.md": true, "layouts/page.html": true,
		"data/library/illustrations/first/kind.yaml": true, "data/library/illustrations/first/other.yaml": false, "data/library/cast.yaml": true,
		"data/library/illustrations/first/kind.txt": true, "schools/a/school.yaml": true, "schools/b/school.yaml": false, "schools/a/new.yaml": true, "schools/a/.new.yaml.swp": false,
	} {
		changed := files()
		changed[name] = &fstest.MapFile{Data: []byte("new")}
		if got := sum(t, changed, "1") != before; got != changes {
			t.Errorf("a change of %s changes the sum: %v, want %v", name, got, changes)
		}
	}
	if sum(t, files(), "2") == before {
		t.Error("another program has the same sum")
	}
}

func TestARecordThatCannotBeReadIsEmpty(t *testing.T) {
	if r := fleet.ReadRecord(t.TempDir()); r.Inputs != "" {
		t.Errorf("%+v", r)
	}
}
