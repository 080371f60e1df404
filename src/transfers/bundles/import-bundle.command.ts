import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { ClueContent } from "#clues/clues.contract.ts";
import { addClue } from "#clues/register-clue.command.ts";
import type { Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import type { Bundle, BundlePayload, ImportBundleRequest, ImportedBundle } from "#transfers/bundles/bundle.contract.ts";
import { insertBundle, insertPartner, isPartner } from "#transfers/bundles/bundles.store.ts";
import { openBundle, sealBundle, type TransferKeys } from "#transfers/bundles/seal-bundle.ts";
import type { TransferParts } from "#transfers/hand-over-clue.command.ts";
import { reckonClock } from "#transfers/reckon-clock.ts";
import { canTakeBundles } from "#transfers/transfer.policy.ts";
import { evolve, STATUS_NAMES } from "#transfers/transfer.ts";
import type { TransferEvent } from "#transfers/transfers.contract.ts";
import { findLevel, findTransferState, insertTransferEvent, projectTransfer } from "#transfers/transfers.store.ts";

type Parts = Pick<TransferParts, "database" | "clocks" | "calendar"> & { readonly keys: TransferKeys };

/** 导入移送包 takes a signed file in: a transfer becomes a clue of the office and answers its receipt, a receipt moves the transfer on. Each once. */
export async function importBundle(parts: Parts, asking: Asking, request: ImportBundleRequest): Promise<Outcome<ImportedBundle>> {
  const { actor } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, "import-bundle", async () => {
      const decision = canTakeBundles(actor);
      if (!decision.allowed) return decision.refusal;
      const opened = openBundle(request.bundle);
      if (!opened.ok) return opened;
      const { payload } = opened.value;
      if (payload.to.code !== actor.officeCode)
        return refuse("invalid-input", {
          place: "接收院",
          "place.en": "the office addressed",
          expected: "发给本院的移送包",
          "expected.en": "a bundle addressed to this office",
          found: payload.to.name,
        });
      const known = await meetKey(tx, asking, opened.value, request.trust);
      if (!known.ok) return known;
      return payload.kind === "transfer"
        ? takeTransfer(tx, parts, asking, opened.value, payload, request.requestId)
        : takeReceipt(tx, parts, asking, opened.value, payload, request.requestId);
    }),
  );
}

/** A key nobody confirmed opens nothing: its fingerprint must be typed as the other office told it. */
async function meetKey(tx: Tx, { actor, now }: Asking, { fingerprint, publicKey, payload }: Bundle, trust: string): Promise<Outcome<null>> {
  if (await isPartner(tx, fingerprint)) return done(null);
  if (trust === "") {
    const [zh, en] = [
      `${payload.from.name}的密钥是第一次见到，请与对方核对指纹后输入`,
      `the key of ${payload.from.name} is new: check its fingerprint with them and type it`,
    ];
    return refuse("needs-confirmation", { what: zh, "what.en": en });
  }
  if (trust.replaceAll(/\s/g, "").toLowerCase() !== fingerprint)
    return refuse("invalid-input", {
      place: "密钥指纹",
      "place.en": "the fingerprint",
      expected: "与移送包相符的密钥指纹",
      "expected.en": "the fingerprint of the bundle's key",
      found: trust,
    });
  await insertPartner(tx, { fingerprint, publicKey, office: payload.from.name, by: actor.personId, at: now });
  return done(null);
}

async function takeTransfer(
  tx: Tx,
  { keys }: Parts,
  asking: Asking,
  { fingerprint }: Bundle,
  payload: Extract<BundlePayload, { kind: "transfer" }>,
  changeId: string,
): Promise<Outcome<ImportedBundle>> {
  const { actor, now } = asking;
  const { bundleId, from, title, field, form } = payload;
  const own = await findLevel(tx, actor.officeCode);
  if (!own) throw new Error("the office of a signed-in person is not there");
  const summary = [
    form.content,
    `移送依据：${form.basis}`,
    `移送意见：${form.opinion}`,
    ...form.evidence.map(({ name }) => `材料：${name}`),
  ];
  const content = ClueContent.parse({ title, field, summary: summary.join("\n").slice(0, 4000) });
  const origin = { kind: "bundle" as const, office: from.name, bundleId };
  const clueId = await addClue(tx, asking, { content, origin, caseId: null, officeCode: actor.officeCode, prompted: false }, changeId);
  const taken = { bundleId, kind: "transfer" as const, fingerprint, officeCode: actor.officeCode, clueId, transferId: null };
  if (!(await insertBundle(tx, { ...taken, by: actor.personId, at: now }))) return twice();
  const receipt = sealBundle(
    {
      kind: "receipt",
      bundleId,
      madeAt: now.toISOString(),
      from: { code: own.code, name: own.name.zh },
      to: from,
      on: officeDay(now),
      receiver: actor.name,
      clueId,
    },
    keys,
  );
  return done({ kind: "transfer", bundleId, office: from.name, clueId, transferId: null, receipt });
}

async function takeReceipt(
  tx: Tx,
  { clocks, calendar }: Parts,
  { actor, now, requestId }: Asking,
  { fingerprint }: Bundle,
  payload: Extract<BundlePayload, { kind: "receipt" }>,
  changeId: string,
): Promise<Outcome<ImportedBundle>> {
  const { bundleId, from, on, receiver } = payload;
  const state = await findTransferState(tx, bundleId, "update");
  if (!state || state.from.office !== actor.officeCode || state.toOffice !== from.code) return refuse("not-found", { what: "transfer" });
  const taken = { bundleId, kind: "receipt" as const, fingerprint, officeCode: actor.officeCode, clueId: null, transferId: bundleId };
  if (!(await insertBundle(tx, { ...taken, by: actor.personId, at: now }))) return twice();
  const { zh, en } = STATUS_NAMES[state.status];
  if (state.status !== "forwarded") return refuse("wrong-state", { state: zh, "state.en": en });
  const [today, forwardedOn] = [officeDay(now), state.forwardedOn ?? on];
  if (on > today || on < forwardedOn)
    return refuse("invalid-input", {
      place: "回执日期",
      "place.en": "the day of the receipt",
      expected: `${forwardedOn}至${today}的签收日期`,
      "expected.en": `a receipt of a day from ${forwardedOn} to ${today}`,
      found: on,
    });
  const event: TransferEvent = {
    type: "taken-by-bundle",
    on,
    receiver,
    receipt: fingerprint.slice(0, 16),
    next: reckonClock("feedback", on, state.form, clocks, calendar.restDays),
  };
  const after = evolve(state, event);
  await insertTransferEvent(tx, bundleId, after.version, event, { personId: actor.personId, at: now, requestId: changeId });
  await projectTransfer(tx, bundleId, after, now);
  const noted = { kind: "work-changed" as const, thing: "transfer", thingId: bundleId, action: event.type, version: after.version };
  await appendEntry(tx, { event: noted, actor, caseId: null, requestId });
  return done({ kind: "receipt", bundleId, office: from.name, clueId: null, transferId: bundleId, receipt: null });
}

function twice(): Outcome<never> {
  return refuse("already-exists", { what: "该移送包的导入记录", "what.en": "An import of this bundle" });
}
