package render

import (
	"os"
	"slices"
	"strings"
)

// kept are the variables that name the system's folders. Hugo takes settings from any variable whose name begins with HUGO,
// and parts of it read others (NODE_PATH, CI, DART_SASS_BINARY): a site must not depend on who builds it.
var kept = []string{"TMPDIR", "TMP", "TEMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR"}

// Environment returns those of a process's variables that Hugo may see. Start a process that builds a site with only these:
// some of Hugo's packages read variables before the process does anything else.
func Environment(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return !slices.Contains(kept, strings.ToUpper(name))
	})
}

// setEnvironment replaces the variables of the process.
func setEnvironment(all []string) {
	os.Clearenv()
	for _, variable := range all {
		if name, value, found := strings.Cut(variable, "="); found && name != "" {
			os.Setenv(name, value) // fails only for invalid names
		}
	}
}
