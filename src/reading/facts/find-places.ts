import type { ReadPlace } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

/** Names of divisions by their last signs, largest first. 小区, 市场, 城市, 地区 by itself are none. */
const PROVINCE = "(?:[\\p{Script=Han}×＊*]{1,6}?(?:省|自治区))";
const CITY =
  "(?:[\\p{Script=Han}×＊*]{1,8}?(?:自治州|(?<![菜超城门都夜])市(?![场区值面民])|(?<=\\p{Script=Han}{2})地区|盟(?=[\\p{Script=Han}]{1,6}[旗县市])))";
const COUNTY =
  "(?:[\\p{Script=Han}×＊*]{1,8}?(?:自治县|新区|(?<![军小社校园片景厂库城辖街院营禁战山地市郊])区(?![域块别分间])|县(?![城级])|(?<!锦)旗(?!下|袍|舰)|(?<=市\\p{Script=Han}{1,4})市(?![场区值面民])))";
const DIVISION = `(?:${PROVINCE}${CITY}?${COUNTY}?|${CITY}${COUNTY}?|${COUNTY})`;
/** Behind these words a place of the act begins; what follows is no name of a person or an organ. */
const AT = new RegExp(`[在于到往至从](?:位于)?(?:我国|其)?(${DIVISION})`, "yu");
const NEAR = /[在于到往至从](?=[^，。；：、（）\s]{1,16}[省市区县旗])/g;
const ORGANS = [
  ["court", "人民法院"],
  ["procuratorate", "人民检察院"],
] as const;
const ORGAN = /[\p{Script=Han}×＊*]{2,24}$/u;
/** 本院, 上级, 各级: no names; 在…人民法院: an organ, not the place of an act. */
const NO_NAME = /^(?:本|该|各|各级|上级|原|基层|最高|根据|一审|二审|公诉机关|抗诉机关|的|其|由|经|被告人|提交)/;
const NO_DIVISION =
  /[的了是被将把与和及为对向其等由]|公司|银行|医院|学校|电脑|手机|局|邮政|登记|去|网|信息|超市|今|时|他|我|该|本|某处|全国|各|多|这|那|两|外|内|都|以|之|小|处|实|期|人/;
const ORGAN_BEHIND = /^(?:[\p{Script=Han}]{0,8}(?:人民法院|人民检察院|人民政府|公安|看守所|监狱|派出所|司法局|税务|监管))/u;
/** Somebody acts, as the prosecution or the court tells it: a witness's own workplace is no place of the act. */
const ACTING = /被告人|嫌疑人|非法|伙同|作案|犯罪/;
const TELLERS: ReadonlySet<string> = new Set(["prosecution", "court", "result", "other"]);
const ARREST = /^[^，。；]{0,40}?(?:抓获|归案|投案|查获|逮捕)/;
/** Where somebody lives, a thing is kept or a firm stands. */
const NOT_ACT = /(?:存放|登记|成立|注册|出生|户籍|籍贯|住址|住所|住|暂住|家住|户口)[^，。；]{0,6}$/;

/** 地点 the organs of the document and the divisions where somebody acted or was caught. Streets and homes are not read. */
export function findPlaces(text: string, sentences: readonly Sentence[]): ReadPlace[] {
  const found: ReadPlace[] = [];
  for (const [role, organ] of ORGANS)
    for (let at = text.indexOf(organ); at >= 0; at = text.indexOf(organ, at + 1)) {
      const before = ORGAN.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? "";
      const name = before.replace(
        /^.*(?:机关|提起公诉的|人民法院审理|移送|报送|转送|审理|由|经|发回|根据|向|被|至|到|在|于|是|及|和|本案|不服)(?=.{2})/u,
        "",
      );
      const [from, to] = [at - name.length, at + organ.length];
      const sentence = sentences[sentenceAt(sentences, from)];
      if (sentence === undefined || NO_NAME.test(name) || name.length < 2 || sentence.isStatute) continue;
      found.push({ role, name: `${name}${organ}`, speaker: sentence.speaker, from, to });
    }
  for (const { index } of text.matchAll(NEAR)) {
    AT.lastIndex = index;
    const match = AT.exec(text);
    if (match === null) continue;
    const name = match[1] ?? "";
    const from = match.index + match[0].length - name.length;
    const sentence = sentences[sentenceAt(sentences, from)];
    if (sentence === undefined || sentence.isStatute || NO_DIVISION.test(name) || name.length < 3) continue;
    if (!TELLERS.has(sentence.speaker) || !ACTING.test(sentence.text)) continue;
    const before = text.slice(Math.max(sentence.from, match.index - 10), match.index);
    const after = text.slice(from + name.length, Math.min(sentence.to, from + name.length + 48));
    if (NOT_ACT.test(before) || ORGAN_BEHIND.test(after)) continue;
    found.push({ role: ARREST.test(after) ? "arrest" : "act", name, speaker: sentence.speaker, from, to: from + name.length });
  }
  return found.sort((a, b) => a.from - b.from);
}
