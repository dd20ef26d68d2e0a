package main

import "runtime/debug"

// Memory is spent to save time: garbage is collected when the heap is four times what is in use, not twice. A school's site then takes
// 280 MB to build in place of 160, and a fifth less processor time. A site of very many lessons keeps to the usual measure, since it would
// take gigabytes.
const (
	lavish      = 300 // percent, as runtime/debug has it
	usual       = 100
	manyLessons = 300
)

// spendMemory is called before anything is read.
func spendMemory() { debug.SetGCPercent(lavish) }

// saveMemory is called as soon as the size of the site is known.
func saveMemory(lessons int) {
	if lessons > manyLessons {
		debug.SetGCPercent(usual)
	}
}
