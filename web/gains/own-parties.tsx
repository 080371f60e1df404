import { useState } from "react";
import type { MoneyFlow } from "#gains/gains.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";
import { gainsText } from "#web/gains/gains.text.ts";

const SHOWN = 18;

/** Which parties of the table are the accused's own; the busiest first, chosen ones always in sight, all masked. */
export function OwnParties({
  parties,
  own,
  onChange,
}: {
  readonly parties: MoneyFlow["parties"];
  readonly own: readonly string[];
  readonly onChange: (own: readonly string[]) => void;
}) {
  const t = useText(gainsText);
  const [wanted, setWanted] = useState("");
  const found = parties.filter(({ key, masked }) => own.includes(key) || masked.includes(wanted.trim()));
  const shown = [...found.filter(({ key }) => own.includes(key)), ...found.filter(({ key }) => !own.includes(key))].slice(
    0,
    Math.max(SHOWN, own.length),
  );
  if (parties.length === 0) return null;
  return (
    <fieldset className="stack-tight" data-testid="own-parties">
      <legend className="gains-legend">
        {t("own")} <span className="quiet small">{t("ownChosen", { n: own.length })}</span>
      </legend>
      <p className="quiet small">{t("ownWhy")}</p>
      {parties.length > SHOWN ? (
        <input
          className="field gains-own-find"
          type="search"
          aria-label={t("ownFind")}
          placeholder={t("ownFind")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <ul className="gains-own">
        {shown.map(({ key, masked, paid, received }) => (
          <li key={key}>
            <label className={own.includes(key) ? "gains-party gains-party-own" : "gains-party"}>
              <input
                type="checkbox"
                checked={own.includes(key)}
                onChange={(event) => onChange(event.target.checked ? [...own, key] : own.filter((one) => one !== key))}
                data-testid="own-party"
              />
              <span className="break mono">{masked}</span>
              <span className="quiet small figure nowrap">
                {t("ownCounts", { paid: formatNumber(paid), received: formatNumber(received) })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > shown.length ? <p className="quiet small">{t("ownMore", { n: formatNumber(found.length - shown.length) })}</p> : null}
      {found.length === 0 ? <p className="quiet small">{t("ownNone")}</p> : null}
    </fieldset>
  );
}
