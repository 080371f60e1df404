import { Link } from "react-router";
import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { sourceOfSaid } from "#assessments/offer-facts.ts";
import type { ConfirmedFact } from "#case-documents/case-documents.contract.ts";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { KIND_WORDS, SPEAKER_WORDS, wordsOfFact } from "#web/case-documents/document-words.text.ts";
import { useConfirmedFacts } from "#web/case-documents/use-confirmed-facts.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem, Loading } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Chooses a confirmed fact of a document as a source: only what says the same is offered, and its sentence is shown before it is set. */
export function DocumentSource({ caseId, value: named, fits, chosen, tried, onChoose }: Props) {
  const t = useText(sourcesText);
  const words = useWords();
  const facts = useConfirmedFacts(caseId);
  if (facts.isPending) return <Loading lines={2} />;
  if (facts.isError) return <InlineProblem error={facts.error} />;
  const offered = facts.data.items.filter(fits);
  const keyOf = ({ caseDocumentId, key }: { readonly caseDocumentId: string; readonly key: string }) => `${caseDocumentId} ${key}`;
  const value = chosen === null ? "" : keyOf({ caseDocumentId: chosen.caseDocumentId, key: chosen.factKey });
  if (offered.length === 0)
    return (
      <p className="quiet small" data-testid="source-document-none">
        {t("documentNone")} <Link to={`/cases/${caseId}/case-documents`}>{t("documentsOpen")}</Link>
      </p>
    );
  const tell = (fact: ConfirmedFact) => {
    const said = fact.number === null ? words(wordsOfFact(fact.kind, fact.value)) : formatNumber(fact.number);
    return `${words(KIND_WORDS[fact.kind])} ${said} · ${t("documentSaid", { speaker: words(SPEAKER_WORDS[fact.speaker]), name: fact.name })}`;
  };
  return (
    <>
      <Choice
        showLabel
        label={t("documentFact")}
        value={value}
        onChange={(next) => {
          const fact = offered.find((one) => keyOf(one) === next);
          onChoose(fact === undefined ? null : sourceOfSaid(fact, named));
        }}
        options={[["", t("choose")], ...offered.map((fact): [string, string] => [keyOf(fact), tell(fact)])]}
        testId="source-document-fact"
      />
      {chosen === null ? null : (
        <figure className="source-quote" data-testid="source-sentence">
          <figcaption className="quiet small">{t("documentSentence")}</figcaption>
          <blockquote className="break">{chosen.sentence}</blockquote>
        </figure>
      )}
      {tried && chosen === null ? (
        <p className="labelled-error" role="alert">
          {t("documentMissing")}
        </p>
      ) : null}
    </>
  );
}

export type ChosenDocument = Extract<FactSource, { kind: "document" }>;

type Props = {
  readonly caseId: string;
  /** of the assessment, that a source is named for */
  readonly value: unknown;
  readonly fits: (fact: ConfirmedFact) => boolean;
  readonly chosen: ChosenDocument | null;
  readonly tried: boolean;
  readonly onChoose: (source: ChosenDocument | null) => void;
};
