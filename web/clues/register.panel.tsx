import { Button } from "antd";
import { useState } from "react";
import { z } from "zod";
import { ClueTrack } from "#clues/clues.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { useCases } from "#web/cases/use-cases.ts";
import { ContentFields } from "#web/clues/acts/content-fields.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { useRegisterClue } from "#web/clues/use-clues.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { InlineProblem, Unread } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

const Form = z.object({
  source: z.string(),
  caseId: z.string(),
  title: z.string(),
  summary: z.string(),
  field: z.string(),
  industry: z.string(),
  tracks: z.array(ClueTrack),
  insider: z.boolean(),
});
const EMPTY: z.infer<typeof Form> = {
  source: "",
  caseId: "",
  title: "",
  summary: "",
  field: "personal-information",
  industry: "",
  tracks: [],
  insider: false,
};

/** A clue entered by hand into the queue of one's own office; the draft stays in this window until it is registered. */
export function RegisterPanel({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (clueId: string) => void }) {
  const t = useText(cluesText);
  const c = useText(commonText);
  const register = useRegisterClue();
  const cases = useCases({ mine: "true", size: "50" });
  const requestId = useRequestId();
  const { form, change, forget, kept } = useDraft("draft-register-clue", EMPTY, (stored) => Form.safeParse(stored).data ?? null);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (form.title.trim() === "" || form.source.trim() === "") return;
    const { source, caseId, title, summary, industry, ...rest } = form;
    const body = {
      requestId: requestId.current(),
      source: source.trim(),
      caseId: caseId === "" ? null : caseId,
      content: {
        ...rest,
        title: title.trim(),
        summary: summary.trim(),
        industry: industry.trim() === "" ? null : industry.trim(),
        insiderBasis: null,
        score: null,
        sentences: [],
      },
    };
    // A panel that was closed before the answer leads nowhere any more; its draft is forgotten all the same, or it would be registered twice.
    void register.mutateAsync(body, { onSuccess: ({ id }) => onDone(id) }).then(forget, () => undefined);
  };
  return (
    <SidePanel title={t("register")} onClose={onClose} testId="register-clue-panel">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Labelled label={t("source")} error={tried && form.source.trim() === "" ? t("sourceMissing") : null}>
          <input
            className="field"
            value={form.source}
            maxLength={200}
            placeholder={t("sourceHint")}
            onChange={(event) => change({ ...form, source: event.target.value })}
            data-testid="clue-source"
          />
        </Labelled>
        <ContentFields content={form} tried={tried} onChange={(content) => change({ ...form, ...content, tracks: [...content.tracks] })} />
        <Choice
          showLabel
          label={t("case")}
          value={form.caseId}
          onChange={(caseId) => change({ ...form, caseId })}
          options={[["", t("noCase")], ...(cases.data?.items ?? []).map(({ id, number }): [string, string] => [id, number])]}
        />
        <Unread of={cases} />
        <InlineProblem error={register.error} />
        <div className="line">
          <Button type="primary" htmlType="submit" loading={register.isPending} data-testid="register-submit">
            {t("register")}
          </Button>
          <Button onClick={onClose}>{c("cancel")}</Button>
          {kept ? <span className="quiet small">{t("draftKept")}</span> : null}
        </div>
      </form>
    </SidePanel>
  );
}
