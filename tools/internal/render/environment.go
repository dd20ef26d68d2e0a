package render

import (
	"os"
	"slices"
	"strings"
)

// kept are the variables that say where a system has its folders. Hugo takes settings from any whose name begins with HUGO, and
// its parts look at others (NODE_PATH, CI, DART_SASS_BINARY): a site must not depend on who builds it.
var kept = []string{"TMPDIR", "TMP", "TEMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR"}

// Environment returns those of a process's variables that Hugo may see. A process that is started to build a site is
// best given these alone: some of Hugo's packages look at variables before the process does anything else.
func Environment(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return !slices.Contains(kept, strings.ToUpper(name))
	})
}

// setEnvironment gives the process these variables and no others.
func setEnvironment(all []string) {
	os.Clearenv()
	for _, variable := range all {
		if name, value, found := strings.Cut(variable, "="); found && name != "" {
			os.Setenv(name, value) // fails for names that no system gives
		}
	}
}
