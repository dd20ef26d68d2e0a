package view

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

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

// Scenery returns pictures of the scenery by their names.
func (v *Site) Scenery(names []diag.Text) (list []Picture) {
	for _, n := range names {
		if p, ok := v.site.Prop(n); ok {
			list = append(list, prop(p))
		}
	}
	return list
}

// Props returns all pictures of the scenery, by their names.
func (v *Site) Props() map[string]Picture {
	props := map[string]Picture{}
	for _, p := range v.site.Scenery {
		props[p.Name.Value] = prop(p)
	}
	return props
}

func prop(p model.Prop) Picture {
	return Picture{File: p.File.Value, Alt: p.Alt.Value, Role: p.Role.Value}
}
