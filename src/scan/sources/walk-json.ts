/** What a JSON holds, as it streams by; `place` is the place in the window. */
export type JsonEvents = {
  /**
   * An object or array that stands in an array: a row of the table that has the path of keys (`data.list`, "" at the root) as its name.
   * A whole text that is one object of plain fields is a row too.
   */
  readonly row: (table: string, value: object, place: number) => void;
  /** what stands outside of tables, an object or value at a time, with the field names as labels; or text that is no JSON */
  readonly line: (text: string, place: number) => void;
  readonly damaged: (why: string) => void;
};

const DEEPEST = 256;
const LONGEST_LINE = 1 << 20;

type Frame = {
  readonly array: boolean;
  readonly path: string;
  readonly label: string;
  readonly said: string[];
  saidLength: number;
  key: string;
  /** the fields so far; null where there is more to it than fields with a value each */
  fields: Map<string, string> | null;
};

/**
 * Walks a JSON text without building it: only one row at a time is parsed. A row that is no JSON by itself is given as a line; where the
 * brackets themselves go wrong, the rest is given as lines of text.
 */
export class JsonWalker {
  readonly #events: JsonEvents;
  readonly #longest: number;
  readonly #stack: Frame[] = [];
  #broken = false;
  #row = NO_ROW;

  constructor(events: JsonEvents, longest: number) {
    this.#events = events;
    this.#longest = longest;
  }

  /** Walks what is whole in the window; answers how much of it that was. */
  feed(text: string, last: boolean): number {
    let at = 0;
    while (at < text.length && !this.#broken) {
      const next = this.#step(text, at, last);
      if (next === at) break;
      at = next;
    }
    if (this.#broken) return this.#rest(text, at, last);
    if (last && (at < text.length || this.#stack.length > 0)) {
      this.#break("the text ends inside a value");
      return this.#rest(text, at, true);
    }
    return at;
  }

  /** One token from a place; answers the place after it, the same place when more text is needed. */
  #step(text: string, at: number, last: boolean): number {
    const code = text.charCodeAt(at);
    const frame = this.#stack.at(-1);
    if (code <= 0x20 || code === 0x2c || code === 0x3a || code === 0xfeff) return at + 1;
    if ((code === OPEN_OBJECT || code === OPEN_ARRAY) && frame?.array === true) return this.#readRow(text, at, frame);
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) return this.#open(code === OPEN_ARRAY, at);
    if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) return this.#close(code === CLOSE_ARRAY, at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (end < 0) {
        if (text.length - at > this.#longest) this.#break("a string without an end");
        return at;
      }
      return this.#take(unquote(text.slice(at, end)), isKeyAt(text, end, last), at, end);
    }
    LITERAL.lastIndex = at;
    const literal = LITERAL.exec(text)?.[0];
    if (literal === undefined) return this.#break(`unexpected sign at depth ${this.#stack.length}`, at);
    const end = at + literal.length;
    if (end === text.length && !last) return at;
    return this.#take(literal === "null" ? "" : literal, false, at, end);
  }

  #open(array: boolean, at: number): number {
    const frame = this.#stack.at(-1);
    if (this.#stack.length >= DEEPEST) return this.#break(`more than ${DEEPEST} levels`, at);
    const path = frame === undefined ? "" : frame.path === "" ? frame.key : `${frame.path}.${frame.key}`;
    const fields = array || frame !== undefined ? null : new Map<string, string>();
    this.#stack.push({ array, path, label: frame?.key ?? "", said: [], saidLength: 0, key: "", fields });
    if (frame !== undefined) {
      frame.key = "";
      frame.fields = null;
    }
    return at + 1;
  }

  #close(array: boolean, at: number): number {
    const frame = this.#stack.at(-1);
    if (frame === undefined || frame.array !== array) return this.#break("brackets that do not match", at);
    this.#stack.pop();
    if (frame.fields !== null && frame.fields.size > 0) this.#events.row("", Object.fromEntries(frame.fields), at);
    else this.#flush(frame, at);
    return at + 1;
  }

  #take(value: string, isKey: boolean | null, at: number, end: number): number {
    if (isKey === null) return at; // whether a colon follows is not seen yet
    const frame = this.#stack.at(-1);
    if (frame === undefined || frame.array) {
      if (value !== "") this.#events.line(frame === undefined || frame.label === "" ? value : `${frame.label}: ${value}`, at);
    } else if (isKey && frame.key === "") frame.key = value;
    else {
      if (value !== "") {
        const said = `${frame.key}: ${value}`;
        if (frame.fields?.has(frame.key) === true) frame.fields = null;
        else frame.fields?.set(frame.key, value);
        frame.said.push(said);
        frame.saidLength += said.length;
        if (frame.saidLength > LONGEST_LINE) this.#flush(frame, at);
      }
      frame.key = "";
    }
    return end;
  }

  #flush(frame: Frame, at: number): void {
    if (frame.said.length > 0) this.#events.line(frame.said.splice(0).join("; "), at);
    frame.saidLength = 0;
    frame.fields = null; // told already
  }

  /** A row is found by its brackets and parsed as a whole; the scan for its end goes on where the last window ended. */
  #readRow(text: string, start: number, frame: Frame): number {
    let { scanned, depth, inString, deepest } = this.#row;
    let at = start + scanned;
    let end = -1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (code === BACKSLASH) at++;
        else if (code === QUOTE) inString = false;
      } else if (code === QUOTE) inString = true;
      else if (code === OPEN_OBJECT || code === OPEN_ARRAY) deepest = Math.max(deepest, ++depth);
      else if ((code === CLOSE_OBJECT || code === CLOSE_ARRAY) && --depth === 0) {
        end = at + 1;
        break;
      }
    }
    if (end < 0) {
      this.#row = { scanned: at - start, depth, inString, deepest };
      return text.length - start > this.#longest ? this.#break(`an object of more than ${this.#longest} characters`, start) : start;
    }
    this.#row = NO_ROW;
    const raw = text.slice(start, end);
    const value = deepest > DEEPEST ? null : parseRow(raw);
    if (value !== null) this.#events.row(frame.path, value, start);
    else {
      this.#events.damaged(deepest > DEEPEST ? `more than ${DEEPEST} levels` : "an object that is no JSON");
      this.#events.line(raw, start);
    }
    return end;
  }

  #break(why: string, at = 0): number {
    this.#broken = true;
    this.#events.damaged(why);
    for (const frame of this.#stack) this.#flush(frame, 0);
    return at;
  }

  /** Text after a break, line by line; a line without an end is cut where no number stands. */
  #rest(text: string, from: number, last: boolean): number {
    let at = from;
    while (at < text.length) {
      let end = text.indexOf("\n", at);
      if (end < 0 || end - at > LONGEST_LINE) {
        if (end < 0 && !last && text.length - at < LONGEST_LINE) return at;
        end = Math.min(end < 0 ? text.length : end, at + LONGEST_LINE);
        if (end < text.length) while (end > at + LONGEST_LINE / 2 && /[\w*.@-]/.test(text.charAt(end))) end--;
      }
      if (end > at) this.#events.line(text.slice(at, end), at);
      at = text.charCodeAt(end) === 10 ? end + 1 : end;
    }
    return at;
  }
}

