import type { Quantity } from "#numerals/find-quantities.ts";
import { isAboutPersons, namesPersons } from "#reading/facts/data-words.ts";
import { actorOf } from "#reading/facts/find-accused.ts";
import { sumLists, sumParts } from "#reading/facts/sum-parts.ts";
import type { ReadItems } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

const UNITS: ReadonlySet<string> = new Set(["条", "组", "个", "份", "人", "人次", "名", "套", "张", "笔", "户", "单", "页", "行", "件"]);
/** 侵犯公民个人信息罪 names a charge and 计算机信息系统 a machine: nobody's data. */
const INFORMATION =
  /信息(?!罪|系统)|资料|数据|名单|账户|账号|征信|简历|学籍|户籍|轨迹|通话记录|个案|快递单|面单|运单|手机号|电话号码|微信号|名册|登记册|人脸|证件照|报告|(?:用户|客户|会员|住客|患者|订单)[^，。；]{0,4}记录/;
const NAMED = /信息(?!罪|系统)|资料|账户|账号|数据|名单|产妇|学生|简历|征信报告|快递单|面单|运单|报告|名册|证件照|照片/;
/** Data in the sentence before a number that goes on counting it. */
const COUNTED = /信息(?!罪|系统)|资料|数据|名单|名册|记录|订单|表格|清单|面单|号码|文件/;
/** 手机号近2000个: a number of telephone numbers stands directly beside them. */
const NUMBERS_BEFORE = /(?:手机号码?|电话号码|电话|联系方式|微信号|QQ号)(?:信息)?(?:共计?|近|约|达|合计|总计|累计|多达)*$/;
const NUMBERS_AFTER = /^(?:手机号|电话号码|微信号|QQ号)/;
/** 8878万余人次, 2000名学生的信息: persons count where the data stands beside them without a comma between. */
const OF_PERSONS =
  /^[^，。；、]{0,8}(?:信息(?!罪|系统)|资料|数据|名单)|^[^，。；、]{0,8}的(?:真实)?(?:姓名|名字|电话|手机|身份证|住址|家庭住址|地址|联系|房号|车牌|出生)/;
const BEFORE_PERSONS = /(?:信息(?!罪|系统)|资料|数据|名单)[^，。；、]{0,8}$/;
const PAPERS = /信息(?!罪|系统)|资料|数据|名单|名册|面单|运单|快递单|订单|病历|病案|报告|简历|档案|登记|台账|清单|证件/;
/** 名册…，共涉及患者3260人: whose data it was. */
const CONCERNED =
  /(?:涉及|涵盖|包含|覆盖|牵涉)(?!被告|案|犯罪|资金)[^，。；]{0,3}(?:患者|病人|学生|家长|业主|客户|用户|车主|住户|会员|居民|村民|老人|公民|自然人|当事人|孩子|儿童|未成年人|求职者|乘客|消费者|群众)[^，。；]{0,4}$|[，、](?:共|实际)?(?:涉及|涵盖|覆盖)(?:共计?|约|自然人)?$/;
/** 发送57万条信息, 群发短信25万条: messages sent, not data held. */
const SENT = /(?:发送|群发|推送|接收|收到|收发|来往|发出|转发)[^，。；]{0,8}$/;
const RECORDS = /(?:记录|日志|评论|帖子|线索)(?:共计?|约|达)*$/;
const OF_PEOPLE = /公民|个人信息|客户|用户|通话|住宿|开房|轨迹|交易|学生|业主|车主|机主/;
const MESSAGE = /^(?:的)?(?:诈骗|广告|垃圾|商业)?(?:短信|信息|消息|彩信)|^[，。；、]/;
const PERSONAL = /公民个人(?:征信|财产|轨迹|身份)?信息|个人信息|公民信息/;
const TOTAL =
  /共计|合计|总计|累计|总数|总量|总共|一共|去除重复|去重|剔除|去掉[^，。；]{0,6}重复|扣除[^，。；]{0,8}后|实际(?:为|是)|尚有|折合|数量(?:达|为|应为|共)|共(?:获取|出售|提供|购买)/;
/** What is left once repeated items are out is the number; what the police handed over with the case is not yet it. */
/** A clause that says of its number only that it is all of them. */
const ONLY_TOTAL =
  /^(?:经[^，]{0,8}后?|去重后|前后|先后)?(?:共计?|合计|总计|累计|总共|一共|计|总数(?:为|达)?|合起来|加起来)(?:有|是|为|达)?$/;
