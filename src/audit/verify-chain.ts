import { createHash } from "node:crypto";
import type { AuditVerification } from "#audit/audit.contract.ts";

/** One stored entry as PostgreSQL prints it: the very pieces of text that audit_canonical (migrations) joins and hashes. */
export type ChainRow = {
  readonly seq: number;
  /** time in microseconds, UTC, as text */
  readonly at: string;
  readonly kind: string;
  /** jsonb as text */
  readonly data: string;
  readonly personId: string;
  readonly officeCode: string;
  readonly caseId: string;
  readonly requestId: string;
  /** lower-case hexadecimal */
  readonly previousHash: string;
  readonly hash: string;
};

/** What was written down outside the database about the head of the chain at some time; `genuine` = its seal (MAC) fits. */
export type Anchor = { readonly seq: number; readonly hash: string; readonly genuine: boolean };

type Problem = AuditVerification["problems"][number];

export const NO_HASH = "0".repeat(64);
/** A wrecked chain names its first thousand faults; more would help nobody. */
const MOST_PROBLEMS = 1000;

/**
 * Recomputes the whole chain and holds it against the anchors. Pure but for the iteration.
 * Named are: `changed` (the entry is not the text that was hashed, or its successor remembers another hash), `deleted` (a gap in
 * the numbers), `reordered` (the entry fits under another number), `cut-off` (an anchor knows more entries than there are),
 * `anchor-mismatch` (a chain rewritten from some entry on, or an anchor whose seal is broken).
 * Not to be seen: entries cut off since the newest anchor.
 * @param rows every entry in the order of its number
 */
export async function verifyChain(rows: AsyncIterable<ChainRow>, anchors: readonly Anchor[]): Promise<AuditVerification> {
  const anchored = new Map(anchors.filter((anchor) => anchor.genuine).map((anchor) => [anchor.seq, anchor.hash]));
  const problems: Problem[] = anchors.filter((anchor) => !anchor.genuine).map((anchor) => brokenSeal(anchor.seq));
  const unfit: ChainRow[] = [];
  const gaps: number[] = [];
  let entries = 0;
  let last: { seq: number; hash: string; fits: boolean } = { seq: 0, hash: NO_HASH, fits: true };

  for await (const row of rows) {
    entries += 1;
    const fits = hashOf(row, row.seq) === row.hash;
    if (row.seq <= last.seq) problems.push(reordered(row.seq));
    else if (row.seq > last.seq + 1) {
      gaps.push(last.seq + 1);
      problems.push(deleted(last.seq + 1, row.seq - 1));
    } else if (fits && last.fits && row.previousHash !== last.hash) problems.push(changed(last.seq === 0 ? row.seq : last.seq));
    if (!fits && unfit.length < MOST_PROBLEMS) unfit.push(row);
    const expected = anchored.get(row.seq);
    if (fits && expected !== undefined && expected !== row.hash) problems.push(rewritten(row.seq));
    last = { seq: row.seq, hash: row.hash, fits };
    if (problems.length > MOST_PROBLEMS * 2) problems.length = MOST_PROBLEMS * 2;
  }

  problems.push(...nameUnfit(unfit, [...gaps, last.seq + 1]));
  const newest = newestOf(anchored);
  if (newest > last.seq) problems.push(cutOff(last.seq + 1, newest));
  return {
    holds: problems.length === 0,
    entries,
    head: last.hash,
    anchors: anchored.size,
    problems: problems.sort((a, b) => a.seq - b.seq).slice(0, MOST_PROBLEMS),
  };
}

/** SHA-256 over the previous hash and the entry's text, were its number `seq`. Mirrors audit_chain and audit_canonical. */
export function hashOf(row: ChainRow, seq: number): string {
  const text = [String(seq), row.at, row.kind, row.data, row.personId, row.officeCode, row.caseId, row.requestId].join("\n");
  return createHash("sha256").update(Buffer.from(row.previousHash, "hex")).update(text, "utf8").digest("hex");
}

/** Entries that changed places do not fit under their own number, but under that of one of the others: those are `reordered`. */
function nameUnfit(unfit: readonly ChainRow[], free: readonly number[]): Problem[] {
  const numbers = [...unfit.map((row) => row.seq), ...free];
  return unfit.map((row) =>
    numbers.some((seq) => seq !== row.seq && hashOf(row, seq) === row.hash) ? reordered(row.seq) : changed(row.seq),
  );
}

/** The highest anchored number, 0 when there is none. */
function newestOf(anchored: ReadonlyMap<number, string>): number {
  let newest = 0;
  for (const seq of anchored.keys()) newest = Math.max(newest, seq);
  return newest;
}

function changed(seq: number): Problem {
  return { seq, problem: "changed", sentence: { zh: `第${seq}条留痕的内容被改动。`, en: `Entry ${seq} was changed.` } };
}

function reordered(seq: number): Problem {
  return { seq, problem: "reordered", sentence: { zh: `第${seq}条留痕的次序被改动。`, en: `Entry ${seq} is not in its place.` } };
}

function deleted(from: number, to: number): Problem {
  const one = from === to;
  return {
    seq: from,
    problem: "deleted",
    sentence: {
      zh: one ? `第${from}条留痕被删除。` : `第${from}至${to}条留痕被删除。`,
      en: one ? `Entry ${from} was deleted.` : `Entries ${from} to ${to} were deleted.`,
    },
  };
}

function cutOff(from: number, to: number): Problem {
  const one = from === to;
  return {
    seq: from,
    problem: "cut-off",
    sentence: {
      zh: `留痕链尾部被截断：${one ? `第${from}条` : `第${from}至${to}条`}曾经存在。`,
      en: `The end of the chain was cut off: ${one ? `entry ${from}` : `entries ${from} to ${to}`} existed.`,
    },
  };
}

function rewritten(seq: number): Problem {
  return {
    seq,
    problem: "anchor-mismatch",
    sentence: {
      zh: `第${seq}条留痕与数据库之外的锚点不符，留痕链曾被整体改写。`,
      en: `Entry ${seq} differs from the anchor kept outside the database: the chain was rewritten.`,
    },
  };
}

function brokenSeal(seq: number): Problem {
  return {
    seq,
    problem: "anchor-mismatch",
    sentence: {
      zh: `锚点文件中第${seq}条的封记不符，锚点文件被改动或密钥已更换。`,
      en: `The seal of the anchor of entry ${seq} is broken: the anchor file was changed, or the key is another.`,
    },
  };
}
