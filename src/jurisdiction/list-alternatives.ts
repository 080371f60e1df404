import type { JurisdictionAdvice, JurisdictionAnswer, JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import type { Language } from "#jurisdiction/tell-jurisdiction.ts";

const NEEDS = {
  designated: { zh: "共同的上级以书面指定", en: "a written designation by the common superior" },
  "main-place": { zh: "认定其为主要犯罪地并说明必要性", en: "finding it the main place of crime, with reasons" },
  "common-superior-designates": { zh: "有争议并且协商不成", en: "a dispute that negotiation does not settle" },
  "first-acceptor": { zh: "没有争议，也没有必要由主要犯罪地管辖", en: "no dispute and no need to follow the main place" },
  "only-filing": { zh: "由其立案；居住地须更为适宜", en: "its filing; a residence must be more suitable" },
} as const;

/** 其他可能 the other organs and ways, and what each would need. */
export function listAlternatives(
  facts: JurisdictionFacts,
  answer: JurisdictionAnswer,
  language: Language,
): JurisdictionAdvice["alternatives"] {
  const { organ, because, candidates } = answer;
  const found: JurisdictionAdvice["alternatives"] = [];
  const add = (rule: keyof typeof NEEDS, at: string | null) => {
    if (rule !== because || at !== organ) found.push({ rule, organ: at, needs: NEEDS[rule][language] });
  };
  const filed = facts.filings.filter((filing) => !answer.unconnected.includes(filing.organ));
  const earliest = filed.map(({ acceptedOn }) => acceptedOn).sort()[0];
  const first = [...new Set(filed.filter(({ acceptedOn }) => acceptedOn === earliest).map((filing) => filing.organ))];
  if (because === "no-filing-yet") for (const { division } of candidates) add("only-filing", division);
  else {
    if (first.length === 1 && first[0] !== undefined && first[0] !== organ) add("first-acceptor", first[0]);
    for (const { division, basis } of candidates)
      if (division !== organ && basis.some((one) => one !== "residence")) add("main-place", division);
    if (because !== "common-superior-designates" && candidates.length > 1) add("common-superior-designates", null);
  }
  if (because !== "designated") add("designated", null);
  return found.sort((a, b) => (a.rule + (a.organ ?? "")).localeCompare(b.rule + (b.organ ?? ""), "en"));
}
