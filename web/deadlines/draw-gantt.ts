import type { GanttGroup, GanttLane, GanttRow } from "#web/deadlines/gantt-rows.ts";
import { FONT } from "#web/design/theme/theme.ts";

/** What the picture as a file shows: the same rows, words and days as the page. */
export type GanttDrawing = {
  readonly title: string;
  readonly lanes: readonly GanttLane[];
  readonly rows: readonly GanttRow[];
  readonly first: string;
  readonly last: string;
  readonly today: string;
  readonly safe: string | null;
  readonly groupOf: (group: GanttGroup) => string;
  readonly labelOf: (row: GanttRow) => string;
  readonly remarkOf: (row: GanttRow) => string;
  /** the words beside the line of today, and of the latest safe start */
  readonly marks: { readonly today: string; readonly safe: string };
  readonly now: string;
};

const WIDTH = 1200;
const LEFT = 420;
const RIGHT = 24;
const TOP = 84;
const HEAD = 30;
const ROW = 44;
const GROUPS: readonly GanttGroup[] = ["shared", "custody", "criminal", "pil", "other"];
const COLOUR: Readonly<Record<GanttGroup, string>> = {
  shared: "#46505c",
  custody: "#9c2f2f",
  criminal: "#1d4f7c",
  pil: "#1b6b3a",
  other: "#7d8a98",
};

/** The picture as an SVG document of its own, with white ground, its size in pixels. Pure; lengths of words are cut by their signs. */
export function drawGantt(drawing: GanttDrawing): { readonly svg: string; readonly width: number; readonly height: number } {
  const { lanes, rows, first, last, today, safe, title, marks } = drawing;
  const [start, end] = [Date.parse(first), Date.parse(last)];
  const place = (day: string) => LEFT + ((Date.parse(day) - start) / Math.max(1, end - start)) * (WIDTH - LEFT - RIGHT);
  const parts: string[] = [];
  let y = TOP;
  for (const group of GROUPS) {
    const own = { lanes: lanes.filter((lane) => lane.group === group), rows: rows.filter((row) => row.group === group) };
    if (own.lanes.length + own.rows.length === 0) continue;
    parts.push(words(16, y + 20, drawing.groupOf(group), { bold: true }));
    y += HEAD;
    for (const lane of own.lanes) {
      parts.push(drawLane(lane, y, place));
      y += ROW;
    }
    for (const row of own.rows) {
      parts.push(drawRow(row, y, place, drawing));
      y += ROW;
    }
  }
  const height = y + 16;
  const lines = [
    vertical(place(today), height, "#1c2733", ""),
    ...(safe === null ? [] : [vertical(place(safe), height, "#7a4b00", ' stroke-dasharray="6 4"')]),
  ];
  const head = [
    words(16, 28, title, { bold: true, size: 18 }),
    words(16, 52, `┃ ${marks.today}${safe === null ? "" : `   ┆ ${marks.safe}`}`, { quiet: true }),
    ...monthsOf(first, last).map(
      (day) => `${words(place(day), 72, day.slice(0, 7), { quiet: true })}${vertical(place(day), height, "#dfe3e8", "")}`,
    ),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${escapeXml(FONT)}">
<defs><pattern id="longer" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/><rect width="3" height="7" fill="#1d4f7c"/></pattern></defs>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${[...head, ...parts, ...lines].join("\n")}
</svg>
`;
  return { svg, width: WIDTH, height };
}

function drawLane({ label, points, group }: GanttLane, y: number, place: (day: string) => number): string {
  const shapes = points.map(
    ({ day, label: said }) =>
      `<circle cx="${place(day)}" cy="${y + 14}" r="5" fill="${COLOUR[group]}"><title>${escapeXml(`${day} ${said}`)}</title></circle>`,
  );
  const said = points.map(({ day, label: what }) => `${day.slice(5)} ${what}`).join("  ");
  return `${words(16, y + 18, cut(label, 26))}${ground(y)}${shapes.join("")}${words(LEFT, y + 36, cut(said, 64), { quiet: true })}`;
}

function drawRow(row: GanttRow, y: number, place: (day: string) => number, { today, labelOf, remarkOf, now }: GanttDrawing): string {
  const to = row.to ?? today;
  const solid = row.plain ?? to;
  const colour = COLOUR[row.group];
  const frame = row.state === "over" ? ' stroke="#a61b1b" stroke-width="2"' : row.state === "ended" ? ' opacity="0.55"' : "";
  const bar = (from: string, until: string, fill: string, more: string) =>
    `<rect x="${place(from)}" y="${y + 6}" width="${Math.max(3, place(until) - place(from))}" height="16" fill="${fill}"${more}/>`;
  const open = row.to === null ? ' stroke="#9c2f2f" stroke-dasharray="8 4" fill-opacity="0.6"' : "";
  const moved =
    row.moved === null
      ? ""
      : `<line x1="${place(row.moved)}" x2="${place(row.moved)}" y1="${y + 4}" y2="${y + 24}" stroke="#8a5a14" stroke-width="2" stroke-dasharray="2 3"/>`;
  const longer = row.plain === null ? "" : bar(row.plain, to, "url(#longer)", "");
  const span = `${row.from} → ${row.to ?? now}`;
  return [
    words(16, y + 18, cut(labelOf(row), 26)),
    words(16, y + 36, span, { quiet: true }),
    ground(y),
    bar(row.from, solid, colour, `${frame}${open}`),
    longer,
    moved,
    words(LEFT, y + 38, cut(remarkOf(row), 64), { quiet: true }),
  ].join("");
}

function ground(y: number): string {
  return `<rect x="${LEFT}" y="${y + 6}" width="${WIDTH - LEFT - RIGHT}" height="16" fill="#f3f5f7"/>`;
}

function vertical(x: number, height: number, colour: string, more: string): string {
  return `<line x1="${x}" x2="${x}" y1="${TOP - 6}" y2="${height - 12}" stroke="${colour}" stroke-width="1.5"${more}/>`;
}

function words(
  x: number,
  y: number,
  text: string,
  { bold = false, quiet = false, size = 0 }: { bold?: boolean; quiet?: boolean; size?: number } = {},
): string {
  if (text === "") return "";
  return `<text x="${x}" y="${y}" font-size="${size || (quiet ? 12 : 14)}" fill="${quiet ? "#55606d" : "#1c2733"}"${bold ? ' font-weight="600"' : ""}>${escapeXml(text)}</text>`;
}

/** No more than so many wide signs; two narrow ones count as one. */
function cut(text: string, most: number): string {
  let used = 0;
  let kept = "";
  for (const sign of text) {
    used += /[ -~]/.test(sign) ? 0.55 : 1;
    if (used > most) return `${kept}…`;
    kept += sign;
  }
  return kept;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** First days of months between two days; of a long time not every month, so that the words have room. */
export function monthsOf(first: string, last: string, most = 5): readonly string[] {
  const starts: string[] = [];
  const [year = 0, month = 1] = first.split("-").map(Number);
  for (let at = 0; ; at++) {
    const day = new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 10);
    if (day > last) break;
    if (day < first) continue;
    starts.push(day);
  }
  const every = Math.ceil(starts.length / most);
  return starts.filter((_, at) => at % every === 0);
}
