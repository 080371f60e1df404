import type { PublicInterestAnswer } from "#public-interest/public-interest.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { OutcomeMark } from "#web/law/outcome-mark.tsx";
import { ElementLine, FactLink, type FactPlaces } from "#web/law/public-interest/element-line.tsx";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";

/** Names of missing facts shown before the rest is only counted. */
const SHOWN_MISSING = 6;
const CONCLUSIONS = { met: "standingMet", "not-met": "standingNot-met", unknown: "standingUnknown" } as const;

/** 提起条件 as a why-tree: every law, its elements, the facts; the law that decides or is nearest stands open, the others fold. */
export function GatesView({ answer, places }: { readonly answer: PublicInterestAnswer; readonly places: FactPlaces }) {
  const t = useText(publicInterestText);
  const l = useText(lawText);
  const words = useWords();
  const { gates, standing, missing } = answer;
  return (
    <section className="panel stack" data-testid="pil-standing" data-outcome={standing}>
      <div className="line between">
        <h2>{t("standing")}</h2>
        <span className="quiet small">{t("gatesReason")}</span>
      </div>
      <div className="line">
        <div className="band band-draft law-organ" data-testid="pil-standing-draft">
          <span>
            <small>{t("draft")}</small>
            <br />
            <span className="law-plain">{t(CONCLUSIONS[standing])}</span>
          </span>
        </div>
        <span className="quiet small">{t("draftReason")}</span>
      </div>
      <div className="line">
        <strong className="small">{t("missing")}</strong>
        {missing.length === 0 ? <span className="quiet small">{t("nothingMissing")}</span> : null}
        {missing.slice(0, SHOWN_MISSING).map((name) => (
          <FactLink key={name} name={name} places={places} />
        ))}
        {missing.length > SHOWN_MISSING ? (
          <span className="quiet small">{t("missingMore", { n: missing.length - SHOWN_MISSING })}</span>
        ) : null}
      </div>
      {gates.map((gate, at) => (
        <details
          key={gate.id}
          className="pil-gate"
          open={at === 0 || gate.outcome === "met"}
          data-testid="pil-gate"
          data-gate={gate.id}
          data-outcome={gate.outcome}
        >
          <summary>
            <strong>{words(gate.name)}</strong> <OutcomeMark outcome={gate.outcome} />{" "}
            {gate.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}{" "}
            <span className="quiet small">
              {gate.inForce.from === null ? t("inForceUnknown") : t("inForce", { from: gate.inForce.from })}
            </span>
          </summary>
          <p className="small quiet">{words(gate.meaning)}</p>
          <div className="why-branch">
            <ul>
              {gate.elements.map((element) => (
                <ElementLine key={element.id} element={element} places={places} withFacts />
              ))}
            </ul>
          </div>
        </details>
      ))}
      {answer.remarks.length === 0 ? null : (
        <ul className="notes small">
          {answer.remarks.map((remark) => (
            <li key={remark.en}>
              {words(remark)} <span className="quiet">{remark.cite}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
