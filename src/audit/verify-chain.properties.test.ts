import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Anchor, type ChainRow, hashOf, NO_HASH, verifyChain } from "#audit/verify-chain.ts";

/** A chain of invented entries as the database would build it. */
function buildChain(length: number): ChainRow[] {
  const rows: ChainRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const row = {
      seq,
      at: `2026-11-02T01:00:00.${String(seq).padStart(6, "0")}Z`,
      kind: "case-read",
      data: `{"part": "p${seq}"}`,
      personId: "",
      officeCode: "530102",
      caseId: "",
      requestId: `r${seq}`,
      previousHash: rows.at(-1)?.hash ?? NO_HASH,
      hash: "",
    };
    rows.push({ ...row, hash: hashOf(row, seq) });
  }
  return rows;
}

async function* walk(rows: readonly ChainRow[]) {
  yield* rows;
}
const verify = (rows: readonly ChainRow[], anchors: readonly Anchor[] = []) => verifyChain(walk(rows), anchors);
const faults = async (rows: readonly ChainRow[], anchors: readonly Anchor[] = []) =>
  (await verify(rows, anchors)).problems.map((problem) => `${problem.seq} ${problem.problem}`);
const anchorOf = (row: ChainRow | undefined): Anchor => ({ seq: row?.seq ?? 0, hash: row?.hash ?? "", genuine: true });
const length = fc.integer({ min: 3, max: 40 });

test("a chain nobody touched holds, with its head and its anchors counted", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 40 }), async (entries) => {
      const rows = buildChain(entries);
      const answer = await verify(rows, rows.filter((row) => row.seq % 3 === 0).map(anchorOf));
      expect(answer).toEqual({ holds: true, entries, head: rows.at(-1)?.hash ?? NO_HASH, anchors: Math.floor(entries / 3), problems: [] });
    }),
  );
});

test("any change of any field of any entry is named", async () => {
  const fields = ["at", "kind", "data", "personId", "officeCode", "caseId", "requestId"] as const;
  await fc.assert(
    fc.asyncProperty(length, fc.nat(), fc.constantFrom(...fields), async (entries, pick, field) => {
      const rows = buildChain(entries);
      const seq = (pick % entries) + 1;
      const touched = rows.map((row) => (row.seq === seq ? { ...row, [field]: `${row[field]}!` } : row));
      expect(await faults(touched)).toEqual([`${seq} changed`]);
    }),
  );
});

test("any entry changed with a hash to fit is named, by its successor or by an anchor", async () => {
  await fc.assert(
    fc.asyncProperty(length, fc.nat(), async (entries, pick) => {
      const rows = buildChain(entries);
      const seq = (pick % entries) + 1;
      const touched = rows.map((row) => {
        const forged = { ...row, data: "{}" };
        return row.seq === seq ? { ...forged, hash: hashOf(forged, seq) } : row;
      });
      const found = await faults(touched, [anchorOf(rows.at(-1))]);
      expect(found).toEqual([seq === entries ? `${seq} anchor-mismatch` : `${seq} changed`]);
    }),
  );
});

test("any run of entries taken out of the middle or the beginning is named as deleted", async () => {
  await fc.assert(
    fc.asyncProperty(length, fc.nat(), fc.nat(), async (entries, pick, many) => {
      const rows = buildChain(entries);
      const from = (pick % (entries - 1)) + 1;
      const until = Math.min(entries - 1, from + (many % 4));
      expect(await faults(rows.filter((row) => row.seq < from || row.seq > until))).toEqual([`${from} deleted`]);
    }),
  );
});

test("any two entries that changed places are both named as reordered", async () => {
  await fc.assert(
    fc.asyncProperty(length, fc.nat(), fc.nat(), async (entries, one, other) => {
      const [a, b] = [(one % entries) + 1, (other % entries) + 1];
      fc.pre(a !== b);
      const rows = buildChain(entries);
      const numbered = rows.map((row) => ({ ...row, seq: row.seq === a ? b : row.seq === b ? a : row.seq })).sort((x, y) => x.seq - y.seq);
      expect(await faults(numbered)).toEqual([`${Math.min(a, b)} reordered`, `${Math.max(a, b)} reordered`]);
    }),
  );
});

test("any end that was cut off since an anchor is named", async () => {
  await fc.assert(
    fc.asyncProperty(length, fc.nat(), async (entries, pick) => {
      const rows = buildChain(entries);
      const left = pick % entries;
      expect(
        await faults(
          rows.slice(0, left),
          [anchorOf(rows[0]), anchorOf(rows.at(-1))].filter((anchor) => anchor.seq > left),
        ),
      ).toEqual([`${left + 1} cut-off`]);
    }),
  );
});

describe("anchors", () => {
  test("a chain rewritten as a whole, in itself sound, differs from its anchors", async () => {
    const genuine = buildChain(5);
    const rewritten: ChainRow[] = [];
    for (const row of genuine) {
      const forged = { ...row, requestId: "forged", previousHash: rewritten.at(-1)?.hash ?? NO_HASH };
      rewritten.push({ ...forged, hash: hashOf(forged, row.seq) });
    }
    expect(await faults(rewritten)).toEqual([]);
    expect(await faults(rewritten, [anchorOf(genuine[1]), anchorOf(genuine[4])])).toEqual(["2 anchor-mismatch", "5 anchor-mismatch"]);
  });

  test("an anchor with a broken seal is named and believed nothing", async () => {
    const answer = await verify(buildChain(2), [{ seq: 9, hash: "00", genuine: false }]);
    expect([answer.holds, answer.anchors, answer.problems.map((problem) => problem.problem)]).toEqual([false, 0, ["anchor-mismatch"]]);
  });
});

test("several faults at once are all named, in the order of the entries", async () => {
  const rows = buildChain(12);
  const touched = rows.filter((row) => row.seq !== 4 && row.seq <= 10).map((row) => (row.seq === 7 ? { ...row, data: "{}" } : row));
  expect(await faults(touched, [anchorOf(rows[11])])).toEqual(["4 deleted", "7 changed", "11 cut-off"]);
});
