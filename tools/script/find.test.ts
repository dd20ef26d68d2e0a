// What is found for the words that people type, in the index of the real site and in those of other schools.
import { ok } from "node:assert/strict";
import { test } from "node:test";
import { distance, find, indexOf, stemOf, sound, type File } from "../../assets/ts/find/rank";

/** The indexes, by the folder of the school. */
declare const INDEXES: Readonly<Record<string, File>>;

/** Searches, each with addresses of which one has to be among the first three, as parents, teachers and children would type them. */
const searches: readonly (readonly [typed: string, ...right: string[]])[] = [
  // Parents.
  ["group chat", "/ks2/online-friends/", "/ks2/polite/", "/ks2/kind-posts/"],
  ["sharenting", "/ks2/meeting-and-pictures/"],
  ["can my child bring a phone to school", "/ks2/phones/"],
  ["mobile fone", "/ks2/phones/"],
  ["fone", "/ks2/phones/"],
  ["screentime", "/ks2/phones/"],
  ["someone asked to meet my child", "/ks2/online-friends/", "/ks2/meeting-and-pictures/"],
  ["how does the school check what they do", "/parents/rules/#checks", "/ks2/checked/"],
  ["what happens if a rule is broken", "/parents/rules/#breaches", "/parents/rules/", "/policy/#incidents-and-breaches"],
  ["sign the agreement", "/parents/rules/#sheets", "/policy/ks2/", "/policy/ks1/", "/policy/staff/"],
  ["nursery", "/parents/rules/#early-years", "/parents/rules/"],
  ["naked picture", "/help/#report-remove"],
  ["grooming", "/help/#ceop", "/ks2/online-friends/"],
  ["scam text", "/help/#scam-texts"],
  ["cookies", "/privacy/"],
  ["fake email", "/help/#scam-emails"],
  ["roblox", "/ks2/online-friends/", "/smart/m/"],
  ["whatsapp", "/ks2/online-friends/", "/ks2/kind-posts/"],
  ["my son sent a rude photo", "/parents/what-next/nude-picture/", "/parents/what-next/sent-something-nasty/"],
  ["daughter being bullied online", "/parents/what-next/nasty-to-my-child/", "/ks2/polite/", "/ks2/kind-posts/"],
  ["what age for social media", "/ks2/everywhere/"],
  ["how do i print the rules", "/print/"],
  ["childline", "/help/#childline"],
  ["nspcc number", "/help/#nspcc"],
  ["early years", "/parents/rules/#early-years", "/parents/rules/"],
  ["year 4", "/ks2/"],
  ["photos of other peoples children at sports day", "/ks2/meeting-and-pictures/", "/teachers/ks2/meeting-and-pictures/"],
  ["consent form", "/ks2/meeting-and-pictures/"],
  ["gdpr", "/privacy/"],
  ["apple watch", "/ks2/phones/"],
  ["confiscate phone", "/ks2/phones/", "/parents/what-next/phone-or-watch/"],
  ["nudes", "/parents/what-next/nude-picture/"],
  ["dyslexia font", "/accessibility/"],
  ["who made this website", "/about/"],
  ["sanctions", "/ks2/my-behaviour/", "/parents/rules/"],
  // Teachers and governors.
  ["powerpoint", "/present/"],
  ["internet filter", "/about/governors/", "/ks2/checked/"],
  ["ofsted", "/about/governors/"],
  ["smart rules poster", "/print/smart/"],
  ["ai chatgpt", "/ks2/school-purposes/", "/smart/r/"],
  ["headteacher", "/policy/#incidents-and-breaches", "/policy/#staff-1"],
  ["firewall", "/about/governors/"],
  ["lesson plan passwords", "/teachers/ks2/passwords/"],
  ["worksheet attachments", "/teachers/ks2/attachments/"],
  ["anti bulling week", "/teachers/anti-bullying-week/"],
  ["education for a connected world", "/teachers/coverage/"],
  ["safegaurding lead", "/teachers/talk/", "/teachers/anti-bullying-week/", "/about/governors/"],
  ["filtering and monitering", "/ks2/checked/"],
  ["governers", "/about/governors/"],
  ["tick sheet", "/teachers/tick-sheet/"],
  ["certificate", "/smart/certificate/", "/ks2/certificate/"],
  ["staff social media", "/policy/#staff-12", "/policy/#staff-4"],
  // Children.
  ["bulleying", "/ks2/polite/", "/ks2/kind-posts/", "/teachers/anti-bullying-week/"],
  ["i clicked on a bad link", "/smart/a/", "/ks2/attachments/"],
  ["somone wants to meet me", "/smart/m/", "/ks2/online-friends/"],
  ["stranger asked my adress", "/ks2/private-details/", "/ks2/online-friends/"],
  ["who do i tell", "/ks2/save-block-tell/", "/smart/t/", "/help/"],
  ["i did something bad", "/ks2/my-behaviour/", "/help/", "/ks2/save-block-tell/"],
  ["locked out of my acount", "/ks2/passwords/"],
  ["sharing my pasword with my best freind", "/ks2/passwords/"],
  ["purple sheep", "/ks2/passwords/#hungry-sheep", "/ks2/passwords/"],
  ["minecraft", "/ks2/online-friends/", "/smart/m/"],
  ["pasword", "/ks2/passwords/"],
  ["i saw something scary", "/ks2/nasty-things/", "/smart/t/", "/help/"],
  ["cyber bulling", "/ks2/polite/", "/ks2/kind-posts/", "/ks2/save-block-tell/", "/teachers/anti-bullying-week/"],
  ["strangr", "/ks2/online-friends/", "/smart/m/", "/ks2/attachments/", "/smart/a/"],
  ["someone is mean to me", "/ks2/save-block-tell/", "/ks2/polite/", "/help/"],
  ["my acount was hacked", "/ks2/passwords/", "/help/#report-fraud"],
  ["childlin number", "/help/#childline"],
];

