import { Button } from "antd";
import { useState } from "react";
import { useRequestId } from "#web/app/request-id.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { useKeepDeadlines } from "#web/deadlines/use-deadlines.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { usePeriodRules } from "#web/law/use-law.ts";

/** Starts a clock: which rule, from which event, whose. */
export function StartForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const t = useText(deadlinesText);
  const words = useWords();
  const rules = usePeriodRules();
  const { start } = useKeepDeadlines(caseId);
  const requestId = useRequestId();
  const [rule, setRule] = useState("CR-PROS-1M");
  const [from, setFrom] = useState(() => dayOf(new Date()));
  const [subject, setSubject] = useState("");
  const [detained, setDetained] = useState(false);
  const [urgent, setUrgent] = useState(false);
  return (
    <form
      className="stack-tight deadline-form"
      onSubmit={(event) => {
        event.preventDefault();
        const state = { rule, from, subject: subject.trim() === "" ? null : subject, detained, urgent, ruling: false };
        start.mutate({ requestId: requestId.current(), state }, { onSuccess: onDone });
      }}
    >
      <Choice
        showLabel
        label={t("rule")}
        value={rule}
        onChange={setRule}
        options={(rules.data?.rules ?? []).map((one) => [one.id, `${words(one.act)} — ${words(one.trigger)}`.slice(0, 90)])}
        testId="deadline-rule"
      />
      <Labelled label={t("from")}>
        <input
          className="field"
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          data-testid="deadline-from"
        />
      </Labelled>
      <Labelled label={t("subject")}>
        <input className="field" maxLength={80} value={subject} onChange={(event) => setSubject(event.target.value)} />
      </Labelled>
      <span className="line">
        <label className="line">
          <input
            type="checkbox"
            checked={detained}
            onChange={(event) => setDetained(event.target.checked)}
            data-testid="deadline-detained"
          />
          {t("detained")}
        </label>
        <label className="line">
          <input type="checkbox" checked={urgent} onChange={(event) => setUrgent(event.target.checked)} />
          {t("urgent")}
        </label>
      </span>
      <InlineProblem error={start.error ?? rules.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={start.isPending} data-testid="deadline-save">
          {t("start")}
        </Button>
      </div>
    </form>
  );
}
