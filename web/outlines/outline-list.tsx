import { Button } from "antd";
import { useState } from "react";
import type { PilTrack } from "#outlines/outline-elements.contract.ts";
import { type OutlineBoard, type OutlineContent, OutlineKind, type WrittenOutline } from "#outlines/outlines.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { type EditedLine, OutlineEditor } from "#web/outlines/outline-editor.tsx";
import { OutlineView } from "#web/outlines/outline-view.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";
import { readPublicInterestFacts, useWriteOutlines } from "#web/outlines/use-outlines.ts";

type Editing = {
  readonly kind: OutlineKind;
  readonly title: string;
  readonly lines: readonly EditedLine[];
  readonly of: WrittenOutline | null;
};

/** 提纲 made from the gaps, edited, confirmed; each with its text for the step of return and the document. */
export function OutlineList({ caseId, board, track }: { readonly caseId: string; readonly board: OutlineBoard; readonly track: PilTrack }) {
  const t = useText(outlinesText);
  const words = useWords();
  const requestId = useRequestId();
  const { suggest, write, change } = useWriteOutlines(caseId);
  const [editing, setEditing] = useState<Editing | null>(null);
  const edit = (next: Editing | null) => {
    write.reset();
    change.reset();
    setEditing(next);
  };
  const make = (kind: OutlineKind) =>
    suggest.mutate(
      { kind, track, publicInterestFacts: readPublicInterestFacts(caseId) },
      {
        onSuccess: ({ items }) => {
          const made: Editing = {
            kind,
            title: t(kind),
            of: null,
            lines: items.map(({ key, matter, reason, direction, evidence, proves, cite, needed }) => ({
              included: needed,
              suggested: true,
              spared: !needed,
              line: {
                ...{ key, cite, matter: words(matter), reason: words(reason) },
                ...{ direction: words(direction), evidence: words(evidence), proves: words(proves) },
              },
            })),
          };
          // An outline that was opened for editing meanwhile is not taken away.
          setEditing((now) => (now === editing ? made : now));
        },
      },
    );
  const save = (content: OutlineContent) => {
    const onSuccess = () => {
      requestId.renew();
      setEditing((now) => (now === editing ? null : now));
    };
    if (editing === null || editing.of === null) write.mutate({ requestId: requestId.current(), content }, { onSuccess });
    else {
      const body = { id: editing.of.id, requestId: requestId.current(), expectedVersion: editing.of.version };
      change.mutate({ ...body, change: { type: "edit", content } }, { onSuccess });
    }
  };
  return (
    <section className="panel stack-tight" data-testid="outline-list">
      <div className="line between">
        <h2>{t("outlines")}</h2>
        {board.may ? (
          <span className="line no-print">
            {OutlineKind.options.map((kind) => (
              <Button
                key={kind}
                className="outline-wide-button"
                loading={suggest.isPending}
                onClick={() => make(kind)}
                data-testid={`make-${kind}`}
              >
                {t("make", { kind: t(kind) })}
              </Button>
            ))}
          </span>
        ) : null}
      </div>
      <InlineProblem error={suggest.error} />
      {editing === null ? null : (
        <OutlineEditor
          key={`${editing.kind} ${editing.of?.id ?? ""} ${editing.of?.version ?? ""}`}
          kind={editing.kind}
          title={editing.title}
          lines={editing.lines}
          note={editing.of === null ? (suggest.data?.note ?? null) : null}
          error={write.error ?? change.error}
          pending={write.isPending || change.isPending}
          onSave={save}
          onCancel={() => edit(null)}
        />
      )}
      {board.outlines.length === 0 && editing === null ? <p className="quiet">{t("noOutlines")}</p> : null}
      <ul className="stack-tight">
        {board.outlines.map((outline) => (
          <li key={outline.id} className="outline-written" data-testid="written-outline" data-status={outline.state.status}>
            <details open={outline.state.status === "draft"}>
              <summary>
                <Mark tone={outline.state.status === "confirmed" ? "good" : outline.state.status === "draft" ? "plain" : "quiet"}>
                  {t(outline.state.status)}
                </Mark>{" "}
                <strong>{outline.state.title}</strong>{" "}
                <span className="quiet small">
                  {t(outline.state.kind)} · {t("lines", { n: outline.state.lines.length })} ·{" "}
                  {t("changed", { name: outline.changedBy, at: formatMoment(outline.changedAt), n: outline.version })}
                </span>
              </summary>
              <OutlineView
                caseId={caseId}
                outline={outline}
                may={board.may}
                onEdit={() =>
                  edit({
                    ...{ kind: outline.state.kind, title: outline.state.title, of: outline },
                    lines: outline.state.lines.map((line) => ({ included: true, suggested: false, spared: false, line })),
                  })
                }
              />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
