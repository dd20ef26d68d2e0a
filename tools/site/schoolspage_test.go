package main

import (
	"testing"

	"safeonline/tools/internal/fleet"
)

// Whatever becomes of a build, the row of a school says what was last known of it, and why its site is not that of its files.
func TestARowSaysWhatIsKnownOfASchool(t *testing.T) {
	const was, told = `{"name":"Ash","rules":9,"trouble":"the build failed"}`, `{"name":"Ash School","rules":8,"stale":1}`
	for _, c := range []struct {
		state     fleet.State
		told, was string
		name      string
		rules     int
		trouble   string
	}{
		{fleet.Built, told, was, "Ash School", 8, ""},
		{fleet.Faulty, "", was, "Ash", 9, "its files have faults"},
		{fleet.Faulty, told, was, "Ash School", 8, "lessons are to be compared with their rules first"},
		{fleet.Faulty, "", told, "Ash School", 8, "its files have faults"},
		{fleet.Failed, "", was, "Ash", 9, "the build failed"},
		{fleet.Failed, "", "", "", 0, "the build failed"},
		{fleet.Faulty, "", `{"name":["of another version"]}`, "", 0, "its files have faults"},
	} {
		o := fleet.Outcome{School: fleet.School{Folder: "schools/ash"}, State: c.state}
		got := known(summarise(o, []byte(c.told), []byte(c.was)))
		if got.Folder != "schools/ash" || got.Name != c.name || got.Rules != c.rules || got.Trouble != c.trouble {
			t.Errorf("%s, told %q after %q: %+v", c.state, c.told, c.was, got)
		}
	}
}
