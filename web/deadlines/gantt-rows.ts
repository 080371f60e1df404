import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { MEASURE_WORDS } from "#measures/measure-words.data.ts";
import type { Measure } from "#measures/measures.contract.ts";
import type { Words } from "#web/design/text/text.ts";

/** `shared`: facts that belong to every track */
export type GanttGroup = "shared" | "custody" | "criminal" | "pil" | "other";
/** A row of the picture: from a day to a day (YYYY-MM-DD), both shown. */
export type GanttRow = {
  readonly key: string;
  readonly group: GanttGroup;
  readonly name: Words;
  readonly who: string | null;
  readonly from: string;
  /** null: a measure in force without an end of its own */
  readonly to: string | null;
  /** from here on it is extension or suspension; null: none */
  readonly plain: string | null;
  /** the day told before, where it moved */
  readonly moved: string | null;
  readonly state: "running" | "ended" | "over";
  readonly document: string | null;
};

/** A row of points: steps of a track, or facts that every track shares. */
export type GanttLane = {
  readonly key: string;
  readonly group: GanttGroup;
  readonly label: string;
  readonly points: readonly { readonly key: string; readonly day: string; readonly label: string }[];
};

const GROUPS: readonly GanttGroup[] = ["custody", "criminal", "pil", "other"];

/** Measures first, then the criminal clocks, then those of the public interest, each by the day it began; void records are left out. */
export function buildGanttRows(measures: readonly Measure[], deadlines: readonly Deadline[]): readonly GanttRow[] {
  const rows = [...measures.filter(({ state }) => !state.isVoid).map(rowOfMeasure), ...deadlines.map(rowOfClock)];
  return rows.sort((one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group) || one.from.localeCompare(other.from));
}

/** First and last day of the picture, today included, so that the line of today is always in it. */
export function spanOf(rows: readonly GanttRow[], more: readonly string[]): { readonly first: string; readonly last: string } {
  const days = [...rows.flatMap(({ from, to, moved }) => [from, to, moved]), ...more].filter((day) => day !== null).sort();
  return { first: days[0] ?? "", last: days.at(-1) ?? "" };
}

/** The table behind the picture as CSV, with a byte order mark so that spreadsheets read Chinese. */
export function writeGanttCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  // A cell that a spreadsheet would take for a formula is text.
  const safe = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);
  return `\uFEFF${rows.map((row) => row.map((text) => cell(safe(text))).join(",")).join("\r\n")}\r\n`;
}

function rowOfMeasure({ id, state, person, limit, inForce }: Measure): GanttRow {
  return {
    key: id,
    group: "custody",
    name: MEASURE_WORDS[state.kind],
    who: person,
    from: state.from,
    to: state.until ?? limit,
    ...{ plain: null, moved: null },
    state: inForce ? "running" : "ended",
    document: state.document,
  };
}

function rowOfClock({ id, state, act, due, plain, moved, standing }: Deadline): GanttRow {
  const [from, to] = due < state.from ? [due, state.from] : [state.from, due];
  return {
    key: id,
    group: state.rule.startsWith("CR-") ? "criminal" : state.rule.startsWith("PI-") ? "pil" : "other",
    name: act,
    who: state.subject,
    ...{ from, to },
    plain: plain < due && plain > from ? plain : null,
    moved: moved === null || moved.from === due ? null : moved.from,
    state: state.done === null ? (standing === "over" ? "over" : "running") : "ended",
    document: state.extension?.document ?? state.suspensions.at(-1)?.document ?? null,
  };
}
