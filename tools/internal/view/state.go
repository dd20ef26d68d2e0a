package view

import (
	"safeonline/tools/internal/site"
)

// State is what is known of the policy that is in force. A value that is not known is empty. Days are in the form 2026-09-01, or a year
// where no more is known.
type State struct {
	Adopted    string `json:"adopted"`
	AdoptedBy  string `json:"adopted_by"`
	For        string `json:"for"` // what this edition was adopted for
	Approved   string `json:"approved"`
	ApprovedBy string `json:"approved_by"`
	Owner      string `json:"owner"`
	Contact    string `json:"contact"` // who answers questions about the policy
	Reviewed   string `json:"reviewed"`
	ReviewedBy string `json:"reviewed_by"`
	NextReview string `json:"next_review"`
	Since      bool   `json:"since"` // it was reviewed since it was adopted, as far as the two are known
	Editions   int    `json:"editions"`
}

// StateOf returns the state of a site's policy.
func StateOf(s *site.Site) State {
	h := s.History
	current, approval, review := h.Current(), h.Approval(), h.Review()
	return State{
		Adopted: current.Adopted.Value, AdoptedBy: Typeset(current.By), For: Typeset(current.For),
		Approved: approval.On.Value, ApprovedBy: Typeset(approval.By),
		Owner: Typeset(h.Owner), Contact: Typeset(s.School.Contact),
		Reviewed: review.On.Value, ReviewedBy: Typeset(review.By), NextReview: h.NextReview.Value,
		Since:    review.On.Value != "" && review.On.Value >= current.Adopted.Value,
		Editions: len(h.Editions),
	}
}
