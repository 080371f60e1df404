import { type DocumentFact, FactKind } from "#case-documents/case-documents.contract.ts";
import { Speaker } from "#reading/reading.contract.ts";
import { KIND_WORDS, SPEAKER_SIGNS, SPEAKER_WORDS } from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Which facts are shown: kinds, and whose words they are (the legend of the marks as well). Nothing chosen shows all. */
export function FactFilter({ facts, kinds, speakers, onKinds, onSpeakers, keys }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  const ofKind = (kind: FactKind) => facts.filter((fact) => fact.kind === kind).length;
  const ofSpeaker = (speaker: Speaker) => facts.filter(({ places }) => places.some((place) => place.speaker === speaker)).length;
  return (
    <div className="stack-tight reader-filter no-print">
      <fieldset className="line">
        <legend className="visually-hidden">{t("byKind")}</legend>
        <span className="quiet small" aria-hidden="true">
          {t("byKind")}
        </span>
        {FactKind.options
          .filter((kind) => ofKind(kind) > 0)
          .map((kind) => (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-pressed={kinds.has(kind)}
              onClick={() => onKinds(toggled(kinds, kind))}
              data-kind={kind}
            >
              {words(KIND_WORDS[kind])} <span className="figure quiet">{ofKind(kind)}</span>
            </button>
          ))}
      </fieldset>
      <fieldset className="line">
        <legend className="visually-hidden">{t("bySpeaker")}</legend>
        <span className="quiet small" aria-hidden="true">
          {t("bySpeaker")}
        </span>
        {Speaker.options
          .filter((speaker) => ofSpeaker(speaker) > 0)
          .map((speaker) => (
            <button
              key={speaker}
              type="button"
              className="chip"
              aria-pressed={speakers.has(speaker)}
              onClick={() => onSpeakers(toggled(speakers, speaker))}
              data-speaker={speaker}
            >
              <span className={`said said-${speaker}`} aria-hidden="true">
                {words(SPEAKER_SIGNS[speaker])}
              </span>
              {words(SPEAKER_WORDS[speaker])} <span className="figure quiet">{ofSpeaker(speaker)}</span>
            </button>
          ))}
        {keys ? <span className="quiet small clue-keys">{t("keys")}</span> : null}
      </fieldset>
    </div>
  );
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

type Props = {
  readonly facts: readonly DocumentFact[];
  readonly kinds: ReadonlySet<FactKind>;
  readonly speakers: ReadonlySet<Speaker>;
  readonly onKinds: (kinds: ReadonlySet<FactKind>) => void;
  readonly onSpeakers: (speakers: ReadonlySet<Speaker>) => void;
  readonly keys: boolean;
};
