import { DEFECTS, type DefectKind } from "#evidence/custody-defects.data.ts";
import type { Custody, CustodyDefect, CustodyTransfer } from "#evidence/evidence.contract.ts";

/** What the store itself knows of an item, against which the custody record is held. Hashes in lower-case hexadecimal. */
export type StoredFacts = {
  readonly hashes: { readonly md5: string; readonly sha1: string; readonly sha256: string; readonly sm3: string };
  readonly takenInAt: Date;
  /** result of the last verification; null = never verified since intake */
  readonly intact: boolean | null;
  /** kinds of defects that were explained or made good */
  readonly cured: ReadonlySet<string>;
};

/** 空白保管记录 a custody record in which nothing is recorded yet: every point is a gap. */
export const BLANK_CUSTODY: Custody = {
  category: null,
  source: null,
  whyNoOriginal: null,
  medium: null,
  collectedAt: null,
  place: null,
  method: null,
  tools: null,
  collectors: [],
  holder: null,
  witness: null,
  videoRecorded: null,
  declaredHash: null,
  legalDocument: null,
};

/**
 * 瑕疵 everything that is missing or contradictory in a custody record, gravest first: law.md 6.3 and 6.5
 * (法发〔2016〕22号 arts 5, 7-9, 13-15, 18, 27, 28). `null` is a gap, never "no". Pure.
 */
export function findDefects(custody: Custody, transfers: readonly CustodyTransfer[], facts: StoredFacts): CustodyDefect[] {
  const found: { kind: DefectKind; at?: number; words?: Readonly<Record<string, string>> }[] = [
    ...exclusions(custody, facts),
    ...blocking(custody),
    ...gaps(custody),
    ...contradictions(custody, transfers, facts),
    ...uncheckedTransfers(custody, transfers),
  ];
  return found
    .map(({ kind, at, words }) => buildDefect(kind, at === undefined ? kind : `${kind}:${at + 1}`, words ?? {}, facts.cured))
    .sort((one, other) => ORDER.indexOf(one.effect) - ORDER.indexOf(other.effect));
}

/** Whether a defect may be made good by a supplement or an explanation (art. 27); the others not. */
export function isCurable(defect: CustodyDefect): boolean {
  return defect.effect === "curable" || defect.effect === "warning";
}

const ORDER: readonly CustodyDefect["effect"][] = ["exclude", "blocking", "curable", "warning"];

type Found = { kind: DefectKind; at?: number; words?: Readonly<Record<string, string>> };

function exclusions(custody: Custody, facts: StoredFacts): Found[] {
  const found: Found[] = [];
  if (facts.intact === false) found.push({ kind: "stored-bytes-changed" });
  const declared = custody.declaredHash;
  if (declared !== null && declared.value !== facts.hashes[declared.algorithm]) {
    const words = {
      algorithm: declared.algorithm.toUpperCase(),
      declared: short(declared.value),
      computed: short(facts.hashes[declared.algorithm]),
    };
    found.push({ kind: "declared-hash-differs", words });
  }
  return found;
}

function blocking(custody: Custody): Found[] {
  const found: Found[] = [];
  // Seizing and sealing the medium is a way of its own to keep integrity (art. 5); without the medium only the hash is left (art. 9).
  if (custody.declaredHash === null) {
    if (custody.source === null) found.push({ kind: "hash-missing-source-unknown" });
    else found.push({ kind: custody.source === "medium" ? "hash-missing-medium-seized" : "hash-missing" });
  }
  const collectors = new Set(custody.collectors.map((name) => name.trim()).filter((name) => name !== ""));
  if (collectors.size < 2) found.push({ kind: "too-few-collectors", words: { number: String(collectors.size) } });
  return found;
}

function gaps(custody: Custody): Found[] {
  const { source, medium, holder, witness } = custody;
  const conditions: readonly (readonly [boolean, DefectKind])[] = [
    [source === null, "source-unclear"],
    [custody.category === null, "category-unclear"],
    [source !== null && source !== "medium" && blank(custody.whyNoOriginal), "why-no-original-missing"],
    [source === "medium" && (medium === null || blank(medium.type)), "medium-unclear"],
    [source === "medium" && (medium === null || blank(medium.sealNumber)), "unsealed"],
    [source === "medium" && medium !== null && !blank(medium.sealNumber) && medium.sealPhotographed !== true, "seal-not-photographed"],
    [custody.collectedAt === null, "time-missing"],
    [blank(custody.place), "place-missing"],
    [blank(custody.method), "method-missing"],
    [holder === null || (holder.signed !== true && blank(holder.reasonNotSigned)), "holder-not-signed"],
    [blank(witness?.name) && custody.videoRecorded !== true, "no-witness-no-video"],
    [blank(witness?.name) && custody.videoRecorded === true && blank(witness?.reasonNone), "no-witness-no-reason"],
    [(source === "provider" || source === "freeze") && custody.legalDocument === null, "legal-document-missing"],
  ];
  return conditions.flatMap(([holds, kind]) => (holds ? [{ kind }] : []));
}

function contradictions(custody: Custody, transfers: readonly CustodyTransfer[], facts: StoredFacts): Found[] {
  const found: Found[] = [];
  const collected = custody.collectedAt === null ? null : Date.parse(custody.collectedAt);
  if (collected !== null && collected > facts.takenInAt.getTime()) found.push({ kind: "collected-after-intake" });
  for (const [at, transfer] of transfers.entries()) {
    const previous = transfers[at - 1];
    if (collected !== null && Date.parse(transfer.at) < collected) found.push({ kind: "transfer-before-collection", at });
    if (previous && Date.parse(transfer.at) < Date.parse(previous.at)) found.push({ kind: "transfer-backwards", at });
    if (previous && previous.to.trim() !== transfer.from.trim()) {
      found.push({ kind: "transfer-not-continuous", at, words: { previous: previous.to, from: transfer.from } });
    }
    if (transfer.from.trim() === transfer.to.trim()) found.push({ kind: "transfer-to-self", at });
  }
  return found;
}

function uncheckedTransfers(custody: Custody, transfers: readonly CustodyTransfer[]): Found[] {
  return transfers.flatMap((transfer, at): Found[] => [
    ...(transfer.hashChecked === true ? [] : [{ kind: "transfer-hash-unchecked" as const, at }]),
    ...(custody.source === "medium" && transfer.sealChecked !== true ? [{ kind: "transfer-seal-unchecked" as const, at }] : []),
  ]);
}

function buildDefect(kind: DefectKind, id: string, words: Readonly<Record<string, string>>, cured: ReadonlySet<string>): CustodyDefect {
  const { effect, zh, en, cite } = DEFECTS[kind];
  const number = id.includes(":") ? id.slice(id.indexOf(":") + 1) : "";
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => (name === "at" ? number : (words[name] ?? "—")));
  const canBeCured = effect === "curable" || effect === "warning";
  return { kind: id, effect, cured: canBeCured && cured.has(id), sentence: { zh: fill(zh), en: fill(en) }, cite };
}

function blank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === "";
}

function short(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}
