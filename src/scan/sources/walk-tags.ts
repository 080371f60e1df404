/** Tags and text of markup, as written. `place` is the place in the window. */
export type TagEvents = {
  readonly open: (name: string, attributes: string, empty: boolean, place: number) => void;
  readonly close: (name: string, place: number) => void;
  readonly text: (raw: string, place: number, literal: boolean) => void;
};

const LONGEST_TAG = 64 * 1024;
const LONGEST_TEXT = 1 << 20;
const UNREAD = /^(?:script|style|template|noscript)$/;

/**
 * Walks HTML or XML with patience, window by window: what is no tag is text, a tag that never ends is text, nothing is expanded. In HTML
 * names are in lower case, scripts and styles are left out.
 */
export class TagWalker {
  readonly #events: TagEvents;
  readonly #html: boolean;
  #unread = "";
  /** marks that stand nowhere in the rest of the window: they are looked for once */
  readonly #missing = new Set<string>();
  /** before this place no tag is looked for: one ran on to here without an end */
  #noTagBefore = 0;

  constructor(events: TagEvents, html: boolean) {
    this.#events = events;
    this.#html = html;
  }

  /** Walks what is whole in the window; answers how much of it that was. */
  feed(text: string, last: boolean): number {
    let at = 0;
    this.#missing.clear();
    this.#noTagBefore = 0;
    while (at < text.length) {
      if (this.#unread !== "") {
        const end = text.slice(at).search(new RegExp(`</${this.#unread}[\\s>]`, "i"));
        if (end < 0) return last ? text.length : Math.max(at, text.length - 32);
        at += end;
        this.#unread = "";
      }
      const tag = text.indexOf("<", at);
      const until = tag < 0 ? text.length : tag;
      if (until > at) {
        if (tag < 0 && !last && until - at < LONGEST_TEXT) return at;
        this.#events.text(text.slice(at, until), at, false);
        at = until;
        continue;
      }
      const end = this.#tag(text, tag, last);
      if (end < 0) return at;
      at = end;
    }
    return at;
  }

  /** Reads what begins with `<`; answers the place after it, -1 when more text is needed. */
  #tag(text: string, tag: number, last: boolean): number {
    const literal = () => {
      this.#events.text("<", tag, true);
      return tag + 1;
    };
    const wait = () => (!last && text.length - tag < LONGEST_TAG ? -1 : literal());
    if (text.startsWith("<!--", tag))
      return this.#endOf(text, "-->", tag + 4) ?? (last || text.length - tag > LONGEST_TEXT ? literal() : -1);
    if (text.startsWith("<![CDATA[", tag)) {
      const end = this.#endOf(text, "]]>", tag);
      if (end === null) return last || text.length - tag > 64 * LONGEST_TEXT ? literal() : -1;
      this.#events.text(text.slice(tag + 9, end - 3), tag, true);
      return end;
    }
    if (tag + 9 > text.length && !last) return -1;
    const next = text.charAt(tag + 1);
    if (next === "?") return this.#endOf(text, this.#html ? ">" : "?>", tag) ?? wait();
    if (next === "!") return this.#endOfDeclaration(text, tag) ?? wait();
    const name = /^<\/?([\p{L}_][^\s/>]{0,200})/u.exec(text.slice(tag, tag + 204))?.[1];
    if (name === undefined) return literal();
    const end = tag < this.#noTagBefore ? null : endOfTag(text, tag);
    if (end === null) {
      if (last || text.length - tag >= LONGEST_TAG)
        this.#noTagBefore = Math.max(this.#noTagBefore, Math.min(text.length, tag + LONGEST_TAG));
      return wait();
    }
    const local = this.#html ? name.toLowerCase() : name.slice(name.indexOf(":") + 1);
    if (next === "/") this.#events.close(local, tag);
    else {
      const empty = text.charAt(end - 2) === "/";
      this.#events.open(local, text.slice(tag + 1 + name.length, end - (empty ? 2 : 1)), empty, tag);
      if (this.#html && !empty && UNREAD.test(local)) this.#unread = local;
    }
    return end;
  }

  #endOf(text: string, mark: string, from: number): number | null {
    const at = this.#missing.has(mark) ? -1 : text.indexOf(mark, from);
    if (at < 0) this.#missing.add(mark);
    return at < 0 ? null : at + mark.length;
  }

  /** A document type may hold declarations in brackets: all of it is skipped. */
  #endOfDeclaration(text: string, tag: number): number | null {
    const end = this.#endOf(text, ">", tag);
    if (end === null) return null;
    const subset = text.slice(tag, end).indexOf("[");
    if (subset < 0) return end;
    if (this.#missing.has("]>")) return null;
    const close = /\]\s*>/g;
    close.lastIndex = tag + subset;
    if (close.test(text)) return close.lastIndex;
    this.#missing.add("]>");
    return null;
  }
}

/** The place after the `>` of a tag, not one in a quoted attribute. */
function endOfTag(text: string, tag: number): number | null {
  const until = Math.min(text.length, tag + LONGEST_TAG);
  let quote = 0;
  for (let at = tag + 1; at < until; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at + 1;
    else if ((code === 0x22 || code === 0x27) && text.charCodeAt(at - 1) === 0x3d) quote = code;
  }
  return null;
}

const SPACES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  middot: "·",
  hellip: "…",
  mdash: "—",
  ldquo: "“",
  rdquo: "”",
};

/** The named entities that Chinese pages use and XML does not know. */
export function decodeHtmlNames(raw: string): string {
  return raw.includes("&")
    ? raw.replace(/&(\w+);?/g, (whole, name: string) => (Object.hasOwn(SPACES, name) ? (SPACES[name] ?? whole) : whole))
    : raw;
}