const NET = /去重后|不重复[^，。；]{0,10}$|(?:去除|剔除|去掉|排除|扣除|删除)[^，。；]{0,8}重复[^。；]{0,10}$|实际(?:为|是)|尚有/;
/** 剔除重复、空号后，…，共计X条: what is left stands some clauses behind the words of taking out. */
const LEFT =
  /(?:剔除|去重|去除|去掉|扣除|排除|删除|除去|筛除|滤除|合并|不予计入)[^。；]*[，、后](?:[^，。；]{0,12}?)(?:共计?|合计|总计|实有|净|剩余?|余|尚有|尚存|为|计|得到?|有效|认定|确认|信息|数据|资料)(?:公民|个人|有效)?(?:信息|数据|资料)?(?:共计?|为|的)?$/;
/** 经核实有效的为X条: the end of a chain of numbers. */
const VALID =
  /(?:核实|核验|核对|比对|甄别|筛选|验证)后?[^，。；\d]{0,8}(?:有效|真实|无误)[^，。；\d]{0,6}$|有效(?:信息|数据|资料)?的?(?:为|共计?|有)$/;
/** 最终认定郝某出售的信息为X条, 据此以X条计: what whoever decides goes by. */
const DECIDED = /(?:认定|确认|采信|核定|核减|核实)(?!的?(?:事实|证据))[^，。；]{0,18}$|(?:应当?)?(?:以|按照?|就低(?:按|以)?)$/;
/** X条予以剔除, 其中X条系重复: what is taken out. */
const TAKEN_OUT =
  /^[^。；]{0,28}?(?:予以|应予|应当?|不予)(?:剔除|扣除|排除|核减|扣减|计入|认定)|^[^，。；]{0,6}(?:系|为|属于?)?(?:重复|空号|无效|虚假|乱码|残缺|公开)/;
/** 起诉书指控X条, 原告主张X条: another's claim in whosever sentence. */
const CLAIMED = /(?:[号声宣]称|称有|标称|主张|诉称|指控|起诉书|起诉意见书|移送|供称|自称|辩称)[^，。；]{0,18}$/;
const OF_POLICE = /(?:公安机关|侦查机关)[^，。；]{0,6}(?:移送|起诉意见)[^。；]{0,16}$/;
/** 我认四万一千条: what the one questioned owns to in the end. */
const ADMITTED = /(?:我|就)认(?!为|识)[^，。；]{0,3}$|(?:应该|其实)(?:就)?是$|准确(?:的)?(?:数|说)?(?:是)?$/;
const TIERS: readonly (readonly ["A" | "B" | "C", RegExp])[] = [
  ["A", /行踪轨迹|通信内容|征信|财产信息|轨迹信息|定位信息|银行(?:卡|账户)信息/],
  ["B", /住宿|通信记录|通话(?:记录|清单|详单)|话单|健康|病历|产妇|孕妇|就诊|体检|交易信息|订单|购物|快递/],
];
const SPEAKERS = { court: 3.6, prosecution: 1.5, result: 1, other: 1.2, evidence: -1.4, defence: -6, law: -20 } as const;

export type Candidate = ReadItems & { readonly score: number; readonly sentence: number };

/**
 * 信息条数 numbers of items of personal information, the total of the court first. A number counts when its sentence speaks of information; prices, sums,
 * samples and thresholds of the law do not (`isPersonalCase`: a charge of it is named, or particulars of persons are listed). What the defence says comes last. Where the court only names the parts of one person's acts, their sum stands first.
 */
