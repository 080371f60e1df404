import type { NoticeAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";

export type Bar = { readonly track: "criminalTrack" | "noticeTrack" | "latestTrack"; readonly from: string; readonly to: string };
export type DayMark = { readonly id: "today" | "latest" | "prosecution"; readonly day: string };
/** The twin tracks on one line of time; places are per cent of the whole width. */
export type NoticeScale = {
  readonly bars: readonly Bar[];
  readonly marks: readonly DayMark[];
  readonly ticks: readonly string[];
  readonly place: (day: string) => number;
};

const DAY = 86_400_000;

/** What is drawn of the two tracks, or null where nothing can be set against anything: no day of prosecution and no notice. */
export function scaleNotice(notice: NoticeAnswer, { reviewReceivedOn }: PublicInterestFacts, asOf: string): NoticeScale | null {
  const { prosecution, published, latestSafeStart, latestSafeEnd } = notice;
  const bars: Bar[] = [];
  if (prosecution !== null) bars.push({ track: "criminalTrack", from: reviewReceivedOn ?? prosecution.on, to: prosecution.on });
  if (published !== null) bars.push({ track: "noticeTrack", from: published.on, to: published.ends });
  if (latestSafeStart !== null && latestSafeEnd !== null) bars.push({ track: "latestTrack", from: latestSafeStart, to: latestSafeEnd });
  if (bars.length === 0) return null;
  const marks: DayMark[] = [
    { id: "today", day: asOf },
    ...(latestSafeStart === null ? [] : [{ id: "latest", day: latestSafeStart } as const]),
    ...(prosecution === null ? [] : [{ id: "prosecution", day: prosecution.on } as const]),
  ];
  const days = [...bars.flatMap(({ from, to }) => [from, to]), ...marks.map(({ day }) => day)].map(timeOf);
  // A little room on both sides, so that a mark at the edge stays a mark.
  const span = Math.max(DAY, Math.max(...days) - Math.min(...days));
  const [first, last] = [Math.min(...days) - span * 0.03, Math.max(...days) + span * 0.03];
  const place = (day: string) => ((timeOf(day) - first) / (last - first)) * 100;
  return { bars, marks, ticks: monthStarts(first, last), place };
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** First days of months between two moments; of a long time not every month, so that the words have room. */
function monthStarts(first: number, last: number): readonly string[] {
  const starts: string[] = [];
  const begin = new Date(first);
  for (let at = 1; ; at++) {
    const month = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + at, 1));
    if (month.getTime() > last) break;
    starts.push(month.toISOString().slice(0, 10));
  }
  const every = Math.max(1, Math.ceil(starts.length / 5));
  return starts.filter((_, at) => at % every === 0);
}
