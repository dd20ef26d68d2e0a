package browser

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Dragging is an addition to buttons and radio buttons, and has the same effect.
func TestStepsCanBeDragged(t *testing.T) {
	b := visit(t, galleryAt, withoutWorker)
	q := ofKind(t, "order")
	before := b.standing(q)
	b.drag(at(before[0]), at(before[len(before)-1]))
	after := b.standing(q)
	if want := append(slices.Clone(before[1:]), before[0]); !slices.Equal(after, want) {
		t.Errorf("after the first step is dragged to the end, the order is %v, want %v", after, want)
	}
	b.drag(at(after[len(after)-1]), at(after[0]))
	if got := b.standing(q); !slices.Equal(got, before) {
		t.Errorf("after it is dragged back, the order is %v, want %v", got, before)
	}
}

// A finger drags a step by its number or its picture, and elsewhere scrolls the page.
func TestAFingerDragsStepsByTheirGrips(t *testing.T) {
	b := visit(t, galleryAt, withoutWorker, screen(390, 844))
	q := ofKind(t, "order")
	for _, grip := range []string{" .step__number", " .plate"} {
		before := b.standing(q)
		i := slices.IndexFunc(before, func(id string) bool { return ask[bool](b, fmt.Sprintf(`!!document.querySelector('%s')`, at(id)+grip)) })
		to := len(before) - 1
		if i == to {
			to = 0
		}
		b.touch(at(before[i])+grip, at(before[to]))
		if after := b.standing(q); after[to] != before[i] {
			t.Errorf("a finger on%s moves %v to %v, want %s at place %d", grip, before, after, before[i], to+1)
		}
	}
	before := b.standing(q)
	b.touch(at(before[0])+" .opt__text", at(before[len(before)-1]))
	if after := b.standing(q); !slices.Equal(after, before) {
		t.Errorf("a finger on the words moves %v to %v", before, after)
	}
}

// touch puts a finger on one element, moves it in steps to another and a little further, and lifts it.
func (b *tab) touch(from, to string) {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`document.querySelector('%s').scrollIntoView({ block: "center" }), true`, from))
	b.settle()
	middle := func(selector string) []float64 {
		return ask[[]float64](b, fmt.Sprintf(`(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelector('%s').getBoundingClientRect())`, selector))
	}
	begin, end := middle(from), middle(to)
	if beyond := end[1] - begin[1]; beyond != 0 {
		end[1] += beyond / max(beyond, -beyond) * 8
	}
	finger := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		b.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
			_, err := cdp.Call(ctx, target, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return chromedp.Void{}, err
		})
	}
	finger(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: begin[0], Y: begin[1]})
	for i := 1.0; i <= 10; i++ {
		finger(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: begin[0] + (end[0]-begin[0])*i/10, Y: begin[1] + (end[1]-begin[1])*i/10})
	}
	finger(input.DispatchTouchEventTypeTouchEnd)
	b.settle()
}

func TestItemsCanBeDraggedBetweenBins(t *testing.T) {
	b := visit(t, galleryAt, withoutWorker)
	item := ofKind(t, "sort").Options[0].ID
	b.drag(at(item+"-1"), at(item+"-2"))
	if !ask[bool](b, fmt.Sprintf(`document.getElementById("%s-2").checked`, item)) {
		t.Error("the second bin is not chosen after a drag from the first to it")
	}
}

// ofKind returns the gallery's question of a kind.
func ofKind(t *testing.T, kind string) question {
	t.Helper()
	for _, q := range gallery(t).Quiz {
		if q.Kind == kind {
			return q
		}
	}
	t.Fatalf("the gallery has no question of the kind %s", kind)
	return question{}
}

// at returns the selector of an option.
func at(id string) string { return fmt.Sprintf(`[data-option="%s"]`, id) }

// drag presses the mouse button on one element, moves in steps to another and a little further, and releases it.
func (b *tab) drag(from, to string) {
	b.t.Helper()
	middle := func(selector string) []float64 {
		return ask[[]float64](b, fmt.Sprintf(`(r => [r.left + 12, r.top + r.height / 2])(document.querySelector('%s').getBoundingClientRect())`, selector))
	}
	ask[bool](b, fmt.Sprintf(`document.querySelector('%s').scrollIntoView({ block: "center" }), true`, from))
	begin, end := middle(from), middle(to)
	if beyond := end[1] - begin[1]; beyond != 0 {
		end[1] += beyond / max(beyond, -beyond) * 8
	}
	b.mouse(input.DispatchMouseEventTypeMousePressed, begin[0], begin[1], 1)
	for i := 1.0; i <= 10; i++ {
		b.mouse(input.DispatchMouseEventTypeMouseMoved, begin[0]+(end[0]-begin[0])*i/10, begin[1]+(end[1]-begin[1])*i/10, 1)
	}
	b.mouse(input.DispatchMouseEventTypeMouseReleased, end[0], end[1], 0)
	b.settle()
}

func (b *tab) mouse(kind input.DispatchMouseEventType, x, y float64, buttons int64) {
	b.t.Helper()
	b.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: buttons, ClickCount: 1})
		return chromedp.Void{}, err
	})
}
