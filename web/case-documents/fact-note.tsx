import { Button } from "antd";
import { useState } from "react";
import type { CaseDocumentDetail, DocumentFact } from "#case-documents/case-documents.contract.ts";
import {
  KIND_WORDS,
  SPEAKER_SIGNS,
  SPEAKER_WORDS,
  wordsOfBasis,
  wordsOfFact,
  wordsOfValue,
} from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { useDecideFact } from "#web/case-documents/use-documents.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

/** A note in the margin: the value, whose words it is, its sentence; dashed until a person confirms or rejects it. */
export function FactNote({ fact, detail, isChosen, onChoose }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  const [first, ...more] = fact.places;
  const state = fact.decided?.decision ?? "suggested";
  return (
    <li
      className={`note note-${state}${isChosen ? " note-chosen" : ""}`}
      data-note={fact.key}
      data-testid="fact-note"
      data-kind={fact.kind}
      tabIndex={-1}
    >
      <button type="button" className="note-head" aria-pressed={isChosen} onClick={() => onChoose(0)}>
        {first === undefined ? null : (
          <span className={`said said-${first.speaker}`} title={words(SPEAKER_WORDS[first.speaker])}>
            {words(SPEAKER_SIGNS[first.speaker])}
          </span>
        )}
        <span className="quiet small">{words(KIND_WORDS[fact.kind])}</span>
        <strong className="break">
          <FactValue fact={fact} />
        </strong>
        <span className="small note-speaker">{first === undefined ? null : words(SPEAKER_WORDS[first.speaker])}</span>
      </button>
      <p className={isChosen ? "small note-sentence" : "small note-sentence note-short"}>{fact.sentence.trim()}</p>
      {more.length > 0 && isChosen ? (
        <p className="line small">
          <span className="quiet">{t("morePlaces", { n: more.length })}</span>
          {more.slice(0, 8).map((place, index) => (
            <button key={place.from} type="button" className="chip" onClick={() => onChoose(index + 1)}>
              {words(SPEAKER_SIGNS[place.speaker])} <span className="figure">{formatNumber(place.from)}</span>
            </button>
          ))}
        </p>
      ) : null}
      <Decision fact={fact} detail={detail} isChosen={isChosen} />
    </li>
  );
}

/** The value of a fact in words, with what qualifies it. */
export function FactValue({ fact }: { readonly fact: DocumentFact }) {
  const t = useText(documentsText);
  const words = useWords();
  const isTiered = fact.kind === "items" || fact.kind === "sensitive";
  const told = isTiered ? t("tier", { tier: fact.qualifier ?? "" }) : words(wordsOfValue(fact.qualifier ?? ""));
  const qualifiers = [...(fact.qualifier === null ? [] : [told]), ...fact.basis.map((basis) => words(wordsOfBasis(basis)))];
  return (
    <>
      <FactNumber fact={fact} />
      <span className="quiet small">{qualifiers.map((one) => ` · ${one}`).join("")}</span>
    </>
  );
}

function FactNumber({ fact }: { readonly fact: DocumentFact }) {
  const t = useText(documentsText);
  const words = useWords();
  const word = words(wordsOfFact(fact.kind, fact.value));
  if (fact.number === null) return word;
  const n = `${fact.approximate ? t("approx") : ""}${formatNumber(fact.number)}`;
  if (fact.unit === "persons") return `${word} · ${t("persons", { n })}`;
  return fact.unit === "items" ? t("items", { n }) : fact.unit === "CNY" ? t("money", { n }) : t("foreign", { n, unit: fact.unit ?? "" });
}

function Decision({ fact, detail, isChosen }: Omit<Props, "onChoose">) {
  const t = useText(documentsText);
  const c = useText(commonText);
  const decide = useDecideFact(detail);
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState("");
  const say = (decision: "confirmed" | "rejected" | "undone", why = "") =>
    decide.mutate({ key: fact.key, decision, reason: why }, { onSuccess: () => setRejecting(false) });
  if (fact.decided !== null)
    return (
      <div className="line small">
        <span className={fact.decided.decision === "confirmed" ? "good" : "bad"} data-testid="fact-decided">
          {t(fact.decided.decision)} · {fact.decided.by} {formatMoment(fact.decided.at)}
          {fact.decided.reason === "" ? null : ` · ${fact.decided.reason}`}
        </span>
        {detail.can.decide && isChosen ? (
          <Button size="small" loading={decide.isPending} onClick={() => say("undone")}>
            {t("undo")}
          </Button>
        ) : null}
        <InlineProblem error={decide.error} />
      </div>
    );
  return (
    <div className="stack-tight">
      <div className="line small">
        <span className="note-suggested">{t("suggestion")}</span>
        {detail.can.decide && isChosen ? (
          <>
            <Button size="small" loading={decide.isPending} onClick={() => say("confirmed")} data-testid="confirm-fact">
              {t("confirm")}
            </Button>
            <Button size="small" aria-expanded={rejecting} onClick={() => setRejecting(!rejecting)} data-testid="reject-fact">
              {t("reject")}
            </Button>
          </>
        ) : null}
      </div>
      {rejecting ? (
        <form
          className="line"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== "") say("rejected", reason.trim());
          }}
        >
          <input
            className="field"
            aria-label={t("rejectWhy")}
            placeholder={t("rejectWhy")}
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button size="small" htmlType="submit" disabled={reason.trim() === ""} loading={decide.isPending}>
            {c("save")}
          </Button>
        </form>
      ) : null}
      <InlineProblem error={decide.error} />
    </div>
  );
}

type Props = {
  readonly fact: DocumentFact;
  readonly detail: CaseDocumentDetail;
  readonly isChosen: boolean;
  readonly onChoose: (place: number) => void;
};
