import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Idle, IDLE, WARNING } from "../idle.ts";

/** The few things of a browser that the clock of absence listens to. */
Object.assign(globalThis, { addEventListener: () => undefined, removeEventListener: () => undefined, document: { addEventListener: () => undefined, removeEventListener: () => undefined } });

function watch(): { idle: Idle; warned: number[]; over: () => number } {
  let count = 0;
  const warned: number[] = [];
  const idle = new Idle(left => warned.push(left), () => { count++; });
  idle.start();
  return { idle, warned, over: () => count };
}

test("begun anew after it was over, it counts from the beginning", () => {
  mock.timers.enable({ apis: ["setInterval", "Date"], now: 1_000_000 });
  const { idle, over } = watch();
  mock.timers.tick(IDLE + 1000);
  idle.start();
  mock.timers.tick(IDLE - 2000);
  assert.equal(over(), 1);
  mock.timers.tick(3000);
  assert.equal(over(), 2);
  mock.timers.reset();
});

test("after three minutes without a touch it is over, once, with a warning before", () => {
  mock.timers.enable({ apis: ["setInterval", "Date"], now: 1_000_000 });
  const { warned, over } = watch();
  mock.timers.tick(IDLE - WARNING - 1000);
  assert.deepEqual(warned, []);
  mock.timers.tick(WARNING);
  assert.ok(warned.length > 0);
  assert.equal(over(), 0);
  mock.timers.tick(2000);
  assert.equal(over(), 1);
  mock.timers.tick(IDLE * 2);
  assert.equal(over(), 1);
  mock.timers.reset();
});

test("a touch starts the count again and takes the warning away", () => {
  mock.timers.enable({ apis: ["setInterval", "Date"], now: 1_000_000 });
  const { idle, warned, over } = watch();
  mock.timers.tick(IDLE - 5000);
  idle.touch();
  assert.equal(warned.at(-1), 0);
  mock.timers.tick(IDLE - 5000);
  assert.equal(over(), 0);
  idle.stop();
  mock.timers.reset();
});

test("a computer that slept does not wake up into an open wallet, even if the first thing is a touch", () => {
  mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  const { idle, over } = watch();
  mock.timers.setTime(1_000_000 + IDLE + 1);
  idle.touch();
  assert.equal(over(), 1);
  idle.stop();
  mock.timers.reset();
});
