package out

import (
	"errors"
	"maps"
	"testing"
)

// Files are written all or none: whichever call fails, the folder is as it was or as it has to be.
func TestTogetherWritesAllOrNone(t *testing.T) {
	was := map[string]string{"school.yaml": "1", "policy/": "", "policy/a.yaml": "2", "policy/b.yaml": "3"}
	done := map[string]string{"school.yaml": "1", "policy/": "", "policy/a.yaml": "two", "policy/b.yaml": "three", "policy/c.yaml": "4"}
	files := []File{{"school.yaml", []byte("1")}, {"policy/a.yaml", []byte("two")}, {"policy/b.yaml", []byte("three")}, {"policy/c.yaml", []byte("4")}}
	failed := 0
	for n := 1; ; n++ {
		dir := put(t, map[string]string{"school.yaml": "1", "policy/a.yaml": "2", "policy/b.yaml": "3"})
		calls := System
		count := 0
		fails := func() error {
			if count++; count == n {
				return errors.New("no")
			}
			return nil
		}
		System.CreateTemp = func(dir string, body []byte) (string, error) {
			if err := fails(); err != nil {
				return "", err
			}
			return calls.CreateTemp(dir, body)
		}
		System.Rename = func(from, to string) error {
			if err := fails(); err != nil {
				return err
			}
			return calls.Rename(from, to)
		}
		err := Together(dir, files)
		System = calls
		if err == nil {
			same(t, dir, done)
			break
		}
		failed++
		if got := found(t, dir); !maps.Equal(got, was) {
			t.Errorf("call %d failed, and left %v", n, got)
		}
	}
	if failed != 6 {
		t.Errorf("%d calls failed, and three files are made and renamed", failed)
	}
}

func TestTogetherMakesAFolder(t *testing.T) {
	dir := t.TempDir() + "/schools/elm"
	if err := Together(dir, []File{{"a/b", []byte("1")}}); err != nil {
		t.Fatal(err)
	}
	same(t, dir, map[string]string{"a/": "", "a/b": "1"})
	if err := Together(dir, []File{{"../c", nil}}); err == nil {
		t.Error("a file was written outside the folder")
	}
}
