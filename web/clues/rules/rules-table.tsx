import { Button } from "antd";
import type { ClueRule } from "#clues/rules/clue-rules.contract.ts";
import { addressOfPrompts } from "#web/clues/rules/address-of-prompts.ts";
import { DecisionMark } from "#web/clues/rules/decision-mark.tsx";
import { wordsOfRule } from "#web/clues/rules/format-precision.ts";
import { PrecisionBar } from "#web/clues/rules/precision-bar.tsx";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import type { RulesFilter } from "#web/clues/rules/use-rules.ts";
import { VerdictMark } from "#web/clues/rules/verdict-mark.tsx";
import { Figure } from "#web/design/number/figure.tsx";
import { formatShare } from "#web/design/number/number.ts";
import { type Column, DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Each rule with what became of its prompts; every figure leads to the clues behind it. */
export function RulesTable({ rules, filter, line, open, onOpen }: Props) {
  const t = useText(rulesText);
  const words = useWords();
  const { office, track, field } = filter;
  const figure = (
    key: "prompts" | "waiting" | "confirmed" | "accepted",
    outcome: Parameters<typeof addressOfPrompts>[0]["outcome"],
    gives?: "soon" | "last" | "late",
  ): Column<ClueRule> => ({
    key,
    title: t(key),
    align: "right",
    ...(gives === undefined ? {} : { gives }),
    render: ({ rule, figures }) => (
      <Figure plain value={figures[key]} to={figures[key] === 0 ? undefined : addressOfPrompts({ rule, office, track, field, outcome })} />
    ),
  });
  return (
    <DataTable
      label={t("title")}
      rows={rules}
      rowKey={({ rule }) => rule}
      rowTestId="rule-row"
      isChosen={({ rule }) => rule === open}
      onOpen={({ rule }) => onOpen(rule)}
      columns={[
        {
          key: "rule",
          title: t("rule"),
          render: ({ rule }) => (
            <span className="rule-name">
              <Button type="link" className="link-cell" onClick={() => onOpen(rule)}>
                {words(wordsOfRule(rule))}
              </Button>
            </span>
          ),
        },
        figure("prompts", "any"),
        figure("waiting", "waiting", "last"),
        figure("confirmed", "clue"),
        figure("accepted", "accepted", "last"),
        {
          key: "falsely",
          title: t("falsely"),
          align: "right",
          gives: "late",
          render: ({ figures }) => <Figure plain value={figures.falsely} />,
        },
        { key: "apart", title: t("apart"), align: "right", gives: "soon", render: ({ figures }) => <Figure plain value={figures.apart} /> },
        {
          key: "precision",
          title: t("precision"),
          nowrap: true,
          render: ({ figures: { precision } }) =>
            precision === null ? (
              <span className="quiet small">{t("nothingDecided")}</span>
            ) : (
              <PrecisionBar precision={precision} line={line} />
            ),
        },
        {
          key: "conversion",
          title: t("conversion"),
          align: "right",
          gives: "last",
          render: ({ figures }) => (figures.prompts === 0 ? "—" : formatShare(figures.accepted, figures.prompts)),
        },
        { key: "verdict", title: t("verdict"), nowrap: true, render: ({ figures }) => <VerdictMark verdict={figures.verdict} /> },
        {
          key: "decision",
          title: t("decision"),
          gives: "late",
          render: ({ decided }) => <DecisionMark decided={decided} />,
        },
      ]}
    />
  );
}

type Props = {
  readonly rules: readonly ClueRule[];
  readonly filter: RulesFilter;
  /** the upper bound under which a rule is noisy */
  readonly line: number;
  readonly open: string | null;
  readonly onOpen: (rule: string) => void;
};
