import { Button } from "antd";
import { formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";

const text = {
  previous: { zh: "上一页", en: "Previous" },
  next: { zh: "下一页", en: "Next" },
  range: { zh: "第 {from}–{to} 条，共 {total} 条", en: "{from}–{to} of {total}" },
} as const;

/** Pages of a list that the server cuts; nothing where all fits on one. */
export function Pager({
  page,
  size,
  total,
  mostCounted,
  onPage,
}: {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** the server counts so far and no further: a total of this size is a least one */
  readonly mostCounted?: number;
  readonly onPage: (page: number) => void;
}) {
  const t = useText(text);
  const last = Math.max(1, Math.ceil(total / size));
  if (total === 0 || (last === 1 && page === 1)) return null;
  const told = `${formatNumber(total)}${mostCounted !== undefined && total >= mostCounted ? "+" : ""}`;
  return (
    <nav
      className="line between"
      style={{ padding: "10px 20px" }}
      aria-label={t("range", { from: (page - 1) * size + 1, to: Math.min(total, page * size), total: told })}
    >
      <span className="quiet figure">
        {t("range", {
          from: formatNumber((page - 1) * size + 1),
          to: formatNumber(Math.min(total, page * size)),
          total: told,
        })}
      </span>
      <span className="line no-print">
        <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)} data-testid="page-previous">
          {t("previous")}
        </Button>
        <span className="figure">
          {page} / {last}
        </span>
        <Button size="small" disabled={page >= last} onClick={() => onPage(page + 1)} data-testid="page-next">
          {t("next")}
        </Button>
      </span>
    </nav>
  );
}
