import type { ByteSource } from "#scan/byte-source.ts";
import type { LeafSink, ScanContext } from "#scan/sources/leaf-sink.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

/** Bytes that any reader gets through in a second: a leaf of more may take longer. */
const SLOWEST = 1_000_000;

/** Since when the leaf at hand is read; leaves that have come to an end are not held against the next one. */
export type LeafTime = { since: number };

/** A context whose leaves are timed, each anew; one whose rows are wider than columns are given a meaning is told as such. */
export function withTime(context: ScanContext): ScanContext {
  const time: LeafTime = { since: performance.now() };
  const { sink } = context;
  let columns: number | null = null;
  const tooWide = (most: number) => {
    columns = most;
  };
  const begin: LeafSink["begin"] = (path) => {
    time.since = performance.now();
    columns = null;
    sink.begin(path);
  };
  const end: LeafSink["end"] = (report) => {
    const problem = columns === null ? null : problemOf("too-many-columns", columns);
    sink.end(problem === null || report.status !== "scanned" ? report : { ...report, status: "partly", problem });
    time.since = performance.now();
  };
  return { ...context, time, sink: { ...sink, begin, end, tooWide } };
}

/** The same bytes, as long as the leaf at hand keeps within its time. Its reads throw Unreadable "time-limit" then: what came before is kept. */
export function withinTime(source: ByteSource, { time, limits }: ScanContext): ByteSource {
  if (time === undefined) return source;
  const seconds = limits.secondsPerSource + Math.floor(source.size / SLOWEST);
  return {
    path: source.path,
    size: source.size,
    ...(source.disk === undefined ? {} : { disk: source.disk }),
    get changed() {
      return source.changed ?? false;
    },
    read: async (offset, length, into) => {
      if (performance.now() - time.since >= seconds * 1000) throw new Unreadable(problemOf("time-limit", seconds));
      return source.read(offset, length, into);
    },
  };
}
