import { expect, test } from "vitest";
import { watchSource } from "#counts/watch-source.ts";

const bytes = new Uint8Array(1000);
const plain = { path: "a.zip", size: 1000, read: async (offset: number, length: number) => bytes.subarray(offset, offset + length) };

test("a source is done with when it was read twice, or when the next one begins", async () => {
  const gauge = { reading: null, sourcesDone: 0, bytesDone: 0, rowsDone: 0 };
  const source = watchSource(plain, gauge, () => undefined);
  for (let offset = 0; offset < 1000; offset += 250) await source.read(offset, 250);
  expect(gauge.bytesDone, "its encoding and hashes are known, nothing is counted").toBe(500);
  for (let offset = 0; offset < 1000; offset += 250) await source.read(offset, 250);
  await source.read(0, 1000);
  expect(gauge.bytesDone, "progress never passes its end").toBe(1000);
  const once = watchSource({ ...plain, path: "b.xlsx" }, gauge, () => undefined);
  await once.read(0, 400);
  expect(gauge.bytesDone).toBe(1200);
  await watchSource({ ...plain, path: "c.csv" }, gauge, () => undefined).read(0, 1);
  expect(gauge.bytesDone).toBe(2000);
});

test("the first failure is handed over and still thrown", async () => {
  const failures: unknown[] = [];
  const broken = { ...plain, read: () => Promise.reject(new Error("tampered")) };
  const gauge = { reading: null, sourcesDone: 0, bytesDone: 0, rowsDone: 0 };
  await expect(watchSource(broken, gauge, (path, problem) => failures.push([path, problem])).read(0, 10)).rejects.toThrow("tampered");
  expect(failures).toEqual([["a.zip", new Error("tampered")]]);
});

test("other work of the process has its turn while sources are read that never wait", async () => {
  const gauge = { reading: null, sourcesDone: 0, bytesDone: 0, rowsDone: 0 };
  const source = watchSource(plain, gauge, () => undefined);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  // However busy the machine is, the readers make way; without that the loop would go on for ever, and the test's limit end it.
  while (turns < 3) await source.read(0, 1);
  clearInterval(timer);
  expect(turns).toBe(3);
});
