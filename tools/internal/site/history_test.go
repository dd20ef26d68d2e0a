package site

import (
	"testing"

	"safeonline/tools/internal/model"
)

func TestHistoryGoesForward(t *testing.T) {
	for name, c := range map[string]struct {
		h    model.History
		want string
	}{
		"nothing":                        {model.History{}, "[]"},
		"all in order":                   {model.History{Editions: adopted("2017", "2026-09-01"), Reviews: on("2018-05-01", "2027-02-01"), NextReview: text("2028-02-01")}, "[]"},
		"reviewed before it was adopted": {model.History{Editions: adopted("2026"), Reviews: on("2018-05-01")}, "[]"},
		"editions in the wrong order":    {model.History{Editions: adopted("2026-09-01", "2017")}, "[bad-date]"},
		"an edition twice":               {model.History{Editions: adopted("2017", "2017")}, "[duplicate-id]"},
		"reviews in the wrong order":     {model.History{Reviews: on("2018-05-01", "2016-05-01", "2017-05-01")}, "[bad-date bad-date]"},
		"an approval twice":              {model.History{Approvals: on("2018-05-01", "2018-05-01")}, "[duplicate-id]"},
		"next on the day of the last":    {model.History{Reviews: on("2026-09-01"), NextReview: text("2026-09-01")}, "[]"},
		"next before the last":           {model.History{Reviews: on("2026-09-01"), NextReview: text("2025-09-01")}, "[bad-date]"},
		"next before the policy":         {model.History{Editions: adopted("2026-09-01"), NextReview: text("2025-09-01")}, "[bad-date]"},
		"next in the year of the policy": {model.History{Editions: adopted("2026"), NextReview: text("2026-09-01")}, "[]"},
	} {
		ch := checker{data: model.Data{History: c.h}}
		ch.history()
		if got := codes(ch.faults); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func adopted(days ...string) (list []model.Edition) {
	for _, day := range days {
		list = append(list, model.Edition{Adopted: text(day)})
	}
	return list
}

func on(days ...string) (list []model.Decision) {
	for _, day := range days {
		list = append(list, model.Decision{On: text(day)})
	}
	return list
}
