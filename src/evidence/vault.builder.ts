import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Actor } from "#access/access.contract.ts";
import { askingOf, mustDo } from "#cases/people.builder.ts";
import type { Database } from "#database/database.ts";
import type { EvidenceItem } from "#evidence/evidence.contract.ts";
import { openVault, placeOf } from "#evidence/open-vault.ts";
import { takeInEvidence } from "#evidence/take-in-evidence.command.ts";
import type { Vault } from "#evidence/vault.ts";

export const MASTER_KEY = Buffer.alloc(32, 7);
export type TestVault = { readonly vault: Vault; readonly dataFolder: string; fileOf(sha256: string): string; close(): Promise<void> };

/** A vault in a folder of its own. */
export async function buildVault(): Promise<TestVault> {
  const dataFolder = await mkdtemp(join(tmpdir(), "tandem-vault-"));
  return {
    vault: await openVault({ dataFolder, masterKey: MASTER_KEY }),
    dataFolder,
    fileOf: (sha256) => placeOf(join(dataFolder, "evidence"), sha256)[1],
    close: () => rm(dataFolder, { recursive: true, force: true }),
  };
}

/** Takes a file into a case. */
export async function buildEvidence(
  services: { readonly database: Database; readonly vault: Vault },
  actor: Actor,
  caseId: string,
  path: string,
  content: string | Uint8Array,
): Promise<EvidenceItem> {
  const bytes = Buffer.from(content);
  const upload = { requestId: randomUUID(), path, stream: Readable.from([bytes]), announcedBytes: bytes.length };
  return mustDo(await takeInEvidence(services, askingOf(actor), caseId, upload));
}
