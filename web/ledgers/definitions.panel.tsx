import { useState } from "react";
import { TIERS } from "#scan/kinds.ts";
import type { Definition, RuleEffect } from "#scan/scan.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { wordsOfKind } from "#web/words/words.text.ts";

/** 口径对照 the same records under every definition of an item and every key, two of them side by side; what each rule took out. */
export function DefinitionsPanel({
  definitions,
  effects,
}: {
  readonly definitions: readonly Definition[];
  readonly effects: readonly RuleEffect[];
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const [pair, setPair] = useState<readonly [number, number]>([0, Math.min(1, definitions.length - 1)]);
  const nameOf = ({ item, key }: Definition) =>
    `${t(item)} · ${
      key === "auto"
        ? t("keyAuto")
        : key === "row"
          ? t("keyRow")
          : key
              .split("+")
              .map((kind) => words(wordsOfKind(kind)))
              .join(" + ")
    }`;
  const options = definitions.map((definition, at): [string, string] => [String(at), nameOf(definition)]);
  const [left, right] = [definitions[pair[0]], definitions[pair[1]]];
  if (left === undefined || right === undefined) return null;
  const rows = [
    ...TIERS.map((tier) => ({ name: tier, of: (one: Definition) => one.tiers[tier] })),
    { name: t("total"), of: (one: Definition) => one.total },
  ];
  const most = Math.max(1, ...definitions.map(({ total }) => total.distinct));
  return (
    <section className="panel stack-tight" data-testid="definitions">
      <h2>{t("definitions")}</h2>
      <p className="quiet small">{t("definitionsWhy")}</p>
      <div className="line no-print">
        <Choice
          label={t("definitionLeft")}
          value={String(pair[0])}
          onChange={(at) => setPair([Number(at), pair[1]])}
          options={options}
          testId="definition-left"
        />
        <span aria-hidden="true">↔</span>
        <Choice
          label={t("definitionRight")}
          value={String(pair[1])}
          onChange={(at) => setPair([pair[0], Number(at)])}
          options={options}
          testId="definition-right"
        />
      </div>
      <DataTable
        label={t("definitions")}
        cards={false}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: "tier", title: t("tier"), render: ({ name }) => name },
          { key: "left", title: nameOf(left), align: "right", render: ({ of }) => formatNumber(of(left).distinct) },
          { key: "right", title: nameOf(right), align: "right", render: ({ of }) => formatNumber(of(right).distinct) },
          {
            key: "difference",
            title: t("difference"),
            align: "right",
            render: ({ of }) => {
              const difference = of(right).distinct - of(left).distinct;
              return `${difference > 0 ? "+" : ""}${formatNumber(difference)}`;
            },
          },
        ]}
      />
      <ul className="definition-bars" aria-label={t("definitions")}>
        {definitions.map((definition) => (
          <li key={`${definition.item} ${definition.key}`}>
            <span>{nameOf(definition)}</span>
            <span className="definition-bar">
              <span style={{ width: `${(definition.total.distinct / most) * 100}%` }} />
            </span>
            <span className="figure">{formatNumber(definition.total.distinct)}</span>
          </li>
        ))}
      </ul>
      {effects.length === 0 ? null : (
        <details>
          <summary>{t("effects")}</summary>
          <DataTable
            label={t("effects")}
            cards={false}
            rows={effects}
            rowKey={({ rule }) => rule}
            columns={[
              { key: "rule", title: t("rule"), render: (effect) => words(effect) },
              { key: "records", title: t("records"), align: "right", render: ({ records }) => formatNumber(records) },
              { key: "removed", title: t("removed"), align: "right", render: ({ removed }) => formatNumber(removed) },
            ]}
          />
        </details>
      )}
    </section>
  );
}
