import { actorOf } from "#access/actor.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import { officeDay } from "#cases/case-day.ts";
import type { CaseAction, CaseDetail, MemberRole, OpenCaseRequest } from "#cases/cases.contract.ts";
import { openCase } from "#cases/open-case.command.ts";
import type { Database } from "#database/database.ts";
import { sampleCase, sampleParties } from "#sample/sample-case.data.ts";
import { type SampleAccountName, sampleId, samplePerson, taken } from "#sample/sample-identity.ts";

const TEAM: readonly (readonly [SampleAccountName, MemberRole])[] = [
  ["lin.an", "pil-prosecutor"],
  ["zhao.ke", "technician"],
];
/** A second case without evidence, in another stage, so that lists and filters show something. */
const OTHER = {
  number: "东湖检刑捕受〔2026〕7号",
  title: "丁某某侵犯公民个人信息案（虚构示例）",
  stage: "arrest-review",
  acceptedOn: "2026-11-20",
} as const;

/** 示例案件 the main case with its parties and team, and one more. */
export async function loadSampleCases(
  database: Database,
  now: Date,
  signal: AbortSignal,
): Promise<{ readonly main: CaseDetail; readonly number: number }> {
  const members = TEAM.map(
    ([account, role]) =>
      (from: string): CaseAction => ({ type: "add-member", personId: samplePerson(account).id, role, from, until: null }),
  );
  const parties = sampleParties.map((party) => (): CaseAction => ({ type: "add-party", party }));
  const main = await loadCase(database, "chen.mo", sampleCase, [...members, ...parties], now, signal);
  const owner = (from: string): CaseAction => ({
    type: "add-member",
    personId: samplePerson("chen.mo").id,
    role: "owner",
    from,
    until: null,
  });
  await loadCase(database, "sun.wen", OTHER, [owner], now, signal);
  return { main, number: 2 };
}

async function loadCase(
  database: Database,
  opener: SampleAccountName,
  sample: Omit<OpenCaseRequest, "requestId">,
  actions: readonly ((from: string) => CaseAction)[],
  now: Date,
  signal: AbortSignal,
): Promise<CaseDetail> {
  const asking = { actor: actorOf(samplePerson(opener)), now, requestId: "sample" };
  // A machine whose clock is behind the sample's own days must be able to load it all the same.
  const acceptedOn = [sample.acceptedOn, officeDay(now)].sort()[0] ?? sample.acceptedOn;
  let detail = taken(await openCase(database, asking, { ...sample, acceptedOn, requestId: sampleId(`open ${sample.number}`) }));
  for (const [at, build] of actions.entries()) {
    signal.throwIfAborted();
    const request = {
      requestId: sampleId(`act ${sample.number} ${at}`),
      expectedVersion: detail.version,
      action: build(detail.acceptedOn),
    };
    detail = taken(await actOnCase(database, asking, detail.id, request));
  }
  return detail;
}
