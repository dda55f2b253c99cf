import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../../crypto/test/support.ts";
import { loose, text } from "../../crypto/shape.ts";
import { Clock } from "../clock.ts";
import { Http } from "../http.ts";
import { problem } from "../problem.ts";

function answering(...answers: (Response | "nothing")[]): { url: string; headers: Headers; body: unknown }[] {
  const seen: { url: string; headers: Headers; body: unknown }[] = [];
  globalThis.fetch = (url, init) => {
    seen.push({ url: String(url), headers: new Headers(init?.headers), body: init?.body });
    const answer = answers.shift() ?? new Response(null, { status: 500 });
    return answer === "nothing" ? Promise.reject(new TypeError("fetch failed")) : Promise.resolve(answer);
  };
  return seen;
}

const named = (name: string, status: number, more: object = {}): Response =>
  Response.json({ type: `urn:problem-type:passerelle:${name}`, ...more }, { status });
const http = (clock = new Clock()): Http => new Http("http://localhost:8080", clock, undefined, "ar");

test("a problem becomes a failure by its name; anything else by its status", async () => {
  const cases: [Response, object][] = [
    [named("openingRefused", 403, { reason: "loanEnded", endedAt: "2026-11-22T15:00:00Z", title: "x" }), { name: "openingRefused", status: 403, reason: "loanEnded", at: "2026-11-22T15:00:00Z" }],
    [new Response("{}", { status: 429, headers: { "Retry-After": "17" } }), { name: "tooMany", status: 429, retryAfter: 17 }],
    [new Response("<html>", { status: 507 }), { name: "storageFull", status: 507 }],
    [Response.json({ type: "about:blank" }, { status: 413 }), { name: "tooLarge", status: 413 }],
    [new Response(null, { status: 418 }), { name: "serverError", status: 418 }],
    [Response.json(["x"], { status: 404 }), { name: "notFound", status: 404 }],
  ];
  for (const [response, failure] of cases) {
    assert.deepEqual((await problem(response)).failure, failure);
  }
});

test("a write is sent again under one key, a read without", async () => {
  const seen = answering("nothing", named("signInUnavailable", 503), Response.json({}), Response.json({}), Response.json({}));
  await http().send({ method: "POST", path: "/loans", json: { a: 1 } });
  const keys = seen.map(one => one.headers.get("idempotency-key"));
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
  assert.ok(keys[0]);
  assert.deepEqual(seen.map(one => one.body), Array(3).fill(`{"a":1}`));
  await http().send({ path: "/me" });
  await http().send({ method: "DELETE", path: "/papers/x" });
  assert.equal(seen[3]?.headers.get("idempotency-key"), null);
  assert.notEqual(seen[4]?.headers.get("idempotency-key"), keys[0]);
  assert.equal(seen[0]?.headers.get("accept-language"), "ar");
});

test("the first attempt still at work is waited for; a refusal is not repeated", async () => {
  const seen = answering(named("requestInProgress", 409), Response.json({}), named("loanEnded", 409));
  await http().send({ method: "POST", path: "/loans/x/end" });
  await refused(() => http().send({ method: "POST", path: "/loans/x/end" }), "loanEnded");
  assert.equal(seen.length, 3);
});

test("no answer at all is offline, an answer of another shape is damaged", async () => {
  answering("nothing", "nothing", "nothing");
  await refused(() => http().send({ path: "/me" }), "offline");
  answering(Response.json({ a: 1 }), new Response("<html>"), Response.json({ a: "x", b: 2, c: null }));
  const reader = loose({ a: text });
  await refused(() => http().read(reader, { path: "/me" }));
  await refused(() => http().read(reader, { path: "/me" }));
  assert.deepEqual(await http().read(reader, { path: "/me" }), { a: "x" });
});

test("the clock follows the server's date", async () => {
  const clock = new Clock();
  answering(new Response(null, { headers: { Date: new Date(Date.now() - 3_600_000).toUTCString() } }), new Response(null, { headers: { Date: "nonsense" } }));
  await http(clock).send({ path: "/me" });
  await http(clock).send({ path: "/me" });
  assert.ok(Math.abs(clock.now() - Date.now() + 3_600_000) < 60_000);
});
