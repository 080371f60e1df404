import { Button } from "antd";
import { useRef } from "react";
import type { Clue, ClueAction } from "#clues/clues.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { AcceptForm } from "#web/clues/acts/accept-form.tsx";
import { CorrectForm } from "#web/clues/acts/correct-form.tsx";
import { DismissForm } from "#web/clues/acts/dismiss-form.tsx";
import type { FormProps } from "#web/clues/acts/form-props.ts";
import { HoldForm } from "#web/clues/acts/hold-form.tsx";
import { MergeForm } from "#web/clues/acts/merge-form.tsx";
import { ReasonForm } from "#web/clues/acts/reason-form.tsx";
import { SplitForm } from "#web/clues/acts/split-form.tsx";
import { ACT_WORDS } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { useActOnClue } from "#web/clues/use-clues.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { HandOverForm } from "#web/transfers/hand-over-form.tsx";

/** The acts this person may do now; one that asks for more opens its form below the buttons. */
export function ClueActs({ clue, act, onAct }: Props) {
  const t = useText(cluesText);
  const words = useWords();
  const change = useActOnClue(clue.id);
  const requestId = useRequestId();
  const shown = useRef(act);
  shown.current = act;
  // What somebody else corrected meanwhile is not overwritten before it was told.
  const isTold = change.error !== null && failureOf(change.error).kind === "stale-version";
  const submit = (action: ClueAction, begun = clue.version) =>
    change.mutate(
      { requestId: requestId.current(), expectedVersion: isTold ? clue.version : begun, action },
      {
        onSuccess: () => {
          requestId.renew();
          // a key may have opened the form of another act meanwhile
          if (shown.current === act) onAct(null);
        },
        // what was refused is not repeated: the next try is another change
        onError: () => requestId.renew(),
      },
    );
  const can = [...clue.can].sort((one, other) => Number(leads(other)) - Number(leads(one)));
  // `a` confirms what is only a prompt and accepts what is a clue
  const wanted = act === "accept" && clue.status === "prompted" ? "confirm" : act;
  const chosen = can.find((one) => one === wanted);
  if (can.length === 0) return <p className="quiet">{t("nothingToDo")}</p>;
  return (
    <div className="stack-tight">
      <div className="line" data-testid="clue-acts">
        {can.map((one) => (
          <Button
            key={one}
            type={leads(one) ? "primary" : "default"}
            aria-pressed={chosen === one}
            disabled={change.isPending}
            onClick={() => {
              change.reset();
              if (one === "confirm" || one === "resume") submit({ type: one });
              else onAct(chosen === one ? null : one);
            }}
            data-testid={`clue-${one}`}
          >
            {words(ACT_WORDS[one])}
          </Button>
        ))}
      </div>
      {chosen === undefined ? null : (
        <div className="form-inset" data-testid={`clue-form-${chosen}`}>
          {chosen === "transfer" ? (
            <HandOverForm clue={clue} onDone={() => onAct(null)} />
          ) : (
            <ActForm key={chosen} act={chosen} clue={clue} pending={change.isPending} onSubmit={submit} />
          )}
        </div>
      )}
      <InlineProblem error={change.error} testId="clue-problem" />
    </div>
  );
}

/** What takes the clue forward stands first. */
function leads(act: Act): boolean {
  return act === "accept" || act === "confirm";
}

function ActForm({ act, clue, pending, onSubmit }: { readonly act: Exclude<Act, "transfer"> } & FormProps) {
  const words = useWords();
  const props = { clue, pending, onSubmit };
  switch (act) {
    case "accept":
      return <AcceptForm {...props} />;
    case "dismiss":
      return <DismissForm {...props} />;
    case "hold":
      return <HoldForm {...props} />;
    case "merge":
      return <MergeForm {...props} />;
    case "split":
      return <SplitForm {...props} />;
    case "correct":
      return <CorrectForm {...props} />;
    case "confirm":
    case "resume":
      return (
        <Button type="primary" autoFocus loading={pending} onClick={() => onSubmit({ type: act })} data-testid="clue-submit">
          {words(ACT_WORDS[act])}
        </Button>
      );
    default:
      return <ReasonForm pending={pending} onSubmit={(reason) => onSubmit({ type: act, reason })} />;
  }
}

type Act = Clue["can"][number];
type Props = { readonly clue: Clue; readonly act: string | null; readonly onAct: (act: string | null) => void };
