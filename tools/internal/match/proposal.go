package match

// Title returns the title proposed for a rule that has a topic.
func (m Match) Title() string { return m.Topic.Title.Value }

// Plain returns the plain words proposed for it.
func (m Match) Plain() string {
	if m.Stance != nil && m.Stance.Plain.Value != "" {
		return m.Stance.Plain.Value
	}
	return m.Topic.Plain.Value
}

// Picture returns the emoji proposed for it.
func (m Match) Picture() string {
	if m.Stance != nil && m.Stance.Picture.Value != "" {
		return m.Stance.Picture.Value
	}
	return m.Topic.Picture.Value
}
