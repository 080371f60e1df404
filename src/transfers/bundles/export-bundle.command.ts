import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findClue } from "#clues/find-clue.query.ts";
import type { Database } from "#database/database.ts";
import type { RouteFile } from "#http/route.ts";
import { redactText } from "#redaction/redact-text.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { sealBundle, type TransferKeys } from "#transfers/bundles/seal-bundle.ts";
import { placeOf } from "#transfers/describe-transfer.query.ts";
import { canActOnTransfer } from "#transfers/transfer.policy.ts";
import { STATUS_NAMES } from "#transfers/transfer.ts";
import type { TransferForm } from "#transfers/transfers.contract.ts";
import { findLevel, findTransferState } from "#transfers/transfers.store.ts";

/** 导出移送包 a forwarded transfer as a signed file for a procuratorate whose installation is not connected. Its texts are masked. */
export async function exportBundle(
  { database, keys }: { readonly database: Database; readonly keys: TransferKeys },
  { actor, now, requestId }: Asking,
  id: string,
): Promise<Outcome<RouteFile>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const state = await findTransferState(tx, id, "none");
    if (!state) return refuse("not-found", { what: "transfer" });
    const decision = canActOnTransfer("forward", actor, await placeOf(tx, state));
    if (!decision.allowed) return decision.refusal;
    const { zh, en } = STATUS_NAMES[state.status];
    if (state.status !== "forwarded" || state.target.kind !== "procuratorate" || state.toOffice === null || state.number === null)
      return refuse("wrong-state", { state: zh, "state.en": en });
    const [from, to, clue] = [
      await findLevel(tx, state.from.office),
      await findLevel(tx, state.toOffice),
      await findClue(tx, state.clueId, "none"),
    ];
    if (!from || !to || !clue) throw new Error("a transfer without its offices or its clue");
    const text = sealBundle(
      {
        kind: "transfer",
        bundleId: id,
        madeAt: now.toISOString(),
        from: { code: from.code, name: from.name.zh },
        to: { code: to.code, name: to.name.zh },
        number: state.number,
        title: mask(state.title),
        field: clue.content.field,
        form: maskForm(state.form),
      },
      keys,
    );
    const noted = { kind: "work-changed" as const, thing: "transfer", thingId: id, action: "bundle-exported", version: state.version };
    await appendEntry(tx, { event: noted, actor, caseId: null, requestId });
    return done({ name: `${state.number}.bundle.json`, contentType: "application/json; charset=utf-8", bytes: Buffer.from(text) });
  });
}

function maskForm({ ground, foundOn, basis, content, evidence, opinion }: TransferForm): TransferForm {
  const named = evidence.map(({ name }) => ({ name: mask(name), evidenceId: null }));
  return { ground, foundOn, basis: mask(basis), content: mask(content), evidence: named, opinion: mask(opinion) };
}

function mask(text: string): string {
  return redactText(null, text).text;
}
