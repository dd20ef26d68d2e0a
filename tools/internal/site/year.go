package site

import (
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// YearGroup is a year group for which the school has rules, with the sets of rules that its pupils have.
type YearGroup struct {
	model.YearGroup
	Sets []Set
}

// Groups returns the year groups that the set is for. Where nobody said which they are, all its pupils are one group.
func (s Set) Groups() []model.YearGroup {
	if len(s.Stage.Groups) > 0 {
		return s.Stage.Groups
	}
	return []model.YearGroup{{Name: s.Stage.Years, Ages: s.Stage.Ages}}
}

// YearGroups returns the year groups of all sets, in the order of the sets. A group that several sets name is one.
func (s *Site) YearGroups() (groups []YearGroup) {
	for _, set := range s.Sets() {
		for _, g := range set.Groups() {
			at := slices.IndexFunc(groups, func(other YearGroup) bool { return other.Name.Value == g.Name.Value })
			if at < 0 {
				at = len(groups)
				groups = append(groups, YearGroup{YearGroup: g})
			}
			groups[at].Sets = append(groups[at].Sets, set)
		}
	}
	return groups
}

// Ask returns a question that a family of the year group can ask at home, from one of its lessons. The year groups of a set get
// those of different lessons, so that a family has another one each year. It is empty if no rule has a lesson.
func (g YearGroup) Ask() (question diag.Text) {
	for _, set := range g.Sets {
		groups, lessons := set.Groups(), set.Lessons()
		if len(lessons) == 0 {
			continue
		}
		nth := 1 + slices.IndexFunc(groups, func(other model.YearGroup) bool { return other.Name.Value == g.Name.Value })
		return lessons[max(nth*len(lessons)/len(groups)-1, 0)].Lesson.Home.Ask
	}
	return question
}
