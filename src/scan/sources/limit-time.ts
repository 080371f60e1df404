import type { ByteSource } from "#scan/byte-source.ts";
import type { LeafSink, ScanContext } from "#scan/sources/leaf-sink.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

/** Bytes that any reader gets through in a second: a leaf of more may take longer. */
const SLOWEST = 1_000_000;

/** Since when the leaf at hand is read; leaves that have come to an end are not held against the next one. */
export type LeafTime = { since: number };

/** A context whose leaves are timed: each begins anew. */
export function withTime(context: ScanContext): ScanContext {
  const time: LeafTime = { since: performance.now() };
  const { sink } = context;
  const begin: LeafSink["begin"] = (path) => {
    time.since = performance.now();
    sink.begin(path);
  };
  const end: LeafSink["end"] = (report) => {
    sink.end(report);
    time.since = performance.now();
  };
  return { ...context, time, sink: { ...sink, begin, end } };
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
    read: async (offset, length) => {
      if (performance.now() - time.since >= seconds * 1000) throw new Unreadable(problemOf("time-limit", seconds));
      return source.read(offset, length);
    },
  };
}
