package view

import "safeonline/tools/internal/diag"

// Picture is a picture as templates see it. File is its name in assets/pictures, and Role is setting, person, face or thing.
type Picture struct {
	File string `json:"file"`
	Alt  string `json:"alt"`
	Role string `json:"role"`
}

// Picture returns the picture of an emoji, or nil if the emoji is empty.
func (v *Site) Picture(emoji diag.Text) *Picture {
	p, ok := v.site.Picture(emoji)
	if !ok {
		return nil
	}
	return &Picture{File: p.File.Value, Alt: p.Alt.Value, Role: p.Role.Value}
}

// Scenery returns the pictures of the scenery, by their names.
func (v *Site) Scenery() Record {
	pictures := Record{}
	for _, p := range v.site.Scenery {
		pictures[p.Name.Value] = Fields(p)
	}
	return pictures
}
