import type { AssessmentTree } from "#assessments/assessments.contract.ts";
import type { WhyNode } from "#law/law.contract.ts";
import { nameOfProvision, wordOfFact } from "#web/assessment/ground-words.ts";
import { nameOfFact, valueOfFact } from "#web/assessment/sources/show-fact.ts";
import { SourceMark } from "#web/assessment/sources/source-mark.tsx";
import { treeText } from "#web/assessment/tree/tree.text.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { OutcomeMark } from "#web/law/outcome-mark.tsx";

/** A limb with its citation and state; opened, the facts it rests on, each with its source. */
export function TreeLimb({ caseId, tree, node, open, onToggle }: Props) {
  const t = useText(treeText);
  const l = useText(lawText);
  const words = useWords();
  const { language } = useLanguage();
  const reads = new Set(tree.reads[node.id] ?? []);
  const facts = tree.facts.filter(({ path }) => reads.has(path));
  const numbers = /\d/.test(`${node.have}${node.need}`);
  return (
    <li className={`tree-limb tree-${node.outcome}`} data-testid="tree-limb" data-limb={node.id} data-outcome={node.outcome}>
      <button type="button" className="tree-toggle tree-focus" aria-expanded={open} onClick={() => onToggle(!open)}>
        <span className="tree-sign no-print" aria-hidden="true">
          {open ? "−" : "+"}
        </span>
        <OutcomeMark outcome={node.outcome} />
        <span className="tree-words">
          {words(node.meaning)} <span className="quiet small">{nameOfProvision(node.provision, node.id, language)}</span>{" "}
          {node.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
          {numbers ? (
            <span className="small figure">
              {" "}
              {t("have", { have: wordOfFact(node.have, language) })} · {t("need", { need: wordOfFact(node.need, language) })}
            </span>
          ) : null}
        </span>
      </button>
      <ul className={open ? "tree-facts" : "tree-facts tree-closed"}>
        {facts.length === 0 ? <li className="quiet small">{t("nothingRead")}</li> : null}
        {facts.map(({ path, state, source, sourceName }) => (
          <li key={path} className="tree-fact" data-testid="tree-fact" data-fact-path={path} data-state={state}>
            <span className="break">
              {nameOfFact(path, language)}
              {language === "zh" ? "：" : ": "}
              {state === "unknown" ? (
                <Mark tone="unknown">{t("unknownFact")}</Mark>
              ) : (
                <strong className="figure">{valueOfFact(tree.assessment.facts, path, language)}</strong>
              )}
            </span>
            {state === "unknown" ? null : <SourceMark caseId={caseId} source={source} name={sourceName ?? ""} />}
          </li>
        ))}
      </ul>
    </li>
  );
}

type Props = {
  readonly caseId: string;
  readonly tree: AssessmentTree;
  readonly node: WhyNode;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
};
