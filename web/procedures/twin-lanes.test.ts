import { expect, test } from "vitest";
import { Procedure } from "#procedures/procedures.contract.ts";
import { buildTwinLanes } from "#web/procedures/twin-lanes.ts";

const words = { zh: "步", en: "step" };
const id = "00000000-0000-4000-8000-000000000001";
const taken = (number: number, on: string) => ({
  ...{ number, on, step: "file", name: words, fields: {}, asks: [], note: null, by: "陈默", at: "2026-03-01T00:00:00.000Z" },
  ...{ corrected: null, clocks: [] },
});
const track = (kind: string) =>
  Procedure.parse({
    ...{ id, version: 1, caseId: id, kind, kindName: { zh: kind, en: kind }, standard: words, title: "案", number: null },
    ...{
      office: { code: "990102", name: words },
      handler: { id, name: "陈默" },
      state: { id: "investigation", name: words, final: false },
    },
    ...{ since: "2026-03-02", openedOn: "2026-03-01", steps: [taken(1, "2026-03-05"), taken(2, "2026-03-02")], next: [] },
    can: { correct: true, hand: false },
  });
const nothing = { evidence: [], counts: [], assessments: [] };

test("each track is a row of its own steps with the day it was opened, in the order of the days", () => {
  const [criminal, pil] = buildTwinLanes([track("criminal"), track("administrative-pil")], nothing, "zh");
  expect([criminal?.group, pil?.group]).toEqual(["criminal", "pil"]);
  expect(criminal?.points.map(({ day }) => day)).toEqual(["2026-03-01", "2026-03-02", "2026-03-05"]);
});

test("rows without a point are left out, and what was not read makes no row", () => {
  expect(buildTwinLanes([], nothing, "zh")).toEqual([]);
  expect(buildTwinLanes([], { evidence: null, counts: null, assessments: null }, "zh")).toEqual([]);
});

test("evidence stands by the day it was taken in, as the office reads the day", () => {
  const item = (takenInAt: string) => ({
    ...{ id, caseId: id, path: "a.csv", bytes: 1, sha256: "", sm3: "", takenInAt, takenInBy: "陈默", sameAs: [], verification: null },
    ...{ version: 1, defects: [] },
  });
  // 23:30 and 00:30 in Shanghai
  const evidence = [item("2026-03-01T15:30:00.000Z"), item("2026-03-01T16:30:00.000Z"), item("2026-03-02T01:00:00.000Z")];
  const [lane] = buildTwinLanes([], { ...nothing, evidence }, "zh");
  expect(lane?.points.map(({ day, label }) => `${day} ${label}`)).toEqual(["2026-03-01 1 件", "2026-03-02 2 件"]);
});
