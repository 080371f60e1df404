import { BLANK_CUSTODY, findDefects, type StoredFacts } from "#evidence/custody.ts";
import type { Custody, CustodyDefect, CustodyTransfer, EvidenceDetail } from "#evidence/evidence.contract.ts";
import type { RecordedEvent } from "#evidence/evidence-event.contract.ts";

/** 证据记录 a piece of evidence as the fold of its events. */
export type EvidenceRecord = {
  readonly version: number;
  /** version of the last change to the custody record: what an editor must have seen. Verifying and counting do not disturb an open form. */
  readonly custodyVersion: number;
  readonly custody: Custody;
  readonly transfers: readonly CustodyTransfer[];
  readonly facts: StoredFacts;
};

/** @throws when there is no event, or the first one is not the intake */
export function foldEvidence(events: readonly RecordedEvent[]): EvidenceRecord {
  const [first, ...later] = events;
  if (first?.event.type !== "taken-in") throw new Error("evidence begins with its intake");
  const { md5, sha1, sha256, sm3 } = first.event;
  const cured = new Set<string>();
  const transfers: CustodyTransfer[] = [];
  let [custody, custodyVersion, intact]: [Custody, number, boolean | null] = [BLANK_CUSTODY, first.version, null];
  for (const { event, version } of later) {
    if (event.type === "custody-recorded") custody = event.custody;
    else if (event.type === "transferred") transfers.push(event.transfer);
    else if (event.type === "defect-cured") cured.add(event.defect);
    if (event.type === "verified") intact = event.intact;
    else if (event.type !== "read-for-count" && event.type !== "read-as-document") custodyVersion = version;
  }
  const facts = { hashes: { md5, sha1, sha256, sm3 }, takenInAt: first.at, intact, cured };
  return { version: events.at(-1)?.version ?? first.version, custodyVersion, custody, transfers, facts };
}

/** 保管链时间线 everything known of where the evidence was, oldest first; `gap` marks what the chain lacks. */
export function buildTimeline(
  events: readonly RecordedEvent[],
  record: EvidenceRecord,
  defects: readonly CustodyDefect[],
): EvidenceDetail["timeline"] {
  const isOpen = (kind: string) => defects.some((defect) => defect.kind === kind && !defect.cured);
  const { custody, transfers } = record;
  const collectors = custody.collectors.join("、") || "—";
  const entries: { at: Date; by: string; sentence: { zh: string; en: string }; gap: boolean }[] = [
    custody.collectedAt === null
      ? {
          at: record.facts.takenInAt,
          by: "—",
          sentence: { zh: "入库前的收集时间未记载", en: "When it was collected is not recorded" },
          gap: true,
        }
      : {
          at: new Date(custody.collectedAt),
          by: collectors,
          sentence: {
            zh: `收集、提取于${custody.place ?? "（地点未记载）"}`,
            en: `Collected at ${custody.place ?? "(place not recorded)"}`,
          },
          gap: isOpen("too-few-collectors") || isOpen("collected-after-intake"),
        },
    ...transfers.map((transfer, index) => ({
      at: new Date(transfer.at),
      by: transfer.from,
      sentence: {
        zh: `由${transfer.from}移交${transfer.to}${checks(transfer).zh}`,
        en: `${transfer.from} to ${transfer.to}${checks(transfer).en}`,
      },
      gap: TRANSFER_GAPS.some((kind) => isOpen(`${kind}:${index + 1}`)),
    })),
    ...events.flatMap(({ at, by, event }) => {
      const told = tell(event);
      return told === null ? [] : [{ at, by: by ?? "系统 / system", ...told }];
    }),
  ];
  return entries.sort((one, other) => one.at.getTime() - other.at.getTime()).map((entry) => ({ ...entry, at: entry.at.toISOString() }));
}

/** Defects of the record. */
export function defectsOf(record: EvidenceRecord): CustodyDefect[] {
  return findDefects(record.custody, record.transfers, record.facts);
}

const TRANSFER_GAPS = [
  "transfer-not-continuous",
  "transfer-backwards",
  "transfer-before-collection",
  "transfer-to-self",
  "transfer-hash-unchecked",
] as const;

function checks({ hashChecked, sealChecked }: CustodyTransfer): { zh: string; en: string } {
  const word = (value: boolean | null) =>
    value === null ? { zh: "未记载", en: "not recorded" } : value ? { zh: "已核对", en: "checked" } : { zh: "未核对", en: "not checked" };
  const [hash, seal] = [word(hashChecked), word(sealChecked)];
  return { zh: `（校验值${hash.zh}，封存状态${seal.zh}）`, en: ` (hash ${hash.en}, seal ${seal.en})` };
}

function tell(event: RecordedEvent["event"]): { sentence: { zh: string; en: string }; gap: boolean } | null {
  switch (event.type) {
    case "taken-in":
      return {
        sentence: {
          zh: `入库并计算校验值，${event.bytes}字节，SHA-256 ${event.sha256}`,
          en: `Taken in and hashed, ${event.bytes} bytes, SHA-256 ${event.sha256}`,
        },
        gap: false,
      };
    case "custody-recorded":
      return { sentence: { zh: "登记保管信息", en: "Custody record entered" }, gap: false };
    case "transferred":
      return null; // stands in the line at the time of the transfer itself
    case "defect-cured":
      return {
        sentence: {
          zh: `补正瑕疵（${event.defect}）：${event.explanation}`,
          en: `Defect made good (${event.defect}): ${event.explanation}`,
        },
        gap: false,
      };
    case "verified":
      return event.intact
        ? { sentence: { zh: "重新计算校验值，与入库时一致", en: "Verified: both hashes as at intake" }, gap: false }
        : {
            sentence: {
              zh: `重新计算校验值，与入库时不一致：${event.problem ?? "—"}`,
              en: `Verified: differs from intake: ${event.problem ?? "—"}`,
            },
            gap: true,
          };
    case "read-for-count":
      return { sentence: { zh: "为计数读取（只读）", en: "Read for a count (read-only)" }, gap: false };
    case "read-as-document":
      if (event.replay)
        return { sentence: { zh: "为词库重放读取（只读）", en: "Read to try a change of the lexicon (read-only)" }, gap: false };
      if (event.mending)
        return {
          sentence: { zh: "为补正已存的阅读结果读取（只读）", en: "Read to bring what is kept of it to newer rules (read-only)" },
          gap: false,
        };
      return { sentence: { zh: "为阅卷读取（只读）", en: "Read as a case document (read-only)" }, gap: false };
  }
}
