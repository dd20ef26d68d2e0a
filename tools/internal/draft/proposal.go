package draft

import (
	"regexp"

	"safeonline/tools/internal/match"
)

var (
	// leave are words of a rule by which somebody may do something after all.
	leave = regexp.MustCompile(`(?i)\b(?:ask\w*|permission|unless|without|until|except\w*|allow\w*|agree\w*|approv\w*|consent\w*|says?|said|told|supervis\w*|` +
		`(?:adults?|grown-?\s?ups?|teachers?|staff|parents?|carers?)\s+(?:is|are|has|have|knows?|comes?|lets?|gives?)|with\s+(?:an?\s+|my\s+|the\s+)?(?:trusted\s+)?(?:adults?|grown-?\s?ups?|teachers?|parents?|carers?|family))\b`)
	// exception are those by which something forbidden is allowed.
	exception = regexp.MustCompile(`(?i)\b(?:permission|unless|until|except\w*|without\s+(?:\pL+\s+){0,3}(?:asking|telling|permission|consent|leave|knowing|agreeing|agreement))\b`)
)

// proposes reports whether the words offered for a topic say of leave what the rule says: they may give none that it does not give, and
// forbid nothing that it allows.
func proposes(found match.Match, whole string) bool {
	if !found.Proposes() {
		return false
	}
	plain := found.Plain()
	return (!leave.MatchString(plain) || leave.MatchString(whole)) && (!exception.MatchString(whole) || leave.MatchString(plain))
}
