import { Button } from "antd";
import { Link } from "react-router";
import type { Session } from "#access/access.contract.ts";
import { failureOf, isRefusal } from "#web/app/request.ts";
import { useClues } from "#web/clues/use-clues.ts";
import { useReminder } from "#web/deadlines/use-board.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Loading } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useWaiting } from "#web/legal-documents/use-documents.ts";
import { todayText } from "#web/today/today.text.ts";
import { type WaitingThing, waitingThings } from "#web/today/waiting-things.ts";
import { useTransfers } from "#web/transfers/use-transfers.ts";
import { commonText } from "#web/words/common.text.ts";
import "#web/today/today.css";

/** 待办 what waits for a person of this role: each line is a number and the list behind it. What the role may not read is left out; what could not be read is said. */
export function WaitingPanel({ session }: { readonly session: Session }) {
  const t = useText(todayText);
  const c = useText(commonText);
  const approves = session.person.roles.includes("leader");
  const reminder = useReminder();
  const clues = useClues({ size: "1" });
  const transfers = useTransfers({ size: "1", open: "true" });
  const documents = useWaiting(approves);
  const asked = [reminder, clues, transfers, ...(approves ? [documents] : [])];
  const lost = asked.filter(({ error }) => error !== null && !isRefusal(failureOf(error)));
  const things = waitingThings({
    reminder: reminder.data ?? null,
    clues: clues.data?.counts ?? null,
    transfers: transfers.data ?? null,
    documents: documents.data?.items.length ?? null,
  });
  const pending = asked.some(({ isPending, error }) => isPending && error === null);
  return (
    <section className="panel" aria-label={t("waiting")} data-testid="waiting-things">
      <h2>{t("waiting")}</h2>
      {pending ? (
        <Loading lines={1} />
      ) : things.length === 0 && lost.length === 0 ? (
        <p className="quiet small">{t("nothingWaits")}</p>
      ) : (
        <ul className="line today-waiting">{things.map(show)}</ul>
      )}
      {lost.length === 0 ? null : (
        <p className="small" role="status">
          {t("waitingLost")}{" "}
          <Button size="small" onClick={() => lost.forEach((query) => void query.refetch())}>
            {c("retry")}
          </Button>
        </p>
      )}
    </section>
  );

  function show({ key, many, tone, to }: WaitingThing) {
    return (
      <li key={key}>
        <Link to={to} data-testid={`waiting-${key}`}>
          {t(key)} <Mark tone={tone}>{formatNumber(many)}</Mark>
        </Link>
      </li>
    );
  }
}