export function findItems(
  text: string,
  sentences: readonly Sentence[],
  quantities: readonly Quantity[],
  isPersonalCase: boolean,
  accused: readonly string[],
): ReadItems[] {
  const isJudged = sentences.some(({ speaker }) => speaker === "court");
  const found = quantities.flatMap((quantity): (Candidate & { readonly actor: ReturnType<typeof actorOf> })[] => {
    if (quantity.currency !== null || !UNITS.has(quantity.unit) || quantity.value < 2) return [];
    const index = sentenceAt(sentences, quantity.from);
    const sentence = sentences[index];
    if (sentence === undefined || sentence.isStatute) return [];
    // 问：一共卖出去多少条？答：三四万条吧。 Where no court speaks, a document about persons' information counts it in 条 without saying so again.
    // 提取表格612个，统计为五十三万条；其中…予以剔除，认定三十万条。 What was counted stands in the sentence before.
    const isUnderstood =
      /[条组套行]/.test(quantity.unit) && (isPersonalCase ? !isJudged || isGoingOn(sentences[index - 1]) : isOfData(sentences[index - 1]));
    const before = text.slice(Math.max(sentence.from, quantity.from - 30), quantity.from);
    const after = text.slice(quantity.to, Math.min(text.length, quantity.to + 16));
    const isAnswer = isPersonalCase && isAnsweredWith(quantity, sentence, after);
    if (!isAnswer && isOther(quantity, before, after, isUnderstood)) return [];
    if ((!isUnderstood && !isAnswer && !isOfData(sentence)) || isMessages(quantity, sentence.text, before, after)) return [];
    const tier = TIERS.find(([, words]) => words.test(sentence.text))?.[0] ?? "C";
    const { value, approximate, from, to } = quantity;
    const told = text.slice(sentence.from, quantity.from);
    const score = scoreOf(quantity, sentence, before, after, told);
    const actor = actorOf(told, accused);
    return [{ count: value, approximate, tier, speaker: sentence.speaker, from, to, score, sentence: index, actor }];
  });
  // What the others did comes after the main actor's part, where that is told.
  const isMainTold = found.some(({ actor, speaker }) => actor === "main" && speaker !== "defence" && speaker !== "evidence");
  const tellings = new Map<number, Set<number>>();
  for (const { count, sentence } of found) tellings.set(count, (tellings.get(count) ?? new Set<number>()).add(sentence));
  const candidates = found.map(
    ({ actor, ...one }): Candidate => ({
      ...one,
      score: one.score - (isMainTold && actor === "other" ? 2.5 : 0) + ((tellings.get(one.count)?.size ?? 1) > 1 ? 0.6 : 0),
    }),
  );
  const ranked = [...candidates, ...sumLists(candidates, text, sentences, accused.length > 1)].sort(
    (a, b) => b.score - a.score || b.count - a.count || a.from - b.from,
  );
  const sum = sumParts(ranked, sentences);
  return [...(sum === null ? [] : [sum]), ...ranked].map(({ score: _score, sentence: _sentence, ...items }) => items);
}

/** 答：三千五百个。 In answers about persons' information a large number at the end of a clause counts it, whatever its unit. */
function isAnsweredWith({ unit, value }: Quantity, sentence: Sentence, after: string): boolean {
  return value >= 100 && /[个份户单人]/.test(unit) && /^\s*答[：:]/.test(sentence.text) && /^[吧，。；、]/.test(after);
}

function isOfData(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && !sentence.isStatute && (INFORMATION.test(sentence.text) || isAboutPersons(sentence));
}

function isGoingOn(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && COUNTED.test(sentence.text);
}

