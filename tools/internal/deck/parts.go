package deck

// What a deck is put together from, by names for packages that show it by other means than templates.
type (
	Part    = part
	Slide   = slide
	Answer  = answer
	Box     = box
	Entry   = entry
	Passage = passageOf
	Note    = note
	Hint    = hint
)

// Note returns what a teacher may want to know while a part is shown.
func (p part) Note() Note { return p.note }
