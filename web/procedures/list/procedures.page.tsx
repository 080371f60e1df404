import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { MOST_COUNTED } from "#cases/cases.contract.ts";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { KIND_WORDS } from "#web/clues/clue-words.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatDay } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { procedureListText } from "#web/procedures/list/procedure-list.text.ts";
import { PAGE_SIZE, useProcedureList } from "#web/procedures/list/use-procedure-list.ts";

/** 程序一览 the tracks of every case one sees, last changed first. The filter lives in the address; j, k and Enter walk the list. */
export function ProceduresPage() {
  const t = useText(procedureListText);
  const words = useWords();
  const { language } = useLanguage();
  const navigate = useNavigate();
  useWhere([{ label: t("title") }]);
  const [address, setAddress] = useAddress();
  const kind = ProcedureKind.safeParse(address.get("kind")).data;
  const open = ["true", "false"].find((one) => one === address.get("open"));
  const page = Math.max(1, Math.trunc(Number(address.get("page") ?? "1")) || 1);
  const list = useProcedureList({ ...(kind === undefined ? {} : { kind }), ...(open === undefined ? {} : { open }), page });
  const change = (name: string, value: string) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (name !== "page") next.delete("page");
      if (value === "") next.delete(name);
      else next.set(name, value);
      return next;
    });
  if (list.isPending) return <Loading lines={8} />;
  if (list.isError) return <Problem error={list.error} onRetry={() => list.refetch()} />;
  const { items, total } = list.data;
  const count = { n: formatNumber(total) };
  const placeOf = (row: (typeof items)[number]) => `/cases/${row.caseId}/procedures?track=${row.id}`;
  return (
    <section className="panel panel-flush" aria-label={t("title")}>
      <div className="page-head" style={{ padding: "14px 20px 0", marginBottom: 12 }}>
        <h1>
          {t("title")}{" "}
          <span className="quiet figure" style={{ fontSize: 14, fontWeight: 400 }} data-testid="procedures-total" aria-live="polite">
            {total >= MOST_COUNTED ? t("more", count) : t("found", count)}
          </span>
        </h1>
      </div>
      <div className="line" style={{ padding: "0 20px 12px" }}>
        <Choice
          label={t("kind")}
          value={kind ?? ""}
          onChange={(value) => change("kind", value)}
          options={[["", t("allKinds")], ...ProcedureKind.options.map((one) => [one, words(KIND_WORDS[one])] as const)]}
          testId="procedures-kind"
        />
        <Choice
          label={t("standing")}
          value={open ?? ""}
          onChange={(value) => change("open", value)}
          options={[
            ["", t("all")],
            ["true", t("open")],
            ["false", t("over")],
          ]}
          testId="procedures-open"
        />
        {kind === undefined && open === undefined ? null : (
          <Button type="link" size="small" onClick={() => setAddress({})}>
            {t("clear")}
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <Empty title={t("none")} testId="procedures-none">
          <p>{t("noneHelp")}</p>
        </Empty>
      ) : (
        <DataTable
          label={t("title")}
          rows={items}
          rowKey={({ id }) => id}
          rowTestId="procedure-row"
          onOpen={(row) => navigate(placeOf(row))}
          columns={[
            { key: "title", title: t("track"), render: (row) => <Link to={placeOf(row)}>{row.title}</Link> },
            { key: "kind", title: t("kind"), nowrap: true, render: ({ kindName }) => words(kindName) },
            {
              key: "number",
              title: t("number"),
              nowrap: true,
              render: ({ number }) => number ?? <span className="quiet">{t("noNumber")}</span>,
            },
            {
              key: "state",
              title: t("state"),
              nowrap: true,
              render: ({ state, open: runs }) => <Mark tone={runs ? "accent" : "quiet"}>{words(state.name)}</Mark>,
            },
            {
              key: "since",
              title: t("since"),
              nowrap: true,
              render: ({ since }) => <span className="figure">{formatDay(since, language)}</span>,
            },
            { key: "handler", title: t("handler"), nowrap: true, render: ({ handler }) => handler.name },
            { key: "office", title: t("office"), gives: "soon", render: ({ office }) => words(office.name) },
          ]}
        />
      )}
      <Pager
        page={page}
        size={PAGE_SIZE}
        total={total}
        mostCounted={MOST_COUNTED}
        onPage={(next) => change("page", next === 1 ? "" : String(next))}
      />
    </section>
  );
}
