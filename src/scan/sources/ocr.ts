import { createRequire } from "node:module";
import { type AskedThread, openThread } from "#scan/sources/ask-thread.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

/** Limits of a picture: bytes, pixels, milliseconds until its text is there, heap of the thread in megabytes. */
export const OCR_LIMITS = { bytes: 64 * 1024 * 1024, pixels: 100_000_000, patience: 120_000, heap: 512 } as const;

/** What the thread says: ready once, then for each picture its lines, or why there are none. */
export type OcrMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly lines: readonly string[] }
  | { readonly kind: "failed"; readonly reason: string };

/** 光学字符识别 reads the text of pictures, one after the other. */
export type PictureReader = {
  /** The lines of a PNG, JPEG, BMP or WebP from top to bottom. @throws Unreadable "image-damaged", "image-too-large", "time-limit"; the abort reason */
  readonly read: (picture: Uint8Array) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** The engine with its model, as a result names it: another version may read other signs. */
export function nameOcrEngine(): string {
  const require = createRequire(import.meta.url);
  const versionOf = (name: string) => String(require(`${name}/package.json`).version);
  return `tesseract.js ${versionOf("tesseract.js")}, chi_sim ${versionOf("@tesseract.js-data/chi_sim")}`;
}

/** Opens OCR lazily: the engine is loaded when the first picture comes, in a thread of its own; after a picture that choked it, anew. */
export function openOcr(signal: AbortSignal, patience: number = OCR_LIMITS.patience): PictureReader {
  let opened: AskedThread<OcrMessage> | null = null;
  const close = async () => {
    const thread = opened;
    opened = null;
    await thread?.close();
  };
  const open = async (): Promise<AskedThread<OcrMessage>> => {
    const thread = openThread<OcrMessage>(new URL("./ocr.thread.ts", import.meta.url), null, signal, { patience, heap: OCR_LIMITS.heap });
    opened = thread;
    const message = await thread.next();
    if (message.kind !== "ready") throw new Error(`OCR does not start: ${message.kind === "failed" ? message.reason : message.kind}`);
    return thread;
  };
  return {
    read: async (picture) => {
      if (picture.length > OCR_LIMITS.bytes || pixelsOf(picture) > OCR_LIMITS.pixels)
        throw new Unreadable(problemOf("image-too-large", OCR_LIMITS.pixels));
      try {
        const thread = opened ?? (await open());
        thread.ask(picture);
        const message = await thread.next();
        if (message.kind === "read") return message.lines;
        throw new Unreadable(problemOf("image-damaged", message.kind === "failed" ? message.reason : message.kind));
      } catch (failure) {
        await close();
        throw failure;
      }
    },
    close,
  };
}

const IDLE = 500;
const shared = new WeakMap<AbortSignal, PictureReader>();

/**
 * The one OCR of a count in this thread: loading the engine costs more than a picture. It closes itself half a second after the last
 * picture and comes back with the next; nobody else closes it.
 */
export function shareOcr(signal: AbortSignal): Pick<PictureReader, "read"> {
  const known = shared.get(signal);
  if (known !== undefined) return known;
  const reader = openOcr(signal);
  let idle: NodeJS.Timeout | undefined;
  const read = async (picture: Uint8Array) => {
    clearTimeout(idle);
    try {
      return await reader.read(picture);
    } finally {
      idle = setTimeout(() => void reader.close(), IDLE);
    }
  };
  const own: PictureReader = { read, close: reader.close };
  shared.set(signal, own);
  return own;
}

/** Width times height as a picture's head promises; 0 where it does not say: then the decoder decides. */
export function pixelsOf(picture: Uint8Array): number {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  const begins = (hex: string) => bytes.subarray(0, hex.length / 2).toString("hex") === hex;
  if (begins("89504e47") && bytes.length > 24) return bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (begins("424d") && bytes.length > 26) return Math.abs(bytes.readInt32LE(18) * bytes.readInt32LE(22));
  if (begins("52494646") && bytes.length > 30 && bytes.toString("latin1", 12, 16) === "VP8X")
    return (1 + bytes.readUIntLE(24, 3)) * (1 + bytes.readUIntLE(27, 3));
  if (!begins("ffd8")) return 0;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return 0;
}
