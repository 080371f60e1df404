import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { disagree } from "#assessments/offer-facts.ts";
import type { ConfirmedFact } from "#case-documents/case-documents.contract.ts";
import { offersText } from "#web/assessment/offers/offers.text.ts";
import { SPEAKER_SIGNS, SPEAKER_WORDS, wordsOfBasis } from "#web/case-documents/document-words.text.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import "#web/assessment/offers/offers.css";
import "#web/case-documents/documents.css";

/** What can be done with an offer: a button each, `spoken` after its label; `taken` says that it was done and is no button. */
export type OfferAct = { readonly label: string; readonly spoken: string; readonly taken: boolean; readonly onTake: () => void };
export type OfferRow = {
  readonly said: ConfirmedFact;
  /** in words, as it would be filled in */
  readonly value: string;
  readonly note?: string;
  readonly acts: readonly OfferAct[];
};

/** 文书所载 what confirmed facts of documents say of one field, who says it and in which sentence; dashed until a person takes it over. */
export function OfferRows({ caseId, title, note, rows, testId }: Props) {
  const t = useText(offersText);
  if (rows.length === 0) return null;
  const values = rows.map(({ value }) => value);
  return (
    <fieldset className="offers" data-testid={testId}>
      <legend className="small">
        <span className="offers-suggested">{t("suggested")}</span> <span className="quiet">{title ?? t("title")}</span>
      </legend>
      {disagree(values) ? (
        <p className="small offers-differ" data-testid="offers-differ">
          {t("differ", { n: new Set(values).size })}
        </p>
      ) : null}
      {note === undefined ? null : <p className="small quiet">{note}</p>}
      <ul className="offers-rows">
        {rows.map((row) => (
          <Offer key={`${row.said.caseDocumentId} ${row.said.key} ${row.value}`} caseId={caseId} row={row} />
        ))}
      </ul>
    </fieldset>
  );
}

function Offer({ caseId, row: { said, value, note, acts } }: { readonly caseId: string; readonly row: OfferRow }): ReactNode {
  const t = useText(offersText);
  const words = useWords();
  const place = new URLSearchParams({ document: said.caseDocumentId, at: String(said.at) });
  const taken = acts.some((act) => act.taken);
  return (
    <li className={taken ? "offer offer-taken" : "offer"} data-testid="offer" data-speaker={said.speaker}>
      <div className="line">
        <span className={`said said-${said.speaker}`} aria-hidden="true">
          {words(SPEAKER_SIGNS[said.speaker])}
        </span>
        <span className="small">{words(SPEAKER_WORDS[said.speaker])}</span>
        <strong className="figure break">{said.approximate ? t("approx", { value }) : value}</strong>
        {said.basis.length === 0 ? null : (
          <span className="quiet small">{said.basis.map((one) => words(wordsOfBasis(one))).join(" · ")}</span>
        )}
      </div>
      <p className="small quiet break offer-sentence">{said.sentence}</p>
      {note === undefined ? null : <p className="small">{note}</p>}
      <div className="line">
        {acts.map((act) =>
          act.taken ? (
            <span key={act.label} className="mark offer-mark" data-testid="offer-taken">
              {act.label}
            </span>
          ) : (
            <Button key={act.label} size="small" aria-label={`${act.label} ${act.spoken}`} onClick={act.onTake} data-testid="offer-take">
              {act.label}
            </Button>
          ),
        )}
        <Link className="small break" to={`/cases/${caseId}/case-documents?${place}`}>
          {t("open", { name: said.name })}
        </Link>
      </div>
    </li>
  );
}

type Props = {
  readonly caseId: string;
  readonly title?: string;
  /** to be known before anything is taken */
  readonly note?: string;
  readonly rows: readonly OfferRow[];
  readonly testId: string;
};
