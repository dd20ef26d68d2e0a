package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/model"
)

// audience is whom a text names.
type audience struct {
	groups []group // in the order in which they are named
	years  []int   // of school
	stages []int   // by their numbers, as in Key Stage Two
	early  bool    // before Year 1
}

// people finds whom a text names.
func people(text string) (a audience) {
	at := map[string]int{}
	for _, g := range groups {
		if m := g.words.FindStringIndex(text); m != nil {
			a.groups = append(a.groups, g)
			at[g.id] = m[0]
		}
	}
	slices.SortStableFunc(a.groups, func(x, y group) int { return at[x.id] - at[y.id] })
	a.early = earlyWords.MatchString(schoolName.ReplaceAllString(text, " ")) // a school with a nursery has older children too
	for _, m := range stageWord.FindAllStringSubmatch(text, -1) {
		for _, word := range m[1:] {
			if n := number[strings.ToLower(word)]; n > 0 {
				a.stages = append(a.stages, n)
			}
		}
	}
	a.years = years(text)
	return a
}

var digit = regexp.MustCompile(`[1-6]`)

// years returns the years of school that a text names.
func years(text string) (list []int) {
	add := func(some ...int) {
		for _, y := range some {
			if !slices.Contains(list, y) {
				list = append(list, y)
			}
		}
	}
	for _, m := range yearWord.FindAllStringSubmatch(text, -1) {
		first, _ := strconv.Atoi(m[1])
		add(first)
		for _, more := range digit.FindAllStringIndex(m[2], -1) {
			n, _ := strconv.Atoi(m[2][more[0]:more[1]])
			if gap := m[2][:more[0]]; strings.Contains(gap, "to") || strings.ContainsAny(gap, "-–") {
				for y := first + 1; y < n; y++ {
					add(y)
				}
			}
			add(n)
		}
	}
	for _, y := range yearsOf {
		if y.words.MatchString(text) {
			add(y.years...)
		}
	}
	slices.Sort(list)
	return list
}

// named returns the first group that a text names, and whether there is one.
func (a audience) has(id string) bool {
	return slices.ContainsFunc(a.groups, func(g group) bool { return g.id == id })
}

// pupils reports whether a text is for pupils: it names them, or their years, and no others before them.
func (a audience) pupils() bool {
	young := a.early || len(a.years) > 0 || len(a.stages) > 0
	if len(a.groups) == 0 {
		return young
	}
	return a.has("pupils") && (a.groups[0].id == "pupils" || a.groups[0].id == "parents") || young && !a.has("staff") && !a.has("parents")
}

// stageNumber returns the number in the formal name of a stage, as in Key Stage Two.
func stageNumber(s model.Stage) int {
	words := strings.Fields(strings.ToLower(s.Formal.Value))
	if len(words) == 0 {
		return 0
	}
	return number[words[len(words)-1]]
}

// yearsIn returns the years of the groups of a stage.
func yearsIn(s model.Stage) (list []int) {
	for _, g := range s.Groups {
		list = append(list, years(g.Name.Value)...)
	}
	return list
}

// stage returns the stage of the pupils that a text names, and false if that cannot be said. No stage is for pupils who are too young.
func (a audience) stage(all []model.Stage) (of *model.Stage, sure bool) {
	for i := range all {
		if slices.Contains(a.stages, stageNumber(all[i])) {
			if of != nil {
				return nil, false
			}
			of = &all[i]
		}
	}
	if of != nil || len(a.years) == 0 {
		return of, of != nil || a.early
	}
	most, tie := 0, false
	for i := range all {
		n := 0
		for _, y := range yearsIn(all[i]) {
			if slices.Contains(a.years, y) {
				n++
			}
		}
		if tie = n > 0 && n == most || tie && n <= most; n > most {
			most, of = n, &all[i]
		}
	}
	spread := len(a.years) > most
	return of, of != nil && !tie && !spread
}

// list writes things one after the other: "a, b and c".
func list(things []string) string {
	if n := len(things); n > 1 {
		return strings.Join(things[:n-1], ", ") + " and " + things[n-1]
	}
	return strings.Join(things, "")
}

// yearWords writes years of school: "Years 3 to 6", "Reception and Year 1".
func yearWords(years []int, early bool) string {
	var parts []string
	if early {
		parts = append(parts, "Reception")
	}
	switch n := len(years); {
	case n == 0:
	case n == 1:
		parts = append(parts, fmt.Sprintf("Year %d", years[0]))
	case n > 2 && years[n-1]-years[0] == n-1:
		parts = append(parts, fmt.Sprintf("Years %d to %d", years[0], years[n-1]))
	default:
		var each []string
		for _, y := range years {
			each = append(each, strconv.Itoa(y))
		}
		parts = append(parts, "Years "+list(each))
	}
	return list(parts)
}
