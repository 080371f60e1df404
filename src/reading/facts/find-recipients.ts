import type { Quantity } from "#numerals/find-quantities.ts";
import { isAboutPersons } from "#reading/facts/data-words.ts";
import { isSaid } from "#reading/facts/stance.ts";
import type { ReadRecipient } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

const GIVE =
  "(?:出售|贩卖|倒卖|售卖|转卖|变卖|销售|兜售|提供|泄露|透露|发送|转发|传送|转让|转交|交付|共享|分享|出卖|拷贝|打包发|倒手|转手|发|卖|交|传|拷|寄|转|借|写|递|放)";
/** 出售给…, 卖与…: the receiver stands behind the act. */
const BEHIND = new RegExp(`[给与至到]了?(?<=(${GIVE})[了过]?[给与至到]了?)`, "g");
/** 与装修行业的人员互换: who exchanges receives. */
const EXCHANGED = /(?:与|和|同|跟)([^，。；：（）()]{2,30}?)(?:相互|互相|私下|进行)?(?:交换|互换|对换)/g;
/** 通过Telegram售出, 在群里叫卖, 发群里: buyers nobody names. */
const ONLINE =
  /(?:通过|在|于|到|发(?:到|进|在)?)([^，。；]{0,16}(?:QQ群|微信群|Telegram|电报群?|暗网|论坛|频道|贴吧|二手平台|网上|网络(?!科技)|朋友圈|群)(?:里|内|中|上)?)(?=[^，。；]{0,6}(?:售出|出售|卖出|贩卖|兜售|叫卖|售卖|转卖|销售)(?!给)|(?<=发(?:到|进|在)?[^，。；]{0,8}群里?)[，。；])/gi;
