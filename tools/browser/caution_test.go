package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// What the site adds to a rule is on every page where pupils or parents read the rule, apart from the school's words.
func TestACautionStandsWhereverItsRuleIsRead(t *testing.T) {
	var cautions []struct{ Says string }
	read, err := os.ReadFile(filepath.Join(project, "data/library/cautions.yaml"))
	if err == nil {
		err = yaml.Unmarshal(read, &cautions)
	}
	if err != nil || len(cautions) == 0 {
		t.Fatalf("read %d cautions, %v", len(cautions), err)
	}
	const l = "/ks2/save-block-tell/"
	for _, address := range []string{l, "/ks2/", "/policy/", "/policy/ks2/", "/print/policy/", "/print" + l, "/present" + l, "/parents/"} {
		doc := built().page(address).doc
		if !strings.Contains(text(doc), squeeze(cautions[0].Says)) {
			t.Errorf("%s does not say %q", address, cautions[0].Says)
		}
	}
	if other := "/ks2/passwords/"; strings.Contains(text(built().page(other).doc), squeeze(cautions[0].Says)) {
		t.Errorf("%s has it too", other)
	}
}
