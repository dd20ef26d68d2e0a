package main

import (
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/fleet"
	"safeonline/tools/internal/folder"
)

// inMemory returns the sample project, with one change.
func inMemory(t *testing.T, name, was, now string) fstest.MapFS {
	t.Helper()
	dir, files := t.TempDir(), fstest.MapFS{}
	must(t, copyFixture(dir))
	if name != "" {
		replaceIn(t, dir+"/"+name, was, now)
	}
	must(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(os.DirFS(dir), name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	}))
	return files
}

func listed(faults diag.List) (list []string) {
	for _, f := range faults {
		list = append(list, f.Pos.String()+": "+f.Code.String()+": "+f.Message)
	}
	return list
}

// What is checked once for all schools, and what is checked with each of them, is together what is checked with a single school.
func TestNothingIsLeftUncheckedForManySchools(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, was, now string }{
		{"content/lessons/ks2/passwords.md", "## Quiz", "## Quizz"},
		{"content/lessons/ks2/passwords.md", "topic: passwords", "topic: parcels"},
		{"content/lessons/ks2/passwords.md", "half of a map", "half of a mapp"},
		{"content/lessons/ks2/passwords.md", "What could Ada do first?", "What could Ada and all of the many friends that she has at school do first of all when they are told that?"},
		{"content/lessons/ks2/passwords.md", "`friends-are-exempt`", "`friends-are`"},
		{"content/lessons/ks2/passwords.md", "- [x] Give the note to Miss Reed", "- [x] Give the note to Miss Reed, who can find out whose it is and help them, and who will not be cross with them or with you"},
		{"content/lessons/ks1/tell.md", "👦🏿", "🐸"},
		{"data/library/cast.yaml", "stage: ks1", "stage: ks9"},
		{"data/library/topics.yaml", "- ", "- nothing: "},
		{"data/library/frameworks.yaml", "ks2/passwords", "ks2/pass"},
		{"data/library/pictures.yaml", "key.svg", "lock.svg"},
		{"hugo.toml", "enableEmoji = false", "enableEmoji = true"},
		{"i18n/en.yaml", ": ", "; "},
		{"content/about/_index.md", "title:", "titel:"},
		{"data/school/policy/ks2.yaml", "name: passwords", "name: pass"},
	} {
		files := inMemory(t, c.name, c.was, c.now)
		_, whole, err := load(files, folder.School)
		must(t, err)
		of, err := sharedFaults(files)
		must(t, err)
		_, own, err := loadOf(files, folder.School, true)
		must(t, err)
		both := append(listed(of), listed(own)...)
		for _, fault := range listed(whole) {
			if !slices.Contains(both, fault) {
				t.Errorf("%s, %q: this was not found: %s", c.name, c.now, fault)
			}
		}
		if len(whole) == 0 {
			t.Errorf("%s, %q: there is no fault", c.name, c.now)
		}
	}
}

// A lesson that somebody saves while the sites are built is checked with the next school.
func TestWhatHasChangedIsNotTakenToBeSound(t *testing.T) {
	t.Parallel()
	before, err := fleet.Read(inMemory(t, "", "", ""), "this program", shared)
	must(t, err)
	for name, sound := range map[string]bool{
		"content/lessons/ks2/passwords.md": false, "data/library/cast.yaml": false, "assets/pictures/key.svg": false, "hugo.toml": false, "data/school/school.yaml": true,
	} {
		files := inMemory(t, "", "", "")
		if !isSound(files, before.Shared()) {
			t.Fatal("what has not changed is not sound")
		}
		files[name] = &fstest.MapFile{Data: []byte("new")}
		if isSound(files, before.Shared()) != sound {
			t.Errorf("after a change of %s, what is shared is sound: %v", name, !sound)
		}
	}
}
