import { useQueries } from "@tanstack/react-query";
import { WhyAnswer } from "#law/law.contract.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { request } from "#web/app/request.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem, Loading } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { definitionsFlipText } from "#web/law/flip-map/definitions-flip.text.ts";
import { factsUnder, otherDefinitions } from "#web/law/flip-map/other-definitions.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { useCount } from "#web/ledgers/use-count.ts";
import { BAND_WORDS, wordsOfKind } from "#web/words/words.text.ts";

/** What the band would be under every other definition of the count behind the facts: item, key, doubles, invalid items. */
export function DefinitionsFlipView({ facts, countId }: { readonly facts: InfringingFacts; readonly countId: string }) {
  const t = useText(definitionsFlipText);
  const l = useText(ledgersText);
  const words = useWords();
  const count = useCount(countId);
  const others = (count.data?.result ? otherDefinitions(count.data.result) : []).flatMap((other) => {
    const moved = factsUnder(facts, other.items);
    return moved === null ? [] : [{ ...other, facts: moved }];
  });
  const answers = useQueries({
    queries: others.map((other) => ({
      queryKey: ["law", "assessment", other.facts],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request(WhyAnswer, "/law/assessment", { method: "POST", body: { facts: other.facts }, signal }),
    })),
  });
  if (count.isPending) return <Loading lines={3} />;
  if (count.isError) return <InlineProblem error={count.error} />;
  if (others.length === 0) return null;
  const nameOf = (name: (typeof others)[number]["name"]) => {
    if (typeof name === "string") return t(name);
    const key =
      name.key === "auto"
        ? l("keyAuto")
        : name.key === "row"
          ? l("keyRow")
          : name.key
              .split("+")
              .map((kind) => words(wordsOfKind(kind)))
              .join(" + ");
    return `${l(name.item)} · ${key}`;
  };
  return (
    <section className="stack-tight" data-testid="definitions-flip">
      <h3>{t("title")}</h3>
      <p className="quiet small">{t("lead")}</p>
      <DataTable
        label={t("title")}
        rows={others.map((other, at) => ({ ...other, answer: answers[at]?.data, error: answers[at]?.error ?? null }))}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", title: t("definition"), render: ({ name }) => nameOf(name) },
          ...(["A", "B", "C"] as const).map((tier) => ({
            key: tier,
            title: tier,
            align: "right" as const,
            nowrap: true,
            render: ({ items }: { readonly items: Readonly<Record<"A" | "B" | "C", number>> }) => formatNumber(items[tier]),
          })),
          {
            key: "band",
            title: t("band"),
            render: ({ answer, error }) =>
              error !== null ? (
                <InlineProblem error={error} />
              ) : answer === undefined ? (
                "…"
              ) : (
                <span>
                  <span className={`flip-band flip-${answer.band}`}>{words(BAND_WORDS[answer.band])}</span>
                  {answer.bandAtMost === undefined ? null : (
                    <span className="quiet small"> {t("atMost", { band: words(BAND_WORDS[answer.bandAtMost]) })}</span>
                  )}
                </span>
              ),
          },
        ]}
      />
    </section>
  );
}
