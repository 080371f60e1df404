import { Link } from "react-router";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { DeadlineLine } from "#web/deadlines/deadline-line.tsx";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { useWall } from "#web/deadlines/use-deadlines.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useText } from "#web/design/text/language.tsx";
import "#web/deadlines/deadlines.css";

const ORDER = ["over", "today", "soon", "ahead", "suspended"] as const;

/** 期限墙 every open clock that concerns me: custody apart and first, then by how near the day is. Prints on paper. */
export function WallPage() {
  const t = useText(deadlinesText);
  const { language } = useLanguage();
  useWhere([{ label: t("title") }]);
  const wall = useWall();
  if (wall.isPending) return <Loading lines={8} />;
  if (wall.isError) return <Problem error={wall.error} onRetry={() => wall.refetch()} />;
  const custody = wall.data.items.filter((one) => one.custody);
  const others = wall.data.items.filter((one) => !one.custody);
  return (
    <div className="stack" data-testid="wall">
      <div className="line between">
        <h1>{t("wall")}</h1>
        <span className="line no-print">
          <Link to="/deadlines/custody" data-testid="to-custody">
            {t("custodyList")}
          </Link>
          <a href={`/api/deadlines.ics?lang=${language}`} className="no-print" data-testid="wall-ics">
            {t("calendar")}
          </a>
        </span>
      </div>
      <p className="quiet small">{t("why")}</p>
      {wall.data.items.length === 0 ? (
        <section className="panel panel-flush">
          <Empty title={t("none")} testId="wall-empty" />
        </section>
      ) : null}
      {custody.length === 0 ? null : <Block title={t("custody")} deadlines={custody} tone="deadline-custody" />}
      {ORDER.map((standing) => {
        const block = others.filter((one) => one.standing === standing);
        return block.length === 0 ? null : <Block key={standing} title={t(standing)} deadlines={block} tone={`deadline-${standing}`} />;
      })}
    </div>
  );
}

function Block({ title, deadlines, tone }: { readonly title: string; readonly deadlines: readonly Deadline[]; readonly tone: string }) {
  return (
    <section className={`panel deadline-block ${tone}`}>
      <h2>
        {title} <span className="quiet figure">{deadlines.length}</span>
      </h2>
      <ul>
        {deadlines.map((deadline) => (
          <li key={deadline.id} data-testid="wall-deadline">
            <DeadlineLine deadline={deadline} withCase />
          </li>
        ))}
      </ul>
    </section>
  );
}
