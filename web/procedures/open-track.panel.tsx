import { Button } from "antd";
import { useState } from "react";
import { z } from "zod";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import type { ProcedureList } from "#procedures/procedures.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { HandlerChoice } from "#web/procedures/handler-choice.tsx";
import { OfficeField } from "#web/procedures/office-field.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { useOpenProcedure } from "#web/procedures/use-procedures.ts";
import { commonText } from "#web/words/common.text.ts";

const Form = z.object({
  kind: ProcedureKind,
  title: z.string(),
  number: z.string(),
  officeCode: z.string(),
  handler: z.string(),
  on: z.string(),
});

/** Opens one more track on the case, in this office or another; facts and evidence stay where they are. */
export function OpenTrackPanel({ detail, kinds, today, onOpened, onClose }: Props) {
  const t = useText(proceduresText);
  const c = useText(commonText);
  const words = useWords();
  const requestId = useRequestId();
  const open = useOpenProcedure(detail.id);
  const first = kinds.find(({ may }) => may)?.kind ?? "criminal";
  const { form, change, forget, kept } = useDraft(
    `draft-track-${detail.id}`,
    { kind: first, title: detail.title, number: "", officeCode: detail.officeCode, handler: "", on: today },
    (stored) => Form.safeParse(stored).data ?? null,
  );
  const [shown, setShown] = useState(false);
  const kind = kinds.find((one) => one.kind === form.kind);
  const problems = {
    title: form.title.trim() === "" ? t("trackTitleMissing") : null,
    office: /^\d{6}$/.test(form.officeCode) ? null : t("officeWrong"),
    handler: form.handler === "" ? t("handlerMissing") : null,
    on: form.on === "" || form.on > today ? t("openedOnReason") : null,
  };
  const submit = () => {
    setShown(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    const number = form.number.trim() === "" ? null : form.number.trim();
    const body = { requestId: requestId.current(), ...form, title: form.title.trim(), number, continues: {} };
    // A panel that was closed before the answer leads nowhere any more; its draft is forgotten all the same, or it would open the track twice.
    void open.mutateAsync(body, { onSuccess: ({ id }) => onOpened(id) }).then(forget, () => undefined);
  };
  return (
    <SidePanel title={t("newTrack")} onClose={onClose} testId="open-track-panel">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Labelled label={t("kind")} {...(kind === undefined ? {} : { reason: words(kind.standard) })}>
          <select
            className="field"
            value={form.kind}
            onChange={(event) => change({ ...form, kind: ProcedureKind.parse(event.target.value), handler: "" })}
            data-testid="track-kind"
          >
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind} disabled={!one.may}>
                {one.may ? words(one.name) : t("kindNotYours", { kind: words(one.name) })}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t("trackTitle")} error={shown ? problems.title : null}>
          <input
            className="field"
            maxLength={120}
            value={form.title}
            onChange={(event) => change({ ...form, title: event.target.value })}
            data-testid="track-title"
          />
        </Labelled>
        <Labelled label={t("number")} reason={t("numberHelp")}>
          <input
            className="field"
            maxLength={60}
            value={form.number}
            onChange={(event) => change({ ...form, number: event.target.value })}
            data-testid="track-number"
          />
        </Labelled>
        <Labelled label={t("office")} reason={t("officeHelp")} error={shown ? problems.office : null}>
          <OfficeField
            value={form.officeCode}
            onChange={(officeCode) => change({ ...form, officeCode, handler: "" })}
            testId="track-office"
          />
        </Labelled>
        {kind === undefined ? null : (
          <HandlerChoice
            officeCode={form.officeCode}
            role={kind.handlerRole}
            value={form.handler}
            onChange={(handler) => change({ ...form, handler })}
            error={shown ? problems.handler : null}
          />
        )}
        <Labelled label={t("openedOn")} reason={t("openedOnReason")} error={shown ? problems.on : null}>
          <input
            className="field"
            type="date"
            max={today}
            value={form.on}
            onChange={(event) => change({ ...form, on: event.target.value })}
            data-testid="track-on"
          />
        </Labelled>
        <InlineProblem error={open.error} />
        <div className="line">
          <Button type="primary" htmlType="submit" loading={open.isPending} data-testid="track-submit">
            {t("newTrack")}
          </Button>
          <Button onClick={onClose}>{c("cancel")}</Button>
          {kept ? <span className="quiet small">{t("draftKept")}</span> : null}
        </div>
      </form>
    </SidePanel>
  );
}

type Props = {
  readonly detail: CaseDetail;
  readonly kinds: ProcedureList["kinds"];
  readonly today: string;
  readonly onOpened: (id: string) => void;
  readonly onClose: () => void;
};