/** How many of the searches may miss. */
const misses = 3;

test("the right page is among the first three", () => {
  const index = indexOf(INDEXES["data/school"]!);
  const missed = searches.flatMap(([typed, ...right]) => {
    const first = find(index, typed).slice(0, 3).map(([to]) => to);
    return first.some((to) => right.includes(to)) ? [] : [`${typed}: ${first.join(", ")}`];
  });
  for (const miss of missed) console.log(`missed: ${miss}`);
  ok(searches.length >= 30 && missed.length <= misses, `${missed.length} of ${searches.length} searches miss:\n${missed.join("\n")}`);
});

test("each entry of each school is found first by its own title, or beside others of the same title", () => {
  for (const [school, file] of Object.entries(INDEXES)) {
    const index = indexOf(file);
    const lost = file.rows.filter(([to, title]) => !find(index, title).some((row) => row[0] === to || row[1] === title)).map(([, title]) => title);
    ok(file.rows.length > 100 && !lost.length, `${school}: of ${file.rows.length} entries ${lost.length} are not found by their titles: ${lost.join("; ")}`);
  }
});

test("any text may be typed", () => {
  const index = indexOf(INDEXES["data/school"]!);
  for (const typed of ["", " ", "the", "'", "…", "🦊", "constructor __proto__", "é", "x".repeat(5000), "a b c d e f g ".repeat(50)]) find(index, typed);
});

test("forms of a word have one stem", () => {
  for (const forms of [["bully", "bullies", "bullied", "bullying"], ["message", "messages", "messaging"], ["share", "sharing", "shared"], ["chat", "chats", "chatting"]]) {
    ok(new Set(forms.map(stemOf)).size === 1, forms.map(stemOf).join(", "));
  }
  for (const [one, other] of [["post", "poster"], ["check", "chess"], ["pass", "password"]] as const) ok(stemOf(one) !== stemOf(other), `${one}, ${other}`);
});

test("misspellings are near", () => {
  for (const [typed, meant, most] of [["pasword", "password", 1], ["safegaurd", "safeguard", 1], ["recieve", "receive", 1], ["bulying", "bullying", 1]] as const) {
    ok(distance(typed, meant, 2) <= most, `${typed}, ${meant}: ${distance(typed, meant, 2)}`);
  }
  for (const [typed, meant] of [["fone", "phone"], ["foto", "photo"], ["nite", "night"], ["rong", "wrong"]] as const) {
    ok(sound(stemOf(typed)) === sound(stemOf(meant)), `${typed}, ${meant}: ${sound(stemOf(typed))}, ${sound(stemOf(meant))}`);
  };
});
