import { decodeXmlText, walkXml } from "#scan/sources/walk-xml.ts";

const PAGE = 1 << 22;

/** The texts a workbook's cells point to, as UTF-8 in a few large pieces: a million of them must not be a million objects. */
export class SharedStrings {
  readonly #pages: Buffer[] = [];
  #used = PAGE;
  #starts = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;

  get(index: number): string {
    if (!(index >= 0 && index < this.#count)) return "";
    const start = this.#starts[index] ?? 0;
    const page = this.#pages[Math.floor(start / 2 ** 32)];
    const from = start % 2 ** 32;
    return page?.toString("utf8", from, from + (this.#lengths[index] ?? 0)) ?? "";
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.#count === this.#starts.length) {
      this.#starts = grow(this.#starts, new Float64Array(this.#count * 2));
      this.#lengths = grow(this.#lengths, new Uint32Array(this.#count * 2));
    }
    const current = this.#pages.at(-1);
    if (current === undefined || this.#used + length > current.length) {
      this.#pages.push(Buffer.allocUnsafe(Math.max(PAGE, length)));
      this.#used = 0;
    }
    this.#pages.at(-1)?.write(text, this.#used);
    this.#starts[this.#count] = (this.#pages.length - 1) * 2 ** 32 + this.#used;
    this.#lengths[this.#count] = length;
    this.#used += length;
    this.#count++;
  }
}

/** Reads `xl/sharedStrings.xml`: rich text joined, phonetic readings left out. */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let text = "";
  let inText = false;
  let phonetic = false;
  await walkXml(bytes, {
    open: (name, _attributes, empty) => {
      if (name === "si") {
        text = "";
        if (empty) strings.add("");
      } else if (name === "t") inText = !empty && !phonetic;
      else if (name === "rPh") phonetic = !empty;
    },
    close: (name) => {
      if (name === "si") strings.add(text);
      else if (name === "t") inText = false;
      else if (name === "rPh") phonetic = false;
    },
    text: (raw) => {
      if (inText) text += decodeXmlText(raw);
    },
  });
  return strings;
}

function grow<T extends Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
