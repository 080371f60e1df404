import type { InsiderBasis } from "#clues/clues.contract.ts";
import type { ReadAnswer } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

/** The unit somebody belongs to, as the documents put it: 担任某快递公司, 系某医院. */
const ROLE =
  /(?:担任|任职于|就职于|曾任|原系|作为|身为|系|在)[^。；，]{1,24}?(?:公司|银行|医院|学校|平台|机构|单位|酒店|中介|站点|营业厅|派出所|公安局|局|所|中心)/;
const POST =
  /员工|职员|工作人员|客服|护士|护师|医生|医师|教师|老师|经理|业务员|营业员|柜员|信贷员|快递员|派件员|管理员|技术员|工程师|辅警|协警|民警|前台|店长|主管|实习生|店员|技术人员|运维|程序员|主任|护工|助理/;
const DUTY =
  /利用[^。；]{0,60}?(?:便利|之便|之机|的机会|职权|工作权限|工作账号)|履行(?:工作)?职责|履职|提供服务|(?:工作|任职|实习|就职|上班|从业)(?:期间|时|之机)|借[^。；，]{0,20}(?:工作|职务)之(?:便|机)/;

/**
 * 内鬼的依据 which words told of somebody inside: the unit, the post and the duty phrase in the sentence the reading found, and the word of the industry's list that
 * is nearest to it. All quoted from the masked text; null: not told in that sentence. Null where the reading found no insider. Pure.
 */
export function explainInsider(
  { insider, mentions }: Pick<ReadAnswer, "insider" | "mentions">,
  masked: string,
  sentences: readonly Sentence[],
): InsiderBasis | null {
  if (insider?.value !== true) return null;
  const { from, to, industry } = insider;
  const sentence = sentences[sentenceAt(sentences, from)];
  const around = masked.slice(sentence?.from ?? from, Math.max(to, sentence?.to ?? to));
  const words = masked.slice(from, to);
  const first = (pattern: RegExp) => (pattern.exec(words) ?? pattern.exec(around))?.[0].slice(0, 120) ?? null;
  const distance = (one: { from: number; to: number }) =>
    one.from >= from && one.to <= to ? 0 : Math.min(Math.abs(one.from - from), Math.abs(one.to - to));
  const [nearest] = mentions
    .filter(({ list, value }) => (list === "industries" || list === "sectors") && value === industry)
    // the insider's own words stand among the sources too: they are no word of the list
    .filter((one) => one.from !== from || one.to !== to)
    .toSorted((one, other) => distance(one) - distance(other));
  return {
    words: words.slice(0, 400),
    role: first(ROLE),
    post: first(POST),
    duty: first(DUTY),
    industry,
    industryTerm: nearest === undefined ? null : masked.slice(nearest.from, nearest.to).slice(0, 120),
  };
}
