package docx_test

import "safeonline/tools/internal/wordfile"

// What tests build Word files with.
const (
	namespaces = wordfile.Namespaces
	kinds      = wordfile.Kinds
)

var (
	word          = wordfile.Parts
	pack          = wordfile.Pack
	relationships = wordfile.Relationships
	p             = wordfile.P
	r             = wordfile.R
)
