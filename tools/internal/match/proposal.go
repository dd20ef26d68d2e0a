package match

// Plain returns the plain words offered for a rule that has a topic.
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

// Proposes reports whether plain words are offered: the topic is sure, and so is what the rule asks for. Of rules that ask for
// something else than the known stances the topic's words would say what nobody said.
func (m Match) Proposes() bool {
	switch {
	case !m.Sure || m.Stance == nil:
		return m.Sure && len(m.Topic.Stances) == 0
	default:
		s := m.Stance
		return len(s.Phrases)+len(s.Lessons) > 0 || s.Plain.Value != ""
	}
}
