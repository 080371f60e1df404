import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import type { Pot } from "#remedies/damages/damages.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import type { RecordOf } from "#remedies/remedies.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ActBar } from "#web/remedies/act-bar.tsx";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import { DoneBy } from "#web/remedies/record-frame.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";

/** Each pot of money that is taken more than once: how much, by whom, and the choice of a named person or that it is missing. */
export function Pots({ record, books, mayDecide }: PotsProps) {
  const pots = record.state.answer.pots.filter(({ overlap }) => overlap !== 0);
  return pots.map((pot) => (
    <PotCard key={pot.pot} pot={pot} record={record} books={books} mayDecide={mayDecide && record.state.decided === null} />
  ));
}

function PotCard({ pot, record, books, mayDecide }: { readonly pot: Pot } & PotsProps) {
  const t = useText(damagesText);
  const r = useText(remediesText);
  const words = useWords();
  const rule = books.pots.find(({ id }) => id === pot.pot);
  if (rule === undefined) return null;
  const { overlap, choice, stale, open, size, titles } = pot;
  const nameOf = (option: string) => {
    const found = rule.options.find(({ id }) => id === option);
    return found === undefined ? option : words(found.name);
  };
  return (
    <section className={open ? "remedy-suggested stack-tight" : "stack-tight"} data-testid={`pot-${pot.pot}`} data-open={open}>
      <div className="line">
        <strong>{words(rule.name)}</strong>
        <span className="figure">{overlap === null ? t("overlapUnknown") : t("overlap", { n: formatFen(overlap) })}</span>
        {open ? <Mark tone="warn">{t("needed")}</Mark> : null}
        {rule.unconfirmed ? <Mark tone="warn">{r("unconfirmed")}</Mark> : null}
      </div>
      <p className="small">
        {words(rule.meaning)} <span className="quiet">{rule.cite}</span>
      </p>
      <p className="small quiet figure">
        {size === null ? null : `${t("potSize", { n: formatFen(size) })} · `}
        {titles.map(({ label, amount }) => `${words(label)} ${amount === null ? r("unknown") : formatFen(amount)}`).join(" · ")}
      </p>
      {choice === null ? null : (
        <p className="line" data-testid="pot-choice">
          <strong>{nameOf(choice.option)}</strong> <span>{choice.reason}</span> <DoneBy {...choice} />
          {stale ? <Mark tone="bad">{t("stale", { n: formatFen(choice.overlap) })}</Mark> : null}
        </p>
      )}
      {mayDecide && overlap !== null ? (
        <ActBar
          record={record}
          acts={[
            {
              key: `choose-${pot.pot}`,
              label: choice === null ? t("choose") : t("chooseAgain"),
              fields: [
                {
                  name: "option",
                  label: t("chooseOption"),
                  kind: "choice",
                  options: pot.options.map((option) => [option, nameOf(option)]),
                },
                { name: "reason", label: r("reason"), kind: "area", reason: t("chooseWhy") },
              ],
              build: (typed) => ({
                kind: "damages",
                action: { type: "choose", pot: pot.pot, option: typed.text("option"), reason: typed.text("reason") },
              }),
            },
          ]}
        />
      ) : null}
    </section>
  );
}

type PotsProps = { readonly record: RecordOf<"damages">; readonly books: RemedyBooks; readonly mayDecide: boolean };