/** 购买者多为贷款中介, 买方系…团伙: told as who buys. */
const BUYERS = /(?:购买者|购买人|买方|买家|买主|下家)(?:大?多|主要|均|全|基本)?(?:为|系|是)([^。；]{2,40}?)(?=[。；]|$)/g;
/** 向…出售: the receiver stands before it. */
const BEFORE = new RegExp(
  `(?:向|给)([^，。；：（）()、]{1,28}?(?:、[^，。；：（）()、]{1,14}){0,6}?(?:（[^（）]{1,20}）)?)(?:非法|违法|违规|有偿|无偿|多次|陆续|分别|私下|先后|免费)*${GIVE}(?!给)`,
  "g",
);
const RECEIVER =
  /^((?:[^，。；：、（）()“”"用以进后并且获得非共计从]|从(?=事)|计(?![\d\s一二三四五六七八九十])|“[^“”]{1,20}”|、(?=[\p{Script=Han}某×＊*]{2,12}(?:等|、|及|和|，|。))|(?:用户|后台|以上)){1,40}(?:（[^（）]{1,20}）)?)/u;
/** What is given must be information; 资料 and 记录 alone are papers of many kinds. */
const DATA =
  /信息(?!系统)|表格|名册|名录|登记册|清单|话单|照片|套图|单号|报告(?!书)|数据|名单|轨迹|通话记录|住宿记录|(?:客户|公民|个人|学生|业主|车主|会员|用户)资料|户籍|简历|学籍|面单|病历|征信|[公实]民?料|手机号/;
/** 他们, 我: somebody, but the words alone do not say who. */
const PRONOUN = /^(?:他们|她们|我们|你们|大家|其|他|她|我|你|该)(?!人)/;
const TITLE = /^(?:同案(?:犯|人)?|原审)?(?:被告人|犯罪嫌疑人|嫌疑人|上诉人|被不起诉人|证人)/;
/** 从事房屋抵押贷款业务的郑某, 装饰公司设计师夏某: somebody of a trade, by his name. */
const OF_TRADE = /(?:公司|店|行业|业务|中介|机构|单位|经营|从事|老板|经理|设计师|导购|业务员|代理人|催收|负责人)[^，。；、]{0,12}$/;
const SURNAMES =
  "祝段仇季计柳童屈鲁葛关苗聂焦樊单左申甄欧阳司徒上官夏屠洪庞颜倪温莫翟艾兰涂柴覃麦甘佟窦米盖展辛肖简荀明舒谷饶裘邵林付赖常王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
/** Organs that investigate or judge, the accused's own family, and what is handed over as help, evidence or money. */
const NO_RECEIVER =
  /公安|派出所|法庭|本院|法院|检察|侦查|办案|司法|民警|监管(?:部门|机关)|纪委|监察|辩护|律师(?!事务所)|银行卡内|账户|被害单位|看守所|^(?:公司)?(?:的)?(?:业务员|员工|电销人员|店员|下属|话务员|工作群)|孩子|家长|学生|被害人|患者/;
const NO_OBJECT = /短信|邮件|木马|链接|验证码请求|汇款|转账|现金|毒品|线索|证据|担保|帮助(?!信息)|服务(?!过程)|虚假材料|资金/;
const ROLES: readonly (readonly [ReadRecipient["role"], RegExp])[] = [
  ["unspecified", /^(?:其)?(?:他人|别人|其他人|其他人员|不特定|社会上|外界|第三人|多人|数人|若干人)/],
  ["criminal", /诈骗|犯罪(?!嫌疑)|赌博|不法分子|违法人员|行骗|骗子|骗人|骗钱/],
  ["reseller", /下家|下线|上家|中间商|代理商?(?!人)|料商|同行|二手贩子|二道贩子|数据商|信息贩子/],
  ["online", /网友|网名|昵称|QQ|微信|群|Telegram|暗网|网上|网络|论坛|电报|蝙蝠|飞机|自称|频道|^“[^“”]{1,12}”/i],
  ["customer", /客户|买家|买主|购买者|买方|顾客|购买人|求购|委托人|会员|雇主/],
  ["unit", /公司|银行|机构|中心|工作室|门店|平台|单位|事务所|培训|医院|学校|药店|中介|企业|商家|商户|店铺|集团|楼盘|酒店/],
];
const NAMED = new RegExp(
  `^(?:同伙|朋友)[\\p{Script=Han}]{2,4}|^[\\p{Script=Han}]{1,2}[某×＊*]|[${SURNAMES}][某×＊*]|^[${SURNAMES}][\\p{Script=Han}]{1,2}\\d?(?:$|、|（)|^[小老阿][\\p{Script=Han}]$`,
  "u",
);

const NAME_AT_END = new RegExp(`[${SURNAMES}](?:[某×＊*][\\p{Script=Han}]?|[\\p{Script=Han}]{1,2})\\d?$`, "u");
/** 卖给, 倒手给: said of nothing but what was taken. */
const SOLD = /(?:卖|倒手|转手|出售)[了过]?给/;
type Told = { readonly sentence: Sentence; readonly counted: readonly Quantity[]; readonly isOfPersons: boolean };

/**
 * 信息去向 who received information, as somebody says it. What is denied or only planned, and what organs were told, is none; 他人 is one only where nobody else is
 * named. `isPersonalCase`: once the document is about persons' information, what is sold need not be called so again.
 */
export function findRecipients(sentences: readonly Sentence[], quantities: readonly Quantity[], isPersonalCase: boolean): ReadRecipient[] {
  let cursor = 0;
  const found = sentences.flatMap((sentence, index): ReadRecipient[] => {
    while ((quantities[cursor]?.to ?? Number.POSITIVE_INFINITY) <= sentence.from) cursor++;
    if (sentence.isStatute || !/[给向与至到换售卖发为系]/.test(sentence.text)) return [];
    const before = sentences[index - 1];
    const isOfPersons = isPersonalCase && (isAboutPersons(sentence) || (before !== undefined && isAboutPersons(before)));
    if (!isOfPersons && !DATA.test(sentence.text) && !(isPersonalCase && SOLD.test(sentence.text))) return [];
    const counted = quantitiesOf(quantities, cursor, sentence);
    return placesOf(sentence.text, isPersonalCase).flatMap((place) => read({ sentence, counted, isOfPersons }, place));
  });
  const named = found.filter(({ role }) => role !== "unspecified");
  return named.length > 0 ? named : found.slice(0, 1);
}

/** `isCertain`: the words themselves say that it is the information that was handed on. */
type Place = { readonly from: number; readonly to: number; readonly act: number; readonly isCertain: boolean; readonly isBuyer?: boolean };

function placesOf(text: string, isPersonalCase: boolean): Place[] {
  const behind = [...text.matchAll(BEHIND)].flatMap((match): Place[] => {
    const from = match.index + match[0].length;
    const receiver = RECEIVER.exec(text.slice(from, from + 60))?.[1];
    const act = match.index - (match[1]?.length ?? 0);
    const isCertain = isPersonalCase && SOLD.test(text.slice(act, from));
    return receiver === undefined ? [] : [{ from, to: from + receiver.length, act, isCertain }];
  });
  const before = [...text.matchAll(BEFORE)].flatMap((match): Place[] => {
    const receiver = match[1] ?? "";
    const from = match.index + 1;
    const end = match.index + match[0].length;
    const isGiven =
      DATA.test(text.slice(end, end + 48)) || /[将把][^，。；]{0,40}$/.test(text.slice(Math.max(0, match.index - 40), match.index));
    return /^[的了]/.test(receiver) || !isGiven ? [] : [{ from, to: from + receiver.length, act: match.index, isCertain: false }];
  });
  const told = (
    isPersonalCase && /换|群|网|Telegram|暗网|论坛|频道|贴吧|平台|圈|买|购/i.test(text) ? [EXCHANGED, ONLINE, BUYERS] : []
  ).flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Place => {
      const from = match.index + match[0].lastIndexOf(match[1] ?? "");
      return { from, to: from + (match[1]?.length ?? 0), act: match.index, isCertain: pattern !== EXCHANGED, isBuyer: pattern !== ONLINE };
    }),
  );
  return [...behind, ...before, ...told].sort((a, b) => a.from - b.from);
}

function read({ sentence, counted, isOfPersons }: Told, place: Place): ReadRecipient[] {
  const { act } = place;
  const end = sentence.from + place.to;
  const whole = sentence.text.slice(place.from, place.to);
  const title = TITLE.exec(whole)?.[0].length ?? 0;
  const start = sentence.from + place.from + title;
  const words = whole
    .slice(title)
    .replace(
      /(?:等(?:\d{1,4}|[一二三四五六七八九十]{1,3})?余?(?:人|名|家|个)|的|等|的[^的]*(?:表格|信息|资料|名单|数据).*|使用?|复印|查看|牟利|了|谋利|有偿|无偿|进行.*)+$/,
      "",
    );
  if (words === "" || NO_RECEIVER.test(words) || /^(?:其|自己|本人|我|人)$/.test(words)) return [];
  const clause = sentence.text.slice(Math.max(0, act - 60), place.to + 24);
  if (NO_OBJECT.test(clause) && !/信息|资料|数据|名单/.test(clause)) return [];
  if (!place.isCertain && !isOfPersons && !DATA.test(sentence.text.slice(Math.max(0, act - 120), place.to + 60))) return [];
  const to = start + words.length;
  if (!isSaid(sentence, sentence.from + act, to)) return [];
  const told = roleOf(words);
  const role = place.isBuyer && (told === "unit" || told === "other") ? "customer" : told;
  if (role === "other" && (words.length < 2 || words.length > 12)) return [];
  if (PRONOUN.test(words) && (role === "named" || role === "other")) return [];
  const number = counted.find((one) => one.from >= start && one.from < end + 6 && /^(?:人|名|家|个|位)$/.test(one.unit));
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

/** A name with a trade before it is a customer; a trade or a unit without a name is what its words say. */
function roleOf(words: string): ReadRecipient["role"] {
  const name = NAME_AT_END.exec(words)?.[0];
  if (name !== undefined && name.length < words.length && OF_TRADE.test(words.slice(0, -name.length)) && !/网友|网名|自称|诈骗/.test(words))
    return "customer";
  return ROLES.find(([, pattern]) => pattern.test(words))?.[0] ?? (NAMED.test(words) ? "named" : "other");
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
