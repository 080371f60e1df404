import type { Quantity } from "#numerals/find-quantities.ts";
import { isSaid } from "#reading/facts/stance.ts";
import type { ReadRecipient } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

const GIVE = "(?:出售|贩卖|倒卖|售卖|转卖|变卖|销售|兜售|提供|泄露|透露|发送|转发|传送|转让|转交|交付|共享|出卖|发|卖|交)";
/** 出售给…, 卖与…: the receiver stands behind the act. */
const BEHIND = new RegExp(`[给与至到]了?(?<=(${GIVE})了?[给与至到]了?)`, "g");
/** 向…出售: the receiver stands before it. */
const BEFORE = new RegExp(
  `(?:向|给)([^，。；：（）()、]{1,28}?(?:、[^，。；：（）()、]{1,14}){0,6}?(?:（[^（）]{1,20}）)?)(?:非法|违法|违规|有偿|无偿|多次|陆续|分别|私下|先后|免费)*${GIVE}(?!给)`,
  "g",
);
const RECEIVER =
  /^((?:[^，。；：、（）()“”"用以进从后并且获得非共计]|“[^“”]{1,20}”|、(?=[\p{Script=Han}某×＊*]{2,12}(?:等|、|及|和|，|。))|(?:用户|后台|以上)){1,40}(?:（[^（）]{1,20}）)?)/u;
/** What is given must be information; 资料 and 记录 alone are papers of many kinds. */
const DATA =
  /信息(?!系统)|数据|名单|轨迹|通话记录|住宿记录|(?:客户|公民|个人|学生|业主|车主|会员|用户)资料|户籍|简历|学籍|面单|病历|征信|[公实]民?料|手机号/;
/** 他们, 我: somebody, but the words alone do not say who. */
const PRONOUN = /^(?:他们|她们|我们|你们|大家|其|他|她|我|你|该)(?!人)/;
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
/** Organs that investigate or judge, the accused's own family, and what is handed over as help, evidence or money. */
const NO_RECEIVER =
  /公安|派出所|法庭|本院|法院|检察|侦查|办案|司法|民警|监管(?:部门|机关)|纪委|监察|辩护|律师(?!事务所)|银行卡内|账户|被害单位|看守所/;
const NO_OBJECT = /短信|邮件|木马|链接|验证码请求|汇款|转账|现金|毒品|线索|证据|担保|帮助(?!信息)|服务(?!过程)|虚假材料|资金/;
const ROLES: readonly (readonly [ReadRecipient["role"], RegExp])[] = [
  ["criminal", /诈骗|犯罪|赌博|不法分子|违法人员/],
  ["reseller", /下家|下线|上家|中间商|代理商?(?!人)|料商|同行|二手贩子/],
  ["online", /网友|网名|昵称|QQ|微信|群|Telegram|暗网|网上|网络|论坛|电报|蝙蝠|飞机/i],
  ["unit", /公司|银行|机构|中心|工作室|门店|平台|单位|事务所|培训|医院|学校|药店|中介|企业|商家|商户|店铺|集团|楼盘|酒店/],
  ["customer", /客户|买家|买主|购买者|买方|顾客|购买人|求购/],
  ["unspecified", /^(?:其)?(?:他人|别人|其他人|其他人员|不特定|社会上|外界|第三人|多人|数人|若干人)/],
];
const NAMED = new RegExp(
  `^(?:被告人|同案人|同案犯|犯罪嫌疑人|嫌疑人|证人|同伙|朋友)[\\p{Script=Han}]{2,4}|[${SURNAMES}][某×＊*]|^[${SURNAMES}][\\p{Script=Han}]{1,2}\\d?(?:$|、|（)`,
  "u",
);

/** 信息去向 who received information, as somebody says it. What is denied or only planned, and what organs were told, is none. */
export function findRecipients(sentences: readonly Sentence[], quantities: readonly Quantity[]): ReadRecipient[] {
  let cursor = 0;
  return sentences.flatMap((sentence): ReadRecipient[] => {
    while ((quantities[cursor]?.to ?? Number.POSITIVE_INFINITY) <= sentence.from) cursor++;
    if (sentence.isStatute || !/[给向与]/.test(sentence.text) || !DATA.test(sentence.text)) return [];
    const counted = quantitiesOf(quantities, cursor, sentence);
    return placesOf(sentence.text).flatMap(({ from, to, act }) => read(sentence, sentence.from + from, sentence.from + to, act, counted));
  });
}

type Place = { readonly from: number; readonly to: number; readonly act: number };

function placesOf(text: string): Place[] {
  const behind = [...text.matchAll(BEHIND)].flatMap((match): Place[] => {
    const from = match.index + match[0].length;
    const receiver = RECEIVER.exec(text.slice(from, from + 60))?.[1];
    return receiver === undefined ? [] : [{ from, to: from + receiver.length, act: match.index - (match[1]?.length ?? 0) }];
  });
  const before = [...text.matchAll(BEFORE)].flatMap((match): Place[] => {
    const receiver = match[1] ?? "";
    const from = match.index + 1;
    const end = match.index + match[0].length;
    const isGiven =
      DATA.test(text.slice(end, end + 48)) || /[将把][^，。；]{0,40}$/.test(text.slice(Math.max(0, match.index - 40), match.index));
    return /^[的了]/.test(receiver) || !isGiven ? [] : [{ from, to: from + receiver.length, act: match.index }];
  });
  return [...behind, ...before].sort((a, b) => a.from - b.from);
}

function read(sentence: Sentence, start: number, end: number, act: number, counted: readonly Quantity[]): ReadRecipient[] {
  const whole = sentence.text.slice(start - sentence.from, end - sentence.from);
  const words = whole.replace(/(?:等人|的|等|使用?|牟利|了|谋利|进行.*)+$/, "");
  if (words === "" || NO_RECEIVER.test(words) || /^(?:其|自己|本人|我)$/.test(words)) return [];
  const clause = sentence.text.slice(Math.max(0, act - 60), end - sentence.from + 24);
  if (NO_OBJECT.test(clause) && !/信息|资料|数据|名单/.test(clause)) return [];
  if (!DATA.test(sentence.text.slice(Math.max(0, act - 120), end - sentence.from + 60))) return [];
  const to = start + words.length;
  if (!isSaid(sentence, sentence.from + act, to)) return [];
  const role = ROLES.find(([, pattern]) => pattern.test(words))?.[0] ?? (NAMED.test(words) ? "named" : "other");
  if (role === "other" && (words.length < 2 || words.length > 12)) return [];
  if (PRONOUN.test(words) && (role === "named" || role === "other")) return [];
  const number = counted.find(({ from, unit }) => from >= start && from < end + 6 && /^(?:人|名|家|个|位)$/.test(unit));
  const name = role === "named" ? { from: start, to } : nameIn(words, start);
  return [
    {
      role,
      name,
      number: number?.value ?? null,
      approximate: number?.approximate ?? false,
      speaker: sentence.speaker,
      from: start,
      to: Math.max(to, number?.to ?? to),
    },
  ];
}

function nameIn(words: string, start: number): { from: number; to: number } | null {
  const quoted = /“([^“”]{1,20})”/.exec(words);
  return quoted?.[1] === undefined ? null : { from: start + quoted.index + 1, to: start + quoted.index + 1 + quoted[1].length };
}

function quantitiesOf(quantities: readonly Quantity[], cursor: number, { to }: Sentence): Quantity[] {
  const found: Quantity[] = [];
  for (let at = cursor; at < quantities.length; at++) {
    const quantity = quantities[at];
    if (quantity === undefined || quantity.from >= to) break;
    found.push(quantity);
  }
  return found;
}
