import { Button } from "antd";
import { useState } from "react";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { composeDamages } from "#remedies/damages/compose-damages.ts";
import { DamagesBasis } from "#remedies/damages/damages.contract.ts";
import type { RecordOf } from "#remedies/remedies.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import { addPart, beginDraft, changePart, type DraftPart, readDraft, removePart } from "#web/remedies/damages/damages-draft.ts";
import { PartFields } from "#web/remedies/damages/part-fields.tsx";
import { PartSource } from "#web/remedies/damages/part-source.tsx";
import { Suggestions } from "#web/remedies/damages/suggestions.tsx";
import { useKeepRemedy } from "#web/remedies/use-remedies.ts";
import { commonText } from "#web/words/common.text.ts";

const GROUPS = [
  ["component", "addComponent", "parts"],
  ["factor", "addFactor", "factors"],
  ["consequence", "addConsequence", "consequences"],
] as const satisfies readonly (readonly [DraftPart["group"], keyof typeof damagesText, keyof typeof damagesText])[];

/** Figures, circumstances and consequences as they are typed, each with its source; what they come to is told before it is saved. */
export function DamagesEditor({ record, books, onClose }: Props) {
  const t = useText(damagesText);
  const c = useText(commonText);
  const words = useWords();
  const requestId = useRequestId();
  const { act } = useKeepRemedy(record.caseId);
  const [draft, setDraft] = useState(() => beginDraft(record.state.content));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  // The whole content goes back: a version that somebody else saved meanwhile is not overwritten before it was told.
  const [begun] = useState(record.version);
  const isTold = act.error !== null && failureOf(act.error).kind === "stale-version";
  const change = (next: typeof draft) => {
    setDraft(next);
    requestId.renew();
  };
  // The choices made so far hold where their amount does: the preview says so as the record will.
  const choices = Object.fromEntries(record.state.answer.pots.flatMap(({ pot, choice }) => (choice === null ? [] : [[pot, choice]])));
  const content = readDraft(record.state.content.title, draft);
  const save = () => {
    setTried(true);
    if (content === null || reason.trim() === "") return;
    act.mutate(
      {
        ...{ id: record.id, version: isTold ? record.version : begun, requestId: requestId.current() },
        act: { kind: "damages", action: { type: "revise", content, reason } },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <div className="remedy-form stack-tight no-print" style={{ maxWidth: "none" }} data-testid="damages-editor">
      <Choice
        showLabel
        label={t("basis")}
        value={draft.basis}
        onChange={(basis) => change({ ...draft, basis })}
        options={[["", t("basis-none")], ...DamagesBasis.options.map((one): [string, string] => [one, t(one)])]}
        testId="damages-basis"
      />
      <Suggestions caseId={record.caseId} onTake={(group, part) => change(addPart(draft, group, part))} />
      {GROUPS.map(([group, add, title]) => (
        <fieldset key={group} className="stack-tight" data-testid={`damages-${group}s`}>
          <legend className="labelled-name">{t(title)}</legend>
          {draft.parts
            .filter((part) => part.group === group)
            .map((part) => (
              <div key={part.id} className="remedy-editor-row stack-tight">
                <PartFields part={part} books={books} onChange={(over) => change(changePart(draft, part.id, over))} />
                <div className="line">
                  <PartSource
                    caseId={record.caseId}
                    source={part.source}
                    onSet={(source) => change(changePart(draft, part.id, { source }))}
                  />
                  <Button size="small" type="text" onClick={() => change(removePart(draft, part.id))}>
                    {c("remove")}
                  </Button>
                </div>
              </div>
            ))}
          <div>
            <Button size="small" onClick={() => change(addPart(draft, group))} data-testid={`add-${group}`}>
              {t(add)}
            </Button>
          </div>
        </fieldset>
      ))}
      {draft.basis === "discretionary" ? (
        <div className="stack-tight">
          <Labelled label={t("discretionAmount")}>
            <input
              className="field"
              inputMode="decimal"
              value={draft.discretion}
              onChange={(event) => change({ ...draft, discretion: event.target.value })}
            />
          </Labelled>
          <PartSource
            caseId={record.caseId}
            source={draft.discretionSource}
            onSet={(discretionSource) => change({ ...draft, discretionSource })}
          />
        </div>
      ) : null}
      <Labelled label={t("punitive")}>
        <textarea
          className="field"
          rows={2}
          maxLength={800}
          value={draft.punitiveNote}
          onChange={(event) => change({ ...draft, punitiveNote: event.target.value })}
        />
      </Labelled>
      <p className="remedy-suggested figure" role="status" data-testid="damages-preview">
        <Mark>{t("preview")}</Mark> {content === null ? t("wrongAmounts") : words(composeDamages(content, choices, books).finding)}
      </p>
      <Labelled label={t("editReason")} error={tried && reason.trim() === "" ? c("required") : null}>
        <input
          className="field"
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          data-testid="damages-reason"
        />
      </Labelled>
      {tried && content === null ? <p className="labelled-error">{`${t("wrongAmounts")} ${t("incomplete")}`}</p> : null}
      <InlineProblem error={act.error} />
      <div className="line">
        <Button type="primary" loading={act.isPending} onClick={save} data-testid="damages-save">
          {t("saveEdit")}
        </Button>
        <Button onClick={onClose}>{c("cancel")}</Button>
      </div>
    </div>
  );
}

type Props = { readonly record: RecordOf<"damages">; readonly books: RemedyBooks; readonly onClose: () => void };
