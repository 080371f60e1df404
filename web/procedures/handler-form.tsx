import { Button } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { OpenableKind, Procedure } from "#procedures/procedures.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { HandlerChoice } from "#web/procedures/handler-choice.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { useActOnProcedure } from "#web/procedures/use-procedures.ts";
import { commonText } from "#web/words/common.text.ts";

/** Gives the track another handler of its office, with the reason. */
export function HandlerForm({ procedure, role, onDone }: Props) {
  const t = useText(proceduresText);
  const c = useText(commonText);
  const requestId = useRequestId();
  const act = useActOnProcedure(procedure.caseId);
  const [handler, setHandler] = useState("");
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const submit = () => {
    setShown(true);
    if (handler === "" || reason.trim() === "") return;
    act.mutate(
      {
        id: procedure.id,
        requestId: requestId.current(),
        expectedVersion: procedure.version,
        action: { type: "change-handler", handler, reason: reason.trim() },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      className="stack-tight track-form"
      aria-label={t("handOver")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <HandlerChoice
        officeCode={procedure.office.code}
        role={role}
        value={handler}
        onChange={setHandler}
        error={shown && handler === "" ? t("handlerMissing") : null}
      />
      <Labelled label={t("handOverReason")} error={shown && reason.trim() === "" ? t("fieldMissing", { name: t("handOverReason") }) : null}>
        <input className="field" maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Labelled>
      <InlineProblem error={act.error} />
      {act.error !== null && failureOf(act.error).kind === "stale-version" ? <p className="small">{t("stale")}</p> : null}
      <div className="line">
        <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="hand-over-submit">
          {t("handOver")}
        </Button>
        <Button onClick={onDone}>{c("cancel")}</Button>
      </div>
    </form>
  );
}

type Props = {
  readonly procedure: Procedure;
  readonly role: z.infer<typeof OpenableKind>["handlerRole"];
  readonly onDone: () => void;
};
