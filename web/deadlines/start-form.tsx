import { Button } from "antd";
import { useState } from "react";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { followOptions } from "#web/deadlines/follow-options.ts";
import { useKeepDeadlines } from "#web/deadlines/use-deadlines.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem, Unread } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { usePeriodRules } from "#web/law/use-law.ts";

/** Starts a clock: which rule, from which event, whose. */
export function StartForm({
  caseId,
  clocks,
  onDone,
}: {
  readonly caseId: string;
  readonly clocks: readonly Deadline[];
  readonly onDone: () => void;
}) {
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
  const [follows, setFollows] = useState("");
  const [timesBefore, setTimesBefore] = useState("0");
  const chosen = rules.data?.rules.find(({ id }) => id === rule);
  const leaders = chosen === undefined ? [] : followOptions(chosen, clocks, null);
  const leader = leaders.find(({ clock }) => clock.id === follows)?.clock.id ?? null;
  return (
    <form
      className="stack-tight deadline-form"
      onSubmit={(event) => {
        event.preventDefault();
        const state = {
          rule,
          from,
          subject: subject.trim() === "" ? null : subject,
          detained,
          urgent,
          ruling: false,
          follows: leader,
          timesBefore: Number(timesBefore),
        };
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
      <Unread of={rules} />
      {leaders.length === 0 ? null : (
        <Choice
          showLabel
          label={t("follows")}
          value={leader ?? ""}
          onChange={setFollows}
          options={[
            ["", t("ownEvent")],
            ...leaders.map(({ clock, by }) => [clock.id, `${words(clock.act)} — ${t(`by-${by}`)} ${clock.due}`] as const),
          ]}
          testId="deadline-start-follows"
        />
      )}
      {leader !== null ? null : (
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
      )}
      {chosen?.maximum === undefined ? null : (
        <Labelled label={t("timesBefore")} reason={words(chosen.maximum.note)}>
          <input
            className="field"
            inputMode="numeric"
            required
            pattern="[0-9]{1,2}"
            value={timesBefore}
            onChange={(event) => setTimesBefore(event.target.value)}
            data-testid="deadline-times-before"
          />
        </Labelled>
      )}
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
