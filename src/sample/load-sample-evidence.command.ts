import { actorOf } from "#access/actor.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { Database } from "#database/database.ts";
import type { Custody, EvidenceItem } from "#evidence/evidence.contract.ts";
import { recordCustody } from "#evidence/record-custody.command.ts";
import { recordTransfer } from "#evidence/record-transfer.command.ts";
import { takeInEvidence } from "#evidence/take-in-evidence.command.ts";
import type { Vault } from "#evidence/vault.ts";
import { makeSample } from "#sample/make-sample.ts";
import { sampleCustody } from "#sample/sample-case.data.ts";
import { sampleId, samplePerson, taken } from "#sample/sample-identity.ts";

/** Says to a person with a folder what it is; no evidence. */
const NOT_EVIDENCE = "README.txt";
const WHOLE = "酒店/云栖连锁入住名单.xlsx";

/** Hand-overs after the seizure; the last one brought it to the procuratorate. */
const TRANSFERS = [
  { from: "侦查员甲", to: "东湖分局证据保管室", at: "2026-09-19T09:10:00+08:00" },
  { from: "东湖分局证据保管室", to: "东湖区人民检察院案件管理部门", at: "2026-11-03T10:30:00+08:00" },
] as const;

/**
 * 示例证据 the files of the sample, taken in as any file is, with their custody records. Those of the list stand as they are, with their
 * deliberate gaps; the others come from the same seized disk as the whole one.
 */
export async function loadSampleEvidence(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  file: CaseDetail,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const asking = { actor: actorOf(samplePerson("zhao.ke")), now, requestId: "sample" };
  for (const { path, bytes } of makeSample().files.filter((one) => one.path !== NOT_EVIDENCE)) {
    signal.throwIfAborted();
    const upload = { requestId: sampleId(`take in ${path}`), path, stream: once(bytes), announcedBytes: bytes.length };
    const item = taken(await takeInEvidence({ database, vault }, asking, file.id, upload));
    const { custody, isWhole } = custodyOf(item);
    const request = { requestId: sampleId(`custody ${path}`), expectedVersion: item.version, custody };
    let detail = taken(await recordCustody(database, asking, item.id, request));
    for (const [at, transfer] of TRANSFERS.entries()) {
      const checked = isWhole ? true : null;
      const change = {
        requestId: sampleId(`transfer ${path} ${at}`),
        expectedVersion: detail.version,
        transfer: { ...transfer, hashChecked: checked, sealChecked: checked, remark: null },
      };
      detail = taken(await recordTransfer(database, asking, item.id, change));
    }
  }
}

function custodyOf({ path, sha256 }: EvidenceItem): { custody: Custody; isWhole: boolean } {
  const isWhole = path === WHOLE || sampleCustody[path] === undefined;
  const custody = sampleCustody[path] ?? sampleCustody[WHOLE];
  if (!custody) throw new Error(`the sample has no custody record for ${WHOLE}`);
  return { custody: isWhole ? { ...custody, declaredHash: { algorithm: "sha256", value: sha256 } } : custody, isWhole };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
