import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { z } from "zod";
import { CaseNumber } from "#cases/cases.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { casesText } from "#web/cases/cases.text.ts";
import { useOpenCase } from "#web/cases/use-open-case.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import { STAGE_WORDS } from "#web/words/words.text.ts";

const Form = z.object({
  number: z.string(),
  title: z.string(),
  stage: z.enum(["early-intervention", "arrest-review", "prosecution-review", "trial"]),
  acceptedOn: z.string(),
});

/** Opens a case. What is wrong is said beside its field when the field is left; the draft stays in this window. */
export function OpenCasePanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText(casesText);
  const c = useText(commonText);
  const words = useWords();
  const navigate = useNavigate();
  const openCase = useOpenCase();
  const requestId = useRequestId();
  const today = dayOf(new Date());
  const { form, change, forget, kept } = useDraft(
    "draft-open-case",
    { number: "", title: "", stage: "prosecution-review" as const, acceptedOn: today },
    (stored) => Form.safeParse(stored).data ?? null,
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const problems = {
    number: CaseNumber.safeParse(form.number.trim()).success ? null : t("numberWrong"),
    title: form.title.trim() === "" ? t("titleMissing") : null,
    acceptedOn: form.acceptedOn === "" ? t("acceptedMissing") : form.acceptedOn > today ? t("acceptedFuture") : null,
  };
  const shown = (name: keyof typeof problems) => (left.has(name) ? problems[name] : null);
  const leave = (name: string) => setLeft((before) => new Set(before).add(name));
  const submit = () => {
    setLeft(new Set(Object.keys(problems)));
    if (Object.values(problems).some((problem) => problem !== null)) return;
    const body = { requestId: requestId.current(), ...form, number: form.number.trim(), title: form.title.trim() };
    // A panel that was closed before the answer leads nowhere any more; its draft is forgotten all the same.
    void openCase.mutateAsync(body, { onSuccess: (opened) => void navigate(`/cases/${opened.id}/evidence`) }).then(forget, () => undefined);
  };
  return (
    <SidePanel title={t("openCase")} onClose={onClose} testId="open-case-panel">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Labelled label={t("number")} reason={t("numberReason")} error={shown("number")}>
          <input
            className="field"
            value={form.number}
            placeholder={t("numberHint")}
            onChange={(event) => change({ ...form, number: event.target.value })}
            onBlur={() => leave("number")}
            data-testid="case-number"
          />
        </Labelled>
        <Labelled label={t("caseTitle")} error={shown("title")}>
          <input
            className="field"
            value={form.title}
            maxLength={120}
            placeholder={t("titleHint")}
            onChange={(event) => change({ ...form, title: event.target.value })}
            onBlur={() => leave("title")}
            data-testid="case-title"
          />
        </Labelled>
        <Choice
          showLabel
          label={t("stage")}
          value={form.stage}
          onChange={(stage) => change({ ...form, stage: Form.shape.stage.parse(stage) })}
          options={Form.shape.stage.options.map((stage) => [stage, words(STAGE_WORDS[stage])])}
          testId="case-stage"
        />
        <Labelled label={t("accepted")} reason={t("acceptedReason")} error={shown("acceptedOn")}>
          <input
            className="field"
            type="date"
            value={form.acceptedOn}
            max={today}
            onChange={(event) => change({ ...form, acceptedOn: event.target.value })}
            onBlur={() => leave("acceptedOn")}
            data-testid="case-accepted"
          />
        </Labelled>
        <InlineProblem error={openCase.error} />
        <div className="line">
          <Button type="primary" htmlType="submit" loading={openCase.isPending} data-testid="case-submit">
            {t("register")}
          </Button>
          <Button onClick={onClose}>{c("cancel")}</Button>
          {kept ? <span className="quiet small">{t("draftKept")}</span> : null}
        </div>
      </form>
    </SidePanel>
  );
}
