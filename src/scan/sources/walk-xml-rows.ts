import { OWN_TEXT } from "#scan/sources/nested-lists.ts";
import type { JsonEvents } from "#scan/sources/walk-json.ts";
import { TagWalker } from "#scan/sources/walk-tags.ts";
import { decodeXmlText } from "#scan/sources/walk-xml.ts";

const DEEPEST = 256;
const MOST_PATHS = 2000;
const LONGEST_TEXT = 16 * 1024 * 1024;
const ATTRIBUTE = /([\p{L}_][\w:.\-\p{L}]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** `fields` of an element inside of a row, by the names of its attributes and children. */
type Frame = {
  readonly name: string;
  readonly path: string;
  text: string;
  readonly said: string[];
  readonly isRow: boolean;
  readonly fields: Map<string, unknown> | null;
};

/** Paths of elements: those that are rows, and all that stand more than once in a parent and hold fields. */
export type XmlRows = { readonly rows: ReadonlySet<string>; readonly lists: ReadonlySet<string> };

/** Finds which elements are rows: those that stand more than once in one parent and hold fields, the outermost of them. */
export class XmlSurvey {
  readonly #stack: { name: string; path: string; readonly counts: Map<string, number> }[] = [];
  readonly #repeated = new Set<string>();
  readonly #holding = new Set<string>();
  readonly #walker: TagWalker;

  constructor() {
    this.#walker = new TagWalker({ open: this.#open, close: this.#close, text: () => undefined }, false);
  }

  feed(text: string, last: boolean): number {
    return this.#walker.feed(text, last);
  }

  rows(): XmlRows {
    const found = [...this.#repeated].filter((path) => this.#holding.has(path));
    const lists = new Set(found);
    return { rows: new Set(found.filter((path) => !hasListAround(path, lists))), lists };
  }

  readonly #open = (name: string, attributes: string, empty: boolean): void => {
    const parent = this.#stack.at(-1);
    const path = parent === undefined ? name : `${parent.path}.${name}`;
    if (parent !== undefined) {
      const count = (parent.counts.get(name) ?? 0) + 1;
      if (parent.counts.size < MOST_PATHS) parent.counts.set(name, count);
      if (count > 1 && this.#repeated.size < MOST_PATHS) this.#repeated.add(path);
      if (this.#holding.size < MOST_PATHS) this.#holding.add(parent.path);
    }
    if (attributes.includes("=") && this.#holding.size < MOST_PATHS) this.#holding.add(path);
    if (!empty && this.#stack.length < DEEPEST) this.#stack.push({ name, path, counts: new Map() });
  };

  readonly #close = (name: string): void => {
    const at = this.#stack.findLastIndex((frame) => frame.name === name);
    if (at >= 0) this.#stack.length = at;
  };
}

function hasListAround(path: string, lists: ReadonlySet<string>): boolean {
  for (let at = path.lastIndexOf("."); at > 0; at = path.lastIndexOf(".", at - 1)) if (lists.has(path.slice(0, at))) return true;
  return false;
}

/** Walks XML: the elements named as rows with their attributes and children as fields, everything else as text labelled with its element. */
export class XmlRowWalker {
  readonly #events: JsonEvents;
  readonly #rows: XmlRows;
  readonly #walker: TagWalker;
  readonly #stack: Frame[] = [];
  #row: { place: number } | null = null;
  #damaged = false;

  constructor(events: JsonEvents, rows: XmlRows) {
    this.#events = events;
    this.#rows = rows;
    this.#walker = new TagWalker({ open: this.#open, close: this.#close, text: this.#text }, false);
  }

  /** Walks what is whole in the window; answers how much of it that was. */
  feed(text: string, last: boolean): number {
    const used = this.#walker.feed(text, last);
    if (this.#row !== null) this.#row.place = Math.max(0, this.#row.place - used); // a row torn by the window stands at its beginning
    if (last && this.#stack.length > 0) {
      this.#damage("the text ends inside an element");
      while (this.#stack.length > 0) this.#pop(0);
    }
    return used;
  }

  readonly #open = (name: string, attributes: string, empty: boolean, place: number): void => {
    const parent = this.#stack.at(-1);
    const path = parent === undefined ? name : `${parent.path}.${name}`;
    if (this.#stack.length >= DEEPEST) {
      this.#damage(`more than ${DEEPEST} levels`);
      return;
    }
    const isRow = this.#row === null && this.#rows.rows.has(path);
    if (isRow) this.#row = { place };
    const frame: Frame = { name, path, text: "", said: [], isRow, fields: this.#row === null ? null : new Map() };
    this.#stack.push(frame);
    for (const [, attribute = "", double, single] of attributes.matchAll(ATTRIBUTE))
      if (!/^xmlns(?::|$)/.test(attribute))
        this.#say(frame, attribute.slice(attribute.indexOf(":") + 1), attribute, decodeXmlText(double ?? single ?? ""));
    if (empty) this.#pop(place);
  };

  readonly #close = (name: string, place: number): void => {
    const at = this.#stack.findLastIndex((frame) => frame.name === name);
    if (at < 0) {
      if (this.#stack.length < DEEPEST) this.#damage("an element is closed that was never opened");
      return;
    }
    if (at < this.#stack.length - 1) this.#damage("an element is not closed");
    while (this.#stack.length > at) this.#pop(place);
  };

  readonly #text = (raw: string, place: number, literal: boolean): void => {
    const frame = this.#stack.at(-1);
    const text = literal ? raw : decodeXmlText(raw);
    if (frame === undefined) {
      if (text.trim() !== "") this.#events.line(text.trim(), place);
    } else {
      frame.text += text;
      if (frame.text.length > LONGEST_TEXT) this.#endText(frame);
    }
  };

  #pop(place: number): void {
    const frame = this.#stack.at(-1);
    if (frame === undefined) return;
    this.#endText(frame);
    this.#stack.pop();
    if (frame.said.length > 0) this.#events.line(frame.said.join("; "), place);
    if (frame.fields === null || this.#row === null) return;
    if (!frame.isRow) {
      this.#hand(frame, frame.fields);
      return;
    }
    this.#events.row(frame.path, Object.fromEntries(frame.fields), this.#row.place);
    this.#row = null;
  }

  /** An element inside of a row becomes a field of its parent: its text alone, or what it holds; one that repeats is a list. */
  #hand({ name, path }: Frame, fields: ReadonlyMap<string, unknown>): void {
    const parent = this.#stack.at(-1)?.fields;
    if (parent === null || parent === undefined || fields.size === 0) return;
    const alone = fields.size === 1 ? fields.get(OWN_TEXT) : undefined;
    const value = alone ?? Object.fromEntries(fields);
    const before = parent.get(name);
    if (Array.isArray(before)) before.push(value);
    else if (before !== undefined) parent.set(name, [before, value]);
    else parent.set(name, this.#rows.lists.has(path) ? [value] : value);
  }

  /** The text of an element belongs to its row, or to what its parent says. */
  #endText(frame: Frame): void {
    const text = frame.text.trim();
    frame.text = "";
    if (text === "") return;
    if (frame.fields !== null) this.#say(frame, frame.isRow ? frame.name : OWN_TEXT, frame.name, text);
    else this.#say(this.#stack[this.#stack.indexOf(frame) - 1] ?? frame, "", frame.name, text);
  }

  #say(frame: Frame, field: string, label: string, value: string): void {
    if (value === "") return;
    if (frame.fields === null) {
      frame.said.push(`${label}: ${value}`);
      if (frame.said.length >= 10_000) this.#events.line(frame.said.splice(0).join("; "), 0);
      return;
    }
    const before = frame.fields.get(field);
    frame.fields.set(field, typeof before === "string" ? `${before}, ${value}` : value);
  }

  #damage(why: string): void {
    if (!this.#damaged) this.#events.damaged(why);
    this.#damaged = true;
  }
}
