import type { ClueRule } from "#clues/rules/clue-rules.contract.ts";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";

/** What a person decided of a rule: solid, with name and date; "nobody has decided" is a state of its own. */
export function DecisionMark({ decided }: Pick<ClueRule, "decided">) {
  const t = useText(rulesText);
  if (decided === null) return <span className="quiet small">{t("nobody")}</span>;
  return (
    <span className="line">
      <Mark tone={decided.decision === "retire" ? "bad" : "good"}>{t(decided.decision === "retire" ? "retired" : "kept")}</Mark>
      <span className="small quiet">
        {decided.by} {formatMoment(decided.at).slice(0, 10)}
      </span>
    </span>
  );
}
