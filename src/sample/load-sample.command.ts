import { appendEntry } from "#audit/append-entry.command.ts";
import type { Database } from "#database/database.ts";
import { openDatabase } from "#database/open-database.ts";
import type { Say } from "#database/say.ts";
import { openVault } from "#evidence/open-vault.ts";
import { readMasterKey } from "#evidence/read-master-key.ts";
import type { Vault } from "#evidence/vault.ts";
import { addOffice } from "#offices/add-office.command.ts";
import { addPerson } from "#offices/add-person.command.ts";
import type { Role } from "#offices/offices.contract.ts";
import type { Outcome } from "#refusals/refusal.ts";
import { loadSampleCases } from "#sample/load-sample-cases.command.ts";
import { loadSampleEvidence } from "#sample/load-sample-evidence.command.ts";
import { SAMPLE_PASSWORD, sampleOffices, samplePeople } from "#sample/people.data.ts";
import { findSampleEntry } from "#sample/sample.store.ts";
import { type SampleAccountName, samplePerson } from "#sample/sample-identity.ts";

/** Where the sample goes: the part of the configuration that is needed. */
export type SamplePlace = { readonly appDatabaseUrl: string | null; readonly dataFolder: string; readonly keyFile: string };
export type SampleAccount = {
  readonly account: string;
  readonly password: string;
  readonly who: { readonly zh: string; readonly en: string };
};

/**
 * 载入示例 brings the invented sample into the installation at its first start and answers the accounts at every start. Every step is
 * an ordinary operation with a request id of its own, always the same: a start that was cut off in the middle goes on where it was.
 */
export async function loadSample(place: SamplePlace, say: Say, signal: AbortSignal): Promise<readonly SampleAccount[]> {
  if (place.appDatabaseUrl === null) throw new Error("the sample needs the database as the application role");
  const database = openDatabase(place.appDatabaseUrl, { connections: 2 });
  try {
    if (!(await database.transact({ as: "nobody" }, findSampleEntry))) {
      say({ zh: "正在载入示例案件（全部虚构）…", en: "loading the sample case (all invented)…" });
      const vault = await openVault({ dataFolder: place.dataFolder, masterKey: await readMasterKey(place.keyFile) });
      await loadSampleInto({ database, vault }, new Date(), signal);
    }
  } finally {
    await database.close();
  }
  return samplePeople.map(({ account, roles, officeCode }) => ({ account, password: SAMPLE_PASSWORD, who: describe(roles, officeCode) }));
}

/** Offices, people, cases and evidence of the sample, and the entry that says that all of it is there. */
export async function loadSampleInto(
  services: { readonly database: Database; readonly vault: Vault },
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const { database } = services;
  for (const office of sampleOffices) allowExisting(await database.transact({ as: "nobody" }, (tx) => addOffice(tx, office)));
  for (const { account } of samplePeople) {
    signal.throwIfAborted();
    const person = { ...samplePerson(account satisfies SampleAccountName), password: SAMPLE_PASSWORD };
    allowExisting(await database.transact({ as: "nobody" }, (tx) => addPerson(tx, person)));
  }
  const cases = await loadSampleCases(database, now, signal);
  await loadSampleEvidence(services, cases.main, now, signal);
  const entry = { event: { kind: "sample-loaded" as const, cases: cases.number }, actor: null, caseId: cases.main.id, requestId: "sample" };
  await database.transact({ as: "nobody" }, (tx) => appendEntry(tx, entry));
}

function allowExisting(outcome: Outcome<unknown>): void {
  if (!outcome.ok && outcome.kind !== "already-exists") throw new Error(`the sample was refused: ${outcome.kind}`);
}

const ROLE_NAMES = {
  "criminal-prosecutor": { zh: "刑事检察官", en: "criminal prosecutor" },
  "pil-prosecutor": { zh: "公益诉讼检察官", en: "public-interest prosecutor" },
  technician: { zh: "技术人员", en: "technician" },
  "case-manager": { zh: "案管人员", en: "case manager" },
  leader: { zh: "院领导", en: "leader" },
  auditor: { zh: "审计人员", en: "auditor" },
  administrator: { zh: "系统管理员", en: "administrator" },
} as const satisfies Record<Role, { zh: string; en: string }>;

function describe(roles: readonly Role[], officeCode: string): { zh: string; en: string } {
  const office = sampleOffices.find(({ code }) => code === officeCode)?.name ?? { zh: officeCode, en: officeCode };
  const names = roles.map((role) => ROLE_NAMES[role]);
  return { zh: `${office.zh} ${names.map(({ zh }) => zh).join("、")}`, en: `${names.map(({ en }) => en).join(", ")}, ${office.en}` };
}
