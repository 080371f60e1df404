import { findPersons } from "#redaction/find-persons.ts";
import type { RedactAnswer, Replacement } from "#redaction/redaction.contract.ts";
import { findAddresses } from "#scan/detectors/address/find-addresses.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { KINDS } from "#scan/kinds.ts";
import { foldText } from "#scan/text/fold-text.ts";

const HIDDEN = "×××";
/** 1990年3月5日出生, 生于1990年3月5日: the year stays, for the age counts in law. */
const BIRTH = /((?:出)?生(?:于|日期)?[:：]?\s?)?((?:19|20)\d{2}年)(\d{1,2}月\d{1,2}日)(?:出?生)?/g;
const PARTY_DIVISION =
  /^(?:[^市区县旗]{2,12}(?:省|自治区|市))?(?:[^区县旗]{2,10}(?:市|州|盟|地区))?(?:[^路街道村镇乡]{1,8}(?:区|县|旗|市))?/u;

/**
 * 公开脱敏 a document fit for publication: names of private persons become 张某, numbers and accounts vanish, addresses end at the county, of a
 * birthday only the year stays. Officials and counsel keep their names (最高人民法院关于人民法院在互联网公布裁判文书的规定, 2016). A person
 * checks the result: what no rule saw stays as it was.
 */
export function redactText(id: string | number | null, text: string): RedactAnswer {
  const found: Replacement[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    found.push(...redactLine(line, start));
    start += line.length + 1;
  }
  for (const [name, called] of findPersons(text))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({
        from: at,
        to: at + name.length,
        kind: "name",
        replacement: called,
        because: { zh: "自然人姓名", en: "name of a private person" },
      });
  const replaced = withoutOverlaps(found);
  let published = "";
  let from = 0;
  for (const one of replaced) {
    published += text.slice(from, one.from) + one.replacement;
    from = one.to;
  }
  const counts: Record<string, number> = {};
  for (const { kind } of replaced) counts[kind] = (counts[kind] ?? 0) + 1;
  return { id, text: published + text.slice(from), replaced, counts };
}

function redactLine(line: string, start: number): Replacement[] {
  const folded = foldText(line);
  const numbers = findInText(folded);
  const found: Replacement[] = numbers.map(({ kind, from, to }) => ({
    from: start + from,
    to: start + to,
    kind,
    replacement: HIDDEN,
    because: { zh: KINDS[kind].zh, en: KINDS[kind].en },
  }));
  for (const { from, to } of findAddresses(folded, numbers)) {
    const kept = PARTY_DIVISION.exec(folded.slice(from, to))?.[0] ?? "";
    if (from + kept.length >= to) continue;
    found.push({
      from: start + from + kept.length,
      to: start + to,
      kind: "address",
      replacement: HIDDEN,
      because: { zh: "住址只保留到区县", en: "an address ends at the county" },
    });
  }
  for (const match of folded.matchAll(BIRTH)) {
    const [whole, before = "", year = "", day = ""] = match;
    if (before === "" && !whole.endsWith("生")) continue;
    const from = start + match.index + before.length + year.length;
    found.push({
      from,
      to: from + day.length,
      kind: "birthday",
      replacement: "×月×日",
      because: { zh: "出生月日", en: "month and day of birth" },
    });
  }
  return found;
}

/** What stands first wins its place, the longer one where two begin together. */
function withoutOverlaps(found: readonly Replacement[]): Replacement[] {
  const kept: Replacement[] = [];
  for (const one of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
  return kept;
}
