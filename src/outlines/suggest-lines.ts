import { isGap } from "#outlines/judge-elements.ts";
import { nameFacts } from "#outlines/name-fact.ts";
import type { OutlineBooks, OutlineElement, OutlineTrack, PilTrack, Words } from "#outlines/outline-elements.contract.ts";
import type { ColumnView, ElementView, LinkView, OutlineKind, SuggestedLine } from "#outlines/outlines.contract.ts";
import type { ElementAnswer } from "#public-interest/public-interest.contract.ts";

type Asked = {
  readonly kind: OutlineKind;
  readonly track: PilTrack;
  readonly columns: readonly ColumnView[];
  readonly links: readonly LinkView[];
  /** elements of the track as the public-interest review answers them; empty where nobody asked it */
  readonly answers: readonly ElementAnswer[];
};

/**
 * 由缺口生成提纲 a line for every element that is not proved, those that no alternative spares first. An outline for the police goes by the
 * elements of the crime and names which evidence serves the public-interest side as well (共同取证); one of our own investigation goes by the
 * elements of the track. Pure; a suggestion, never a decision.
 */
export function suggestLines(books: OutlineBooks, { kind, track, columns, links, answers }: Asked): SuggestedLine[] {
  const main: OutlineTrack = kind === "supplementary" ? "criminal" : track;
  const elements = books.columns.find((column) => column.track === main)?.elements ?? [];
  const views = columns.find((column) => column.track === main)?.elements ?? [];
  const other = columns.find((column) => column.track === track)?.elements ?? [];
  const pilRules = books.columns.find((column) => column.track === track)?.elements ?? [];
  const lines = elements.flatMap((element) => {
    const view = views.find((one) => one.element === element.id);
    if (view === undefined || view.standing === "proved") return [];
    const serves = main === "criminal" ? pilRules.filter(({ id, pairs }) => pairs.includes(element.id) && isOpen(other, id)) : [];
    const answer = answers.find(({ id }) => id === element.id);
    return [lineOf(element, view, links, serves, main === "criminal" ? undefined : answer)];
  });
  return [...lines.filter(({ needed }) => needed), ...lines.filter(({ needed }) => !needed)];
}

function isOpen(views: readonly ElementView[], id: string): boolean {
  return views.some((view) => view.element === id && isGap(view));
}

function lineOf(
  element: OutlineElement,
  view: ElementView,
  links: readonly LinkView[],
  serves: readonly OutlineElement[],
  answer: ElementAnswer | undefined,
): SuggestedLine {
  const also: Words | null =
    serves.length === 0
      ? null
      : {
          zh: `同时用于公益诉讼：${serves.map(({ meaning }) => bare(meaning.zh)).join("；")}。`,
          en: ` Serves the public-interest side too: ${serves.map(({ meaning }) => bare(meaning.en)).join("; ")}.`,
        };
  return {
    key: { track: view.track, element: element.id },
    matter: { ...element.meaning },
    reason: reasonOf(view, links, answer),
    direction: { ...element.direction },
    evidence: { ...element.collect },
    proves: { zh: `${element.proves.zh}${also?.zh ?? ""}`, en: `${element.proves.en}${also?.en ?? ""}` },
    cite: element.cite,
    unconfirmed: element.unconfirmed,
    needed: !view.spared,
  };
}

function reasonOf(view: ElementView, links: readonly LinkView[], answer: ElementAnswer | undefined): Words {
  const served = links.filter(({ id }) => view.links.includes(id));
  const zh: string[] = [];
  const en: string[] = [];
  if (served.length === 0) {
    zh.push("在案证据没有一项被认定证明本要件");
    en.push("no item of evidence is said to prove this");
  } else {
    zh.push(`现有证据只能提示、尚不足以证明：${served.map(({ path, state }) => `${path}（${state.proves}）`).join("；")}`);
    en.push(`what there is only indicates it: ${served.map(({ path, state }) => `${path} (${state.proves})`).join("; ")}`);
  }
  for (const { outcome, meaning, have, need } of view.openLimbs) {
    if (outcome === "unknown") {
      zh.push(`情节评估未定：${bare(meaning.zh)}（现有：${have}；需要：${need}）`);
      en.push(`the assessment leaves open: ${bare(meaning.en)} (have ${have}, need ${need})`);
    }
  }
  if (view.missingFacts.length > 0) {
    const names = nameFacts(view.missingFacts);
    zh.push(`情节评估缺少事实 ${names.length} 项：${names.map((name) => name.zh).join("、")}`);
    en.push(`facts missing in the assessment: ${names.map((name) => name.en).join(", ")}`);
  }
  if (answer?.outcome === "unknown") {
    zh.push("公益诉讼要件审查中本项未知");
    en.push("unknown in the public-interest review");
  }
  if (answer?.outcome === "not-met") {
    zh.push("公益诉讼要件审查中本项不成立，须查明有无相反证据");
    en.push("answered no in the public-interest review: find out whether there is evidence to the contrary");
  }
  if (view.burden === "other-side") {
    zh.push("本项由对方举证");
    en.push("the other side must prove this");
  }
  const [first = "", ...rest] = en;
  return { zh: `${zh.join("；")}。`, en: `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join("; ")}.` };
}

/** A sentence without its full stop, to stand inside another. */
function bare(sentence: string): string {
  return sentence.replace(/[。.]$/, "");
}
