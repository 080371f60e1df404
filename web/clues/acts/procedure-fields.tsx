import { Button } from "antd";
import type { Office } from "#offices/offices.contract.ts";
import { HANDLER_ROLE } from "#procedures/handler-role.ts";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { usePeople } from "#web/cases/use-people.ts";
import { KIND_WORDS } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

export type TypedProcedure = { readonly id: number; readonly kind: ProcedureKind; readonly officeCode: string; readonly handler: string };

/** Kind, office and handler of one track; only people of that office with the role the kind needs are offered. */
export function ProcedureFields({ place, procedure, offices, tried, onChange, onRemove }: Props) {
  const t = useText(cluesText);
  const c = useText(commonText);
  const words = useWords();
  const people = usePeople(procedure.officeCode);
  const role = HANDLER_ROLE[procedure.kind];
  const fitting = (people.data?.items ?? []).filter(({ roles }) => roles.includes(role));
  return (
    <fieldset className="form-group" data-testid="accept-procedure">
      <legend className="visually-hidden">{t("procedure", { n: place + 1 })}</legend>
      <div className="line between">
        <strong aria-hidden="true">{t("procedure", { n: place + 1 })}</strong>
        {onRemove === null ? null : (
          <Button type="text" size="small" onClick={onRemove} aria-label={`${c("remove")} ${t("procedure", { n: place + 1 })}`}>
            {c("remove")}
          </Button>
        )}
      </div>
      <Choice
        showLabel
        label={t("kind")}
        value={procedure.kind}
        onChange={(kind) => onChange({ ...procedure, kind: ProcedureKind.parse(kind), handler: "" })}
        options={ProcedureKind.options.map((kind) => [kind, words(KIND_WORDS[kind])])}
        testId="accept-kind"
      />
      <Choice
        showLabel
        label={t("procedureOffice")}
        value={procedure.officeCode}
        onChange={(officeCode) => onChange({ ...procedure, officeCode, handler: "" })}
        options={offices.map(({ code, name }) => [code, words(name)])}
        testId="accept-office"
      />
      <Choice
        showLabel
        label={t("handler")}
        value={procedure.handler}
        onChange={(handler) => onChange({ ...procedure, handler })}
        options={[
          ["", people.isSuccess && fitting.length === 0 ? t("noHandler") : t("chooseHandler")],
          ...fitting.map(({ id, name }): [string, string] => [id, name]),
        ]}
        testId="accept-handler"
      />
      {tried && procedure.handler === "" ? (
        <span className="labelled-error" role="alert">
          {t("handlerMissing")}
        </span>
      ) : null}
    </fieldset>
  );
}

type Props = {
  readonly place: number;
  readonly procedure: TypedProcedure;
  readonly offices: readonly Office[];
  readonly tried: boolean;
  readonly onChange: (procedure: TypedProcedure) => void;
  readonly onRemove: (() => void) | null;
};
