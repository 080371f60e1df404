import { nameIndustry } from "#reading/facts/name-industry.ts";
import { isSaid } from "#reading/facts/stance.ts";
import { Industry, type ReadLeakSource } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";
import type { LexiconHit } from "#reading/terms/lexicon.ts";

const TAKE =
  "(?:获取|下载|窃取|扒取|爬取|抓取|拷贝|复制|导出|导入|盗取|采集|拖取|取得|查询|收集|截取|掌握|拍摄|抄录|获得|接触|抄下|截屏|截图|拍下|拍照|翻拍|偷拍|打印|打出|录屏|录入|录下|调取|检索|查看|记下|拷|搜索|导|登记|整理)";
const DATA =
  "(?:信息(?!系统|网络)|资料|数据(?!库)|名单|名册|名录|表格|(?<!键盘)记录|轨迹|账号|档案|病历|学籍|简历|料|姓名|电话|号码|字段|卡口|照片|话单|清单|详单|登记[册表]|报告|单号|面单|订单)";
/** What was taken stands behind the taking (导出客户名单) or before it (将业主姓名、电话导出). */
const TAKEN = `(?:${TAKE}[^。；，]{0,24}?${DATA}|${DATA}[^。；]{0,40}?${TAKE})`;
const SYSTEM = "(?:系统|网站|平台|数据库|后台|服务器|漏洞|接口|内网|APP|软件|终端|云盘|小程序)";
/** From the way in to what was taken, most telling first: of two that cover each other the first stays. */
const WAYS: readonly (readonly [way: ReadLeakSource["way"], anywhere: RegExp, pattern: RegExp])[] = [
  [
    "not-found-out",
    /来源|泄露/,
    /(?:信息|资料|数据|部分|名单|名册)?(?:的)?来源(?:尚|均|仍|暂|也)?(?:未(?:能)?查(?:明|清|实)|不明|不清|无法查[明清])|(?:无法|未能|没有|未)查(?:明|清|实)[^。；，]{0,8}来源|如何泄露[^。；]{0,14}(?:未能|无法|没有|尚未)查/g,
  ],
  [
    "post",
    /便利|之便|之机|机会|权限|期间|过程中|(?:工作|任职|实习|就职|上班)时|工号|便，|(?:将其)[^。；，]{0,10}(?:保管|经手|登记|负责)/,
    new RegExp(
      `(?:利用[^。；]{0,50}?(?:职务|工作|职权|岗位|实习|担任)[^。；]{0,30}?(?:便利|之便|之机|机会|权限|便)|利用(?:其|自己|本人|所)[^。；，]{0,20}(?:权限|工号)|(?:凭|以)(?:其|自己|本人)?[^。；，]{0,10}(?:主管|经理|员工|工作|岗位)的?(?:权限|工号)|在[^。；，]{2,30}(?:工作|任职|实习|就职|上班|履行职责|提供服务)(?:期间|过程中|时|之机)|将其[^。；，]{0,10}(?:保管|经手|登记|负责)的)[^。；]{0,60}?${TAKEN}`,
      "g",
    ),
  ],
  [
    "account",
    /账号|账户|工号|证书|密钥|权限|验证码/,
    new RegExp(
      `(?:盗用|冒用|借用|使用|利用|登录|登陆|插用|购买|租[用赁]|凭|以)[^。；，]{0,24}?(?:的|他人)?(?:账号|账户|工号|数字证书|密钥|权限|验证码)[^。；]{0,40}?${TAKEN}`,
      "g",
    ),
  ],
  [
    "crawling",
    /爬|抓取|扒取|采集|扫号|撞库|拖库/,
    new RegExp(`(?:爬虫|爬取|抓取|扒取|采集软件|自动采集|扫号|撞库|拖库)[^。；]{0,60}?${DATA}`, "g"),
  ],
  [
    "system",
    /系统|网站|平台|数据库|后台|服务器|漏洞|接口|内网|APP|软件|终端|云盘|小程序/,
    new RegExp(
      `(?:侵入|入侵|攻入|攻破|攻击|黑入|非法登录|登录|登陆|进入|通过|利用|从|自|在|以)[^。；，]{0,40}?${SYSTEM}[^。；]{0,60}?${TAKEN}|${SYSTEM}(?:里|中|上|内)?(?:导|打|查|拷|调)[出的到]?[^。；，]{0,16}`,
      "g",
    ),
  ],
  [
    "deception",
    /骗取|套取|冒充|以|谎称|假借/,
    new RegExp(
      `(?:骗取|套取|(?:冒充|谎称|假借)[^。；]{0,40}?(?:获取|索取|收集|登记|采集|套取|要到)|以[^。；，]{2,24}为(?:名|由|幌子|借口)[^。；]{0,30}?(?:收集|获取|采集|登记|骗|索要))(?:[^。；，]{0,20}?${DATA}|[^。；，]{0,4}所得)`,
      "g",
    ),
  ],
  [
    "exchange",
    /换/,
    new RegExp(
      `(?:(?:与|和|同|跟)[^。；，]{1,30}?(?:相互|互相)?(?:交换|互换)|以[^。；，]{1,16}?换取?|互换(?:得到|得|来))[^。；，]{0,20}?${DATA}|${DATA}[^。；，]{0,24}?(?:与|和|同|跟)[^。；，]{1,30}?(?:交换|互换)`,
      "g",
    ),
  ],
  [
    "purchase",
    /[购买收]/,
    new RegExp(
      `(?:(?:从|向|自|通过|在|经|跟)[^。；，]{1,44}?|以[^。；，]{1,20}?(?:价格?|元)[^。；，]{0,12}?)(?:非法|付费)?(?:购买|购得|购入|买得|买入|收买|买来|收购|买到)(?:[^。；，]{0,30}?${DATA}|(?<=${DATA}[^。；]{0,60}))`,
      "g",
    ),
  ],
  [
    "place",
    /从|台面|柜台|桌上|墙上|仓库|站点|网点|病房|办公室|档案室|垃圾桶|公告栏|现场/,
    new RegExp(
      `从[^。；，]{1,24}?(?:公司|医院|学校|银行|局|酒店|宾馆|中心|小区|物业|单位|超市|店|快递(?:站|点)|手机|电脑|垃圾)[^。；，]{0,30}?${TAKE}[^。；，]{0,24}?${DATA}|(?:从|把|将|对)[^。；，]{0,20}?(?:台面|柜台|桌上|墙上|仓库|站点|网点|病房|办公室|档案室|垃圾桶|公告栏|现场)[^。；]{0,30}?(?:拍|抄|捡|撕|拿走|带走)`,
      "g",
    ),
  ],
  [
    "person",
    /处|手中|手里|那里|那儿|同事|朋友|熟人|同学|给[了过]?我/,
    new RegExp(
      `(?:从|通过|跟|找|向)[^。；，]{1,24}?(?:处|手中|手里|那里|那儿|旧?同事|朋友|熟人|同学)[^。；]{0,20}?${TAKE}[^。；，]{0,24}?${DATA}|[\\p{Script=Han}]{1,4}(?:会|就|都)?给(?:了|过)?我[^。；，]{0,8}(?:表|名单|信息|资料)`,
      "gu",
    ),
  ],
];
const FORENSIC =
  /(?:侦查|公安|民警|办案|网安|技术|鉴定)(?:人员|机关|部门|机构|中心)?[^。；，]{0,30}(?:提取|查询|调取|核实|下载|获取)|扣押|恢复[出的]|查询到|鉴定|勘验|检查笔录|证据保全/;
