import type { Assessment } from "#statutes/statutes.contract.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { parseMissing } from "#web/assessment/facts-mapping.ts";
import { Gauge } from "#web/assessment/gauge.tsx";
import { nameOfProvision, wordOfFact } from "#web/assessment/ground-words.ts";
import { BandBadge } from "#web/design/band/band-badge.tsx";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { COLOURS, TIER_COLOURS } from "#web/design/theme/theme.ts";
import { nameOfSet } from "#web/law/name-set.ts";
import { TIER_WORDS } from "#web/words/words.text.ts";

const TONES = { met: "good", "not-met": "quiet", unknown: "unknown" } as const satisfies Record<string, Tone>;
const SIGNS = { met: "✓", "not-met": "–", unknown: "?" } as const;
const THRESHOLDS = [
  ["A", 50],
  ["B", 500],
  ["C", 5_000],
] as const;

/** The answer: band, gauges, grounds, what is missing, the consequence. */
export function AnswerView({
  answer,
  signature,
  linkMissing,
}: {
  readonly answer: Assessment;
  readonly signature?: { readonly name: string; readonly at: string };
  readonly linkMissing: boolean;
}) {
  const t = useText(assessmentText);
  const words = useWords();
  const signs = useSigns();
  const { language } = useLanguage();
  const { counts, consequence, version } = answer;
  const named = (name: string) => {
    const { set, conduct, fact } = parseMissing(name);
    const word = isNamed(fact) ? t(fact) : fact;
    if (set === null) return word;
    return conduct === null ? t("inSet", { set, fact: word }) : t("inConduct", { set, n: conduct + 1, fact: word });
  };
  const missing = [...new Set(answer.missing)];
  const notes = answer.remarks?.map((remark) => `${words(remark)}${signs.aside(remark.cite)}`) ?? answer.notes;
  return (
    <div className="stack" data-testid="answer">
      <div className="line between">
        <BandBadge band={answer.band} atMost={answer.bandAtMost} {...(signature === undefined ? {} : { signature })} />
        {consequence === null ? (
          <span className="quiet">{t(answer.bandAtMost === undefined ? "noConsequence" : "openConsequence")}</span>
        ) : (
          <span data-testid="consequence">
            {consequence.imprisonment.minYears === undefined
              ? t("atMostYears", { max: consequence.imprisonment.maxYears })
              : t("years", { min: consequence.imprisonment.minYears, max: consequence.imprisonment.maxYears })}
            <br />
            <span className="quiet small figure">
              {consequence.fine.from === null || consequence.fine.to === null
                ? t("fineOpen")
                : t("fine", { from: formatNumber(consequence.fine.from), to: formatNumber(consequence.fine.to) })}
            </span>
          </span>
        )}
      </div>
      <section className="stack-tight">
        <h3>{t("gauges")}</h3>
        <div className="gauges">
          {THRESHOLDS.map(([tier, threshold]) => (
            <Gauge key={tier} name={words(TIER_WORDS[tier])} value={counts[tier]} threshold={threshold} colour={TIER_COLOURS[tier]} />
          ))}
          <Gauge name={t("weighted")} value={counts.weighted} threshold={5_000} colour={COLOURS.accent} />
          {counts.insiderWeighted > 0 ? (
            <Gauge name={t("insiderWeighted")} value={counts.insiderWeighted} threshold={2_500} colour={COLOURS.accent} />
          ) : null}
        </div>
      </section>
      <section className="stack-tight" data-testid="missing">
        <h3>{t("missing")}</h3>
        {missing.length === 0 ? (
          <p className="quiet">{t("nothingMissing")}</p>
        ) : (
          <>
            <p className="quiet small">{t(answer.bandAtMost === undefined ? "missingOpen" : "missingBody")}</p>
            <ul className="line">
              {missing.map((field) => (
                <li key={field}>
                  {linkMissing ? (
                    <a
                      className="mark mark-unknown"
                      href={`#fact-${field}`}
                      onClick={(event) => {
                        event.preventDefault();
                        focusFact(field);
                      }}
                      data-testid="missing-fact"
                    >
                      {named(field)}
                    </a>
                  ) : (
                    <Mark tone="unknown">{named(field)}</Mark>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className="stack-tight">
        <h3>{t("grounds")}</h3>
        <DataTable
          label={t("grounds")}
          rows={answer.grounds}
          rowKey={(ground) => ground.limb}
          rowTestId="ground-row"
          columns={[
            {
              key: "provision",
              title: t("provision"),
              render: (ground) => <span className="ground-provision">{nameOfProvision(ground.provision, ground.limb, language)}</span>,
            },
            {
              key: "meaning",
              title: t("meaning"),
              render: (ground) => (
                <span>
                  {words(ground.meaning)}
                  {ground.because.length > 0 ? (
                    <span className="quiet small">
                      {" "}
                      {t("because", { sets: signs.list(ground.because.map((id) => words(nameOfSet(id)))) })}
                    </span>
                  ) : null}
                </span>
              ),
            },
            { key: "have", title: t("have"), align: "right", nowrap: true, render: (ground) => wordOfFact(ground.have, language) },
            { key: "need", title: t("need"), align: "right", nowrap: true, render: (ground) => wordOfFact(ground.need, language) },
            {
              key: "outcome",
              title: t("outcome"),
              nowrap: true,
              render: (ground) => (
                <Mark tone={TONES[ground.outcome]}>
                  {SIGNS[ground.outcome]} {t(ground.outcome)}
                </Mark>
              ),
            },
          ]}
        />
      </section>
      {notes.length === 0 ? null : (
        <section className="stack-tight">
          <h3>{t("notes")}</h3>
          <ul className="notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="quiet small">
        {t("version", { id: version.id, from: version.inForceFrom, why: version.because?.[language] ?? version.chosenBecause })}
      </p>
    </div>
  );
}

function isNamed(fact: string): fact is keyof typeof assessmentText {
  return fact in assessmentText;
}

/** Leads to the field of a missing fact: its control, of a three-valued one the answer that stands. */
function focusFact(name: string): void {
  const id = `fact-${name}`;
  const place = document.getElementById(id) ?? document.querySelector(`[data-fact="${CSS.escape(id)}"], [data-testid="${CSS.escape(id)}"]`);
  if (place === null) return;
  place.scrollIntoView({ block: "center" });
  const control = place.matches("input, select")
    ? place
    : (place.querySelector("input:checked") ?? place.querySelector("input, select, button"));
  if (control instanceof HTMLElement) control.focus();
}
