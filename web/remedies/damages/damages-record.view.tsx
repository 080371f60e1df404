import { Button } from "antd";
import { useState } from "react";
import type { FactSource } from "#assessments/fact-sources.contract.ts";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import type { RecordOf } from "#remedies/remedies.contract.ts";
import { SourceMark } from "#web/assessment/sources/source-mark.tsx";
import { useSourceNames } from "#web/assessment/sources/use-source-names.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { type Act, ActBar } from "#web/remedies/act-bar.tsx";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import { DamagesEditor } from "#web/remedies/damages/damages-editor.tsx";
import { DamagesStack } from "#web/remedies/damages/damages-stack.view.tsx";
import { Pots } from "#web/remedies/damages/pots.view.tsx";
import { Ranges } from "#web/remedies/damages/ranges.view.tsx";
import { DoneBy, RecordFrame } from "#web/remedies/record-frame.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import "#web/assessment/sources/sources.css";

/** One composition: the finding, the stack, the overlaps with their choices, each figure with its source, what the law says beside. */
export function DamagesRecord({ record, books, mayCompose, mayDecide }: Props) {
  const t = useText(damagesText);
  const r = useText(remediesText);
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const { content, decided, answer } = record.state;
  const reason = { name: "reason", label: r("reason"), kind: "area" as const };
  const acts: Act[] = !mayDecide
    ? []
    : decided === null
      ? [
          {
            key: "decide",
            label: t("decide"),
            fields: [reason],
            build: (typed) => ({ kind: "damages", action: { type: "decide", reason: typed.text("reason") } }),
          },
        ]
      : [
          {
            key: "reopen",
            label: t("reopen"),
            fields: [reason],
            build: (typed) => ({ kind: "damages", action: { type: "reopen", reason: typed.text("reason") } }),
          },
        ];
  return (
    <RecordFrame
      record={record}
      title={content.title}
      status={[decided === null ? { tone: "unknown", words: r("draft") } : { tone: "good", words: r("decided") }]}
    >
      {decided === null ? null : (
        <p className="line" data-testid="damages-decided">
          <DoneBy {...decided} /> <span>{decided.reason}</span>
        </p>
      )}
      <DamagesStack content={content} answer={answer} />
      <Pots record={record} books={books} mayDecide={mayDecide} />
      {editing ? (
        <DamagesEditor record={record} books={books} onClose={() => setEditing(false)} />
      ) : (
        <Parts record={record} books={books} />
      )}
      {answer.unsourced === 0 ? null : (
        <p>
          <Mark tone="warn">{t("unsourced", { n: answer.unsourced })}</Mark>
        </p>
      )}
      <Ranges answer={answer} books={books} />
      <div className="stack-tight">
        <h4>{t("notices")}</h4>
        <ul className="small remedy-list">
          {answer.notices.map((notice) => (
            <li key={notice.zh} className={notice.tone === "warn" ? "warn" : ""}>
              {words(notice)} <span className="quiet">{notice.cite}</span>{" "}
              {notice.unconfirmed ? <Mark tone="warn">{r("unconfirmed")}</Mark> : null}
            </li>
          ))}
        </ul>
        {content.punitiveNote === null ? null : (
          <p className="small remedy-suggested">
            {t("punitive")} · {content.punitiveNote}
          </p>
        )}
      </div>
      <div className="line no-print">
        {mayCompose && decided === null && !editing ? (
          <Button size="small" onClick={() => setEditing(true)} data-testid="damages-edit">
            {t("edit")}
          </Button>
        ) : null}
      </div>
      <ActBar record={record} acts={acts} />
    </RecordFrame>
  );
}

/** Every figure with where it comes from. */
function Parts({ record, books }: { readonly record: RecordOf<"damages">; readonly books: RemedyBooks }) {
  const t = useText(damagesText);
  const r = useText(remediesText);
  const words = useWords();
  const signs = useSigns();
  const { components, consequences, discretionary, basis } = record.state.content;
  const named = [...components, ...consequences, ...discretionary.factors, { id: "discretionary", source: discretionary.source }];
  const sources: Record<string, FactSource> = {};
  for (const { id, source } of named) if (source !== null) sources[id] = source;
  const nameOf = useSourceNames(record.caseId, sources);
  const line = (id: string, kind: string, label: string, value: string | null, source: FactSource | null) => (
    <li key={id} className="line" data-part={id}>
      <span className="quiet">{kind}</span> <span>{label}</span>
      {value === null ? <Mark tone="unknown">{r("unknown")}</Mark> : <strong className="figure">{value}</strong>}
      {value === null ? null : <SourceMark caseId={record.caseId} source={source} name={source === null ? "" : nameOf(source)} />}
    </li>
  );
  const yuan = (fen: number | null) => (fen === null ? null : r("yuan", { n: formatFen(fen) }));
  return (
    <div className="stack-tight">
      <h4>{t("parts")}</h4>
      <ul className="remedy-list">
        <li>
          <span className="quiet">{t("basis")}</span> {basis === null ? <Mark tone="unknown">{t("basis-none")}</Mark> : t(basis)}
        </li>
        {components.map(({ id, kind, label, amount, source }) => line(id, t(kind), label, yuan(amount), source))}
        {basis === "discretionary" ? line("discretionary", t("discretionary"), "", yuan(discretionary.amount), discretionary.source) : null}
        {discretionary.factors.map(({ id, factor, finding, number, source }) => {
          const rule = books.factors.find((one) => one.id === factor);
          const value = number === null ? "" : formatNumber(number);
          return line(id, rule === undefined ? factor : words(rule.name), finding, value, source);
        })}
        {consequences.map(({ id, kind, label, amount, state, source }) =>
          line(id, t(kind), `${label}${signs.aside(state === "decided" ? t("state-decided") : t(state))}`, yuan(amount), source),
        )}
      </ul>
    </div>
  );
}

type Props = {
  readonly record: RecordOf<"damages">;
  readonly books: RemedyBooks;
  readonly mayCompose: boolean;
  readonly mayDecide: boolean;
};
