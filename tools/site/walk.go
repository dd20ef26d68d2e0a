package main

import (
	"flag"
	"fmt"
	"io"
	"slices"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
)

const walkHelp = `usage: go run ./tools/site walk [flags] STAGE/LESSON ...

Prints the chats of a lesson for whoever reviews it. First comes every way through a chat, as a play; a way ends early at a reply
that leads back to a scene that has been seen. Then comes each reply with its feedback and the scene that it leads to. STAGE/LESSON
is the path of the lesson's file below content/lessons, without .md.

`

func walk(e *env, args []string) error {
	s, names, err := e.lessons("walk", walkHelp, args, func(*flag.FlagSet) {})
	if err != nil {
		return err
	}
	for _, name := range names {
		i := slices.IndexFunc(s.Rules, func(r site.Rule) bool { return teaches(r, name) })
		if lesson := s.Rules[i].Lesson; !walkLesson(e.stdout, lesson) {
			fmt.Fprintf(e.stdout, "%s has no chat.\n", lesson.Pos.Source.Name)
		}
	}
	return nil
}

// walkLesson prints the chats of a lesson, and reports whether it has any.
func walkLesson(w io.Writer, l model.Lesson) (found bool) {
	for _, q := range l.Quiz {
		ways := quiz.Ways(q)
		if len(ways) == 0 {
			continue
		}
		found = true
		fmt.Fprintf(w, "%s: %s\n%s\n", l.Pos.Source.Name, q.Title.Value, q.Stem.Value)
		for i, way := range ways {
			fmt.Fprintf(w, "\nWay %d of %d\n\n", i+1, len(ways))
			for _, turn := range way {
				printTurn(w, turn)
			}
		}
		fmt.Fprint(w, "\nEach reply, and where it leads\n")
		for _, from := range q.Scenes {
			for i := range from.Replies {
				fmt.Fprintln(w)
				printReply(w, q, from, &from.Replies[i])
			}
		}
	}
	return found
}

// printTurn prints a scene, and what is replied, as a play does.
func printTurn(w io.Writer, t quiz.Turn) {
	fmt.Fprintf(w, "  [%s]\n", t.Scene.Title.Value)
	printLines(w, t.Scene)
	if t.Reply == nil {
		return
	}
	fmt.Fprintf(w, "  > %s\n    (%s)\n", t.Reply.Text.Value, t.Reply.Feedback.Value)
	if t.Again {
		fmt.Fprintf(w, "  (back to #%s, seen before)\n", t.Reply.Goto.Value)
	}
}

func printLines(w io.Writer, s model.ChatScene) {
	for _, line := range s.Lines {
		if line.Who.Value != "" {
			fmt.Fprintf(w, "  %s: ", line.Who.Value)
		} else {
			fmt.Fprint(w, "  ")
		}
		fmt.Fprintln(w, line.Text.Value)
	}
}

// printReply prints a reply, what it is in answer to, and the scene that it leads to.
func printReply(w io.Writer, q model.Question, from model.ChatScene, reply *model.Option) {
	mark := " "
	if reply.Right {
		mark = "x"
	}
	fmt.Fprintf(w, "#%s [%s] %s\n", from.ID.Value, mark, reply.Text.Value)
	fmt.Fprintf(w, "  (%s)\n", reply.Feedback.Value)
	for _, to := range q.Scenes {
		if to.ID.Value == reply.Goto.Value {
			fmt.Fprintf(w, "  -> #%s [%s]\n", to.ID.Value, to.Title.Value)
			printLines(w, to)
		}
	}
}
