package draft

import "slices"

// together joins parts that are no documents: a letter before an agreement, the title of a file, a second policy.
func together(parts []*part) (out []*part) {
	for i, d := range parts {
		var next *part // the agreement of the same file that comes next
		if i+1 < len(parts) && parts[i+1].file == d.file && !parts[i+1].policy {
			next = parts[i+1]
		}
		switch {
		case len(d.head)+len(d.body) == 0:
		case next == nil:
			out = append(out, d)
		case isTitle(parts, d):
			next.head = slices.Concat(d.head, slices.DeleteFunc(slices.Clone(d.body), func(p *piece) bool { return p.kind != heading }), next.head)
		case saysWhose(parts, d, next):
			next.head, next.body = d.head, slices.Concat(d.body, next.head, next.body)
		case leadsIn(parts, d):
			next.body = slices.Concat(d.head, d.body, next.body)
		default:
			out = append(out, d)
		}
	}
	return onePolicy(out)
}

// isTitle reports whether a part is only the title of what comes next.
func isTitle(parts []*part, d *part) bool {
	return !anything(d.body) && (alone(parts, d) || !documentWords.MatchString(headOf(d)))
}

// saysWhose reports whether a part has the heading of an agreement whose rules stand below one that only says whose they are.
func saysWhose(parts []*part, d, next *part) bool {
	head, below := headOf(d), headOf(next)
	return d.policy && agreedWords.MatchString(head) && groupIn(head) && !documentWords.MatchString(below) && (alone(parts, d) || !groupIn(below))
}

// leadsIn reports whether a part leads to an agreement, as a letter to parents does.
func leadsIn(parts []*part, d *part) bool {
	head := headOf(d)
	return d.policy && !hasHeadings(d) && !hasRules(d) && !policyName.MatchString(head) && (alone(parts, d) || !documentWords.MatchString(head))
}

var policyName = matcher(`polic(?:y|ies)`)

// alone reports whether a file has one agreement alone.
func alone(parts []*part, of *part) bool {
	n := 0
	for _, d := range parts {
		if d.file == of.file && !d.policy {
			n++
		}
	}
	return n == 1
}

// onePolicy puts the policies of several files into one, which comes first, since a school has one. A title above the agreements of a file
// is no part of it.
func onePolicy(parts []*part) (out []*part) {
	policy := policyAmong(parts)
	for _, d := range parts {
		switch {
		case !d.policy:
			out = append(out, d)
		case d == policy:
		case anything(d.body) || !hasAgreements(parts, d.file):
			policy.body = slices.Concat(policy.body, d.head, d.body)
		default:
			for _, p := range slices.Concat(d.head, d.body) {
				p.kind, p.why = scrap, "it is a title above agreements, and the policy has its own"
			}
		}
	}
	if policy != nil {
		out = append([]*part{policy}, out...)
	}
	return out
}

// policyAmong returns the policy whose title is that of all, whatever the order of the files: one that says something comes before a title, and
// one that is called a policy before others. It is nil if there is none.
func policyAmong(parts []*part) (policy *part) {
	most := -1
	for _, d := range parts {
		if !d.policy {
			continue
		}
		says := 0
		if anything(d.body) {
			says += 2
		}
		if policyName.MatchString(headOf(d)) {
			says++
		}
		if says > most {
			policy, most = d, says
		}
	}
	return policy
}

// hasAgreements reports whether a file has an agreement.
func hasAgreements(parts []*part, file int) bool {
	return slices.ContainsFunc(parts, func(d *part) bool { return d.file == file && !d.policy })
}
