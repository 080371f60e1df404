import { Button } from "antd";
import { useState } from "react";
import type { PeriodRule } from "#calendar/calendar.contract.ts";
import { type Deadline, DeadlineChange } from "#deadlines/deadlines.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { ChangePreview } from "#web/deadlines/change-preview.tsx";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { followOptions } from "#web/deadlines/follow-options.ts";
import { useKeepDeadlines } from "#web/deadlines/use-deadlines.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { usePeriodRules } from "#web/law/use-law.ts";

type Kind = DeadlineChange["type"];
const DAY_OF = { extend: "on", end: "on", correct: "from", suspend: "suspendFrom", resume: "resumeUntil" } as const;

/** Extends or suspends a clock by its document, ends it, or corrects its event with the reason; says before saving what would move. */
export function ChangeForm({ caseId, deadline, clocks }: Props) {
  const t = useText(deadlinesText);
  const words = useWords();
  const requestId = useRequestId();
  const rules = usePeriodRules().data?.rules ?? [];
  const { change } = useKeepDeadlines(caseId);
  const { state, id, version } = deadline;
  const rule = rules.find((one) => one.id === state.rule);
  const [kind, setKind] = useState<Kind | null>(null);
  const [by, setBy] = useState("");
  const [text, setText] = useState("");
  const [on, setOn] = useState(() => dayOf(new Date()));
  const [requestedOn, setRequestedOn] = useState("");
  const [ground, setGround] = useState("");
  const [follows, setFollows] = useState(state.follows?.id ?? "");
  const [detained, setDetained] = useState(state.detained);
  const grounds = (rule?.suspension ?? []).map((one) => [one.ground, words(one.when)] as const);
  const leaders = rule === undefined ? [] : followOptions(rule, clocks, id);
  const typed = DeadlineChange.safeParse(
    {
      extend: { type: kind, by: Number(by), document: text, on, requestedOn: requestedOn === "" ? null : requestedOn },
      end: { type: kind, on, document: text.trim() === "" ? null : text },
      suspend: { type: kind, ground: ground === "" ? grounds[0]?.[0] : ground, from: on, document: text },
      resume: { type: kind, until: on, document: text },
      correct: {
        ...{ type: kind, from: on, detained, urgent: state.urgent, ruling: state.ruling, reason: text },
        follows: follows === "" ? null : follows,
      },
      none: null,
    }[kind ?? "none"],
  );
  const wanted = typed.success ? typed.data : null;
  return (
    <div className="stack-tight">
      <div className="line">
        {kindsOf(deadline, rule).map((one) => (
          <Button
            key={one}
            size="small"
            aria-pressed={kind === one}
            onClick={() => {
              setKind(kind === one ? null : one);
              setOn(one === "correct" ? state.from : dayOf(new Date()));
              change.reset();
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
            if (wanted === null) return;
            change.mutate(
              { id, requestId: requestId.current(), expectedVersion: version, change: wanted },
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
          {kind === "extend" && rule?.extension?.request !== undefined ? (
            <Labelled
              label={t("requestedOn")}
              reason={t("requestedWhy", { days: rule.extension.request.daysBefore, cite: rule.extension.request.cite })}
            >
              <input
                className="field"
                type="date"
                required
                value={requestedOn}
                onChange={(event) => setRequestedOn(event.target.value)}
                data-testid="deadline-requested"
              />
            </Labelled>
          ) : null}
          {kind === "suspend" ? (
            <Choice showLabel label={t("ground")} value={ground} onChange={setGround} options={grounds} testId="deadline-ground" />
          ) : null}
          {kind === "correct" && leaders.length > 0 ? (
            <Choice
              showLabel
              label={t("follows")}
              value={follows}
              onChange={setFollows}
              options={[["", t("ownEvent")], ...leaders.map(({ clock, by: which }) => [clock.id, labelOf(clock, which)] as const)]}
              testId="deadline-follows"
            />
          ) : null}
          {kind === "correct" && follows !== "" ? null : (
            <Labelled label={t(DAY_OF[kind])}>
              <input
                className="field"
                type="date"
                required
                value={on}
                onChange={(event) => setOn(event.target.value)}
                data-testid="deadline-on"
              />
            </Labelled>
          )}
          {kind === "correct" ? (
            <label className="line">
              <input
                type="checkbox"
                checked={detained}
                onChange={(event) => setDetained(event.target.checked)}
                data-testid="deadline-correct-detained"
              />
              {t("detained")}
            </label>
          ) : null}
          <Labelled
            label={kind === "correct" ? t("reason") : t("document")}
            {...(kind === "extend"
              ? { reason: t("documentWhy") }
              : kind === "suspend" || kind === "resume"
                ? { reason: t("suspendWhy") }
                : {})}
          >
            <input
              className="field"
              required={kind !== "end"}
              maxLength={200}
              value={text}
              onChange={(event) => setText(event.target.value)}
              data-testid="deadline-text"
            />
          </Labelled>
          {wanted === null ? null : <ChangePreview id={id} change={wanted} />}
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

  function labelOf(clock: Deadline, which: "event" | "end" | "done"): string {
    return `${words(clock.act)}${clock.state.subject === null ? "" : ` · ${clock.state.subject}`} — ${t(`by-${which}`)} ${clock.due}`;
  }
}

/** What can be done to the clock as it stands. */
function kindsOf({ state, standing }: Deadline, rule: PeriodRule | undefined): readonly Kind[] {
  if (state.done !== null) return ["correct"];
  if (standing === "suspended") return ["resume", "end", "correct"];
  return ["extend", ...(rule?.suspension === undefined ? [] : (["suspend"] as const)), "end", "correct"];
}

type Props = { readonly caseId: string; readonly deadline: Deadline; readonly clocks: readonly Deadline[] };
