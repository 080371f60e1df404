import { expect, test } from "vitest";
import { BlocksUnderWay } from "#scan/threads/blocks-under-way.ts";

test("never more than so many blocks are under way, and finish waits for all", async () => {
  const underWay = new BlocksUnderWay(2);
  let [running, most, ended] = [0, 0, 0];
  const block = async () => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    ended++;
  };
  for (let n = 0; n < 7; n++) await underWay.add(block);
  await underWay.finish();
  expect({ running, most, ended }).toEqual({ running: 0, most: 2, ended: 7 });
});

test("a block that fails stops whoever waits for room, and finish throws it, as often as it is asked", async () => {
  const underWay = new BlocksUnderWay(1);
  let started = 0;
  await underWay.add(() => Promise.reject(new Error("thread died")));
  await expect(underWay.add(async () => void started++)).rejects.toThrow("thread died");
  await expect(underWay.finish()).rejects.toThrow("thread died");
  await expect(underWay.finish()).rejects.toThrow("thread died");
  expect(started).toBe(0);
});

test("settle waits for what runs and throws nothing", async () => {
  const underWay = new BlocksUnderWay(2);
  let ended = false;
  await underWay.add(() => Promise.reject(new Error("thread died")));
  await underWay.add(async () => {
    await new Promise(setImmediate);
    ended = true;
  });
  await underWay.settle();
  expect(ended).toBe(true);
});
