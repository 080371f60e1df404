import { expect, test } from "vitest";
import { findDefects, isCurable, type StoredFacts } from "#evidence/custody.ts";
import type { Custody, CustodyTransfer } from "#evidence/evidence.contract.ts";

const SHA = "a".repeat(64);
const facts: StoredFacts = {
  hashes: { md5: "b".repeat(32), sha1: "c".repeat(40), sha256: SHA, sm3: "d".repeat(64) },
  takenInAt: new Date("2026-11-20T02:00:00Z"),
  intact: true,
  cured: new Set(),
};
/** A record in which nothing is missing: extracted online, hashed, two collectors, a witness, on video. */
const WHOLE: Custody = {
  category: "identity-data",
  source: "online",
  whyNoOriginal: "服务器位于境外",
  medium: null,
  collectedAt: "2026-11-18T10:00:00+08:00",
  place: "云岭市公安局电子物证室",
  method: "在线提取",
  tools: "取证工具 3.1",
  collectors: ["赵某", "钱某"],
  holder: { name: "孙某", signed: true, reasonNotSigned: null },
  witness: { name: "周某", reasonNone: null },
  videoRecorded: true,
  declaredHash: { algorithm: "sha256", value: SHA },
  legalDocument: null,
};
const MEDIUM: Partial<Custody> = {
  source: "medium",
  whyNoOriginal: null,
  medium: { type: "移动硬盘", brand: null, model: null, serial: null, sealNumber: "封0012", sealPhotographed: true },
};
const TRANSFER: CustodyTransfer = {
  from: "赵某",
  to: "吴某",
  at: "2026-11-18T18:00:00+08:00",
  hashChecked: true,
  sealChecked: true,
  remark: null,
};

