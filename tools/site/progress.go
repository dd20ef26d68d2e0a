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

// progress tells how the building of many schools goes: with a bar on a terminal, with a line for each school elsewhere, or as JSON.
type progress struct {
	env    *env
	json   bool
	bar    *progressbar.ProgressBar // nil if nobody looks
	atWork []string
	done   int
	all    int
	faults int
	shared map[string]bool // faults of what all schools share, as they were printed
}

func newProgress(e *env, json bool) *progress {
	return &progress{env: e, json: json, shared: map[string]bool{}}
}

// watcher returns what is to be told of the building of so many schools.
func (p *progress) watcher(all int) fleet.Watcher {
	p.all = all
	if !p.json && term.IsTerminal(int(os.Stderr.Fd())) {
		p.bar = progressbar.NewOptions(all, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
	}
	return fleet.Watcher{Begun: p.begun, Ended: p.ended}
}

func (p *progress) begun(s fleet.School) {
	p.atWork = append(p.atWork, s.Name())
	p.describe()
}

// describe says beside the bar which schools are at work, and how many have faults.
func (p *progress) describe() {
	if p.bar == nil {
		return
	}
	text := strings.Join(p.atWork, ", ")
	if p.faults > 0 {
		text += ", " + english.Count(p.faults, "school") + " with faults"
	}
	p.bar.Describe(text)
}

func (p *progress) ended(o fleet.Outcome) {
	p.done++
	p.atWork = slices.DeleteFunc(p.atWork, func(name string) bool { return name == o.School.Name() })
	if o.State == fleet.Faulty || o.State == fleet.Failed {
		p.faults++
	}
	switch {
	case p.json:
		p.line(o)
	case p.bar != nil:
		p.bar.Add(1) // fails only where there is no terminal any more
		p.describe()
		if o.Said != "" {
			p.bar.Clear()
		}
		p.say(o)
	default:
		fmt.Fprintf(p.env.stderr, "%d of %d: %s: %s\n", p.done, p.all, o.School.Name(), brief(o))
		p.say(o)
	}
}

// ofAll notes what was printed of the files that all schools share, so that no school says it again.
func (p *progress) ofAll(said string) {
	for _, part := range inParts(said) {
		p.shared[part] = true
	}
}

// say prints what is wrong in a school's own folder. What is wrong elsewhere may concern other schools too, and comes at the end.
func (p *progress) say(o fleet.Outcome) {
	if own, _ := p.fresh(o); own != "" {
		fmt.Fprintf(p.env.stderr, "%s:\n%s", o.School.Name(), own)
	}
}

// fresh returns what a build printed of its school's own, and its faults elsewhere, such as in the folder of its trust, without those of what
// all schools share.
func (p *progress) fresh(o fleet.Outcome) (own string, elsewhere []string) {
	for _, part := range inParts(o.Said) {
		line := firstLine(part)
		isFault := strings.Contains(line, ": error: ") || strings.Contains(line, ": warning: ")
		switch {
		case p.shared[part]:
		case isFault && !strings.HasPrefix(line, o.School.Folder+"/"):
			elsewhere = append(elsewhere, part)
		default:
			own += part
		}
	}
	return own, elsewhere
}

// ofSeveral prints each fault outside the schools' own folders once, with the schools that it concerns. Its hint is that of the first.
func (p *progress) ofSeveral(outcomes []fleet.Outcome) {
	var faults []string
	schools := map[string][]string{} // their names, by the first line of a fault
	for _, o := range outcomes {
		_, elsewhere := p.fresh(o)
		for _, fault := range elsewhere {
			line := firstLine(fault)
			if schools[line] == nil {
				faults = append(faults, fault)
			}
			schools[line] = append(schools[line], o.School.Name())
		}
	}
	for _, fault := range faults {
		names := schools[firstLine(fault)]
		fmt.Fprintf(p.env.stderr, "%s  concerns %s: %s\n", fault, english.Count(len(names), "school"), fewOf(names))
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// mostNamed is how many schools a fault names that concerns more.
const mostNamed = 5

// fewOf returns names as a list: all of a few, or the first and how many more there are.
func fewOf(names []string) string {
	if more := len(names) - mostNamed; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:mostNamed], ", "), more)
	}
	return strings.Join(names, ", ")
}

// inParts splits what a build printed before each line that is not indented: a fault is such a line and those below it.
func inParts(said string) (list []string) {
	for line := range strings.Lines(said) {
		if len(list) == 0 || !strings.HasPrefix(line, " ") {
			list = append(list, "")
		}
		list[len(list)-1] += line
	}
	return list
}

// line prints an outcome as JSON. Took is in seconds.
func (p *progress) line(o fleet.Outcome) {
	json.NewEncoder(p.env.stdout).Encode(struct {
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
func (p *progress) end(outcomes []fleet.Outcome) {
	if p.bar != nil {
		p.bar.Finish()
	}
	if p.json {
		return
	}
	p.ofSeveral(outcomes)
	counts := map[fleet.State]int{}
	table := tabwriter.NewWriter(p.env.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "school\tstate\tpages\tKB\tseconds")
	for _, o := range outcomes {
		counts[o.State]++
		fmt.Fprintf(table, "%s\t%s\t%d\t%d\t%.1f\n", o.School.Name(), o.State, o.Pages, o.Bytes>>10, o.Took.Seconds())
	}
	table.Flush()
	interrupted := ""
	if n := counts[fleet.Stopped]; n > 0 {
		interrupted = fmt.Sprintf(", %d stopped", n)
	}
	fmt.Fprintf(p.env.stdout, "%s: %d built, %d unchanged, %d with faults, %d failed%s; the sites are in %s/\n", english.Count(len(outcomes), "school"),
		counts[fleet.Built], counts[fleet.Unchanged], counts[fleet.Faulty], counts[fleet.Failed], interrupted, sitesFolder)
}

// stopped says what became of the schools when somebody stopped the build.
func (p *progress) stopped(outcomes []fleet.Outcome, all int) {
	done := 0
	for _, o := range outcomes {
		if o.State == fleet.Built || o.State == fleet.Unchanged {
			done++
		}
	}
	fmt.Fprintf(p.env.stderr, "%s of %d ready; the others keep the sites that they had. The same command goes on from here.\n", english.Count(done, "school"), all)
}
