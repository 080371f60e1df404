import { useState } from "react";
import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { useSteady } from "#web/app/use-steady.ts";
import { AssessmentEditor } from "#web/assessment/assessment.editor.tsx";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { AssessmentList } from "#web/assessment/assessment-list.tsx";
import { FactSourcesPanel } from "#web/assessment/fact-sources.panel.tsx";
import { SignDialog } from "#web/assessment/sign-dialog.tsx";
import { AssessmentTreeView } from "#web/assessment/tree/assessment-tree.view.tsx";
import { useAssessmentTree } from "#web/assessment/tree/use-assessment-tree.ts";
import { useAssessments } from "#web/assessment/use-assessments.ts";
import { type FactSources, useFactsFromCount } from "#web/assessment/use-facts-from-count.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useCounts } from "#web/ledgers/use-counts.ts";
import "#web/assessment/assessment.css";

/**
 * Signed assessments stay as they are, above; below, for those who may, the draft being made: the newest one saved after the last
 * signature, else facts prefilled from the chosen (or the newest finished) count. `?new=1` begins another one after a signature.
 */
export function AssessmentPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(assessmentText);
  const [address, setAddress] = useAddress();
  // Held here and not in the editor: where somebody else signs first the draft is no longer edited, but what was typed must be answered.
  const [signing, setSigning] = useState<CaseAssessment | null>(null);
  const [justSaved, setJustSaved] = useState(false);
  const list = useAssessments(detail.id);
  const counts = useCounts({ caseId: detail.id });
  const finished = (counts.data?.items ?? [])
    .filter((count) => count.status === "done")
    .toSorted((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  const asked = address.get("count");
  const all = (list.data?.items ?? []).toSorted((one, other) => other.draftedAt.localeCompare(one.draftedAt));
  // What is being edited stays under its editor's hand: a draft that a colleague saves meanwhile is listed, and takes no word away.
  const [held, setHeld] = useState<{ readonly draftId: string | null } | null>(null);
  const signedAt = all.findIndex(({ status }) => status === "signed");
  const open = signedAt < 0 ? all : all.slice(0, signedAt);
  const current = held === null || held.draftId !== null ? (open.find(({ id }) => id === held?.draftId) ?? open[0] ?? null) : null;
  const draft = asked === null && address.get("new") === null ? current : null;
  const mayDraft = detail.can.includes("assess");
  const wanted =
    mayDraft && draft === null && (all.every((one) => one.status === "draft") || asked !== null || address.get("new") !== null);
  const edits = mayDraft && (wanted || draft !== null);
  if (list.isSuccess && edits !== (held !== null)) setHeld(edits ? { draftId: draft?.id ?? null } : null);
  const [counted] = useSteady(finished.map(({ id }) => id));
  const countId = draft?.countId ?? asked ?? counted;
  const [deliveryTableId, calculationId] = [address.get("deliveries"), address.get("gains")];
  const sources = { countId, deliveryTableId, calculationId };
  const prefill = useFactsFromCount(detail.id, wanted ? sources : { ...sources, countId: null });
  const tree = useAssessmentTree(detail.id, draft?.id ?? null);
  const treeOf = address.get("tree");
  if (list.isPending || counts.isPending) return <Loading lines={8} />;
  if (list.isError) return <Problem error={list.error} onRetry={() => list.refetch()} />;
  if (treeOf !== null) return <AssessmentTreeView detail={detail} assessmentId={treeOf} />;
  const facts = draft?.facts ??
    prefill.data?.facts ?? { offence: "infringing-personal-information" as const, decisionDate: dayOf(new Date()), sets: [] };
  return (
    <div className="stack">
      <AssessmentList items={all} mayBegin={mayDraft && !wanted && draft === null} onBegin={() => setAddress({ new: "1" })} />
      {edits && countId !== null ? (
        <FactSourcesPanel
          caseId={detail.id}
          counts={finished}
          chosen={sources}
          saved={draft !== null}
          onChoose={(next) => setAddress(addressOf(next), { replace: true })}
        />
      ) : null}
      {wanted && countId !== null && prefill.isPending ? (
        <Loading lines={8} />
      ) : prefill.isError ? (
        <Problem error={prefill.error} onRetry={() => prefill.refetch()} />
      ) : edits ? (
        <AssessmentEditor
          key={draft?.id ?? `new-${countId}-${deliveryTableId}-${calculationId}`}
          caseId={detail.id}
          countId={countId}
          sourceKey={[deliveryTableId, calculationId].filter((id) => id !== null).join("-")}
          facts={facts}
          sources={draft?.sources ?? prefill.data?.sources ?? {}}
          proof={draft === null ? prefill.data?.proof : tree.data?.counts.find((one) => one.countId === countId)?.proof}
          saved={draft}
          maySign={detail.can.includes("sign")}
          justSaved={justSaved}
          onSaved={(draftId) => {
            setHeld({ draftId });
            setJustSaved(true);
            setAddress({}, { replace: true });
          }}
          onSign={setSigning}
        />
      ) : all.length === 0 ? (
        <section className="panel panel-flush">
          <Empty title={t("none")} testId="assessment-empty">
            <p>{t("noneBody")}</p>
          </Empty>
        </section>
      ) : null}
      {signing === null ? null : (
        <SignDialog
          caseId={detail.id}
          assessment={signing}
          onClose={() => setSigning(null)}
          onSigned={() => {
            setSigning(null);
            setHeld(null);
            setAddress({}, { replace: true });
          }}
        />
      )}
    </div>
  );
}

/** The address of a new assessment that begins with these sources. */
function addressOf({ countId, deliveryTableId, calculationId }: FactSources): Record<string, string> {
  return {
    new: "1",
    ...(countId === null ? {} : { count: countId }),
    ...(deliveryTableId === null ? {} : { deliveries: deliveryTableId }),
    ...(calculationId === null ? {} : { gains: calculationId }),
  };
}
