import type { RuleVerdict } from "#clues/rules/clue-rules.contract.ts";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";

const SHAPES = {
  noisy: { tone: "warn", shape: "▲" },
  "too-few": { tone: "unknown", shape: "?" },
  "not-noisy": { tone: "plain", shape: "●" },
  against: { tone: "quiet", shape: "−" },
} as const satisfies Record<RuleVerdict, { readonly tone: Tone; readonly shape: string }>;

/** What the machine says of a rule: a shape with its word, dashed, since no person said it. */
export function VerdictMark({ verdict }: { readonly verdict: RuleVerdict }) {
  const t = useText(rulesText);
  const { tone, shape } = SHAPES[verdict];
  return (
    <span className="clue-suggested" data-verdict={verdict}>
      <Mark tone={tone}>
        <span aria-hidden="true">{shape}</span> {t(verdict)}
      </Mark>
    </span>
  );
}
