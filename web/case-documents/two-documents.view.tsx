import { Checkbox } from "antd";
import { useState } from "react";
import type { CaseDocumentDetail, DocumentFact } from "#case-documents/case-documents.contract.ts";
import { counterpartOf } from "#web/case-documents/compare-facts.ts";
import { CompareStrip } from "#web/case-documents/compare-strip.tsx";
import { DocumentPane, type Jump } from "#web/case-documents/document-pane.tsx";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { useText } from "#web/design/text/language.tsx";

const TABS = ["compare", "left", "right"] as const;

/** 并排对照 two documents with what they say alike and differently above them; on a narrow screen one of the three at a time. */
export function TwoDocuments({ left, right, at }: Props) {
  const t = useText(documentsText);
  const [tab, setTab] = useState<(typeof TABS)[number]>(at === null ? "compare" : "left");
  const [linked, setLinked] = useState(true);
  const [jumps, setJumps] = useState<{ readonly left: Jump | null; readonly right: Jump | null }>({ left: null, right: null });
  const jumpOf = (fact: DocumentFact | null, before: Jump | null): Jump | null =>
    fact === null ? before : { at: fact.places[0]?.from ?? 0, key: fact.key, turn: (before?.turn ?? 0) + 1 };
  const jump = (one: DocumentFact | null, other: DocumentFact | null) => {
    setJumps({ left: jumpOf(one, jumps.left), right: jumpOf(other, jumps.right) });
    setTab(one === null ? "right" : "left");
  };
  const follow = (side: "left" | "right") => (fact: DocumentFact | null) => {
    if (!linked || fact === null) return;
    const other = side === "left" ? "right" : "left";
    const same = counterpartOf(fact, (other === "left" ? left : right).factList);
    if (same !== null) setJumps({ ...jumps, [other]: jumpOf(same, jumps[other]) });
  };
  const names = { compare: t("compare"), left: left.name, right: right.name };
  return (
    <div className="stack" data-tab={tab}>
      <div className="reader-tabs no-print" role="tablist" aria-label={t("beside")}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            className="chip"
            aria-selected={tab === one}
            aria-controls={`reader-${one}`}
            onClick={() => setTab(one)}
            data-testid={`tab-${one}`}
          >
            {names[one]}
          </button>
        ))}
      </div>
      <section
        id="reader-compare"
        aria-label={t("compare")}
        className={tab === "compare" ? "panel stack-tight" : "panel stack-tight reader-off"}
      >
        <div className="line between">
          <h2>{t("compare")}</h2>
          <span className="no-print reader-linked">
            <Checkbox checked={linked} onChange={(event) => setLinked(event.target.checked)} data-testid="linked">
              {t("linked")}
            </Checkbox>
          </span>
        </div>
        <CompareStrip left={left} right={right} onJump={jump} />
      </section>
      <div className="reader reader-two">
        <div id="reader-left" className={tab === "left" ? "reader-side" : "reader-side reader-off"}>
          <DocumentPane detail={left} keys at={at} narrow jump={jumps.left} onFact={follow("left")} />
        </div>
        <div id="reader-right" className={tab === "right" ? "reader-side" : "reader-side reader-off"}>
          <DocumentPane key={right.id} detail={right} keys={false} at={null} narrow jump={jumps.right} onFact={follow("right")} />
        </div>
      </div>
    </div>
  );
}

type Props = { readonly left: CaseDocumentDetail; readonly right: CaseDocumentDetail; readonly at: number | null };
