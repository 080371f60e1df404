import { Button } from "antd";
import { useState } from "react";
import type { CaseSample, CheckedUnit } from "#sampling/sampling.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { findingKey } from "#web/sampling/finding-key.ts";
import { samplingText } from "#web/sampling/sampling.text.ts";
import { useSampleChanges } from "#web/sampling/use-samples.ts";

const KEYS: Readonly<Record<string, CheckedUnit["finding"]>> = { y: "holds", n: "fails", u: "unclear" };
const TONES = { holds: "good", fails: "bad", unclear: "warn" } as const satisfies Record<CheckedUnit["finding"], Tone>;

/** The drawn units, one line each; a key says what was found and goes on to the next. Nothing is lost before it is saved. */
export function ChecksPanel({ caseId, sample }: { readonly caseId: string; readonly sample: CaseSample }) {
  const t = useText(samplingText);
  const requestId = useRequestId();
  const { check } = useSampleChanges(caseId);
  const units = sample.plan.strata.flatMap(({ id, name, drawn }) =>
    drawn.map((unit) => ({ key: `${id} ${unit}`, stratum: id, name, unit })),
  );
  const [found, setFound] = useState<ReadonlyMap<string, CheckedUnit["finding"]>>(
    () => new Map(sample.checks.map(({ stratum, unit, finding }) => [`${stratum} ${unit}`, finding])),
  );
  const put = (key: string, finding: CheckedUnit["finding"]) => setFound((before) => new Map(before).set(key, finding));
  const checks = units.flatMap(({ key, stratum, unit }) => {
    const finding = found.get(key);
    return finding === undefined
      ? []
      : [{ stratum, unit, finding, note: sample.checks.find((one) => one.stratum === stratum && one.unit === unit)?.note ?? null }];
  });
  return (
    <div className="stack-tight" data-testid="sample-checks">
      <p className="quiet small">{t("checkKeys")}</p>
      <ol className="sampling-units">
        {units.map(({ key, name, unit }) => {
          const finding = found.get(key);
          return (
            <li key={key}>
              <button
                type="button"
                className="sampling-unit"
                onKeyDown={findingKey(KEYS, (finding) => put(key, finding))}
                data-testid="sample-unit"
              >
                <span className="quiet small">{name}</span>
                <span className="figure">{t("unit", { unit: formatNumber(unit) })}</span>
                <Mark tone={finding === undefined ? "quiet" : TONES[finding]}>{t(finding ?? "unchecked")}</Mark>
              </button>
            </li>
          );
        })}
      </ol>
      <InlineProblem error={check.error} />
      <div>
        <Button
          type="primary"
          loading={check.isPending}
          disabled={checks.length === 0}
          onClick={() =>
            check.mutate(
              { sampleId: sample.id, requestId: requestId.current(), expectedVersion: sample.version, checks },
              { onSuccess: requestId.renew },
            )
          }
          data-testid="sample-save"
        >
          {t("save", { n: formatNumber(checks.length) })}
        </Button>
      </div>
    </div>
  );
}
