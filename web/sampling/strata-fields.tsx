import { Button } from "antd";
import { useText } from "#web/design/text/language.tsx";
import { samplingText } from "#web/sampling/sampling.text.ts";

export type StratumDraft = { readonly id: string; readonly name: string; readonly tier: "A" | "B" | "C" | null; readonly units: string };

/** The strata of a design: a name and a number of units each. */
export function StrataFields({
  strata,
  onChange,
}: {
  readonly strata: readonly StratumDraft[];
  readonly onChange: (strata: readonly StratumDraft[]) => void;
}) {
  const t = useText(samplingText);
  const put = (id: string, change: Partial<StratumDraft>) => onChange(strata.map((one) => (one.id === id ? { ...one, ...change } : one)));
  return (
    <fieldset className="sampling-strata">
      <legend>{t("strata")}</legend>
      {strata.map((stratum) => (
        <div key={stratum.id} className="line">
          <input
            className="field"
            aria-label={t("stratum")}
            placeholder={t("stratum")}
            maxLength={120}
            value={stratum.name}
            onChange={(event) => put(stratum.id, { name: event.target.value })}
          />
          <input
            className="field figure"
            aria-label={t("units")}
            placeholder={t("units")}
            inputMode="numeric"
            value={stratum.units}
            onChange={(event) => put(stratum.id, { units: event.target.value.replace(/\D/g, "") })}
          />
          <Button
            type="text"
            size="small"
            disabled={strata.length === 1}
            onClick={() => onChange(strata.filter((one) => one.id !== stratum.id))}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            onChange([...strata, { id: `${Math.max(0, ...strata.map(({ id }) => Number(id) || 0)) + 1}`, name: "", tier: null, units: "" }])
          }
        >
          {t("addStratum")}
        </Button>
      </div>
    </fieldset>
  );
}
