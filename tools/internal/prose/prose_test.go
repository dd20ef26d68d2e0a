package prose_test

import (
	"os"
	"testing"

	"safeonline/tools/internal/prose"
)

func TestTheSchoolsPagesHaveNoFault(t *testing.T) {
	pages, faults, err := prose.ReadAll(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) > 0 {
		faults.Fprint(os.Stderr)
		t.Errorf("%d faults in the school's pages", len(faults))
	}
	if len(pages) < 15 {
		t.Errorf("read only %d pages", len(pages))
	}
}
