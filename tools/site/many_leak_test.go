package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/site"
	"safeonline/tools/internal/sweep"
)

// Schools that were made up by chance are built in one run: no site has a word that only another of them has, in any file. With TEST_ALL
// there are fifty.
func TestSchoolsBuiltTogetherShareNothing(t *testing.T) {
	t.Parallel()
	dir := copyProject(t)
	n := 3
	if sweep.Full() {
		n = 50
	}
	var folders, words []string
	for i := range n {
		word := placeName(i)
		school := "schools/" + strings.ToLower(word)
		for name, text := range inventedSchool(rand.New(rand.NewPCG(uint64(i), 22)), word) {
			name = filepath.Join(dir, school, name)
			must(t, os.MkdirAll(filepath.Dir(name), 0o755))
			must(t, os.WriteFile(name, []byte(text), 0o644))
		}
		reviewAll(t, dir, school)
		folders, words = append(folders, school), append(words, strings.ToLower(word))
	}
	build := exec.Command("site", append([]string{"build"}, folders...)...)
	build.Dir = dir
	complete(t, build)
	for i, folder := range folders {
		files := readAll(t, filepath.Join(dir, "sites", filepath.Base(folder)))
		own, packed := false, false
		for name, text := range files {
			for j, word := range words {
				switch is := strings.Contains(text, word) || strings.Contains(strings.ToLower(name), word); {
				case is && i == j:
					own, packed = true, packed || strings.Contains(name, ".pptx/")
				case is:
					t.Errorf("%s of %s has the word %q, which is %s's", name, folder, word, folders[j])
				}
			}
		}
		if !own || !packed || len(files) < 30 {
			t.Errorf("the site of %s has %d files, its own name in one of them: %v, and in a part of a PowerPoint file: %v", folder, len(files), own, packed)
		}
	}
}

// placeName returns a name that no other number has, and that is in no other.
func placeName(i int) string {
	begin := []string{"Brindle", "Corvat", "Dunnow", "Elvers", "Fenmar", "Gostel", "Harrab", "Ilming", "Jarrow", "Kestem"}
	end := []string{"combe", "wick", "thorpe", "stow", "borough"}
	return begin[i%len(begin)] + end[i/len(begin)%len(end)]
}

// inventedSchool returns the files of a school: one or more sets of rules, with or without stems and themes, some rules without a lesson, an
// agreement for adults or none.
func inventedSchool(r *rand.Rand, word string) map[string]string {
	id := strings.ToLower(word)
	files := map[string]string{
		"school.yaml": fmt.Sprintf("name: %s Primary School\nshort: %[1]s\nsite: Safe at %[1]s\nslug: %s\ncontact: %[1]s office\n", word, id),
		"policy/" + id + "-policy.yaml": fmt.Sprintf(`id: %s-policy
kind: policy
title: %[2]s policy
heading: The Policy of %[2]s
audience: everybody at %[2]s
sections:
  - id: %[1]s-aims
    short: "What %[2]s wants for its children."
    passages:
      - text: "At %[2]s we want each child to enjoy screens and to be safe."
`, id, word),
	}
	stages := []string{"ks1", "ks2"}
	if r.IntN(3) == 0 {
		stages = stages[r.IntN(2):][:1]
	}
	for order, stage := range stages {
		files[fmt.Sprintf("policy/%s-%s.yaml", id, stage)] = inventedRules(r, word, stage, order+2)
	}
	if r.IntN(2) == 0 {
		files["policy/"+id+"-adults.yaml"] = fmt.Sprintf(`id: %s-adults
kind: agreement
order: 9
title: %[2]s adults
heading: What Adults at %[2]s Agree
audience: adults at %[2]s
sections:
  - id: %[1]s-adults-agree
    short: "Adults keep data safe."
    clauses:
      - { id: %[1]s-adults-1, text: "I lock my screen at %[2]s whenever I leave it." }
signoff:
  - fields:
      - { id: name, label: Name }
`, id, word)
	}
	return files
}

