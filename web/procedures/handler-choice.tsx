import type { z } from "zod";
import type { Role } from "#offices/offices.contract.ts";
import { usePeople } from "#web/cases/use-people.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Unread } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { ROLE_WORDS } from "#web/words/words.text.ts";

/** A person of the office who may handle the track. */
export function HandlerChoice({ officeCode, role, value, onChange, error = null }: Props) {
  const t = useText(proceduresText);
  const words = useWords();
  const people = usePeople(officeCode);
  const fit = (people.data?.items ?? []).filter(({ roles }) => roles.includes(role));
  const none = people.data !== undefined && fit.length === 0;
  const fill = { role: words(ROLE_WORDS[role]) };
  return (
    <>
      <Labelled label={t("handler")} reason={none ? t("noHandler", fill) : t("handlerHelp", fill)} error={error}>
        <select className="field" value={value} onChange={(event) => onChange(event.target.value)} data-testid="track-handler">
          <option value="">{t("choose")}</option>
          {fit.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <Unread of={people} />
    </>
  );
}

type Props = {
  readonly officeCode: string;
  readonly role: z.infer<typeof Role>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
};
