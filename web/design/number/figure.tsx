import { Link } from "react-router";
import { formatNumber, secondReading } from "#web/design/number/number.ts";
import { useLanguage } from "#web/design/text/language.tsx";

/** A figure with tabular digits and, where it is large, its 万 reading; `to` leads to its derivation. */
export function Figure({
  value,
  to,
  testId,
  plain,
}: {
  readonly value: number;
  readonly to?: string | undefined;
  readonly testId?: string;
  readonly plain?: boolean;
}) {
  const { language } = useLanguage();
  const second = plain ? null : secondReading(value, language);
  const body = (
    <>
      <span className="figure">{formatNumber(value)}</span>
      {second === null ? null : <span className="figure-second"> · {second}</span>}
    </>
  );
  return to === undefined ? (
    <span data-testid={testId}>{body}</span>
  ) : (
    <Link to={to} className="figure-link" data-testid={testId}>
      {body}
    </Link>
  );
}
