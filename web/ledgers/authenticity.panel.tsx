import { Link } from "react-router";
import type { AuthenticityCount } from "#scan/scan.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { wordsOfKind } from "#web/words/words.text.ts";

/** The pile of what failed a test, by the test: each leads to its records. Nothing is called true. */
export function AuthenticityPanel({ countId, found }: { readonly countId: string; readonly found: readonly AuthenticityCount[] }) {
  const t = useText(ledgersText);
  const words = useWords();
  const failed = found.filter(({ verdict }) => verdict === "provably-invalid").toSorted((a, b) => b.findings - a.findings);
  const open = found.filter(({ verdict }) => verdict === "not-disproved");
  const most = Math.max(1, ...failed.map(({ findings }) => findings));
  return (
    <section className="panel stack-tight" data-testid="authenticity">
      <h2>{t("authenticity")}</h2>
      <p className="quiet small">{t("authenticityWhy")}</p>
      {failed.length === 0 ? <p>{t("nothingFailed")}</p> : null}
      <ul className="definition-bars">
        {failed.map((one) => (
          <li key={`${one.kind} ${one.because}`}>
            <Link to={addressOf(countId, { figure: `kinds.${one.kind}.invalid` })}>
              {words(wordsOfKind(one.kind))} · {words(one)}
            </Link>
            <span className="definition-bar definition-bar-bad">
              <span style={{ width: `${(one.findings / most) * 100}%` }} />
            </span>
            <span className="figure">{formatNumber(one.findings)}</span>
          </li>
        ))}
      </ul>
      <p className="small">{t("notDisproved", { n: formatNumber(open.reduce((sum, { findings }) => sum + findings, 0)) })}</p>
    </section>
  );
}
