import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import type { PlainAct } from "#web/recommendations/act-fields.ts";
import { ActFormView } from "#web/recommendations/act-form.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";

export const ACT_WORDS = {
  review: { zh: "记录研究部门审核", en: "Record the review" },
  "record-route": { zh: "记录征求意见、层报", en: "Record the opinion asked" },
  approve: { zh: "批准", en: "Approve" },
  return: { zh: "退回修改", en: "Return" },
  issue: { zh: "发出", en: "Issue" },
  file: { zh: "登记报备", en: "Record the filing" },
  object: { zh: "登记异议", en: "Record an objection" },
  "decide-objection": { zh: "处理异议", en: "Decide the objection" },
  reply: { zh: "登记回复", en: "Record a reply" },
  "plan-recheck": { zh: "安排回头看", en: "Plan a re-check" },
  escalate: { zh: "升级处理", en: "Escalate" },
  withdraw: { zh: "撤回", en: "Withdraw" },
  close: { zh: "办结", en: "Close" },
} as const satisfies Record<PlainAct, { zh: string; en: string }>;

type Props = { readonly caseId: string; readonly one: Recommendation; readonly types: TypesFile; readonly onRevise: () => void };

/** What this reader may do now, one act at a time. */
export function ActsPanel({ caseId, one, types, onRevise }: Props) {
  const t = useText(recommendationsText);
  const words = useWords();
  const [act, setAct] = useState<PlainAct | null>(null);
  const plain = one.can.filter((able): able is PlainAct => able !== "revise" && able !== "check");
  const ready = one.status === "drafting" ? one.missing.length === 0 : true;
  return (
    <section className="panel stack-tight no-print" data-testid="recommendation-acts">
      <h2>{t("acts")}</h2>
      {one.can.length === 0 ? <p className="quiet small">{t("actsNone")}</p> : null}
      <div className="line">
        {one.can.includes("revise") ? (
          <Button onClick={onRevise} data-testid="act-revise">
            {words({ zh: "修改草案", en: "Revise the draft" })}
          </Button>
        ) : null}
        {plain.map((able) => (
          <Button
            key={able}
            type={ready && ["approve", "issue"].includes(able) ? "primary" : "default"}
            aria-expanded={act === able}
            onClick={() => setAct(act === able ? null : able)}
            data-testid={`act-${able}`}
          >
            {words(ACT_WORDS[able])}
          </Button>
        ))}
      </div>
      {one.status === "approved" && one.approved?.document.number != null && act === null ? (
        <p className="good" data-testid="issue-next">
          {t("issuedNext")}
        </p>
      ) : null}
      {act === "issue" && one.approved !== null ? <NumberLine one={one} approved={one.approved} /> : null}
      {act === null || !plain.includes(act) ? null : (
        <ActFormView
          key={act}
          caseId={caseId}
          one={one}
          types={types}
          act={act}
          title={ACT_WORDS[act]}
          onDone={() => setAct((now) => (now === act ? null : now))}
        />
      )}
    </section>
  );
}

/** Under which number it goes out: that of the issued 检察建议书, or where to issue it first. */
function NumberLine({ one, approved }: { readonly one: Recommendation; readonly approved: NonNullable<Recommendation["approved"]> }) {
  const t = useText(recommendationsText);
  const { number, issuedOn } = approved.document;
  return (
    <p className={number === null ? "warn" : ""} data-testid="issue-number">
      {number === null ? t("numberOpen") : t("numberTaken", { number, on: issuedOn ?? "—" })}{" "}
      <Link to={`/cases/${one.case.id}/documents?document=${approved.documentId}`} data-testid="issue-document">
        {t("draftedDocument")}
      </Link>
    </p>
  );
}
