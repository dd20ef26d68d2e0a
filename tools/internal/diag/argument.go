package diag

import "strings"

// special are characters for which some shell does not take a name as it stands.
const special = " \t'\"\\`$&;()[]{}<>|*?!#~"

// Argument returns the name of a file or folder as it stands in a command that somebody copies: in quotation marks if it needs them.
func Argument(name string) string {
	if name != "" && !strings.ContainsAny(name, special) {
		return name
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`", "$", `\$`).Replace(name) + `"`
}
