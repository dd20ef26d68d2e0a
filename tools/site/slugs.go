package main

import (
	"fmt"
	"os"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/fleet"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// sameSlugs returns the faults of schools whose files have the same names: a trust that keeps them in one place would mix them up. A school
// whose data cannot be read is reported when it is built.
func (e *env) sameSlugs(schools []fleet.School) map[fleet.School]diag.List {
	type slugOf struct {
		school fleet.School
		slug   diag.Text
	}
	first, faults := map[string]slugOf{}, map[fleet.School]diag.List{}
	for _, s := range schools {
		src, _, err := diag.Read(os.DirFS(e.root), s.Folder+"/school.yaml")
		if err != nil || src == nil {
			continue
		}
		var school model.School
		new(diag.List).Guard(diag.Pos{Source: src}, func() { record.Decode(src, &school) })
		slug := school.Slug
		other, twice := first[slug.Value]
		switch {
		case slug.Value == "":
		case !twice:
			first[slug.Value] = slugOf{s, slug}
		default:
			faults[s] = sameSlug(slug, other.slug)
			if faults[other.school] == nil {
				faults[other.school] = sameSlug(other.slug, slug)
			}
		}
	}
	return faults
}

// sameSlug returns the fault of a slug that is also another school's.
func sameSlug(slug, other diag.Text) diag.List {
	return diag.List{{
		Pos: slug.Pos, Code: diag.DuplicateID,
		Message: fmt.Sprintf("the slug %q is also that of %s", slug.Value, other.Pos.Source.Name),
		Hint:    "give each school a slug of its own: the names of its files begin with it",
	}}
}
