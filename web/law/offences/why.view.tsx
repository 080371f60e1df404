import type { ReactNode } from "react";
import type { LawFacts, WhyAnswer, WhyNode } from "#law/law.contract.ts";
import { wordOfFact } from "#web/assessment/ground-words.ts";
import { BandBadge } from "#web/design/band/band-badge.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { lawText } from "#web/law/law.text.ts";
import { LocalMark } from "#web/law/local-mark.tsx";
import { focusFact, showFact } from "#web/law/offences/fact-values.ts";
import { offencesText } from "#web/law/offences/offences.text.ts";
import { OutcomeMark } from "#web/law/outcome-mark.tsx";
import { useWhy } from "#web/law/use-law.ts";
import { BAND_WORDS } from "#web/words/words.text.ts";

const BANDS = ["serious", "especially-serious"] as const;
/** Names of missing facts shown before the rest is only counted. */
const SHOWN_MISSING = 8;

/** 说理树 conclusion → elements and limbs → facts, each with citation and state; every fact leads to its field. */
export function WhyView({ facts }: { readonly facts: LawFacts }) {
  const t = useText(offencesText);
  const why = useWhy(facts);
  if (why.isPending) return <Loading lines={8} />;
  if (why.isError) return <Problem error={why.error} onRetry={() => why.refetch()} />;
  return (
    <div className={why.isBehind ? "stack law-behind" : "stack"} data-testid="why" aria-busy={why.isBehind}>
      <p className="visually-hidden" aria-live="polite">
        {why.isBehind ? t("answering") : ""}
      </p>
      <Conclusion answer={why.data} />
      <Tree answer={why.data} facts={facts} />
    </div>
  );
}

