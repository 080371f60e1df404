import { Button } from "antd";
import { z } from "zod";
import { type CaseNullSet, CheckedLine, type NullSetSample } from "#sampling/sampling.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { findingKey } from "#web/sampling/finding-key.ts";
import { nullSetText } from "#web/sampling/null-set.text.ts";
import { useNullSetChanges } from "#web/sampling/use-null-sets.ts";

type Finding = CheckedLine["finding"];
const KEYS: Readonly<Record<string, Finding>> = { y: "missed", n: "clear", u: "unclear" };
const TONES = { missed: "bad", clear: "good", unclear: "warn" } as const satisfies Record<Finding, Tone>;

/** The drawn lines, masked, one below the other; a key says what was found and goes on. Kept in this window until it is saved. */
export function NullLinesPanel({
  caseId,
  nullSet,
  lines,
}: {
  readonly caseId: string;
  readonly nullSet: CaseNullSet;
  readonly lines: NullSetSample["lines"];
}) {
  const t = useText(nullSetText);
  const requestId = useRequestId();
  const { check } = useNullSetChanges(caseId);
  const { form, change, forget } = useDraft<CheckedLine[]>(
    `draft-null-set-${nullSet.id}-${nullSet.version}`,
    nullSet.checks,
    (stored) => z.array(CheckedLine).safeParse(stored).data ?? null,
  );
  const put = (line: number, finding: Finding) => {
    const note = form.find((one) => one.line === line)?.note ?? null;
    change([...form.filter((one) => one.line !== line), { line, finding, note }]);
  };
  return (
    <div className="stack-tight" data-testid="null-lines">
      <p className="quiet small">{t("keys")}</p>
      <ol className="null-lines">
        {lines.map(({ source, row, masked }, place) => {
          const finding = form.find(({ line }) => line === place)?.finding;
          return (
            <li key={`${source} ${row}`}>
              <button
                type="button"
                className="null-line"
                onKeyDown={findingKey(KEYS, (finding) => put(place, finding))}
                data-testid="null-line"
              >
                <span className="null-line-text">{masked}</span>
                <span className="quiet small mono break">{t("place", { source, row: formatNumber(row) })}</span>
                <Mark tone={finding === undefined ? "quiet" : TONES[finding]}>{t(finding ?? "unchecked")}</Mark>
              </button>
              <span className="null-line-keys no-print">
                {(["missed", "clear", "unclear"] as const).map((one) => (
                  <Button key={one} size="small" type="text" tabIndex={-1} aria-pressed={finding === one} onClick={() => put(place, one)}>
                    {t(one)}
                  </Button>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      <InlineProblem error={check.error} />
      <div>
        <Button
          type="primary"
          loading={check.isPending}
          disabled={form.length === 0}
          onClick={() =>
            check.mutate(
              {
                nullSetId: nullSet.id,
                requestId: requestId.current(),
                expectedVersion: nullSet.version,
                checks: form.toSorted((one, other) => one.line - other.line),
              },
              {
                onSuccess: () => {
                  requestId.renew();
                  forget();
                },
              },
            )
          }
          data-testid="null-set-save"
        >
          {t("save", { n: formatNumber(form.length), all: formatNumber(lines.length) })}
        </Button>
      </div>
    </div>
  );
}
