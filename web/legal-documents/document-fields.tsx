import { Button } from "antd";
import { useState } from "react";
import type { DocumentAction, LegalDocument } from "#legal-documents/legal-documents.contract.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { readBody, writeBody } from "#web/legal-documents/body-text.ts";
import { SOURCE_WORDS } from "#web/legal-documents/document-words.text.ts";
import { documentsText } from "#web/legal-documents/legal-documents.text.ts";

/**
 * The fields of a draft: what the case filled in has a dashed border, what a person wrote a solid one; and the text itself. What is typed lies over the
 * document, so that a newer version of it (somebody else's change, an act) takes no word away.
 */
export function DocumentFields({ document, pending, onAct }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  const signs = useSigns();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [body, setBody] = useState<string | null>(null);
  const editable = document.can.includes("edit");
  const changed = document.fields.filter(({ id, value }) => values[id] !== undefined && values[id] !== value);
  const missing = document.missingFields.filter(({ mandatory }) => mandatory);
  const text = document.body === null ? "" : writeBody(document.body);
  const bodyChanged = body !== null && body !== text;
  const save = () => {
    const fields = Object.fromEntries(changed.map(({ id }) => [id, values[id] ?? ""]));
    // What was saved is the document's from now on; what was typed since stays to be saved.
    onAct({ type: "edit", fields, body: bodyChanged ? readBody(body) : null }, () => {
      setValues((now) => Object.fromEntries(Object.entries(now).filter(([id, value]) => value !== fields[id])));
      setBody((now) => (now === body ? null : now));
    });
  };
  return (
    <form
      className="document-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0 || bodyChanged) save();
      }}
    >
      {missing.length === 0 ? null : (
        <p className="document-missing small" role="status" data-testid="document-missing">
          {signs.pair(t("stillMissing", { n: missing.length }), signs.list(missing.map(({ name }) => words(name))))}
        </p>
      )}
      <p className="quiet small">{t("fieldsWhy")}</p>
      {document.fields.map(({ id, name, long, mandatory, value, source }) => {
        const shown = editable ? (values[id] ?? value) : value;
        const taken = source !== null && source !== "written" && shown === value;
        const reason =
          shown === "" ? (mandatory ? t("mandatory") : t("optional")) : source === null || !taken ? undefined : words(SOURCE_WORDS[source]);
        const control = {
          className: "field",
          value: shown,
          disabled: !editable,
          maxLength: 20_000,
          "data-testid": `field-${id}`,
          onChange: (event: { readonly target: { readonly value: string } }) => setValues({ ...values, [id]: event.target.value }),
        };
        return (
          <div key={id} className={taken ? "document-field-taken" : ""}>
            <Labelled label={words(name)} {...(reason === undefined ? {} : { reason })}>
              {long ? <textarea rows={2} {...control} /> : <input {...control} />}
            </Labelled>
          </div>
        );
      })}
      {document.body === null || !editable ? null : body === null ? (
        <div>
          <Button size="small" onClick={() => setBody(text)} data-testid="edit-body">
            {t("editBody")}
          </Button>
        </div>
      ) : (
        <Labelled label={t("editBody")} reason={t("bodyWhy", { example: "{{facts}}" })}>
          <textarea className="field" rows={10} value={body} onChange={(event) => setBody(event.target.value)} data-testid="body-text" />
        </Labelled>
      )}
      {editable ? (
        <div className="line">
          <Button htmlType="submit" loading={pending} disabled={changed.length === 0 && !bodyChanged} data-testid="fields-save">
            {t("save")}
          </Button>
          {changed.length === 0 && !bodyChanged ? <span className="quiet small">{t("nothingChanged")}</span> : null}
        </div>
      ) : null}
    </form>
  );
}

type Props = {
  readonly document: LegalDocument;
  readonly pending: boolean;
  readonly onAct: (action: DocumentAction, onDone: () => void) => void;
};