/** Prices (每条0.5元), thresholds of the law (五千条以上的), persons and cards that are no items. */
function isOther({ unit, value, text: written }: Quantity, before: string, after: string, isUnderstood: boolean): boolean {
  // 卡号6227…个人活期明细, 支付宝2088…张某: eleven digits and more in one row are somebody's number, not a count.
  if (value >= 1e10 && !/[万亿,，]/.test(written)) return true;
  if (/每\s*$|平均$|标准$|第$/.test(before) || /^(?:[^，。；]{0,4}元)?\//.test(after)) return true;
  if (/以上/.test(written) && /^(?:的|，(?:应|属)|为)/.test(after)) return true;
  if (unit === "人" || unit === "名" || unit === "人次")
    return !(OF_PERSONS.test(after) || BEFORE_PERSONS.test(before) || CONCERNED.test(before));
  if (unit === "行") return value < 10 || /第$/.test(before);
  if (unit === "条") return /^(?:短信|微信|语音|烟|毛毯|裤|街|路|狗|线索|(?:聊天)?记录显示)/.test(after);
  // 账户共858户, 300万单位存款: households, orders and pages count where what is counted is data.
  if (/[户单页件]/.test(unit))
    return /^[位据价独元子数]/.test(after) || !(PAPERS.test(nearClause(before) + after.slice(0, 4)) || OF_PERSONS.test(after));
  if (NUMBERS_BEFORE.test(before) || NUMBERS_AFTER.test(after)) return false;
  if (isUnderstood && (unit === "组" || unit === "套" || unit === "行")) return false;
  return (
    !NAMED.test(nearClause(before) + after.slice(0, 8)) ||
    /^(?:月|小时|工作日|电子邮|邮|U盘|文件|电话|银行卡|手机|QQ|微信|信封|硬盘|表格|网站|省|市|小区|部门|群)/.test(after)
  );
}

/** The words of the clause before a number; where it holds nothing but a word of totals (…信息，共计X份), the clause before it as well. */
function nearClause(before: string): string {
  const near =
    before
      .slice(-14)
      .split(/[，。；]/)
      .at(-1) ?? "";
  if (!ONLY_TOTAL.test(near)) return near;
  return before
    .split(/[，。；]/)
    .slice(-2)
    .join("");
}

function isMessages({ unit }: Quantity, sentence: string, before: string, after: string): boolean {
  if (unit !== "条") return false;
  const near = before.slice(-16) + after.slice(0, 8);
  if (/短信|彩信/.test(near) && !/公民|个人信息|号码/.test(near)) return true;
  if (SENT.test(before) && MESSAGE.test(after))
    return !/公民|个人信息|(?:客户|用户)(?:的)?(?:信息|资料)|压缩包|表格|名[单册]|面单|运单/.test(sentence) && !namesPersons(sentence);
  return RECORDS.test(before) && !OF_PEOPLE.test(sentence);
}

function scoreOf(quantity: Quantity, { speaker, text: sentence }: Sentence, before: string, after: string, told: string): number {
  let score: number = SPEAKERS[speaker];
  if (quantity.unit === "条" || quantity.unit === "组") score += 2;
  if (PERSONAL.test(before)) score += 2.5;
  else if (/信息|资料/.test(before.slice(-12) + after.slice(0, 10))) score += 1;
  if (TOTAL.test(before.slice(-16))) score += 3;
  if (NET.test(before.slice(-20))) score += 1.5;
  else if (LEFT.test(told.slice(-80))) score += 3;
  if (/(?:以上|上述|前述|各次|几次|[二三四五六七八九]次)[^，。；]{0,4}(?:共|合计|总计|累计)[^，。；]{0,14}$/.test(before)) score += 2;
  if (DECIDED.test(before)) score += 2;
  if (CLAIMED.test(before) && speaker === "court") score -= 3;
  if (TAKEN_OUT.test(after)) score -= 4;
  if (ADMITTED.test(before.slice(-8))) score += 3;
  // 登记本127页: the sheets on which what counts is written.
  if (quantity.unit === "页") score -= 1.5;
  if (OF_POLICE.test(before)) score -= 3;
  if (/情节(?:特别)?严重/.test(sentence)) score += 2.5;
  if (/非法(?:获取|购买|收买|提供|出售)|侵犯/.test(sentence)) score += 1;
  if (VALID.test(before)) score += 4.5;
  else if (/其中|随机|抽取|抽样|核实|分别|各(?!类|种)|每次|另有|包括|内含/.test(before.slice(-14))) score -= 2.5;
  if (/(?<!不)重复|无效|不完整|企业|公司(?:信息|名录)|虚假/.test(before.slice(-9) + after.slice(0, 8))) score -= 2;
  if (/不足|没有|不到|仅/.test(before.slice(-6))) score -= 1.5;
  // 5万条以上，情节特别严重: the law's threshold repeated.
  if (isThreshold(quantity, before)) score -= 6;
  if (/^(?:数|几|好几)/.test(quantity.text)) score -= 2;
  else if (quantity.approximate) score -= /以上|左右/.test(quantity.text) ? 2 : 0.8;
  return score + Math.min(3.6, Math.log10(Math.max(1, quantity.value)) * 0.36);
}

/** 五千条以上, 超过5万条: a round threshold of 法释〔2017〕10号 and nothing counted. */
function isThreshold({ value, text }: Quantity, before: string): boolean {
  return [50, 250, 500, 2500, 5000, 25000, 50000].includes(value) && /以上|超过/.test(`${before.slice(-4)}${text}`);
}
