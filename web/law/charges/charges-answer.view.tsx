import { Button } from "antd";
import { useNavigate } from "react-router";
import type { ChargeRow, ChargesRequest } from "#charges/charges.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { chargesText } from "#web/law/charges/charges.text.ts";
import { fillForm } from "#web/law/charges/charges-draft.ts";
import { ChargesMap } from "#web/law/charges/charges-map.tsx";
import { ChargesTable } from "#web/law/charges/charges-table.tsx";
import { ConcurrenceView } from "#web/law/charges/concurrence.view.tsx";
import { useCharges } from "#web/law/charges/use-charges.ts";
import { wordsOfFactPath } from "#web/law/fact-words.text.ts";

/** The picture, the table, and concurrence; every offence opens its own form with the shared facts filled in. */
export function ChargesAnswerView({ question, onOpen }: { readonly question: ChargesRequest; readonly onOpen: (offence: string) => void }) {
  const t = useText(chargesText);
  const words = useWords();
  const signs = useSigns();
  const go = useNavigate();
  const charges = useCharges(question);
  if (charges.isPending) return <Loading lines={8} />;
  if (charges.isError) return <Problem error={charges.error} onRetry={() => charges.refetch()} />;
  const { phenomenon, rows, conflicts, concurrence, order, boundary } = charges.data;
  const open = ({ offence, facts }: ChargeRow) => {
    if (offence === null || facts === null) return;
    fillForm(offence, facts);
    onOpen(offence);
    // the draft of this page is written by an effect: the address changes after it
    setTimeout(() => go(`/law?offence=${offence}`), 0);
  };
  return (
    <div
      className={charges.isBehind ? "stack law-answer law-behind" : "stack law-answer"}
      id="law-answer"
      tabIndex={-1}
      data-testid="charges"
      aria-busy={charges.isBehind}
    >
      {rows.length === 0 ? (
        <section className="panel panel-flush">
          <Empty title={t("noCharge")} testId="charges-empty" />
        </section>
      ) : (
        <>
          {phenomenon === null ? null : (
            <section className="panel stack-tight" aria-label={t("map")}>
              <h2>{t("map")}</h2>
              <ChargesMap head={words(phenomenon.name)} rows={rows} onOpen={open} />
            </section>
          )}
          <section className="panel stack-tight">
            <div className="line between">
              <h2>
                {t("table")} <Mark>{t("suggestion")}</Mark>
              </h2>
              <Button size="small" className="no-print" onClick={() => window.print()}>
                {t("print")}
              </Button>
            </div>
            <p className="quiet small">
              {words(boundary)} {words(order)}
            </p>
            {conflicts.length === 0 ? null : (
              <p className="law-warning small" data-testid="charges-conflicts">
                {t("conflicts", { facts: signs.list(conflicts.map(({ fact }) => words(wordsOfFactPath(fact)))) })}
              </p>
            )}
            <ChargesTable rows={rows} onOpen={open} />
          </section>
          <section className="panel stack-tight" data-testid="concurrence">
            <h2>
              {t("concurrence")} <Mark>{t("suggestion")}</Mark>
            </h2>
            {phenomenon === null ? (
              <p className="quiet">{t("concurrenceTooMany")}</p>
            ) : concurrence.length === 0 ? (
              <p className="quiet">{t("concurrenceNone")}</p>
            ) : (
              <ConcurrenceView suggestions={concurrence} />
            )}
          </section>
        </>
      )}
    </div>
  );
}
