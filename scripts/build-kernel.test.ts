import { expect, test } from "vitest";
import { compileKernel, KERNELS, readKernel } from "./build-kernel.ts";

test.each(KERNELS)("the committed code of the kernel %s is what its source compiles to", { timeout: 60_000 }, async (name) => {
  const compiled = Buffer.from(await compileKernel(name));
  expect(compiled.equals(readKernel(name)), "run: node scripts/build-kernel.ts").toBe(true);
});
