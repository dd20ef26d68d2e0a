package main

import (
	"os"

	"github.com/gohugoio/hugo/commands"
)

func main() { _ = commands.Execute(os.Args[1:]) }
