package model

import "safeonline/tools/internal/diag"

// Roles are the roles of the people whom a school may name, in the order in which pages list them. What a role is called, and what
// people turn to it for, are words of the interface: role_<id> and role_<id>_for.
var Roles = []string{"safeguarding-lead", "deputy-safeguarding-lead", "computing-coordinator", "headteacher", "head-of-site"}

// Person is somebody at the school to whom families and staff can turn.
type Person struct {
	Pos       diag.Pos
	Role      diag.Text `yaml:"role,required" over:"key"` // one of Roles
	Name      diag.Text `yaml:"name"`
	Telephone diag.Text `yaml:"telephone" kind:"phone"`
	Email     diag.Text `yaml:"email" kind:"email"`
	Where     diag.Text `yaml:"where"` // a room, or a site of the school
}
