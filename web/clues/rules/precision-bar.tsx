import type { Precision } from "#clues/rules/clue-rules.contract.ts";
import { formatPrecision } from "#web/clues/rules/format-precision.ts";

const WIDE = 104;
const HIGH = 16;
const at = (share: number) => 4 + share * (WIDE - 8);

/** A share as a dot on its interval, on the axis from 0 to 1 with the line of the verdict; the figures stand beside it in words. */
export function PrecisionBar({ precision, line }: { readonly precision: Precision | null; readonly line: number }) {
  const middle = HIGH / 2;
  return (
    <span className="rule-precision">
      <svg width={WIDE} height={HIGH} viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
        <line x1={at(0)} x2={at(1)} y1={middle} y2={middle} className="rule-axis" />
        <line x1={at(0)} x2={at(0)} y1={middle - 3} y2={middle + 3} className="rule-axis" />
        <line x1={at(1)} x2={at(1)} y1={middle - 3} y2={middle + 3} className="rule-axis" />
        <line x1={at(line)} x2={at(line)} y1={1} y2={HIGH - 1} className="rule-line" />
        {precision === null ? null : (
          <>
            <line x1={at(precision.lower)} x2={at(precision.upper)} y1={middle} y2={middle} className="rule-interval" />
            <circle cx={at(precision.share)} cy={middle} r={3.5} className="rule-share" />
          </>
        )}
      </svg>
      {precision === null ? null : <span className="figure small">{formatPrecision(precision)}</span>}
    </span>
  );
}
