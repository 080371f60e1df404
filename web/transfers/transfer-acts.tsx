import { Button } from "antd";
import { useState } from "react";
import type { Transfer, TransferAction, TransferActionType } from "#transfers/transfers.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ActionForm } from "#web/transfers/action-form.tsx";
import { ACTION_WORDS } from "#web/transfers/transfer-words.text.ts";
import { transfersText } from "#web/transfers/transfers.text.ts";
import { useActOnTransfer } from "#web/transfers/use-transfers.ts";

/** What this person may do now. Between equals declining is not offered; the sentence says what is. */
export function TransferActs({ transfer }: { readonly transfer: Transfer }) {
  const t = useText(transfersText);
  const words = useWords();
  const change = useActOnTransfer(transfer.id);
  const requestId = useRequestId();
  const [chosen, setChosen] = useState<TransferActionType | null>(null);
  const submit = (action: TransferAction) =>
    change.mutate(
      { requestId: requestId.current(), expectedVersion: transfer.version, action },
      { onSuccess: () => setChosen(null), onSettled: () => requestId.renew() },
    );
  const sideways = transfer.direction === "sideways";
  const can = transfer.can.filter((one) => one !== (sideways ? "decline" : "report-up"));
  const over = transfer.leg === null;
  if (can.length === 0) return over ? null : <p className="quiet">{t("nothingToDo")}</p>;
  return (
    <section className="stack-tight" aria-label={t("submit")}>
      <div className="line" data-testid="transfer-acts">
        {can.map((one, place) => (
          <Button
            key={one}
            type={place === 0 ? "primary" : "default"}
            aria-pressed={chosen === one}
            disabled={change.isPending}
            onClick={() => {
              change.reset();
              if (one === "register" || one === "forward") submit({ type: one });
              else setChosen(chosen === one ? null : one);
            }}
            data-testid={`transfer-${one}`}
          >
            {words(ACTION_WORDS[one])}
          </Button>
        ))}
      </div>
      {sideways && transfer.status === "received" ? <p className="quiet small">{t("noBounce")}</p> : null}
      {chosen === null || !can.some((one) => one === chosen) ? null : (
        <div className="form-inset">
          <ActionForm key={chosen} action={chosen} transfer={transfer} pending={change.isPending} onSubmit={submit} />
        </div>
      )}
      <InlineProblem error={change.error} testId="transfer-problem" />
    </section>
  );
}
