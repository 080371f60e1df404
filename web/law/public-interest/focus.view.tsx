import type { FocusAnswer } from "#public-interest/public-interest.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { OutcomeMark } from "#web/law/outcome-mark.tsx";
import { FactLink, type FactPlaces } from "#web/law/public-interest/element-line.tsx";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";

/** 办案重点 flags of priority with their law and the facts they read. */
export function FocusView({ focus, places }: { readonly focus: readonly FocusAnswer[]; readonly places: FactPlaces }) {
  const t = useText(publicInterestText);
  const l = useText(lawText);
  const words = useWords();
  return (
    <section className="panel stack-tight" data-testid="pil-focus">
      <div className="line between">
        <h2>{t("focus")}</h2>
        <span className="quiet small">{t("focusReason")}</span>
      </div>
      <ul className="pil-flags">
        {focus.map((flag) => (
          <li
            key={flag.id}
            className={`pil-flag pil-flag-${flag.outcome}`}
            data-testid="pil-flag"
            data-flag={flag.id}
            data-outcome={flag.outcome}
          >
            <span className="line between">
              <strong>{words(flag.name)}</strong>
              <OutcomeMark outcome={flag.outcome} />
            </span>
            <span className="small">{words(flag.protection)}</span>
            {flag.limbs.map((limb) => (
              <span key={limb.id} className="small">
                {words(limb.meaning)}{" "}
                {limb.outcome === "unknown" ? limb.missing.map((name) => <FactLink key={name} name={name} places={places} />) : null}
              </span>
            ))}
            {flag.note === undefined ? null : <span className="small quiet">{words(flag.note)}</span>}
            <span className="small quiet">
              {flag.cite} {flag.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
