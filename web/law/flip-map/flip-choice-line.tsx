import type { FlipLine } from "#law/law.contract.ts";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { flipMapText } from "#web/law/flip-map/flip-map.text.ts";
import { showValue } from "#web/law/offences/fact-values.ts";
import { BAND_WORDS } from "#web/words/words.text.ts";

/** A contested answer: what the band becomes with each of them. */
export function FlipChoiceLine({
  line,
  told,
  onMove,
}: {
  readonly line: FlipLine;
  readonly told: FlipLine["value"];
  readonly onMove: (value: string | boolean) => void;
}) {
  const t = useText(flipMapText);
  const words = useWords();
  const { language } = useLanguage();
  const differs = new Set(line.choices.map(({ atMost }) => atMost)).size > 1;
  const now = showValue(told, language);
  return (
    <li className="flip-line" data-testid="flip-line" data-fact={line.fact}>
      <div className="line between">
        <strong>{words(wordsOfFactPath(line.fact))}</strong>
        <span className={now.unknown ? "mark mark-unknown" : "quiet small"}>{t("now", { value: now.text })}</span>
      </div>
      <div className="flip-choices">
        {line.choices.map(({ value, band, atMost }) => (
          <button
            key={String(value)}
            type="button"
            className={`flip-choice flip-${band}`}
            aria-pressed={value === line.value}
            onClick={() => (typeof value === "string" || typeof value === "boolean" ? onMove(value) : undefined)}
          >
            {t(differs && atMost !== band ? "wouldBeAtMost" : "wouldBe", {
              answer: showValue(value, language).text,
              band: words(BAND_WORDS[band]),
              atMost: words(BAND_WORDS[atMost]),
            })}
          </button>
        ))}
      </div>
    </li>
  );
}
