import { Button } from "antd";
import { useState } from "react";
import type { Deadline, DeadlineChange } from "#deadlines/deadlines.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { useKeepDeadlines } from "#web/deadlines/use-deadlines.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

const KINDS = ["extend", "end", "correct"] as const;

/** Extends a clock by its document, ends it, or corrects its event with the reason. */
export function ChangeForm({ caseId, deadline }: { readonly caseId: string; readonly deadline: Deadline }) {
  const t = useText(deadlinesText);
  const requestId = useRequestId();
  const { change } = useKeepDeadlines(caseId);
  const [kind, setKind] = useState<(typeof KINDS)[number] | null>(null);
  const [by, setBy] = useState("");
  const [text, setText] = useState("");
  const [on, setOn] = useState(() => dayOf(new Date()));
  const { state, id, version } = deadline;
  const kinds = state.done === null ? KINDS : (["correct"] as const);
  const buildChange = (): DeadlineChange | null => {
    if (kind === "extend") return { type: "extend", by: Number(by), document: text, on };
    if (kind === "end") return { type: "end", on, document: text.trim() === "" ? null : text };
    return kind === "correct"
      ? { type: "correct", from: on, detained: state.detained, urgent: state.urgent, ruling: state.ruling, reason: text }
      : null;
  };
  return (
    <div className="stack-tight">
      <div className="line">
        {kinds.map((one) => (
          <Button
            key={one}
            size="small"
            aria-pressed={kind === one}
            onClick={() => {
              setKind(kind === one ? null : one);
              setOn(one === "correct" ? state.from : dayOf(new Date()));
            }}
            data-testid={`deadline-${one}`}
          >
            {t(one)}
          </Button>
        ))}
      </div>
      {kind === null ? null : (
        <form
          className="stack-tight deadline-form"
          onSubmit={(event) => {
            event.preventDefault();
            const what = buildChange();
            if (what === null) return;
            change.mutate(
              { id, requestId: requestId.current(), expectedVersion: version, change: what },
              {
                onSuccess: () => {
                  requestId.renew();
                  setKind(null);
                },
              },
            );
          }}
        >
          {kind === "extend" ? (
            <Labelled label={t("extendBy")}>
              <input
                className="field"
                inputMode="numeric"
                required
                pattern="[0-9]{1,3}"
                value={by}
                onChange={(event) => setBy(event.target.value)}
                data-testid="deadline-by"
              />
            </Labelled>
          ) : null}
          <Labelled label={kind === "correct" ? t("from") : t("on")}>
            <input
              className="field"
              type="date"
              required
              value={on}
              onChange={(event) => setOn(event.target.value)}
              data-testid="deadline-on"
            />
          </Labelled>
          <Labelled label={kind === "correct" ? t("reason") : t("document")} {...(kind === "extend" ? { reason: t("documentWhy") } : {})}>
            <input
              className="field"
              required={kind !== "end"}
              maxLength={200}
              value={text}
              onChange={(event) => setText(event.target.value)}
              data-testid="deadline-text"
            />
          </Labelled>
          <InlineProblem error={change.error} />
          <div>
            <Button type="primary" size="small" htmlType="submit" loading={change.isPending} data-testid="deadline-change">
              {t("save")}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
