import { Button } from "antd";
import type { CaseAssessment, CountProof } from "#assessments/assessments.contract.ts";
import { FactSources } from "#assessments/fact-sources.contract.ts";
import { keepSources } from "#assessments/list-facts.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useAddress } from "#web/app/use-address.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { AnswerView } from "#web/assessment/answer.view.tsx";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { FactsForm } from "#web/assessment/facts-form.tsx";
import { FactsForm as FormShape, readFacts, writeFacts } from "#web/assessment/facts-mapping.ts";
import { OffersNotice } from "#web/assessment/offers/offers-notice.tsx";
import { useOffers } from "#web/assessment/offers/use-offers.ts";
import { ProofNotice } from "#web/assessment/sources/proof-notice.tsx";
import { SourceTallyLine } from "#web/assessment/sources/source-tally.tsx";
import { SourcesList } from "#web/assessment/sources/sources-list.tsx";
import { TreeLink } from "#web/assessment/tree/tree-link.tsx";
import { useDraftAssessment } from "#web/assessment/use-draft-assessment.ts";
import { useTrial } from "#web/assessment/use-trial.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { InlineProblem, Loading } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ChargesLink } from "#web/law/charges/charges-link.tsx";
import { DefinitionsFlipView } from "#web/law/flip-map/definitions-flip.view.tsx";
import { FlipMapView } from "#web/law/flip-map/flip-map.view.tsx";
import { FlipMapLink } from "#web/law/flip-map/flip-map-link.tsx";
import { BAND_WORDS } from "#web/words/words.text.ts";

/** Facts at the left, the live answer at the right; saved as a draft, then signed. */
export function AssessmentEditor({
  caseId,
  countId,
  sourceKey,
  facts,
  sources: begun,
  proof,
  saved,
  maySign,
  justSaved,
  onSaved,
  onSign,
}: Props) {
  const t = useText(assessmentText);
  const words = useWords();
  const key = `${caseId}-${saved?.id ?? countId ?? "hand"}${saved === null && sourceKey !== "" ? `-${sourceKey}` : ""}`;
  const { form, change, forget } = useDraft(
    `draft-assessment-${key}`,
    readFacts(facts),
    (stored) => FormShape.safeParse(stored).data ?? null,
  );
  const named = useDraft<FactSources>(`draft-sources-${key}`, begun, (stored) => FactSources.safeParse(stored).data ?? null);
  const written = writeFacts(form);
  const base = { facts: writeFacts(readFacts(facts)), sources: begun };
  const sources = keepSources(named.form, base.facts, written);
  const offers = useOffers({ caseId, form, sources, onChange: change, onSource: named.change });
  const trial = useTrial(written);
  const save = useDraftAssessment(caseId);
  const requestId = useRequestId();
  const unsaved =
    saved === null ||
    JSON.stringify(base.facts) !== JSON.stringify(written) ||
    JSON.stringify(keepSources(begun, base.facts, written)) !== JSON.stringify(sources);
  const [address, setAddress] = useAddress();
  const flips = address.get("flip") === "1";
  const answer = trial.data ?? (unsaved ? undefined : saved?.answer);
  return (
    <div className="assessment">
      {/* while a draft is being saved nothing is typed into it that the saved one would not have */}
      <section className="panel" aria-label={t("facts")} inert={save.isPending}>
        <h2>{t("facts")}</h2>
        <p className="quiet small" style={{ marginBottom: 12 }}>
          {t(countId === null ? "byHand" : sourceKey === "" ? "fromCount" : "fromSources")}
        </p>
        <OffersNotice caseId={caseId} offers={offers} />
        <FactsForm form={form} offers={offers.rows} onChange={change} />
        <SourcesList caseId={caseId} facts={written} sources={sources} base={base} onChange={named.change} />
      </section>
      <section className="panel assessment-answer stack" aria-label={t("answer")} aria-busy={trial.isFetching}>
        <div className="line between">
          <h2>{t("answer")}</h2>
          <span className="line no-print">
            {saved === null ? null : <span className="quiet small figure">{t("draftSaved", { at: formatMoment(saved.draftedAt) })}</span>}
            <Button
              type={unsaved ? "primary" : "default"}
              disabled={!unsaved}
              loading={save.isPending}
              onClick={() =>
                void save
                  .mutateAsync({ requestId: requestId.current(), countId, facts: written, sources }, { onSuccess: ({ id }) => onSaved(id) })
                  .then(
                    () => {
                      requestId.renew();
                      forget();
                      named.forget();
                    },
                    // the refusal stands below, from `save.error`
                    () => undefined,
                  )
              }
              data-testid="save-draft"
            >
              {t("saveDraft")}
            </Button>
            {maySign ? (
              <Button
                type={unsaved ? "default" : "primary"}
                disabled={unsaved}
                autoFocus={justSaved}
                title={unsaved ? t("signFirst") : undefined}
                onClick={() => (saved === null ? undefined : onSign(saved))}
                data-testid="sign-button"
              >
                {t("sign")}
              </Button>
            ) : null}
          </span>
        </div>
        <InlineProblem error={save.error ?? trial.error} />
        {proof === undefined ? null : <ProofNotice proof={proof} />}
        <div className="line between">
          <SourceTallyLine facts={written} sources={sources} />
          {saved === null || unsaved ? null : <TreeLink assessmentId={saved.id} />}
        </div>
        <p className="visually-hidden" aria-live="polite">
          {trial.isFetching ? t("answering") : trial.data === undefined ? "" : t("suggested", { band: words(BAND_WORDS[trial.data.band]) })}
        </p>
        <FlipMapLink open={flips} onToggle={() => setAddress((before) => withFlips(before, !flips), { replace: true })} />
        {flips ? <FlipMapView facts={written} /> : null}
        {flips && countId !== null ? <DefinitionsFlipView facts={written} countId={countId} /> : null}
        {answer === undefined ? trial.isError ? null : <Loading lines={8} /> : <AnswerView answer={answer} linkMissing />}
        <ChargesLink facts={written} />
        <p className="quiet small">{t("boundary")}</p>
      </section>
    </div>
  );
}

type Props = {
  readonly caseId: string;
  readonly countId: string | null;
  /** ids of what the facts were taken from beside the count; another choice is another draft */
  readonly sourceKey: string;
  readonly facts: InfringingFacts;
  readonly sources: FactSources;
  /** of the count the facts rest on; null = unknown to this person, undefined = no count or not told yet */
  readonly proof: CountProof | null | undefined;
  readonly saved: CaseAssessment | null;
  readonly maySign: boolean;
  /** the draft was saved a moment ago: the focus goes on to what is done next, instead of being lost with the button that saved */
  readonly justSaved: boolean;
  readonly onSaved: (draftId: string) => void;
  readonly onSign: (draft: CaseAssessment) => void;
};

/** The address with the flip map opened or closed; whatever else stands in it stays. */
function withFlips(before: URLSearchParams, open: boolean): URLSearchParams {
  const next = new URLSearchParams(before);
  if (open) next.set("flip", "1");
  else next.delete("flip");
  return next;
}