/** Parses one object or array; null when it is none. Numbers too long for a double keep every digit, as text. */
export function parseRow(raw: string): object | null {
  if (LONG_NUMBER.test(raw)) {
    const kept = parseObject(raw.replace(LONG_NUMBERS, '$1"$2"'));
    if (kept !== null) return kept;
  }
  return parseObject(raw);
}

function parseObject(raw: string): object | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === "object" ? value : null;
  } catch (failure) {
    if (failure instanceof SyntaxError) return null; // the question is whether it parses
    throw failure;
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];
const LITERAL = /[-+\w.]{1,1000}/y;
const NO_ROW = { scanned: 0, depth: 0, inString: false, deepest: 0 };
const LONG_NUMBER = /[:,[]\s*-?\d(?:\d{15}|[\d.]*[eE])/;
const LONG_NUMBERS = /([:,[]\s*)(-?\d{16,}(?:\.\d+)?|-?\d+(?:\.\d+)?[eE][+-]?\d+)(?=\s*[,}\]])/g;

/** The place after the closing quote, -1 when the text ends before. */
function endOfString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === BACKSLASH) next++;
    else if (code === QUOTE) return next + 1;
  }
  return -1;
}

/** Whether a colon follows; null when the window ends before that can be seen. */
function isKeyAt(text: string, end: number, last: boolean): boolean | null {
  for (let at = end; at < text.length; at++) if (text.charCodeAt(at) > 0x20) return text.charCodeAt(at) === 0x3a;
  return last ? false : null;
}

function unquote(raw: string): string {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === "string" ? value : raw.slice(1, -1);
  } catch (failure) {
    if (failure instanceof SyntaxError) return raw.slice(1, -1); // written as no JSON string: as it stands
    throw failure;
  }
}
