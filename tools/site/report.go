package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/fleet"
)

// report tells how the building of many schools goes: with a bar on a terminal, with a line for each school elsewhere, or as JSON.
type report struct {
	env     *env
	json    bool
	bar     *progressbar.ProgressBar // nil if nobody looks
	atWork  []string
	done    int
	all     int
	faults  int
	already map[string]string // what was said of a school, and of which
}

func newReport(e *env, json bool, all int) *report {
	r := &report{env: e, json: json, all: all, already: map[string]string{}}
	if !json && term.IsTerminal(int(os.Stderr.Fd())) {
		r.bar = progressbar.NewOptions(all, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
	}
	return r
}

func (r *report) watcher() fleet.Watcher { return fleet.Watcher{Begun: r.begun, Ended: r.ended} }

func (r *report) begun(s fleet.School) {
	r.atWork = append(r.atWork, s.Name())
	r.describe()
}

// describe says beside the bar which schools are at work, and how many have faults.
func (r *report) describe() {
	if r.bar == nil {
		return
	}
	text := strings.Join(r.atWork, ", ")
	if r.faults > 0 {
		text += ", " + english.Count(r.faults, "school") + " with faults"
	}
	r.bar.Describe(text)
}

func (r *report) ended(o fleet.Outcome) {
	r.done++
	r.atWork = slices.DeleteFunc(r.atWork, func(name string) bool { return name == o.School.Name() })
	if o.State == fleet.Faulty || o.State == fleet.Failed {
		r.faults++
	}
	switch {
	case r.json:
		r.line(o)
	case r.bar != nil:
		r.bar.Add(1) // fails only where there is no terminal any more
		r.describe()
		if o.Said != "" {
			r.bar.Clear()
		}
		r.say(o)
	default:
		fmt.Fprintf(r.env.stderr, "%d of %d: %s: %s\n", r.done, r.all, o.School.Name(), brief(o))
		r.say(o)
	}
}

// say prints what is wrong with a school. What was said of another in the same words is not said again: it is a fault of the library.
func (r *report) say(o fleet.Outcome) {
	if o.Said == "" {
		return
	}
	if other, is := r.already[o.Said]; is {
		fmt.Fprintf(r.env.stderr, "%s: the same as %s\n", o.School.Name(), other)
		return
	}
	r.already[o.Said] = o.School.Name()
	fmt.Fprintf(r.env.stderr, "%s:\n%s", o.School.Name(), o.Said)
}

// line prints an outcome as JSON. Took is in seconds.
func (r *report) line(o fleet.Outcome) {
	json.NewEncoder(r.env.stdout).Encode(struct {
		School string      `json:"school"`
		State  fleet.State `json:"state"`
		Pages  int         `json:"pages"`
		Bytes  int64       `json:"bytes"`
		Took   float64     `json:"seconds"`
		Said   string      `json:"said,omitempty"`
	}{o.School.Folder, o.State, o.Pages, o.Bytes, o.Took.Round(time.Millisecond).Seconds(), o.Said})
}

// brief says in a few words what became of a school.
func brief(o fleet.Outcome) string {
	if o.State != fleet.Built {
		return string(o.State)
	}
	return fmt.Sprintf("built: %s, %d KB, %.1f s", english.Count(o.Pages, "page"), o.Bytes>>10, o.Took.Seconds())
}

// end prints a table of what became of each school.
func (r *report) end(outcomes []fleet.Outcome) {
	if r.bar != nil {
		r.bar.Finish()
	}
	if r.json {
		return
	}
	counts := map[fleet.State]int{}
	table := tabwriter.NewWriter(r.env.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "school\tstate\tpages\tKB\tseconds")
	for _, o := range outcomes {
		counts[o.State]++
		fmt.Fprintf(table, "%s\t%s\t%d\t%d\t%.1f\n", o.School.Name(), o.State, o.Pages, o.Bytes>>10, o.Took.Seconds())
	}
	table.Flush()
	fmt.Fprintf(r.env.stdout, "%s: %d built, %d unchanged, %d with faults, %d failed; the sites are in %s/\n", english.Count(len(outcomes), "school"),
		counts[fleet.Built], counts[fleet.Unchanged], counts[fleet.Faulty], counts[fleet.Failed], sitesFolder)
}
