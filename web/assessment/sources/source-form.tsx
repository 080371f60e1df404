import { Button } from "antd";
import { useState } from "react";
import { FactSource } from "#assessments/fact-sources.contract.ts";
import type { Fact } from "#assessments/list-facts.ts";
import { saysSame } from "#assessments/says-same.ts";
import { type ChosenDocument, DocumentSource } from "#web/assessment/sources/document-source.tsx";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem, Unread } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";
import { commonText } from "#web/words/common.text.ts";

const PLACES = ["page", "paragraph", "sheet", "row"] as const;
const PLACE_NAMES = { page: "pageName", paragraph: "paragraphName", sheet: "sheetName", row: "rowName" } as const;

/** Names the source of one fact: a piece of evidence with a place in it, a confirmed fact of a document, a statement with a note, the one it came with, or none. */
export function SourceForm({ caseId, fact, source, kept, onSet, onClose }: Props) {
  const t = useText(sourcesText);
  const c = useText(commonText);
  const evidence = useEvidenceList(caseId);
  const named = source?.kind === "evidence" ? source : null;
  const [kind, setKind] = useState<string>(
    source?.kind === "stated" || source?.kind === "document" ? source.kind : kept !== null && source === kept ? "kept" : "evidence",
  );
  const [item, setItem] = useState(named?.evidenceId ?? "");
  const [place, setPlace] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(PLACES.map((part) => [part, named?.[part] ?? ""])),
  );
  const [note, setNote] = useState(source?.kind === "stated" ? source.note : "");
  const [document, setDocument] = useState<ChosenDocument | null>(source?.kind === "document" ? source : null);
  const [tried, setTried] = useState(false);
  const filled = Object.fromEntries(Object.entries(place).filter(([, at]) => at.trim() !== ""));
  const read = (): FactSource | null | undefined => {
    if (kind === "none") return null;
    if (kind === "kept") return kept;
    if (kind === "document") return document ?? undefined;
    return FactSource.safeParse(kind === "stated" ? { kind, note } : { kind, evidenceId: item, ...filled }).data;
  };
  return (
    <form
      className="source-form stack-tight"
      data-testid="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        const next = read();
        setTried(true);
        if (next !== undefined) onSet(next);
      }}
    >
      <Choice
        showLabel
        label={t("kind")}
        value={kind}
        onChange={setKind}
        options={[
          ...(kept === null ? [] : [["kept", t("kindKept")] as const]),
          ["evidence", t("kindEvidence")],
          ...(fact === null ? [] : [["document", t("kindDocument")] as const]),
          ["stated", t("kindStated")],
          ["none", t("kindNone")],
        ]}
        testId="source-kind"
      />
      {kind === "evidence" ? (
        <>
          <Choice
            showLabel
            label={t("item")}
            value={item}
            onChange={setItem}
            options={[["", t("choose")], ...(evidence.data?.items ?? []).map(({ id, path }): [string, string] => [id, path])]}
            testId="source-evidence-item"
          />
          <Unread of={evidence} />
          <fieldset>
            <legend className="small quiet">{t("place")}</legend>
            <div className="source-places">
              {PLACES.map((part) => (
                <Labelled key={part} label={t(PLACE_NAMES[part])}>
                  <input
                    className="field"
                    maxLength={60}
                    value={place[part] ?? ""}
                    onChange={(event) => setPlace({ ...place, [part]: event.target.value })}
                    data-testid={`source-place-${part}`}
                  />
                </Labelled>
              ))}
            </div>
          </fieldset>
          {tried && read() === undefined ? (
            <p className="labelled-error" role="alert">
              {t("placeMissing")}
            </p>
          ) : null}
          <InlineProblem error={evidence.error} />
        </>
      ) : null}
      {kind === "document" && fact !== null ? (
        <DocumentSource
          caseId={caseId}
          value={fact.value}
          fits={(said) => saysSame(fact, said)}
          chosen={document}
          tried={tried}
          onChoose={setDocument}
        />
      ) : null}
      {kind === "stated" ? (
        <Labelled label={t("note")} error={tried && note.trim() === "" ? t("noteMissing") : null}>
          <input
            className="field"
            maxLength={400}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            data-testid="source-note"
          />
        </Labelled>
      ) : null}
      <div className="line">
        <Button size="small" type="primary" htmlType="submit" data-testid="source-set">
          {t("set")}
        </Button>
        <Button size="small" onClick={onClose}>
          {c("cancel")}
        </Button>
      </div>
    </form>
  );
}

type Props = {
  readonly caseId: string;
  /** what the source is of; null where no fact of a document may be named */
  readonly fact: Fact | null;
  readonly source: FactSource | null;
  /** the source it came with, while its value is unchanged */
  readonly kept: FactSource | null;
  readonly onSet: (source: FactSource | null) => void;
  readonly onClose: () => void;
};
