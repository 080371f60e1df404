import { Button } from "antd";
import { useState } from "react";
import type { RecommendationContent } from "#recommendations/recommendation-event.contract.ts";
import type { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { draftText } from "#web/recommendations/draft.text.ts";
import type { DraftStart } from "#web/recommendations/draft-from-case.ts";
import { contentOfForm, emptyContent, emptyFinding, readTyped } from "#web/recommendations/draft-mapping.ts";
import { FindingFields } from "#web/recommendations/finding-fields.tsx";
import { FrameFields } from "#web/recommendations/frame-fields.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";
import { useKeepRecommendations } from "#web/recommendations/use-recommendations.ts";

type Props = {
  readonly caseId: string;
  readonly types: TypesFile;
  /** null: a new one */
  readonly current: Recommendation | null;
  /** what a new one begins with, from the case */
  readonly fromCase?: DraftStart | null;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
};

/** Drafts or revises a recommendation: its frame by the type, then problem, evidence, law and measures. Kept in this window while it is typed. */
export function DraftForm({ caseId, types, current, fromCase = null, onDone, onCancel }: Props) {
  const t = useText(draftText);
  const r = useText(recommendationsText);
  const words = useWords();
  const signs = useSigns();
  const start = current?.content ?? fromCase?.content ?? emptyContent(types);
  const key = `recommendation ${current === null ? `new ${caseId}` : `${current.id} ${current.version}`}`;
  const { form, change, forget } = useDraft<RecommendationContent>(key, start, readTyped);
  const [procedureId, setProcedureId] = useState(current?.procedureId ?? fromCase?.procedureId ?? "");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const requestId = useRequestId();
  const { draft, act } = useKeepRecommendations(caseId);
  // The whole content goes back: a version that somebody else saved meanwhile is not overwritten before it was told.
  const [begun] = useState(current?.version ?? 0);
  const isTold = act.error !== null && failureOf(act.error).kind === "stale-version";
  const filled = contentOfForm(form, types);
  const edit = (next: RecommendationContent) => {
    requestId.renew();
    change(next);
  };
  return (
    <form
      className="panel stack recommendation-draft"
      noValidate
      data-testid="recommendation-draft"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!("content" in filled)) return;
        const { content } = filled;
        const whileOpen = { onSuccess: ({ id }: Recommendation) => onDone(id) };
        const action = { type: "revise" as const, content, reason };
        const answer =
          current === null
            ? draft.mutateAsync(
                { requestId: requestId.current(), procedureId: procedureId === "" ? null : procedureId, content },
                whileOpen,
              )
            : act.mutateAsync(
                { id: current.id, requestId: requestId.current(), expectedVersion: isTold ? current.version : begun, action },
                whileOpen,
              );
        // Who went elsewhere before the answer stays there; what was saved is no draft any more.
        void answer.then(forget, () => undefined);
      }}
    >
      <h2>{current === null ? t("newTitle") : t("reviseTitle")}</h2>
      {fromCase === null || fromCase.taken.length === 0 ? null : (
        <p className="small recommendation-taken" data-testid="draft-taken">
          {r("taken", { what: fromCase.taken.map((one) => words(one)).join(words({ zh: "、", en: ", " })) })}
        </p>
      )}
      <FrameFields
        caseId={caseId}
        types={types}
        value={form}
        onChange={edit}
        procedure={current === null ? { value: procedureId, onChange: setProcedureId } : null}
      />
      <section>
        <h3>{t("findings")}</h3>
        {form.findings.map((finding, at) => (
          <FindingFields
            key={finding.id}
            caseId={caseId}
            number={at + 1}
            all={form.findings}
            value={finding}
            onChange={(next) => edit({ ...form, findings: form.findings.map((one) => (one.id === finding.id ? next : one)) })}
            onRemove={() => edit({ ...form, findings: form.findings.filter(({ id }) => id !== finding.id) })}
          />
        ))}
        <Button onClick={() => edit({ ...form, findings: [...form.findings, emptyFinding(form.findings)] })} data-testid="finding-add">
          {t("addFinding")}
        </Button>
      </section>
      {current === null ? null : (
        <label className="stack-tight">
          <span className="labelled-name">{t("why")}</span>
          <input className="field" maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      {asked && "wrong" in filled ? (
        <p className="inline-problem" role="alert" data-testid="draft-incomplete">
          {t("incomplete", { what: signs.list(filled.wrong.map((place) => words(place))) })}
        </p>
      ) : null}
      <InlineProblem error={draft.error ?? act.error} />
      <div className="line">
        <Button type="primary" htmlType="submit" loading={draft.isPending || act.isPending} data-testid="draft-save">
          {t("saveDraft")}
        </Button>
        <Button
          onClick={() => {
            forget();
            onCancel();
          }}
        >
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
