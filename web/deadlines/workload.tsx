import type { BoardLoad } from "#deadlines/deadline-board.contract.ts";
import { wallText } from "#web/deadlines/wall.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { type Column, DataTable } from "#web/design/table/data-table.tsx";
import { useText } from "#web/design/text/language.tsx";

/** 工作量 who carries how much: the bar of each is over, due within the week, the rest, on one scale; the figures stand beside it. */
export function Workload({ people, chosen, onChoose }: Props) {
  const t = useText(wallText);
  if (people.length === 0) return null;
  const most = Math.max(1, ...people.map(({ open }) => open));
  const named = people.filter(({ personId }) => personId !== null);
  const [heaviest] = named;
  const mean = named.length === 0 ? 0 : Math.round(named.reduce((sum, { open }) => sum + open, 0) / named.length);
  const figure = (value: number, tone = "") => <span className={`figure ${value > 0 ? tone : "quiet"}`}>{formatNumber(value)}</span>;
  const columns: readonly Column<BoardLoad>[] = [
    {
      key: "name",
      title: t("person"),
      nowrap: true,
      render: ({ personId, name }) => {
        const id = personId ?? "none";
        return (
          <button
            type="button"
            className="wall-name"
            aria-pressed={chosen === id}
            onClick={() => onChoose(chosen === id ? null : id)}
            data-testid="load-person"
          >
            {name ?? t("nobody")}
          </button>
        );
      },
    },
    { key: "cases", title: t("cases"), align: "right", render: ({ cases }) => figure(cases) },
    { key: "open", title: t("open"), align: "right", render: ({ open }) => figure(open) },
    { key: "custody", title: t("inCustody"), align: "right", render: ({ custody }) => figure(custody) },
    { key: "soon", title: t("soon"), align: "right", render: ({ soon }) => figure(soon, "warn") },
    { key: "over", title: t("over"), align: "right", render: ({ over }) => figure(over, "bad") },
    {
      key: "share",
      title: t("balance"),
      render: ({ open, over, soon }) => (
        <span className="load-bar" aria-hidden="true">
          <span className="load-over" style={{ width: `${(over / most) * 100}%` }} />
          <span className="load-soon" style={{ width: `${(soon / most) * 100}%` }} />
          <span className="load-rest" style={{ width: `${((open - over - soon) / most) * 100}%` }} />
        </span>
      ),
    },
  ];
  return (
    <section className="panel stack-tight" data-testid="workload">
      <h2>{t("workload")}</h2>
      <p>
        {heaviest === undefined || named.length < 2
          ? t("loadOne", { n: people.reduce((sum, { open }) => sum + open, 0) })
          : t("loadFinding", { name: heaviest.name ?? "", n: heaviest.open, mean })}
      </p>
      <DataTable label={t("workload")} columns={columns} rows={people} rowKey={({ personId }) => personId ?? "none"} />
      <p className="quiet small">{t("loadWhy")}</p>
    </section>
  );
}

type Props = {
  readonly people: readonly BoardLoad[];
  readonly chosen: string | null;
  readonly onChoose: (person: string | null) => void;
};
