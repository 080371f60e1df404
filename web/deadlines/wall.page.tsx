import { Button, Select } from "antd";
import { Link, useSearchParams } from "react-router";
import type { Session } from "#access/access.contract.ts";
import type { DeadlineBoard } from "#deadlines/deadline-board.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useOffices } from "#web/cases/use-offices.ts";
import { columnsOf, firstColumn } from "#web/deadlines/board-columns.ts";
import { BoardDayList } from "#web/deadlines/board-day.tsx";
import { BoardRow } from "#web/deadlines/board-row.tsx";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { NoticesPanel } from "#web/deadlines/notices.panel.tsx";
import { useBoard } from "#web/deadlines/use-board.ts";
import { wallText } from "#web/deadlines/wall.text.ts";
import { Workload } from "#web/deadlines/workload.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import "#web/deadlines/deadlines.css";
import "#web/design/field/field.css";

/** 期限墙 every open clock of an office, or of one's own cases, by day: custody apart and first; the address reopens the same view. */
export function WallPage({ session }: { readonly session: Session }) {
  const d = useText(deadlinesText);
  useWhere([{ label: d("title") }]);
  const [search] = useSearchParams();
  const officeCode = search.get("office");
  const mine = search.get("mine") === "true" ? "true" : "false";
  const board = useBoard({ mine, ...(officeCode === null ? {} : { officeCode }) });
  if (board.isPending) return <Loading lines={8} />;
  if (board.isError) return <Problem error={board.error} onRetry={() => board.refetch()} />;
  return <Wall session={session} board={board.data} mine={mine} officeCode={officeCode} />;
}

function Wall({ session, board, mine, officeCode }: WallProps) {
  const t = useText(wallText);
  const d = useText(deadlinesText);
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const set = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) value === null ? next.delete(key) : next.set(key, value);
    setSearch(next, { replace: true });
  };
  const person = search.get("person");
  const personId = person === null ? undefined : person === "none" ? null : person;
  const first = firstColumn(board.counts, personId);
  const bucket = search.get("day") ?? first?.bucket ?? null;
  const custody = search.get("day") === null ? (first?.custody ?? false) : search.get("custody") === "true";
  const open = board.counts.reduce((sum, { clocks }) => sum + clocks, 0);
  const choose = (day: string, inCustody: boolean) => set({ day, custody: String(inCustody), page: null });
  return (
    <div className="stack" data-testid="wall">
      <div className="line between">
        <h1>{d("wall")}</h1>
        <span className="line no-print">
          <Link to="/deadlines/custody" data-testid="to-custody">
            {d("custodyList")}
          </Link>
          <a
            href={`/api/deadlines.ics?lang=${language}&mine=${mine}${officeCode === null ? "" : `&officeCode=${officeCode}`}`}
            data-testid="wall-ics"
          >
            {d("calendar")}
          </a>
          <Button size="small" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </span>
      </div>
      <p className="quiet small">{board.scope === "office" ? t("whyOffice") : t("whyOwn")}</p>
      <div className="line no-print wall-controls">
        {board.scope === "office" || mine === "true" ? (
          <Choice
            label={t("scope")}
            value={mine}
            onChange={(value) => set({ mine: value === "true" ? value : null, day: null, person: null, page: null })}
            options={[
              ["false", t("office")],
              ["true", t("own")],
            ]}
            testId="wall-scope"
          />
        ) : null}
        {board.offices > 1 && mine === "false" ? (
          <OfficeChoice
            value={officeCode ?? board.officeCode}
            onChange={(office) => set({ office, day: null, person: null, page: null })}
          />
        ) : null}
        {board.people.length > 1 || person !== null ? (
          <Choice
            label={t("person")}
            value={person ?? ""}
            onChange={(value) => set({ person: value === "" ? null : value, day: null, page: null })}
            options={[
              ["", t("everybody")],
              ...board.people.map((one): [string, string] => [one.personId ?? "none", one.name ?? t("nobody")]),
            ]}
            testId="wall-person"
          />
        ) : null}
      </div>
      {open === 0 ? (
        <section className="panel panel-flush">
          <Empty title={d("none")} testId="wall-empty" />
        </section>
      ) : null}
      {[true, false].map((inCustody) => (
        <BoardRow
          key={String(inCustody)}
          custody={inCustody}
          columns={columnsOf(board.counts, inCustody, personId)}
          today={board.today}
          chosen={inCustody === custody ? bucket : null}
          onChoose={(day) => choose(day, inCustody)}
        />
      ))}
      {bucket === null ? null : (
        <BoardDayList
          where={{
            ...{ bucket, mine, custody: custody ? "true" : "false", page: search.get("page") ?? "1" },
            ...(officeCode === null ? {} : { officeCode }),
            ...(person === null ? {} : { personId: person }),
          }}
          maySupervise={
            session.person.roles.includes("case-manager") && board.scope === "office" && board.officeCode === session.office.code
          }
          onPage={(page) => set({ page: String(page) })}
        />
      )}
      <NoticesPanel />
      <Workload people={board.people} chosen={person} onChoose={(one) => set({ person: one, day: null, page: null })} />
    </div>
  );
}

/** An office among those whose walls one may look at. */
function OfficeChoice({ value, onChange }: { readonly value: string; readonly onChange: (office: string) => void }) {
  const t = useText(wallText);
  const words = useWords();
  const offices = useOffices();
  return (
    <Select
      showSearch
      aria-label={t("officeOf")}
      className="wall-office"
      value={value}
      loading={offices.isPending}
      optionFilterProp="label"
      options={(offices.data?.items ?? []).map(({ code, name }) => ({ value: code, label: words(name) }))}
      onChange={onChange}
    />
  );
}

type WallProps = {
  readonly session: Session;
  readonly board: DeadlineBoard;
  readonly mine: "true" | "false";
  readonly officeCode: string | null;
};
