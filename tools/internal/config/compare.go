package config

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
)

// key is a setting that a file may have.
type key struct {
	path     string              // as an author writes it: "markup.goldmark.parser.autoHeadingIDType", "module.mounts[].source"
	values   []string            // the values it may have, as TOML; the hint suggests the first
	fits     func(string) string // if there is no list of values: returns how to fix a value, or "" if it is right
	optional bool
}

// refused maps the beginning of a setting's path, in small letters, to the harm that the setting would do.
type refused map[string]string

// reason returns the harm that a refused setting would do, or "".
func (r refused) reason(path string) string {
	for path = strings.ToLower(path); path != ""; path = above(path) {
		if why := r[path]; why != "" {
			return why
		}
	}
	return ""
}

// above is the path of the table that a setting is in.
func above(path string) string { return path[:max(strings.LastIndexByte(path, '.'), 0)] }

// comparison compares the settings of a file with those that it may have. Hugo and the host ignore the case of names.
type comparison struct {
	keys     []key
	harmful  refused
	seen     map[string]setting // by path in small letters
	reported []string           // the paths of unknown tables, in small letters, of which one fault was reported
	faults   *diag.List
}

func compare(src *diag.Source, found []setting, keys []key, harmful refused, faults *diag.List) {
	if len(found) == 0 {
		faults.Add(diag.Fault{
			Pos: diag.Pos{Source: src}, Code: diag.Config,
			Message: "the file has no settings",
			Hint:    "restore it from the project's history",
		})
		return
	}
	c := comparison{keys: keys, harmful: harmful, seen: map[string]setting{}, faults: faults}
	for i, s := range found {
		last := i+1 == len(found) || !strings.HasPrefix(found[i+1].path, s.path+".")
		c.setting(s, s.table && last)
	}
	for _, k := range keys {
		if _, there := c.seen[strings.ToLower(k.path)]; !there && !k.optional {
			faults.Add(diag.Fault{
				Pos: diag.Pos{Source: src}, Code: diag.Config,
				Message: fmt.Sprintf("the setting %q is missing", k.path),
				Hint:    "add " + k.line(),
			})
		}
	}
}

// setting checks one setting. Of an unknown table it reports the first setting only, or the table itself if it is
// empty.
func (c *comparison) setting(s setting, empty bool) {
	path := strings.ToLower(s.path)
	if first, twice := c.seen[path]; twice && !first.table {
		c.refuse(s, fmt.Sprintf("%q is already set on line %d (capitals make no difference)", s.name(), first.at.Line), "delete one of the two")
		return
	}
	if !s.table {
		c.seen[path] = s
	}
	for _, k := range c.keys {
		if strings.EqualFold(k.path, s.shape()) && !s.table {
			k.compare(s, c.faults)
			return
		}
	}
	why := c.harmful.reason(s.name())
	table := c.unknownTable(path)
	switch {
	case s.table && c.isTable(path), table != "" && slices.Contains(c.reported, table):
		return
	case s.table && why == "" && !empty:
		return // its content is reported
	case why != "":
		c.refuse(s, fmt.Sprintf("%q is not allowed here: %s", s.name(), why), "delete it")
	default:
		names := c.names(above(path))
		c.refuse(s, fmt.Sprintf("unknown setting %q", s.name()), diag.DidYouMean(s.last(), names, "delete it: the site does not need it"))
		if meant := diag.Suggest(s.last(), names); meant != "" {
			c.meant(strings.ToLower(strings.TrimPrefix(above(s.path)+"."+meant, ".")))
		}
	}
	c.reported = append(c.reported, table)
}

// refuse adds a fault at a setting.
func (c *comparison) refuse(s setting, message, hint string) {
	c.faults.Add(diag.Fault{Pos: s.at, Code: diag.Config, Message: message, Hint: hint})
}

// meant marks a setting as present: whoever misspelt its name has not left it out as well.
func (c *comparison) meant(path string) {
	if _, there := c.seen[path]; !there {
		c.seen[path] = setting{path: path, table: true}
	}
}

// isTable reports whether a path, in small letters, is that of a table with known settings.
func (c *comparison) isTable(path string) bool {
	path = index.ReplaceAllString(path, "[]")
	return slices.ContainsFunc(c.keys, func(k key) bool {
		known := strings.ToLower(k.path)
		return strings.HasPrefix(known, path+".") || strings.HasPrefix(known, path+"[]")
	})
}

// unknownTable returns the outermost table that contains a path, or is the path, and has no known settings.
func (c *comparison) unknownTable(path string) string {
	unknown := ""
	for ; path != "" && !c.isTable(path); path = above(path) {
		unknown = path
	}
	return unknown
}

// names returns the names that a table may contain, without the tables around it.
func (c *comparison) names(table string) (names []string) {
	table = index.ReplaceAllString(table, "[]")
	for _, k := range c.keys {
		if strings.EqualFold(above(k.path), table) {
			names = append(names, k.path[strings.LastIndexByte(k.path, '.')+1:])
		}
	}
	return names
}

// compare reports a setting with a value that it may not have.
func (k key) compare(s setting, faults *diag.List) {
	if k.fits != nil {
		if hint := k.fits(s.value); hint != "" {
			faults.Add(diag.Fault{
				Pos: s.at, Code: diag.Config,
				Message: fmt.Sprintf("%s can't be %s", s.name(), s.value),
				Hint:    hint,
			})
		}
		return
	}
	if !slices.Contains(k.values, s.value) {
		faults.Add(diag.Fault{
			Pos: s.at, Code: diag.Config,
			Message: fmt.Sprintf("%s: expected %s, found %s", s.name(), k.values[0], s.value),
			Hint:    "write " + k.line(),
		})
	}
}

// line returns how to write a setting, with its table if it is in one.
func (k key) line() string {
	table := above(k.path)
	if table == "" {
		return k.path + " = " + k.values[0]
	}
	head := "[" + table + "]"
	if list, is := strings.CutSuffix(table, "[]"); is {
		head = "[[" + list + "]]"
	}
	return k.path[len(table)+1:] + " = " + k.values[0] + " below " + head
}
