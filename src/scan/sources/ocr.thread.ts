import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { joinGlyphs } from "#scan/sources/join-glyphs.ts";
import type { OcrMessage } from "#scan/sources/ocr.ts";

/**
 * A thread of its own for OCR with the Chinese model that ships in npm. The worker of tesseract.js is used without its main side: that
 * would fetch a missing model from the network, and choose a build whose results depend on the processor. Nothing here fetches or writes.
 */
type Answer = { readonly status: string; readonly data: unknown };
type Engine = {
  setAdapter(adapter: object): void;
  dispatchHandlers(packet: object, answer: (answer: Answer) => void): void;
};

const require = createRequire(import.meta.url);
const engine: Engine = require("tesseract.js/src/worker-script/index.js");
const cores = createRequire(require.resolve("tesseract.js"));
const model = join(dirname(require.resolve("@tesseract.js-data/chi_sim/package.json")), "4.0.0_best_int");
/** The smallest module that uses SIMD: whether the processor and the runtime have it. */
const SIMD = Uint8Array.from(Buffer.from("0061736d010000000105016000017b030201000a0a0108004100fd0ffd620b", "hex"));
declare const WebAssembly: { validate(bytes: Uint8Array): boolean };
const LSTM_ONLY = 1;

const post = (message: OcrMessage) => parentPort?.postMessage(message);
const say = (failure: unknown) => String(failure instanceof Error ? failure.message : failure).slice(0, 200);
console.log = console.warn = console.error = () => undefined; // the engine tells of every picture's resolution

engine.setAdapter({
  getCore: async () => cores(`tesseract.js-core/tesseract-core-${WebAssembly.validate(SIMD) ? "simd-" : ""}lstm`),
  gunzip: gunzipSync,
  fetch: () => Promise.reject(new Error("OCR fetches nothing")),
  readCache: (path: string) => readFile(path),
});

let jobs = 0;
async function run(action: string, payload: object): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  engine.dispatchHandlers({ workerId: "ocr", jobId: `${++jobs}`, action, payload }, ({ status, data }) => {
    if (status === "resolve") resolve(data);
    else if (status === "reject") reject(new Error(say(data)));
  });
  return promise;
}

try {
  await run("load", { options: { lstmOnly: true } });
  const options = { langPath: model, gzip: true, cacheMethod: "none", lstmOnly: true };
  await run("loadLanguage", { langs: ["chi_sim"], options });
  await run("initialize", { langs: ["chi_sim"], oem: LSTM_ONLY, config: {} });
  // Wide gaps between columns stay wider than the gaps the engine leaves between glyphs.
  await run("setParameters", { params: { preserve_interword_spaces: "1" } });
  parentPort?.on("message", (picture: Uint8Array) => {
    read(picture).then(post, (failure: unknown) => post({ kind: "failed", reason: say(failure) }));
  });
  post({ kind: "ready" });
} catch (failure) {
  post({ kind: "failed", reason: say(failure) });
}

async function read(picture: Uint8Array): Promise<OcrMessage> {
  const page = await run("recognize", { image: picture, options: {}, output: { text: true } });
  const text = typeof page === "object" && page !== null && "text" in page ? String(page.text ?? "") : "";
  const lines = text.split(/\r?\n/).map(joinGlyphs);
  return { kind: "read", lines: lines.filter((line) => line !== "") };
}
