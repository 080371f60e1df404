import { Button } from "antd";
import { useState } from "react";
import { CaseNumber } from "#cases/cases.contract.ts";
import type { Clue } from "#clues/clues.contract.ts";
import { tellMatter } from "#clues/tell-title.ts";
import type { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { useOffices } from "#web/cases/use-offices.ts";
import type { FormProps } from "#web/clues/acts/form-props.ts";
import { ProcedureFields, type TypedProcedure } from "#web/clues/acts/procedure-fields.tsx";
import { SubmitButton } from "#web/clues/acts/reason-form.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText } from "#web/design/text/language.tsx";
import { LikenessCounts } from "#web/library/clue-likeness.tsx";

/** Which tracks the clue opens, where and by whom, and on which case: a new one, or the one the clue lies in. */
export function AcceptForm({ clue, pending, onSubmit }: FormProps) {
  const t = useText(cluesText);
  const offices = useOffices();
  const today = dayOf(new Date());
  const [procedures, setProcedures] = useState(() => suggest(clue));
  const [number, setNumber] = useState("");
  const [title, setTitle] = useState(() => withoutEnding(tellMatter(clue.content.title)));
  const [on, setOn] = useState(today);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const numberWrong = clue.case === null && !CaseNumber.safeParse(number.trim()).success;
  const dayWrong = on === "" || on > today;
  const submit = () => {
    setTried(true);
    if (numberWrong || dayWrong || title.trim() === "" || procedures.some(({ handler }) => handler === "")) return;
    onSubmit({
      type: "accept",
      reason: note.trim(),
      newCase: clue.case === null ? { number: number.trim(), title: title.trim(), acceptedOn: on } : null,
      procedures: procedures.map(({ kind, officeCode, handler }) => ({
        kind,
        officeCode,
        handler,
        title: title.trim(),
        number: null,
        on,
        continues: {},
      })),
    });
  };
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <LikenessCounts clueId={clue.id} />
      <p className="quiet small">{t("acceptWhy")}</p>
      {clue.case === null ? (
        <Labelled label={`${t("newCase")} · ${t("caseNumber")}`} error={tried && numberWrong ? t("caseNumberWrong") : null}>
          <input
            className="field"
            value={number}
            placeholder={t("caseNumberHint")}
            onChange={(event) => setNumber(event.target.value)}
            data-testid="accept-number"
          />
        </Labelled>
      ) : (
        <p>{t("inCase", { number: clue.case.number })}</p>
      )}
      <Labelled
        label={t(clue.case === null ? "caseTitle" : "procedureTitle")}
        error={tried && title.trim() === "" ? t("nameMissing") : null}
      >
        <input
          className="field"
          value={title}
          maxLength={120}
          onChange={(event) => setTitle(event.target.value)}
          data-testid="accept-title"
        />
      </Labelled>
      <Labelled label={clue.case === null ? t("acceptedOn") : t("day")} error={tried && dayWrong ? t("dayWrong") : null}>
        <input
          className="field"
          type="date"
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
          data-testid="accept-on"
        />
      </Labelled>
      {procedures.map((procedure, place) => (
        <ProcedureFields
          key={procedure.id}
          place={place}
          procedure={procedure}
          offices={offices.data?.items ?? []}
          tried={tried}
          onChange={(changed) => setProcedures(procedures.map((one) => (one.id === procedure.id ? changed : one)))}
          onRemove={procedures.length === 1 ? null : () => setProcedures(procedures.filter((one) => one.id !== procedure.id))}
        />
      ))}
      {procedures.length < 7 ? (
        <div>
          <Button
            size="small"
            onClick={() =>
              setProcedures([...procedures, { ...blank(clue, "civil-pil"), id: Math.max(...procedures.map(({ id }) => id)) + 1 }])
            }
            data-testid="accept-add"
          >
            {t("addProcedure")}
          </Button>
        </div>
      ) : null}
      <Labelled label={t("note")}>
        <textarea className="field" rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Labelled>
      <SubmitButton pending={pending} />
    </form>
  );
}

/** A matter called after a file is called without its ending. */
function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.(?:txt|docx?|pdf|html?)$/i, "");
}

/** The tracks the clue points to, as a first proposal; without any, one administrative track. */
function suggest(clue: Clue): readonly TypedProcedure[] {
  const kinds: readonly ProcedureKind[] = clue.content.tracks.length === 0 ? ["administrative-pil"] : clue.content.tracks;
  return kinds.map((kind, id) => ({ ...blank(clue, kind), id }));
}

function blank(clue: Clue, kind: ProcedureKind): Omit<TypedProcedure, "id"> {
  return { kind, officeCode: clue.office.code, handler: "" };
}