type Row = {
  readonly title: string;
  readonly custody?: Partial<Custody>;
  readonly transfers?: readonly CustodyTransfer[];
  readonly facts?: Partial<StoredFacts>;
  readonly expected: readonly string[];
};
const ROWS: readonly Row[] = [
  { title: "a whole record has no defect", expected: [] },
  {
    title: "a sealed medium needs no hash, but that is noted",
    custody: { ...MEDIUM, declaredHash: null },
    expected: ["warning hash-missing-medium-seized"],
  },
  { title: "no medium seized and no hash: fatal", custody: { declaredHash: null }, expected: ["blocking hash-missing"] },
  {
    title: "obtained from a provider without hash: fatal, and the notice is asked for",
    custody: { source: "provider", declaredHash: null },
    expected: ["blocking hash-missing", "curable legal-document-missing"],
  },
  {
    title: "no hash and nobody says how it was obtained: asked for",
    custody: { source: null, whyNoOriginal: null, declaredHash: null },
    expected: ["curable hash-missing-source-unknown", "curable source-unclear"],
  },
  { title: "one collector", custody: { collectors: ["赵某"] }, expected: ["blocking too-few-collectors"] },
  { title: "the same collector twice is one", custody: { collectors: ["赵某", " 赵某 "] }, expected: ["blocking too-few-collectors"] },
  { title: "no collector recorded", custody: { collectors: [] }, expected: ["blocking too-few-collectors"] },
  { title: "no witness and no video", custody: { witness: null, videoRecorded: null }, expected: ["curable no-witness-no-video"] },
  {
    title: "no witness, no video, with a reason: still a defect",
    custody: { witness: { name: null, reasonNone: "深夜" }, videoRecorded: false },
    expected: ["curable no-witness-no-video"],
  },
  { title: "video instead of a witness, with the reason", custody: { witness: { name: null, reasonNone: "深夜" } }, expected: [] },
  { title: "video instead of a witness, without the reason", custody: { witness: null }, expected: ["curable no-witness-no-reason"] },
  {
    title: "a medium without seal",
    custody: { ...MEDIUM, medium: { type: "手机", brand: null, model: null, serial: null, sealNumber: null, sealPhotographed: null } },
    expected: ["curable unsealed"],
  },
  {
    title: "a seal without photographs",
    custody: { ...MEDIUM, medium: { type: "手机", brand: null, model: null, serial: null, sealNumber: "1", sealPhotographed: null } },
    expected: ["curable seal-not-photographed"],
  },
  {
    title: "a seized medium of which nothing is known",
    custody: { ...MEDIUM, medium: null },
    expected: ["curable medium-unclear", "curable unsealed"],
  },
  {
    title: "the holder did not sign",
    custody: { holder: { name: "孙某", signed: false, reasonNotSigned: null } },
    expected: ["curable holder-not-signed"],
  },
  {
    title: "the holder refused and that is noted",
    custody: { holder: { name: "孙某", signed: false, reasonNotSigned: "拒绝签名" } },
    expected: [],
  },
  { title: "name and category unclear", custody: { category: null }, expected: ["curable category-unclear"] },
  {
    title: "time, place and method missing",
    custody: { collectedAt: null, place: " ", method: null },
    expected: ["curable time-missing", "curable place-missing", "curable method-missing"],
  },
  { title: "why there is no original", custody: { whyNoOriginal: null }, expected: ["curable why-no-original-missing"] },
  {
    title: "a declared SHA-256 that is another",
    custody: { declaredHash: { algorithm: "sha256", value: "e".repeat(64) } },
    expected: ["exclude declared-hash-differs"],
  },
  { title: "a declared MD5 that is right", custody: { declaredHash: { algorithm: "md5", value: "b".repeat(32) } }, expected: [] },
  {
    title: "a declared SM3 that is another",
    custody: { declaredHash: { algorithm: "sm3", value: SHA } },
    expected: ["exclude declared-hash-differs"],
  },
  { title: "stored bytes that changed", facts: { intact: false }, expected: ["exclude stored-bytes-changed"] },
  { title: "never verified is not changed", facts: { intact: null }, expected: [] },
  {
    title: "collected after it was taken in",
    custody: { collectedAt: "2026-11-20T10:00:01+08:00" },
    expected: ["curable collected-after-intake"],
  },
  { title: "a checked transfer", transfers: [TRANSFER], expected: [] },
  {
    title: "a transfer without check of the hash",
    transfers: [
      { ...TRANSFER, hashChecked: null },
      { ...TRANSFER, from: "吴某", to: "郑某", hashChecked: false },
    ],
    expected: ["warning transfer-hash-unchecked:1", "warning transfer-hash-unchecked:2"],
  },
  {
    title: "a medium handed over without check of the seal",
    custody: MEDIUM,
    transfers: [{ ...TRANSFER, sealChecked: null }],
    expected: ["warning transfer-seal-unchecked:1"],
  },
  {
    title: "a transfer before the collection",
    transfers: [{ ...TRANSFER, at: "2026-11-18T09:59:59+08:00" }],
    expected: ["curable transfer-before-collection:1"],
  },
  {
    title: "a link of the chain is missing",
    transfers: [TRANSFER, { ...TRANSFER, from: "郑某", to: "王某", at: "2026-11-19T18:00:00+08:00" }],
    expected: ["curable transfer-not-continuous:2"],
  },
  {
    title: "transfers in the wrong order",
    transfers: [TRANSFER, { ...TRANSFER, from: "吴某", to: "王某", at: "2026-11-18T17:00:00+08:00" }],
    expected: ["curable transfer-backwards:2"],
  },
  { title: "a transfer to oneself", transfers: [{ ...TRANSFER, to: "赵某" }], expected: ["curable transfer-to-self:1"] },
];

for (const row of ROWS) {
  test(row.title, () => {
    const defects = findDefects({ ...WHOLE, ...row.custody }, row.transfers ?? [], { ...facts, ...row.facts });
    expect(defects.map(({ effect, kind }) => `${effect} ${kind}`)).toEqual(row.expected);
    for (const defect of defects) {
      expect(`${defect.sentence.zh}${defect.sentence.en}`, "every brace is filled").not.toMatch(/[{}]|—/);
      expect(defect.cite).toMatch(/〔\d{4}〕\d+号 第.+条/);
    }
  });
}

test("an explanation cures what art. 27 lets be cured, and nothing else", () => {
  const custody: Custody = {
    ...WHOLE,
    collectors: [],
    witness: null,
    videoRecorded: false,
    declaredHash: { algorithm: "sha256", value: "e".repeat(64) },
  };
  const all = new Set(["too-few-collectors", "no-witness-no-video", "declared-hash-differs"]);
  const defects = findDefects(custody, [], { ...facts, cured: all });
  expect(defects.map(({ kind, cured }) => [kind, cured])).toEqual([
    ["declared-hash-differs", false],
    ["too-few-collectors", false],
    ["no-witness-no-video", true],
  ]);
  expect(defects.filter(isCurable).map(({ kind }) => kind)).toEqual(["no-witness-no-video"]);
});
