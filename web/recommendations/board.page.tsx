import { Link } from "react-router";
import { RecommendationTypeId } from "#recommendations/recommendation-types.contract.ts";
import type { RecommendationBoard, RecommendationFigures, RecommendationSummary } from "#recommendations/recommendations.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber, formatShare } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { type Column, DataTable } from "#web/design/table/data-table.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { EffectDial } from "#web/recommendations/effect-dial.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";
import { STATUS_TONES } from "#web/recommendations/status-tones.ts";
import { useRecommendationBoard } from "#web/recommendations/use-recommendations.ts";
import "#web/recommendations/recommendations.css";

const SIZE = 20;
const FILTERS = ["due", "type", "page"] as const;

/** 检察建议看板 the effect first, the reply as a quiet figure beside it; what is due; the filter stands in the address. */
export function RecommendationBoardPage() {
  const t = useText(recommendationsText);
  const words = useWords();
  const signs = useSigns();
  useWhere([{ label: t("board") }]);
  const [address, setAddress] = useAddress();
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? ""]] : [])));
  const board = useRecommendationBoard({ ...filter, size: String(SIZE) });
  if (board.isPending) return <Loading lines={8} />;
  if (board.isError) return <Problem error={board.error} onRetry={() => board.refetch()} />;
  const { items, total, figures, byType } = board.data;
  const change = (name: (typeof FILTERS)[number], value: string) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (name !== "page") next.delete("page");
      value === "" ? next.delete(name) : next.set(name, value);
      return next;
    });
  return (
    <div className="stack" data-testid="recommendation-board">
      <div>
        <h1>{t("board")}</h1>
        <p className="quiet small">{t("boardWhy")}</p>
      </div>
      <FigureCards figures={figures} />
      {byType.length < 2 ? null : <ByType rows={byType} />}
      <section className="panel panel-flush">
        <div className="line panel-head">
          <Choice
            label={t("status")}
            value={filter["due"] ?? ""}
            onChange={(value) => change("due", value)}
            options={[
              ["", t("all")],
              ["reply", t("dueReply")],
              ["recheck", t("dueRecheck")],
            ]}
            testId="board-due"
          />
          <Choice
            label={t("type")}
            value={filter["type"] ?? ""}
            onChange={(value) => change("type", value)}
            options={[
              ["", signs.pair(t("type"), t("all"))],
              ...RecommendationTypeId.options.map((id) => [id, words(TYPE_WORDS[id])] as const),
            ]}
          />
        </div>
        {items.length === 0 ? (
          <Empty title={t("boardNone")} testId="board-empty">
            <p>{t("boardNoneHelp")}</p>
          </Empty>
        ) : (
          <Rows items={items} />
        )}
        <Pager page={Number(filter["page"] ?? "1")} size={SIZE} total={total} onPage={(page) => change("page", String(page))} />
      </section>
    </div>
  );
}

const TYPE_WORDS = {
  "public-interest": { zh: "公益诉讼", en: "public interest" },
  "social-governance": { zh: "社会治理", en: "social governance" },
  correction: { zh: "纠正违法", en: "correction" },
  retrial: { zh: "再审", en: "retrial" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<RecommendationTypeId, { zh: string; en: string }>;

function FigureCards({ figures }: { readonly figures: RecommendationFigures }) {
  const t = useText(recommendationsText);
  const { ended, replied, repliedLate, rectified, running, issued, measures, met } = figures;
  const share = (part: number, whole: number) => (whole === 0 ? t("nothingEnded") : `${formatShare(part, whole)} (${part}/${whole})`);
  return (
    <div className="figure-cards">
      <section className="panel line">
        <EffectDial effect={{ measures, met, partly: 0, notMet: 0, unchecked: 0, replies: 0 }} size="small" />
        <div>
          <div className={measures === 0 ? "mid" : "big figure"} data-testid="board-effect">
            {measures === 0 ? t("nothingEnded") : formatShare(met, measures)}
          </div>
          <div>
            {t("effectRate")} <span className="figure">{measures === 0 ? "" : `${met}/${measures}`}</span>
          </div>
        </div>
      </section>
      <section className="panel">
        <div className="mid figure">{share(rectified, ended)}</div>
        <div>{t("rectifiedRate")}</div>
      </section>
      <section className="panel quiet">
        <div className="mid figure" data-testid="board-replied">
          {share(replied, ended)}
        </div>
        <div>{t("replyRate")}</div>
        {repliedLate === 0 ? null : <div className="small">{t("lateCount", { n: repliedLate })}</div>}
      </section>
      <section className="panel quiet">
        <div className="mid figure">{formatNumber(running)}</div>
        <div>{t("running")}</div>
        <div className="small">
          {t("issuedCount")} <span className="figure">{formatNumber(issued)}</span>
        </div>
      </section>
    </div>
  );
}

function ByType({ rows }: { readonly rows: RecommendationBoard["byType"] }) {
  const t = useText(recommendationsText);
  const words = useWords();
  const share = (part: number, whole: number) => (whole === 0 ? "—" : `${formatShare(part, whole)} (${part}/${whole})`);
  const columns: Column<RecommendationBoard["byType"][number]>[] = [
    { key: "type", title: t("byType"), render: ({ type }) => words(type.name) },
    { key: "effect", title: t("effectRate"), align: "right", render: ({ figures }) => share(figures.met, figures.measures) },
    { key: "rectified", title: t("rectifiedRate"), align: "right", render: ({ figures }) => share(figures.rectified, figures.ended) },
    { key: "reply", title: t("replyRate"), align: "right", render: ({ figures }) => share(figures.replied, figures.ended) },
    { key: "running", title: t("running"), align: "right", render: ({ figures }) => figures.running },
  ];
  return (
    <section className="panel panel-flush">
      <DataTable label={t("byType")} columns={columns} rows={rows} rowKey={({ type }) => type.id} />
    </section>
  );
}

function Rows({ items }: { readonly items: readonly RecommendationSummary[] }) {
  const t = useText(recommendationsText);
  const words = useWords();
  const columns: Column<RecommendationSummary>[] = [
    {
      key: "title",
      title: t("title"),
      render: (one) => (
        <>
          <Link to={`/cases/${one.case.id}/recommendations?recommendation=${one.id}`}>{one.title}</Link>
          <div className="quiet small">
            {words(one.type.name)} · {one.addressee === "" ? "—" : one.addressee}
          </div>
        </>
      ),
    },
    { key: "effect", title: t("effect"), render: (one) => <EffectDial effect={one.effect} size="small" /> },
    { key: "status", title: t("status"), render: (one) => <Mark tone={STATUS_TONES[one.status]}>{t(one.status)}</Mark> },
    {
      key: "reply",
      title: t("replyDue"),
      render: (one) =>
        one.repliedOn !== null ? (
          <span className="quiet">{t("repliedShort", { on: one.repliedOn })}</span>
        ) : one.replyDue === null ? (
          "—"
        ) : (
          <Day day={one.replyDue} />
        ),
    },
    { key: "recheck", title: t("nextRecheck"), render: (one) => (one.nextRecheck === null ? "—" : <Day day={one.nextRecheck} />) },
    {
      key: "case",
      title: t("case"),
      render: (one) => <Link to={`/cases/${one.case.id}`}>{one.case.number}</Link>,
      gives: "last",
    },
  ];
  return <DataTable label={t("title")} columns={columns} rows={items} rowKey={({ id }) => id} rowTestId="board-row" />;
}
