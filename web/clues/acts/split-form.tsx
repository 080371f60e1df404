import { Button } from "antd";
import { useState } from "react";
import type { FormProps } from "#web/clues/acts/form-props.ts";
import { ReasonField, SubmitButton } from "#web/clues/acts/reason-form.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText } from "#web/design/text/language.tsx";

type Part = { readonly id: number; readonly title: string; readonly summary: string };
/** Where a sentence goes: the id of a part, or every part. */
type Places = Readonly<Record<number, string>>;

/** Two to ten parts, each with its own title; a sentence goes to one of them or to all. */
export function SplitForm({ clue, pending, onSubmit }: FormProps) {
  const t = useText(cluesText);
  const { sentences } = clue.content;
  const [parts, setParts] = useState<readonly Part[]>([1, 2].map((id) => ({ id, title: "", summary: "" })));
  const [places, setPlaces] = useState<Places>({});
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const change = (id: number, changed: Partial<Part>) => setParts(parts.map((part) => (part.id === id ? { ...part, ...changed } : part)));
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() === "" || parts.some(({ title }) => title.trim() === "")) return;
        onSubmit({
          type: "split",
          reason: reason.trim(),
          // the score was reckoned over the whole: no part has one of its own
          parts: parts.map(({ id, title, summary }) => ({
            ...clue.content,
            title: title.trim(),
            summary: summary.trim(),
            score: null,
            sentences: sentences.filter((_, place) => (places[place] ?? "") === "" || places[place] === String(id)),
          })),
        });
      }}
    >
      <p className="quiet small">{t("splitWhy")}</p>
      {parts.map(({ id, title, summary }) => (
        <fieldset key={id} className="form-group">
          <legend className="visually-hidden">{t("part", { n: id })}</legend>
          <Labelled label={t("part", { n: id })} error={tried && title.trim() === "" ? t("titleMissing") : null}>
            <input
              className="field"
              value={title}
              maxLength={120}
              placeholder={t("clueTitle")}
              onChange={(event) => change(id, { title: event.target.value })}
              data-testid="split-title"
            />
          </Labelled>
          <Labelled label={t("summary")}>
            <textarea
              className="field"
              rows={2}
              maxLength={4000}
              value={summary}
              onChange={(event) => change(id, { summary: event.target.value })}
            />
          </Labelled>
        </fieldset>
      ))}
      {parts.length < 10 ? (
        <div>
          <Button size="small" onClick={() => setParts([...parts, { id: parts.length + 1, title: "", summary: "" }])}>
            {t("addPart")}
          </Button>
        </div>
      ) : null}
      {sentences.map((sentence, place) => (
        <div key={`${sentence.documentId}-${sentence.from}-${sentence.term}`} className="line">
          <span className="grow break small">{sentence.text}</span>
          <Choice
            label={t("sentenceTo")}
            value={places[place] ?? ""}
            onChange={(part) => setPlaces({ ...places, [place]: part })}
            options={[["", t("everyPart")], ...parts.map(({ id }): [string, string] => [String(id), t("part", { n: id })])]}
          />
        </div>
      ))}
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <SubmitButton pending={pending} />
    </form>
  );
}
