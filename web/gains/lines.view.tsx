import { useEffect, useRef, useState } from "react";
import type { CountedLine, Treatment } from "#gains/gains.contract.ts";
import { Empty } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { formatAmount } from "#web/gains/amount.ts";
import { type ChoicesDraft, mayReferTo, treatmentsFor } from "#web/gains/choices-draft.ts";
import { gainsText } from "#web/gains/gains.text.ts";
import { LineDetail } from "#web/gains/line-detail.tsx";
import { TreatmentMark } from "#web/gains/treatment-mark.tsx";
import "#web/work-list/work-list.css";

type Decision = ChoicesDraft["decisions"][number];

/** Lines to move in at the left, the line at hand at the right; a number decides it with the reason that stands, and goes on. */
export function LinesView({
  lines,
  shown,
  draft,
  mayDecide,
  onDecide,
  onConfirm,
  onTakeBack,
}: {
  readonly lines: readonly CountedLine[];
  readonly shown: Treatment | "all";
  readonly draft: ChoicesDraft;
  readonly mayDecide: boolean;
  readonly onDecide: (decision: Decision) => void;
  /** confirms what is presumed of the lines shown */
  readonly onConfirm: (lines: readonly CountedLine[], reason: string) => void;
  readonly onTakeBack: (line: string) => void;
}) {
  const t = useText(gainsText);
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState("");
  const [refersTo, setRefersTo] = useState("");
  const reasonField = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLOListElement>(null);
  // What was decided a moment ago leaves the open ones at once, before the server has worked it in.
  const list = shown === "open" ? lines.filter(({ id }) => !draft.decisions.some(({ line }) => line === id)) : lines;
  const at = Math.min(chosen, Math.max(0, list.length - 1));
  const line = list[at];
  const go = (place: number) => {
    setChosen(Math.max(0, Math.min(place, list.length - 1)));
    setRefersTo("");
  };
  const act = (treatment: Treatment) => {
    if (line === undefined || !mayDecide || treatment === "open") return;
    if (reason.trim() === "") {
      reasonField.current?.focus();
      return;
    }
    const typed = refersTo.trim();
    // A row number alone means a row of the same sheet.
    const original = line.sheet !== null && /^\d+b?$/.test(typed) ? `${line.sheet}#${typed}` : typed;
    onDecide({ line: line.id, treatment, reason, refersTo: original !== "" && mayReferTo(treatment) ? original : null });
    setRefersTo("");
    if (shown !== "open") go(at + 1);
  };
  const onKey = (event: KeyboardEvent) => {
    const within = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || (within instanceof HTMLElement && within.closest("input, textarea, select")))
      return;
    const treatment = line === undefined ? undefined : treatmentsFor(line)[Number(event.key) - 1];
    const newest = draft.decisions.at(-1);
    if (treatment !== undefined && mayDecide) act(treatment);
    else if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "z" && mayDecide && newest !== undefined) onTakeBack(newest.line);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  useEffect(() => {
    // Within the list alone: the page itself does not move under the reader.
    const [list, item] = [frame.current, frame.current?.children[at]];
    if (!list || !(item instanceof HTMLElement)) return;
    const top = item.offsetTop - list.offsetTop;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + item.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + item.offsetHeight - list.clientHeight;
  }, [at]);
  if (line === undefined)
    return (
      <Empty title={t(shown === "open" ? "emptyOpen" : "empty")} testId="gains-lines-empty">
        {shown === "open" ? <p>{t("emptyOpenBody")}</p> : null}
      </Empty>
    );
  const presumed = list.filter((one) => one.presumed && !draft.decisions.some((decision) => decision.line === one.id));
  return (
    <div className="work-list work-list-columns">
      <ol className="work-list-items" aria-label={t("list")} ref={frame}>
        {list.map((one, place) => (
          <li key={one.id}>
            <button
              type="button"
              className="work-list-item gains-line"
              aria-current={place === at ? "true" : undefined}
              onClick={() => go(place)}
              data-testid="gains-line"
            >
              <span className="small figure nowrap">{one.date ?? "—"}</span>
              <span className="work-list-line">{one.direction === "in" ? (one.payer ?? "—") : (one.payee ?? "—")}</span>
              <span className="figure nowrap">
                {one.direction === "out" ? "− " : one.direction === "in" ? "+ " : ""}
                {one.amount === null ? t("noAmount") : formatAmount(one.amount)}
              </span>
              <TreatmentMark line={one} />
            </button>
          </li>
        ))}
      </ol>
      <LineDetail
        line={line}
        decision={draft.decisions.find((one) => one.line === line.id) ?? null}
        mayDecide={mayDecide}
        reason={reason}
        onReason={setReason}
        reasonField={reasonField}
        refersTo={refersTo}
        onRefersTo={setRefersTo}
        presumed={presumed.length}
        onConfirm={() => onConfirm(presumed, reason)}
        onTreat={act}
        onTakeBack={() => onTakeBack(line.id)}
      />
    </div>
  );
}
