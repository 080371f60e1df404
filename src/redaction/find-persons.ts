import { findInText } from "#scan/detectors/find-in-text.ts";
import { findNames } from "#scan/detectors/name/find-names.ts";
import { SURNAMES } from "#scan/detectors/name/surnames.data.ts";
import { foldText } from "#scan/text/fold-text.ts";

/** Who signs or argues in the open: their names are public. */
const OFFICIALS =
  /(?:审判长|(?:代理)?审判员|人民陪审员|陪审员|法官助理|书记员|(?:代理)?检察员|检察官(?:助理)?|公诉人|辩护人|辩护律师|诉讼代理人)[:：]?\s{0,8}([\p{Script=Han}·]{2,4}?)(?=[\s，,、。；;（(]|律师|$|出庭|担任|及)/gu;
/** 出售给李某某，伙同王某某: who is dealt with, where no role announces the name. */
const DEALT_WITH =
  /(?:(?:出售|贩卖|转卖|提供|发送|介绍|转|卖|交|发)给(?:了)?|伙同|指使|雇佣|受雇于|向)(\p{Script=Han}{2,3})(?=[，。；、,;（(]|等人|购买|出售|提供|索要|收取)/gu;
/** Behind a label (收件人信息, 客户资料) stands what the label is of, not a name; 黄牛 and the like are trades. */
const NO_PERSONS = /^(?:信息|资料|数据|名单|面单|电话|账号|账户|记录|档案|清单|号码|身份|黄牛|金主|上家|下家|他人|多人)$/;
const SINGLE = new Set(SURNAMES);
const DOUBLE = /^(?:欧阳|太史|上官|司马|东方|诸葛|尉迟|公孙|慕容|司徒|夏侯|皇甫|令狐|宇文|长孙|端木|百里|呼延)/;

/** The names of private persons in a document and what each is called in a published one: 张某, or 张某1, 张某2 where several share a surname. */
export function findPersons(text: string): ReadonlyMap<string, string> {
  const officials = new Set<string>();
  const persons: string[] = [];
  for (const line of text.split("\n")) {
    const folded = foldText(line);
    for (const match of folded.matchAll(OFFICIALS)) if (match[1] !== undefined) officials.add(match[1]);
    for (const match of folded.matchAll(DEALT_WITH)) {
      const [, name = ""] = match;
      if (SINGLE.has(name.slice(0, 1)) && !/[某公司店]/.test(name)) persons.push(name);
    }
    for (const { state, from, to } of findNames(folded, findInText(folded))) if (state === "valid") persons.push(folded.slice(from, to));
  }
  const names = [...new Set(persons)].filter((name) => !officials.has(name) && !NO_PERSONS.test(name));
  const bySurname = Map.groupBy(names, surnameOf);
  return new Map(
    [...bySurname].flatMap(([surname, sharing]) =>
      sharing.map((name, at): [string, string] => [name, sharing.length === 1 ? `${surname}某` : `${surname}某${at + 1}`]),
    ),
  );
}

function surnameOf(name: string): string {
  return DOUBLE.exec(name)?.[0] ?? name.slice(0, 1);
}
