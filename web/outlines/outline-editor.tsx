import { Button } from "antd";
import { useState } from "react";
import type { OutlineContent, OutlineKind, OutlineLine } from "#outlines/outlines.contract.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";

export type EditedLine = { readonly included: boolean; readonly suggested: boolean; readonly spared: boolean; readonly line: OutlineLine };
const PARTS = [
  ["matter", "matter", 400],
  ["reason", "lineReason", 1000],
  ["direction", "direction", 600],
  ["evidence", "collect", 1000],
  ["proves", "lineProves", 600],
] as const;
const EMPTY: OutlineLine = { key: null, matter: "", reason: "", direction: "", evidence: "", proves: "", cite: "" };

/** Lines to tick, order and rewrite; what the machine suggests has a dashed border until a person saves it. */
export function OutlineEditor({ kind, title, lines, note, error, pending, onSave, onCancel }: Props) {
  const t = useText(outlinesText);
  const words = useWords();
  const signs = useSigns();
  const [name, setName] = useState(title);
  const [edited, setEdited] = useState<readonly EditedLine[]>(lines);
  const included = edited.filter((one) => one.included);
  const whole = included.length > 0 && included.every(({ line }) => PARTS.every(([part]) => line[part].trim() !== ""));
  const put = (at: number, next: EditedLine) => setEdited(edited.map((one, index) => (index === at ? next : one)));
  const move = (at: number, step: -1 | 1) => {
    const [one, other] = [edited[at], edited[at + step]];
    if (one === undefined || other === undefined) return;
    setEdited(edited.map((line, index) => (index === at ? other : index === at + step ? one : line)));
  };
  return (
    <form
      className="outline-form stack-tight no-print"
      data-testid="outline-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ kind, title: name, lines: included.map(({ line }) => line) });
      }}
    >
      {lines.some(({ suggested }) => suggested) ? <p className="small">{t("suggestionWhy")}</p> : null}
      {lines.length === 0 ? <p>{t("noGaps")}</p> : null}
      {note === null ? null : (
        <p className="small quiet">
          {words(note)}
          {signs.aside(note.cite)}
        </p>
      )}
      <Labelled label={t("outlineTitle")}>
        <input
          className="field"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          data-testid="outline-name"
        />
      </Labelled>
      <ol className="stack-tight">
        {edited.map(({ included: isIn, suggested, spared, line }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are told by their place, which the person changes
          <li key={at} className={suggested ? "outline-suggested stack-tight" : "outline-own stack-tight"} data-testid="outline-line">
            <div className="line between">
              <label className="outline-tick">
                <input
                  type="checkbox"
                  checked={isIn}
                  onChange={() => put(at, { included: !isIn, suggested, spared, line })}
                  aria-label={t("include", { n: at + 1 })}
                />
                <span>
                  <span className="figure">{at + 1}</span> {suggested ? <Mark>{t("suggestion")}</Mark> : null}{" "}
                  {spared ? <Mark tone="quiet">{t("notNeeded")}</Mark> : null} <strong>{line.matter}</strong>
                </span>
              </label>
              <span>
                <Button size="small" disabled={at === 0} onClick={() => move(at, -1)} aria-label={t("up", { n: at + 1 })}>
                  ↑
                </Button>{" "}
                <Button size="small" disabled={at === edited.length - 1} onClick={() => move(at, 1)} aria-label={t("down", { n: at + 1 })}>
                  ↓
                </Button>
              </span>
            </div>
            {isIn
              ? PARTS.map(([part, label, most]) => (
                  <Labelled key={part} label={t(label)}>
                    <textarea
                      className="field"
                      rows={part === "matter" ? 1 : 2}
                      maxLength={most}
                      required
                      value={line[part]}
                      onChange={(event) => put(at, { included: isIn, suggested, spared, line: { ...line, [part]: event.target.value } })}
                      data-testid={`line-${part}`}
                    />
                  </Labelled>
                ))
              : null}
            {line.cite === "" ? null : <p className="small quiet">{signs.pair(t("cite"), line.cite)}</p>}
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => setEdited([...edited, { included: true, suggested: false, spared: false, line: EMPTY }])}>
          {t("addLine")}
        </Button>
      </div>
      <InlineProblem error={error} />
      <div className="line">
        <Button type="primary" htmlType="submit" disabled={!whole} loading={pending} data-testid="outline-save">
          {t("saveDraft")}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
    </form>
  );
}

type Props = {
  readonly kind: OutlineKind;
  readonly title: string;
  readonly lines: readonly EditedLine[];
  readonly note: { readonly zh: string; readonly en: string; readonly cite: string } | null;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSave: (content: OutlineContent) => void;
  readonly onCancel: () => void;
};
