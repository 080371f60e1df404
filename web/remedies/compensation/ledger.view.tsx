import type { CompensationState } from "#remedies/compensation/compensation.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import { formatDay, formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText } from "#web/design/text/language.tsx";
import { compensationText } from "#web/remedies/compensation/compensation.text.ts";
import { remediesText } from "#web/remedies/remedies.text.ts";

/** Instalments with what of each is paid, and every entry as it was booked; one that was taken back stays, struck out. */
export function Ledger({ state }: { readonly state: CompensationState }) {
  const t = useText(compensationText);
  const r = useText(remediesText);
  const { language } = useLanguage();
  return (
    <div className="stack-tight">
      <ul className="remedy-list" aria-label={t("instalments")} data-testid="instalments">
        {state.instalments.map(({ on, amount, paid, overdue }) => (
          <li key={`${on} ${amount}`} className={overdue ? "line remedy-late" : "line"}>
            <span className="figure nowrap">{formatDay(on, language)}</span>
            <span className="figure">{t("paidOf", { paid: formatFen(paid), due: formatFen(amount) })}</span>
            {overdue ? <Mark tone="bad">{r("overdue")}</Mark> : <Mark tone="quiet">{paid === amount ? t("paidUp") : t("notDue")}</Mark>}
          </li>
        ))}
      </ul>
      {state.entries.length === 0 ? null : (
        <table className="remedy-table" data-testid="ledger">
          <thead>
            <tr>
              <th>{t("number")}</th>
              <th>{r("on")}</th>
              <th>{t("what")}</th>
              <th className="remedy-amount">{r("amount")}</th>
              <th>{r("document")}</th>
              <th>{t("who")}</th>
            </tr>
          </thead>
          <tbody>
            {state.entries.map(({ number, type, on, amount, account, to, what, document, by, at, reversedBy }) => (
              <tr key={number} className={reversedBy === null ? "" : "remedy-reversed"}>
                <td className="figure">#{number}</td>
                <td className="figure">{on ?? ""}</td>
                <td>
                  {t(type)} {account === null ? "" : account.name}
                  {to === null ? "" : ` → ${to.name}`} {what}
                  {reversedBy === null ? null : <span className="small"> {t("reversed", { n: reversedBy })}</span>}
                </td>
                <td className="remedy-amount">{amount === null ? "" : formatFen(amount)}</td>
                <td>{document ?? ""}</td>
                <td className="small quiet">
                  {by} {formatMoment(at)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
