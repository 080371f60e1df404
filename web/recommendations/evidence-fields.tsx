import { Button } from "antd";
import { useState } from "react";
import type { EvidenceReference } from "#recommendations/recommendation-event.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Unread } from "#web/design/state/state.tsx";
import { useSigns, useText } from "#web/design/text/language.tsx";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";
import { draftText } from "#web/recommendations/draft.text.ts";

type Props = {
  readonly caseId: string;
  readonly label: string;
  readonly value: readonly EvidenceReference[];
  readonly onChange: (value: readonly EvidenceReference[]) => void;
};

/** References to evidence of the case, or to a place in a document by its words; nothing is copied. */
export function EvidenceFields({ caseId, label, value, onChange }: Props) {
  const t = useText(draftText);
  const signs = useSigns();
  const list = useEvidenceList(caseId);
  const [chosen, setChosen] = useState("");
  const [words, setWords] = useState("");
  const [place, setPlace] = useState("");
  const item = list.data?.items.find(({ id }) => id === chosen);
  const add = () => {
    const reference: EvidenceReference =
      item === undefined
        ? { kind: "document", id: null, label: words.trim(), place: place.trim() }
        : { kind: "evidence", id: item.id, label: item.path.slice(0, 300), place: place.trim() };
    if (reference.label === "") return;
    onChange([...value, reference]);
    setChosen("");
    setWords("");
    setPlace("");
  };
  return (
    <fieldset className="stack-tight">
      <legend className="labelled-name">{label}</legend>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same place may be named twice, the order is all they have
        <span key={at} className="line small">
          <span className="break">
            {one.label}
            {one.place === "" ? "" : signs.aside(one.place)}
          </span>
          <Button
            type="text"
            size="small"
            aria-label={`${t("remove")} ${one.label}`}
            onClick={() => onChange(value.filter((_, other) => other !== at))}
          >
            {t("remove")}
          </Button>
        </span>
      ))}
      <div className="field-row">
        <div className="choice-wide">
          <Choice
            label={t("evidenceOfCase")}
            value={chosen}
            onChange={setChosen}
            options={[["", t("otherDocument")], ...(list.data?.items ?? []).map(({ id, path }) => [id, path] as const)]}
          />
          <Unread of={list} />
        </div>
        {item === undefined ? (
          <input
            className="field"
            aria-label={t("documentName")}
            placeholder={t("documentName")}
            maxLength={300}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            data-testid="evidence-label"
          />
        ) : null}
        <input
          className="field"
          aria-label={t("place")}
          placeholder={t("place")}
          maxLength={200}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
      </div>
      <div>
        <Button size="small" onClick={add} disabled={item === undefined && words.trim() === ""} data-testid="evidence-add">
          {t("addEvidence")}
        </Button>
      </div>
    </fieldset>
  );
}