const PROSPECT = new RegExp(DATA);
/** 提出以每条八元的价格收购: an offer of a buyer. */
const OFFERED = /(?:提出|提议|商定|约定|承诺|许诺|愿意|打算)[^，。；]{0,6}$/;
/** 向他人非法获取…: what the law says of the act, where the court weighs, names no source. */
const FORMULA = /违反国家(?:有关)?规定|其行为(?:已|均)?(?:构成|触犯)/;
const ASKED_WHERE = /(?:从哪|哪里|哪儿|怎么)[^。；]{0,12}(?:出去|泄露|来的|弄到|拿到|知道)/;
const NOT_KNOWN = /^\s*答?[：:]?\s*(?:不清楚|不知道|不晓得|说不清)[^。；]{0,30}/;

/** 信息来源 how and where from the information was taken, in words of its own; the industry is the last one named within them. */
export function findLeakSources(sentences: readonly Sentence[], hits: readonly LexiconHit[]): ReadLeakSource[] {
  const industries = hits.filter(({ list }) => list === "industries");
  let cursor = 0;
  return sentences.flatMap((sentence, index): ReadLeakSource[] => {
    while ((industries[cursor]?.from ?? Number.POSITIVE_INFINITY) < sentence.from) cursor++;
    if (sentence.isStatute) return [];
    const unknown = ASKED_WHERE.test(sentences[index - 1]?.text ?? "") ? NOT_KNOWN.exec(sentence.text)?.[0] : undefined;
    if (unknown !== undefined)
      return [{ way: "not-found-out", industry: null, speaker: sentence.speaker, from: sentence.from, to: sentence.from + unknown.length }];
    if (!PROSPECT.test(sentence.text) || FORMULA.test(sentence.text)) return [];
    const kept: ReadLeakSource[] = [];
    for (const [way, anywhere, pattern] of WAYS) {
      if (!anywhere.test(sentence.text)) continue;
      for (const match of sentence.text.matchAll(pattern)) {
        const [from, to] = [sentence.from + match.index, sentence.from + match.index + match[0].length];
        if (kept.some((one) => one.from < to && from < one.to)) continue;
        const before = sentence.text.slice(Math.max(0, match.index - 24), match.index);
        if (way !== "not-found-out" && (!isSaid(sentence, from, to) || FORENSIC.test(before + match[0]) || OFFERED.test(before))) continue;
        kept.push({ way, industry: industryOf(industries, cursor, from, to, match[0]), speaker: sentence.speaker, from, to });
      }
    }
    return kept.sort((a, b) => a.from - b.from);
  });
}

function industryOf(industries: readonly LexiconHit[], cursor: number, from: number, to: number, words: string): Industry | null {
  let last: Industry | null = null;
  for (let at = cursor; at < industries.length; at++) {
    const hit = industries[at];
    if (hit === undefined || hit.from >= to) break;
    if (hit.from >= from && hit.to <= to && !hit.slang && (hit.value !== "internet" || last === null))
      last = Industry.safeParse(hit.value).data ?? last;
  }
  return last ?? nameIndustry(words);
}