function Conclusion({ answer }: { readonly answer: WhyAnswer }) {
  const t = useText(offencesText);
  const words = useWords();
  const { consequence, missing } = answer;
  const deciding = answer.limbs.filter((limb) => limb.outcome === "met" && limb.band === answer.band);
  return (
    <div className="stack-tight">
      <div className="line between">
        <BandBadge band={answer.band} atMost={answer.bandAtMost} />
        <span className="stack-tight">
          <span>{words(answer.title)}</span>
          {consequence === null ? null : (
            <span className="quiet small">
              {answer.band === "none" ? <strong>{t("basicCrime")}</strong> : null}{" "}
              {consequence.imprisonment.minYears === undefined
                ? t("consequenceUpTo", { max: consequence.imprisonment.maxYears })
                : t("consequenceFromTo", { min: consequence.imprisonment.minYears, max: consequence.imprisonment.maxYears })}
            </span>
          )}
        </span>
      </div>
      {deciding.length === 0 ? null : (
        <ul data-testid="deciding">
          {deciding.map((limb) => (
            <li key={limb.id}>
              <OutcomeMark outcome="met" /> {words(limb.meaning)} <span className="quiet small">{limb.provision}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet small">
        {t("version", { id: answer.version.id, from: answer.version.inForceFrom, why: words(answer.version.because) })}
      </p>
      <div className="line">
        <strong className="small">{t("missing")}</strong>
        {missing.length === 0 ? <span className="quiet small">{t("nothingMissing")}</span> : null}
        {missing.slice(0, SHOWN_MISSING).map((fact) => (
          <button key={fact} type="button" className="mark mark-unknown law-fact" onClick={() => focusFact(fact)}>
            {words(wordsOfFactPath(fact))}
          </button>
        ))}
        {missing.length > SHOWN_MISSING ? (
          <span className="quiet small">{t("missingMore", { n: missing.length - SHOWN_MISSING })}</span>
        ) : null}
      </div>
    </div>
  );
}

function Tree({ answer, facts }: { readonly answer: WhyAnswer; readonly facts: LawFacts }) {
  const t = useText(offencesText);
  const words = useWords();
  const open = answer.publicProsecution;
  const many = (outcome: WhyNode["outcome"]) => open?.grounds.filter((ground) => ground.outcome === outcome).length ?? 0;
  return (
    <div className="why">
      {answer.established === null || answer.elements.length === 0 ? null : (
        <Branch title={t("elements")} state={<OutcomeMark outcome={answer.established} />} nodes={answer.elements} facts={facts} />
      )}
      {BANDS.map((band) => {
        const limbs = answer.limbs.filter((limb) => limb.band === band);
        return limbs.length === 0 ? null : (
          <Branch
            key={band}
            title={t("limbs", { band: words(BAND_WORDS[band]) })}
            state={<OutcomeMark outcome={oneOf(limbs)} />}
            nodes={limbs}
            facts={facts}
          />
        );
      })}
      {open === null ? null : (
        <Branch
          title={t("publicProsecution")}
          state={<OutcomeMark outcome={open.outcome} />}
          nodes={open.grounds}
          facts={facts}
          testId="public-prosecution"
        >
          <p className="small">{t("publicCounts", { met: many("met"), open: many("unknown"), not: many("not-met") })}</p>
        </Branch>
      )}
      {answer.established !== null || answer.elements.length === 0 ? null : (
        <Branch title={t("leniency")} state={null} nodes={answer.elements} facts={facts} />
      )}
      {answer.remarks.length === 0 ? null : (
        <div className="stack-tight">
          <h3>{t("notes")}</h3>
          <ul className="notes">
            {answer.remarks.map((remark) => (
              <li key={remark.id}>
                {words(remark)} <span className="quiet small">{remark.cite}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What several alternatives come to: one "yes" decides, else one that is open keeps it open. */
function oneOf(nodes: readonly WhyNode[]): WhyNode["outcome"] {
  if (nodes.some(({ outcome }) => outcome === "met")) return "met";
  return nodes.some(({ outcome }) => outcome === "unknown") ? "unknown" : "not-met";
}

function Branch({
  title,
  state,
  nodes,
  facts,
  children,
  testId,
}: {
  readonly title: string;
  readonly state: ReactNode;
  readonly nodes: readonly WhyNode[];
  readonly facts: LawFacts;
  readonly children?: ReactNode;
  readonly testId?: string;
}) {
  return (
    <section className="why-branch" data-testid={testId}>
      <div className="line">
        <h3>{title}</h3>
        {state}
      </div>
      {children}
      <ul>
        {nodes.map((node) => (
          <Limb key={node.id} node={node} facts={facts} />
        ))}
      </ul>
    </section>
  );
}

function Limb({ node, facts }: { readonly node: WhyNode; readonly facts: LawFacts }) {
  const t = useText(offencesText);
  const l = useText(lawText);
  const words = useWords();
  const { language } = useLanguage();
  // what is met or not answered by a mere yes has numbers to show
  const numbers = /\d/.test(`${node.have}${node.need}`);
  return (
    <li className={`why-node why-${node.outcome}`} data-testid="why-node" data-outcome={node.outcome}>
      <div className="why-line">
        <OutcomeMark outcome={node.outcome} />
        <span className="why-meaning">
          {words(node.meaning)} <span className="quiet small">{node.provision}</span>{" "}
          {node.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null} <LocalMark local={node.local} />
          {numbers ? (
            <span className="small figure nowrap">
              {" "}
              {t("have", { have: wordOfFact(node.have, language) })} · {t("need", { need: wordOfFact(node.need, language) })}
            </span>
          ) : null}
        </span>
      </div>
      {node.facts.length === 0 ? null : (
        <ul className="why-facts" aria-label={t("readsFacts")}>
          {node.facts.map((fact) => {
            const shown = showFact(facts, fact, language);
            return (
              <li key={fact}>
                <button
                  type="button"
                  className={`law-fact mark ${shown.unknown ? "mark-unknown" : ""}`}
                  title={t("goTo", { fact: words(wordsOfFactPath(fact)) })}
                  onClick={() => focusFact(fact)}
                >
                  {words(wordsOfFactPath(fact))}
                  {language === "zh" ? "：" : ": "}
                  <strong>{shown.text}</strong>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
