package browser

import (
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// sequences drives the functions of assets/ts/progress.ts through random lives of a device, from a fixed seed, and gives
// what did not hold.
const sequences = `(() => {
	const faults = new Set()
	const want = (holds, what) => holds || faults.add(what)
	let seed = 20703
	const random = below => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below
	const lessons = [...Array(6)].map((_, rule) => ({ rule: "ks2-" + rule, keys: [...Array(3)].map((_, n) => "lesson-" + rule + "#q" + n) }))
	const keys = lessons.flatMap(lesson => lesson.keys)
	const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
	for (let life = 0; life < 200; life++) {
		let now = P.nothing, day = 20000
		for (let step = 0; step < 60; step++) {
			day += random(4) ? 0 : random(50)
			const before = now
			const key = keys[random(keys.length)]
			const events = [
				{ type: "checked", key, right: random(3) > 0, day },
				{ type: "met", lessons: lessons.slice(random(6)), day },
				{ type: "drawn", stage: "ks2", mix: { day, keys: P.draw(lessons, now, day, 4) } },
			]
			const event = events[random(8) > 4 ? 1 + random(2) : 0]
			const text = JSON.stringify(before)
			now = P.next(before, event)
			want(JSON.stringify(before) === text, "an event changes what was before")
			want(same(P.read(JSON.stringify(now)), now), "what is written is not read again")
			want(Object.keys(before.stars).every(rule => now.stars[rule] === before.stars[rule]), "a star goes")
			want(keys.every(k => !P.knows(before, k) || P.knows(now, k)), "a right answer is forgotten")
			if (event.type === "checked") want(P.knows(now, key) === (P.knows(before, key) || event.right), "a wrong answer is known, or a right one is not")
			if (event.type === "met") for (const { rule, keys } of event.lessons)
				want(rule in now.stars === (rule in before.stars || keys.every(k => P.knows(now, k))), "a star is not where it belongs")
			const drawn = P.draw(lessons, now, day, 7)
			want(drawn.length === 7 && new Set(drawn).size === 7 && drawn.every(k => keys.includes(k)), "a draw is not of seven questions")
			want(same(drawn, P.draw(lessons, now, day, 7)), "a draw is another the second time")
			const fresh = keys.filter(k => !now.answers[k])
			want(fresh.length < 7 || drawn.every(k => !(now.answers[k]?.[0] && now.answers[k][1] === day)), "what was right today comes before what is new")
			const broken = [...JSON.stringify(now)]
			broken.splice(random(broken.length), 1 + random(3), ...'{"]x9'.slice(random(5)))
			const read = P.read(broken.join(""))
			P.draw(lessons, P.next(read, events[1]), day, 7)
		}
	}
	return [...faults]
})()`

func TestProgressHoldsThroughAnyLife(t *testing.T) {
	bundle := api.Build(api.BuildOptions{
		EntryPoints: []string{project + "/assets/ts/progress.ts"}, Bundle: true, Format: api.FormatIIFE, GlobalName: "P",
	})
	if len(bundle.Errors) > 0 {
		t.Fatal(bundle.Errors[0].Text)
	}
	b := visit(t, "/about/")
	for _, fault := range ask[[]string](b, string(bundle.OutputFiles[0].Contents)+"\n;"+sequences) {
		t.Error(fault)
	}
}
