import { Button, Checkbox } from "antd";
import { Link } from "react-router";
import { tellTitle } from "#clues/tell-title.ts";
import type { TransferList, TransferStatus, TransferSummary } from "#transfers/transfers.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf, daysUntil } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Empty } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DueMark } from "#web/transfers/due-mark.tsx";
import { tellPlace } from "#web/transfers/tell-place.ts";
import { transfersText } from "#web/transfers/transfers.text.ts";

const COLUMNS = [
  ["columnRegister", ["handed"]],
  ["columnForward", ["registered"]],
  ["columnReceive", ["forwarded"]],
  ["columnDecide", ["received", "reported"]],
  ["columnFeedback", ["accepted"]],
] as const satisfies readonly (readonly [keyof typeof transfersText, readonly TransferStatus[]])[];
const DONE = ["columnDone", ["closed", "declined", "withdrawn"]] as const satisfies readonly [
  keyof typeof transfersText,
  readonly TransferStatus[],
];

/** Columns in the order of the legs; in each, what ends first stands first. */
export function BoardView({ list, filter, done, open, mayTake, onChange }: Props) {
  const t = useText(transfersText);
  const columns = done ? [...COLUMNS, DONE] : COLUMNS;
  const underWay = COLUMNS.reduce((sum, [, statuses]) => statuses.reduce<number>((many, status) => many + list.counts[status], sum), 0);
  return (
    <div className="stack">
      <div className="line between">
        <h1>
          {t("title")}{" "}
          <span className="quiet figure clue-total" data-testid="transfers-total">
            {t("found", { n: formatNumber(underWay) })}
          </span>
        </h1>
        <span className="line">
          {list.overdue === 0 ? null : (
            <Mark tone="bad" testId="transfers-overdue">
              {t("overdue", { n: formatNumber(list.overdue) })}
            </Mark>
          )}
          <Link to="/clues">{t("queue")}</Link>
          {mayTake ? (
            <Button onClick={() => onChange({ bundle: "1" })} data-testid="import-bundle">
              {t("importBundle")}
            </Button>
          ) : null}
        </span>
      </div>
      <div className="line">
        <Choice
          label={t("side")}
          value={filter["side"] ?? ""}
          onChange={(side) => onChange({ side })}
          options={[
            ["", t("sideAll")],
            ["out", t("sideOut")],
            ["in", t("sideIn")],
          ]}
          testId="transfers-side"
        />
        <Checkbox checked={filter["overdue"] === "true"} onChange={({ target }) => onChange({ overdue: target.checked ? "true" : null })}>
          {t("onlyOverdue")}
        </Checkbox>
        <Checkbox checked={done} onChange={({ target }) => onChange({ done: target.checked ? "1" : null })} data-testid="transfers-done">
          {t("withDone")}
        </Checkbox>
      </div>
      {list.items.length === 0 ? (
        <section className="panel panel-flush">
          <Empty title={t("empty")} testId="transfers-empty">
            <p>{t("emptyBody")}</p>
          </Empty>
        </section>
      ) : (
        <div className="board">
          {columns.map(([name, statuses]) => {
            const cards = list.items.filter(({ status }) => statuses.some((one) => one === status));
            return (
              <section key={name} className="board-column" aria-label={t(name)} data-testid={`board-${name}`}>
                <h2>
                  {t(name)} <span className="quiet figure">{formatNumber(cards.length)}</span>
                </h2>
                {cards.length === 0 ? <p className="quiet small">{t("emptyColumn")}</p> : null}
                <ul>
                  {cards.map((one) => (
                    <li key={one.id}>
                      <Card transfer={one} chosen={one.id === open} onOpen={() => onChange({ transfer: one.id, bundle: null })} />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      )}
      {list.total > list.items.length ? (
        <p className="warn small">{t("more", { n: formatNumber(list.items.length), total: formatNumber(list.total) })}</p>
      ) : null}
      <p className="quiet small">{t("clocksWhy")}</p>
    </div>
  );
}

function Card({ transfer, chosen, onOpen }: { readonly transfer: TransferSummary; readonly chosen: boolean; readonly onOpen: () => void }) {
  const t = useText(transfersText);
  const words = useWords();
  const age = 1 - daysUntil(dayOf(new Date(transfer.sentAt)), dayOf(new Date()));
  return (
    <button
      type="button"
      className={transfer.overdue ? "board-card board-card-late" : "board-card"}
      aria-pressed={chosen}
      onClick={onOpen}
      data-testid="transfer-card"
    >
      <span className="board-card-title">{words(tellTitle(transfer.title))}</span>
      <span className="small">
        {words(tellPlace(transfer.from, transfer.kind))} → {words(tellPlace(transfer.to, transfer.kind))}
      </span>
      <span className="line small">
        {transfer.due === null ? null : <DueMark due={transfer.due} />}
        {transfer.status === "reported" ? <Mark tone="warn">{t("reported")}</Mark> : null}
        {transfer.direction === "upward" ? <Mark>{t("upward")}</Mark> : null}
      </span>
      <span className="quiet small figure">
        {transfer.number ?? t("noNumber")} · {t("age", { n: age })}
      </span>
    </button>
  );
}

type Props = {
  readonly list: TransferList;
  readonly filter: Readonly<Record<string, string>>;
  readonly done: boolean;
  readonly open: string | null;
  readonly mayTake: boolean;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
};
