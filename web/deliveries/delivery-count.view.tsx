import type { DeliveryCount, ItemRange } from "#deliveries/deliveries.contract.ts";
import { deliveriesText } from "#web/deliveries/deliveries.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Both numbers side by side with the article, then who got how many. */
export function DeliveryCountView({ count }: { readonly count: DeliveryCount }) {
  const t = useText(deliveriesText);
  const words = useWords();
  const range = ({ least, most }: ItemRange) =>
    most === null
      ? t("atLeast", { least: formatNumber(least) })
      : least === most
        ? formatNumber(least)
        : t("range", { least: formatNumber(least), most: formatNumber(most) });
  const { total, tiers, recipients, provisions, remarks, problems } = count;
  const largest = Math.max(1, ...recipients.map(({ items }) => items.least));
  return (
    <div className="stack-tight" data-testid="delivery-count">
      <h3>{t("result")}</h3>
      <div className="delivery-figures">
        <div>
          <span className="quiet small">{t("once")}</span>
          <strong className="figure" data-testid="delivery-once">
            {range(total.once)}
          </strong>
        </div>
        <div>
          <span className="quiet small">{t("counted")}</span>
          <strong className="figure" data-testid="delivery-counted">
            {range(total.counted)}
          </strong>
        </div>
        <div>
          <span className="quiet small">{t("lines")}</span>
          <span className="figure">{formatNumber(total.lines)}</span>
        </div>
      </div>
      <p className="small figure">
        {(["A", "B", "C"] as const)
          .filter((tier) => tiers[tier].lines > 0 || tiers[tier].counted.least > 0)
          .map((tier) => `${tier}: ${range(tiers[tier].once)} → ${range(tiers[tier].counted)}`)
          .join(" · ")}
      </p>
      {recipients.length === 0 ? null : (
        <>
          <h3>{t("recipients")}</h3>
          <ul className="delivery-bars">
            {recipients.map((one) => (
              <li key={`${one.recipient} ${one.published}`}>
                <span className="break">{one.published ? t("published") : (one.recipient ?? t("nobody"))}</span>
                <span className="delivery-bar">
                  <span style={{ width: `${(one.items.least / largest) * 100}%` }} />
                </span>
                <span className="figure">{range(one.items)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {problems.length === 0 ? null : (
        <>
          <h3>{t("problems")}</h3>
          <ul className="small">
            {problems.map((problem) => (
              <li key={`${problem.row} ${problem.sentence.zh}`}>
                {problem.row === null ? "" : `${t("row", { row: formatNumber(problem.row) })}：`}
                {words(problem.sentence)}
              </li>
            ))}
          </ul>
        </>
      )}
      {remarks.map((remark) => (
        <p key={remark.zh} className="small">
          {words(remark)}
        </p>
      ))}
      {provisions.map(({ cite, meaning }) => (
        <p key={cite} className="quiet small">
          {cite} · {words(meaning)}
        </p>
      ))}
    </div>
  );
}
