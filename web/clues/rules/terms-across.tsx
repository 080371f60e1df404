import { Link } from "react-router";
import type { TermAcross, TermsAcross } from "#clues/rules/clue-rules.contract.ts";
import { addressOfPrompts } from "#web/clues/rules/address-of-prompts.ts";
import { PrecisionBar } from "#web/clues/rules/precision-bar.tsx";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText } from "#web/design/text/language.tsx";

/** The words of a rule over offices below: small cells are hidden, and said to be. */
export function TermsAcrossOffices({ across, rule, office, line }: Props) {
  const t = useText(rulesText);
  const { threshold, offices, terms } = across;
  const name = ({ term, hidden }: TermAcross) => {
    if (term === null) return <span className="quiet">{t("otherWords")}</span>;
    return hidden === null ? <Link to={addressOfPrompts({ rule, term, office, outcome: "any" })}>{term}</Link> : term;
  };
  return (
    <section data-testid="terms-across">
      <h3>{office === undefined ? t("byTermAcross", { n: formatNumber(offices) }) : t("byTerm")}</h3>
      <p className="quiet small">{t("hiddenWhy", { n: threshold })}</p>
      <DataTable
        label={t("byTerm")}
        rows={terms}
        rowKey={({ term }) => term ?? ""}
        rowTestId="term-across"
        columns={[
          { key: "name", title: t("byTerm"), render: name },
          {
            key: "prompts",
            title: t("prompts"),
            align: "right",
            nowrap: true,
            render: ({ prompts, hidden }) =>
              prompts === null ? (
                <span className="quiet small">{t(hidden === "small" ? "hiddenSmall" : "hiddenWith", { n: threshold })}</span>
              ) : (
                formatNumber(prompts)
              ),
          },
          {
            key: "offices",
            title: t("officesMany"),
            align: "right",
            render: ({ offices: many }) => (many === null ? "—" : formatNumber(many)),
          },
          {
            key: "precision",
            title: t("precision"),
            nowrap: true,
            render: ({ precision, prompts, term }) =>
              precision !== null ? (
                <PrecisionBar precision={precision} line={line} />
              ) : (
                <span className="quiet small">{prompts === null || term === null ? "—" : t("fewDecided", { n: threshold })}</span>
              ),
          },
        ]}
      />
    </section>
  );
}

type Props = {
  readonly across: TermsAcross;
  readonly rule: string;
  readonly office: string | undefined;
  /** the upper bound under which a rule is noisy */
  readonly line: number;
};
