import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

// `node scripts/build-kernel.ts [NAME…]` compiles src/scan/kernel/assembly/NAME.ts to src/scan/kernel/NAME.wasm, which is committed.
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "src", "scan", "kernel");
const OPTIONS = [
  "-O3",
  "--runtime",
  "stub",
  "--noAssert",
  "--enable",
  "simd",
  "--enable",
  "relaxed-simd",
  "--enable",
  "bulk-memory",
  "--initialMemory",
  "1",
];

/** Names of all kernels. */
export const KERNELS = readdirSync(join(folder, "assembly"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3))
  .sort();

/** Compiles one kernel. @throws an Error with what the compiler says */
export async function compileKernel(name: string): Promise<Uint8Array> {
  let compiled: Uint8Array | null = null;
  const { error, stderr } = await asc.main([`${name}.ts`, "--outFile", `${name}.wasm`, ...OPTIONS], {
    readFile: (file: string) => {
      try {
        return readFileSync(join(folder, "assembly", file), "utf8");
      } catch {
        return null; // asked for in several places by the compiler; it says itself what it does not find at all
      }
    },
    writeFile: (_file: string, contents: string | Uint8Array) => {
      if (typeof contents !== "string") compiled = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || compiled === null) throw new Error(`${name}: ${error?.message ?? "no code"}\n${stderr.toString()}`);
  return compiled;
}

/** The committed code of a kernel. */
export function readKernel(name: string): Uint8Array {
  return readFileSync(join(folder, `${name}.wasm`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  for (const name of asked.length === 0 ? KERNELS : asked) {
    const code = await compileKernel(name);
    writeFileSync(join(folder, `${name}.wasm`), code);
    process.stdout.write(`${name}.wasm ${code.length} bytes\n`);
  }
}
