import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { AssessmentTree } from "#assessments/assessments.contract.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { ProofNotice } from "#web/assessment/sources/proof-notice.tsx";
import { moveInTree } from "#web/assessment/tree/move-in-tree.ts";
import { treeText } from "#web/assessment/tree/tree.text.ts";
import { TreeHead } from "#web/assessment/tree/tree-head.tsx";
import { TreeLimb } from "#web/assessment/tree/tree-limb.tsx";
import { useAssessmentTree } from "#web/assessment/tree/use-assessment-tree.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { BAND_WORDS } from "#web/words/words.text.ts";
import "#web/assessment/tree/tree.css";

const BANDS = ["serious", "especially-serious"] as const;

/** 说理树 conclusion → limb → fact → source → row, of a stored assessment; on paper the whole of it. */
export function AssessmentTreeView({ detail, assessmentId }: { readonly detail: CaseDetail; readonly assessmentId: string }) {
  const tree = useAssessmentTree(detail.id, assessmentId);
  if (tree.isPending) return <Loading lines={10} />;
  if (tree.isError) return <Problem error={tree.error} onRetry={() => tree.refetch()} />;
  return <Tree key={assessmentId} detail={detail} tree={tree.data} />;
}

function Tree({ detail, tree }: { readonly detail: CaseDetail; readonly tree: AssessmentTree }) {
  const t = useText(treeText);
  const words = useWords();
  const { answer } = tree;
  const all = [...answer.limbs, ...answer.elements];
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(deciding(tree)));
  const toggle = (id: string, wanted: boolean) =>
    setOpen((before) => new Set(wanted ? [...before, id] : [...before].filter((one) => one !== id)));
  const branches = [
    ...BANDS.map((band) => ({
      title: t("limbs", { band: words(BAND_WORDS[band]) }),
      nodes: answer.limbs.filter((limb) => limb.band === band).toSorted((one, other) => rank(one.outcome) - rank(other.outcome)),
    })),
    { title: t("leniency"), nodes: answer.elements },
  ].filter(({ nodes }) => nodes.length > 0);
  return (
    <article className="tree-sheet panel stack" data-testid="assessment-tree" onKeyDown={moveInTree}>
      <div className="line between no-print">
        <Link to="?" data-testid="tree-back">
          {t("back")}
        </Link>
        <span className="line">
          <span className="quiet small tree-keys">{t("keys")}</span>
          <Button
            onClick={() => setOpen(open.size < all.length ? new Set(all.map(({ id }) => id)) : new Set())}
            data-testid="tree-open-all"
          >
            {t(open.size < all.length ? "openAll" : "closeAll")}
          </Button>
          <Button type="primary" onClick={() => window.print()} data-testid="tree-print">
            {t("print")}
          </Button>
        </span>
      </div>
      <TreeHead tree={tree} />
      {tree.counts.map(({ countId, proof }) => (
        <ProofNotice key={countId} proof={proof} />
      ))}
      {branches.map(({ title, nodes }) => (
        <section key={title} className="tree-branch">
          <h3>{title}</h3>
          <ul className="tree-limbs">
            {nodes.map((node) => (
              <TreeLimb
                key={node.id}
                caseId={detail.id}
                tree={tree}
                node={node}
                open={open.has(node.id)}
                onToggle={(wanted) => toggle(node.id, wanted)}
              />
            ))}
          </ul>
        </section>
      ))}
      {answer.remarks.length === 0 ? null : (
        <ul className="notes small">
          {answer.remarks.map((remark) => (
            <li key={remark.id}>
              {words(remark)} <span className="quiet">{remark.cite}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet small">{t("stored")}</p>
    </article>
  );
}

/** The limbs that carry the conclusion, which are open from the start: from it to a row is one click. */
function deciding({ answer }: AssessmentTree): string[] {
  const carrying = answer.limbs.filter((limb) => limb.outcome === "met" && limb.band === answer.band);
  return (carrying.length > 0 ? carrying : answer.limbs.filter(({ outcome }) => outcome === "unknown").slice(0, 1)).map(({ id }) => id);
}

function rank(outcome: "met" | "not-met" | "unknown"): number {
  return { met: 0, unknown: 1, "not-met": 2 }[outcome];
}
