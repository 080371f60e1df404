import { readFileSync } from "node:fs";

const PAGE = 65_536;
const modules = new Map<string, WebAssembly.Module>();

/** An instance of a kernel: its memory, and its functions by name (numbers in, numbers out). */
export type Kernel = {
  /** The bytes of its memory; valid until `reserve` is called. */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** Makes the memory reach to `until` bytes at least; views taken before are dead. */
  readonly reserve: (until: number) => void;
  readonly call: (name: string) => (...numbers: number[]) => number;
  /** first byte that the kernel does not keep for itself */
  readonly freeFrom: number;
};

/** A fresh instance of the committed kernel `NAME.wasm`; compiled once a thread. @throws when the kernel is missing or damaged */
export function loadKernel(name: string): Kernel {
  let module = modules.get(name);
  if (module === undefined) {
    module = new WebAssembly.Module(readFileSync(new URL(`./${name}.wasm`, import.meta.url)));
    modules.set(name, module);
  }
  const { exports } = new WebAssembly.Instance(module);
  const memory = exports["memory"];
  if (!(memory instanceof WebAssembly.Memory)) throw new Error(`the kernel ${name} has no memory`);
  let bytes = new Uint8Array(memory.buffer);
  const call = (wanted: string): ((...numbers: number[]) => number) => {
    const found = exports[wanted];
    if (!isFunction(found)) throw new Error(`the kernel ${name} has no function ${wanted}`);
    return found;
  };
  return {
    bytes: () => bytes,
    reserve: (until) => {
      if (until <= bytes.length) return;
      memory.grow(Math.ceil((until - bytes.length) / PAGE));
      bytes = new Uint8Array(memory.buffer);
    },
    call,
    freeFrom: call("freeFrom")() >>> 0,
  };
}

function isFunction(value: unknown): value is (...numbers: number[]) => number {
  return typeof value === "function";
}