// inventedRules returns a document of rules for a stage.
func inventedRules(r *rand.Rand, word, stage string, order int) string {
	id := strings.ToLower(word) + "-" + stage
	var b strings.Builder
	fmt.Fprintf(&b, "id: %s\nkind: agreement\norder: %d\nstage: %s\nrules: { name: %s %s rules }\ntitle: %[4]s %[5]s\nheading: The Rules of %[4]s\naudience: pupils of %[4]s\n", id, order, stage, word, strings.ToUpper(stage))
	b.WriteString("themes:\n  - { id: only, title: At " + word + ", hue: leaf }\n")
	fmt.Fprintf(&b, "sections:\n  - id: %s-list\n    short: \"The rules at %s.\"\n", id, word)
	text := "I keep to rule %d at %s"
	if r.IntN(2) == 0 {
		b.WriteString("    stem: \"At school I will:\"\n")
		text = "keep to rule %d at %s"
	}
	b.WriteString("    clauses:\n")
	taught := lessonsOf(stage)
	r.Shuffle(len(taught), func(i, j int) { taught[i], taught[j] = taught[j], taught[i] })
	for n := range 3 + r.IntN(5) {
		fmt.Fprintf(&b, "      - id: %s-%d\n        text: \"%s\"\n        slug: rule-%[2]d\n        title: Rule of %s %[2]d\n        plain: \"I keep to it at %[4]s.\"\n        picture: \"💻\"\n        theme: only\n", id, n+1, fmt.Sprintf(text, n+1, word), word)
		if n < len(taught) && r.IntN(4) > 0 {
			fmt.Fprintf(&b, "        lesson: { name: %s }\n", taught[n])
		} else {
			b.WriteString("        lesson: { none: \"nothing in the library teaches it\" }\n")
		}
	}
	return b.String()
}

// lessonsOf returns the names of the lessons of a stage.
func lessonsOf(stage string) (names []string) {
	files, _ := filepath.Glob(filepath.Join(project, lessons, stage, "*.md"))
	for _, name := range files {
		if name = strings.TrimSuffix(filepath.Base(name), ".md"); name != "_index" {
			names = append(names, name)
		}
	}
	return names
}

// reviewAll reads a school and records that each of its lessons was read. Nobody reads them for a school that was made up.
func reviewAll(t *testing.T, dir, school string) *site.Site {
	t.Helper()
	s, faults, err := load(os.DirFS(dir), school)
	if err != nil || s == nil {
		faults.Fprint(os.Stderr)
		t.Fatalf("%s has faults: %v", school, err)
	}
	review := []string{"review", "--school", school}
	for _, r := range s.Rules {
		if lesson := site.LessonID(r.Lesson.Stage, r.Lesson.Name); r.Taught() && !slices.Contains(review, lesson) {
			review = append(review, lesson)
		}
	}
	if len(review) > 3 {
		cmd := exec.Command("site", review...)
		cmd.Dir = dir
		complete(t, cmd)
	}
	return s
}

// readAll returns the text of each file below a folder in small letters, but for pictures and fonts. Of a file that is packed of others, such
// as those for PowerPoint and Moodle, it has these.
func readAll(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	must(t, filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		return errors.Join(err, unpack(files, rel, text))
	}))
	return files
}

// unpack adds a file to others, or those that it is packed of.
func unpack(files map[string]string, name string, text []byte) error {
	switch {
	case slices.Contains([]string{".woff2", ".png", ".pdf"}, path.Ext(name)):
		return nil
	case !bytes.HasPrefix(text, []byte("PK\x03\x04")):
		files[name] = strings.ToLower(string(text))
		return nil
	}
	packed, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, f := range packed.File {
		part, err := fs.ReadFile(packed, f.Name)
		if err == nil {
			err = unpack(files, name+"/"+f.Name, part)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
