import { useState } from "react";
import { useSettled } from "#web/app/use-settled.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { libraryText } from "#web/library/library.text.ts";
import { useOwnDocuments } from "#web/library/use-library.ts";

/** A document of a case the person sees, found by its name or the number of the case. */
export function OwnDocument({ chosen, onChoose }: { readonly chosen: number | null; readonly onChoose: (id: number) => void }) {
  const t = useText(libraryText);
  const [words, setWords] = useState("");
  const own = useOwnDocuments(useSettled(words.trim(), 300));
  return (
    <>
      <Labelled label={t("documentSearch")}>
        <input className="field" value={words} maxLength={80} onChange={(event) => setWords(event.target.value)} />
      </Labelled>
      {own.isPending ? (
        <Loading lines={3} />
      ) : own.isError ? (
        <Problem error={own.error} onRetry={() => own.refetch()} />
      ) : own.data.items.length === 0 ? (
        <p className="quiet">{t("noOwn")}</p>
      ) : (
        <fieldset className="library-own">
          <legend className="visually-hidden">{t("document")}</legend>
          {own.data.items.map(({ id, name, caseNumber }) => (
            <label key={id} className="line">
              <input type="radio" name="library-document" checked={chosen === id} onChange={() => onChoose(id)} />
              <span className="break">
                {name} <span className="quiet small">{caseNumber}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
