import { useEffect, useRef, useState } from "react";
import { tellRule } from "#counts/tell-rule.ts";
import type { ItemDecisionsAnswer, RulePrecision, WorkItem } from "#counts/work-list.contract.ts";
import { createRequestId } from "#web/app/request-id.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Empty, InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { RecordRow } from "#web/ledgers/record-row.tsx";
import { DecisionBar } from "#web/work-list/decision-bar.tsx";
import { type Decide, type ItemsQuery, useDecideItems, useItems } from "#web/work-list/use-work-list.ts";
import { workListText } from "#web/work-list/work-list.text.ts";

type ItemConflict = ItemDecisionsAnswer["conflicts"][number];

/** The items of one state: a list to move in, and the item at hand with both findings. One key decides and goes on. */
export function ItemsView({
  countId,
  query,
  rules,
  mayDecide,
}: {
  readonly countId: string;
  readonly query: ItemsQuery;
  readonly rules: readonly RulePrecision[];
  readonly mayDecide: boolean;
}) {
  const t = useText(workListText);
  const items = useItems(countId, query);
  const { decide, undo } = useDecideItems(countId);
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState("");
  // What was decided here, the last one last: what may be taken back. `kept` tells whether the server took it.
  const [done, setDone] = useState<readonly { readonly fingerprint: string; readonly kept: Promise<boolean> }[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [conflict, setConflict] = useState<ItemConflict | undefined>(undefined);
  // What is being decided leaves the list at once, so that the next key meets the next item; a failure brings it back.
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const reasonField = useRef<HTMLInputElement>(null);
  const list = (items.data?.items ?? []).filter(({ fingerprint }) => !leaving.has(fingerprint));
  const at = Math.min(chosen, Math.max(0, list.length - 1));
  const item = list[at];
  const act = (decision: Decide["decision"]) => {
    if (item === undefined || !mayDecide) return;
    if (decision !== "confirmed" && reason.trim() === "") {
      reasonField.current?.focus();
      return;
    }
    const { fingerprint } = item;
    const comeBack = () => {
      setLeaving((before) => without(before, fingerprint));
      setDone((before) => before.filter((one) => one.fingerprint !== fingerprint));
      return false;
    };
    setLeaving((before) => new Set(before).add(fingerprint));
    setProblem(null);
    setConflict(undefined);
    // Each press has its own answer: `mutate` would tell only of the last one.
    const body = { decision, fingerprints: [fingerprint], reason: decision === "confirmed" ? null : reason };
    const kept = decide.mutateAsync({ requestId: createRequestId(), ...body }).then(
      ({ changed, conflicts }) => {
        setConflict(conflicts[0]);
        return changed.length > 0 || comeBack();
      },
      (error: unknown) => {
        setProblem(error);
        return comeBack();
      },
    );
    setDone((before) => [...before, { fingerprint, kept }]);
  };
  /** Takes one back as soon as its decision is answered: the last press is meant, even while it is on its way. */
  const takeBack = (fingerprint: string | undefined) => {
    if (fingerprint === undefined || undo.isPending) return;
    const kept = done.find((one) => one.fingerprint === fingerprint)?.kept ?? Promise.resolve(true);
    setDone((before) => before.filter((one) => one.fingerprint !== fingerprint));
    setProblem(null);
    setConflict(undefined);
    void kept.then(async (was) => {
      if (!was) return;
      const answer = undo.mutateAsync({ requestId: createRequestId(), fingerprints: [fingerprint], reason: null });
      await answer.then(
        ({ conflicts }) => {
          setConflict(conflicts[0]);
          setLeaving((before) => without(before, fingerprint));
        },
        (error: unknown) => {
          setProblem(error);
          setDone((before) => [...before, { fingerprint, kept }]);
        },
      );
    });
  };
  const keys: Readonly<Record<string, () => void>> = {
    j: () => setChosen(Math.min(at + 1, list.length - 1)),
    k: () => setChosen(Math.max(at - 1, 0)),
    y: () => act(query.state === "excluded" ? "restored" : "confirmed"),
    n: () => act("rejected"),
    m: () => act("anonymised"),
    z: () => takeBack(done.at(-1)?.fingerprint),
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const within = event.target;
      if (event.ctrlKey || event.metaKey || event.altKey || (within instanceof HTMLElement && within.closest("input, textarea, select")))
        return;
      const press = keys[event.key];
      if (press === undefined) return;
      event.preventDefault();
      press();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  if (items.isPending) return <Loading lines={8} />;
  if (items.isError) return <Problem error={items.error} onRetry={() => items.refetch()} />;
  return (
    <section className="panel panel-flush work-list" data-testid="work-items">
      {list.length === 0 || item === undefined ? (
        <Empty title={t("emptyTitle")} testId="work-items-empty">
          <p>{query.state === "open" ? t("emptyOpen") : null}</p>
        </Empty>
      ) : (
        <div className="work-list-columns">
          <ol className="work-list-items" aria-label={t("list")}>
            {list.map((one, place) => (
              <li key={one.fingerprint}>
                <button
                  type="button"
                  className="work-list-item"
                  aria-current={place === at ? "true" : undefined}
                  onClick={() => setChosen(place)}
                  data-testid="work-item"
                >
                  <Mark tone={one.tier === "A" ? "bad" : "warn"}>{one.tier}</Mark>
                  <span className="mono work-list-line">{lineOf(one)}</span>
                  <span className="quiet small figure nowrap">{t("position", { row: formatNumber(one.row.place.row) })}</span>
                </button>
              </li>
            ))}
          </ol>
          <div className="work-list-detail stack-tight" data-testid="work-item-detail">
            <RecordRow row={item.row} />
            <Findings item={item} rules={rules} />
            {mayDecide ? (
              <DecisionBar
                state={item.state}
                reason={reason}
                onReason={setReason}
                reasonField={reasonField}
                busy={undo.isPending}
                onDecide={act}
                onUndo={() => takeBack(item.human === null ? done.at(-1)?.fingerprint : item.fingerprint)}
                mayUndo={item.human !== null || done.length > 0}
              />
            ) : null}
            <InlineProblem error={problem} />
            {conflict === undefined ? null : (
              <p className="small" role="status" data-testid="work-item-conflict">
                {conflict.by === null ? t("conflictUnknown") : t("conflict", { by: conflict.by })}
              </p>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function without(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...all].filter((fingerprint) => fingerprint !== one));
}

/** The machine's finding beside the person's. */
function Findings({ item, rules }: { readonly item: WorkItem; readonly rules: readonly RulePrecision[] }) {
  const t = useText(workListText);
  const words = useWords();
  const signs = useSigns();
  return (
    <div className="work-list-findings">
      <div>
        <h3>{t("machine")}</h3>
        <ul>
          {item.machine.rules.map((rule) => {
            const known = rules.find((one) => one.rule === rule);
            return <li key={rule}>{words(known ?? tellRule(rule))}</li>;
          })}
        </ul>
      </div>
      <div>
        <h3>{t("human")}</h3>
        {item.human === null ? (
          <p className="quiet">{t("nobody")}</p>
        ) : (
          <>
            <p>{item.human.reason === null ? t(item.human.decision) : signs.pair(t(item.human.decision), item.human.reason)}</p>
            <p className="quiet small">{t("humanLine", { by: item.human.by, at: formatMoment(item.human.at) })}</p>
          </>
        )}
      </div>
    </div>
  );
}

function lineOf({ row }: WorkItem): string {
  return row.cells
    .filter(({ masked }) => masked !== "")
    .map(({ masked }) => masked)
    .join("  ");
}
