import { isSaid } from "#reading/facts/stance.ts";
import { Industry, type ReadLeakSource } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";
import type { LexiconHit } from "#reading/terms/lexicon.ts";

const TAKE = "(?:获取|下载|窃取|扒取|爬取|抓取|拷贝|复制|导出|盗取|采集|拖取|取得|查询|收集|截取|掌握|拍摄|抄录|获得|接触)";
const DATA = "(?:信息(?!系统|网络)|资料|数据(?!库)|名单|(?<!键盘)记录|轨迹|账号|档案|病历|学籍|简历|料)";
/** From the way in to what was taken, most telling first: of two that cover each other the first stays. */
const WAYS: readonly (readonly [way: ReadLeakSource["way"], anywhere: RegExp, pattern: RegExp])[] = [
  ["not-found-out", /来源/, /(?:信息|资料|数据)(?:的)?来源(?:尚|均|仍|暂)?(?:未(?:能)?查(?:明|清|实)|不明|无法查明)/g],
  [
    "post",
    /便利|之便|之机|机会|权限|期间|过程中|时/,
    new RegExp(
      `(?:利用[^。；，]{0,50}?(?:职务|工作|职权|岗位|实习)[^。；，]{0,8}?(?:便利|之便|之机|机会|权限|便)|在[^。；，]{2,30}(?:工作|任职|实习|就职|上班|履行职责|提供服务)(?:期间|过程中|时|之机))[^。；]{0,60}?${TAKE}[^。；，]{0,24}?${DATA}`,
      "g",
    ),
  ],
  [
    "account",
    /账号|账户|工号|证书|密钥|权限/,
    new RegExp(
      `(?:盗用|冒用|借用|使用|利用|登录|登陆)[^。；，]{0,24}?(?:的|他人)?(?:账号|账户|工号|数字证书|密钥|权限)[^。；]{0,40}?(?:查询|下载|导出|窃取|获取|登录[^。；]{0,30}?${TAKE})[^。；，]{0,24}?${DATA}`,
      "g",
    ),
  ],
  [
    "crawling",
    /爬|抓取|扒取|采集|扫号|撞库|拖库/,
    new RegExp(`(?:爬虫|爬取|抓取|扒取|采集软件|自动采集|扫号|撞库|拖库)[^。；]{0,40}?${DATA}`, "g"),
  ],
  [
    "system",
    /系统|网站|平台|数据库|后台|服务器|漏洞|接口|内网|APP|软件/,
    new RegExp(
      `(?:侵入|入侵|攻入|攻破|攻击|黑入|非法登录|登录|登陆|进入|通过|利用|从|自|在)[^。；，]{0,40}?(?:系统|网站|平台|数据库|后台|服务器|漏洞|接口|内网|APP|软件)[^。；]{0,40}?${TAKE}[^。；，]{0,24}?${DATA}`,
      "g",
    ),
  ],
  [
    "deception",
    /骗取|套取|冒充|以/,
    new RegExp(
      `(?:骗取|套取|冒充[^。；]{0,30}?(?:获取|索取|收集)|以[^。；，]{2,24}为(?:名|由|幌子)[^。；]{0,20}?(?:收集|获取|采集))[^。；，]{0,20}?${DATA}`,
      "g",
    ),
  ],
  [
    "exchange",
    /换/,
    new RegExp(`(?:(?:与|和|同)[^。；，]{1,30}?(?:相互|互相)?(?:交换|互换)|以[^。；，]{1,16}?换取?)[^。；，]{0,20}?${DATA}`, "g"),
  ],
  [
    "purchase",
    /[购买收]/,
    new RegExp(
      `(?:(?:从|向|自|通过|在|经)[^。；，]{1,40}?(?:处|手中|那里|手里|网上|网络|群|软件|淘宝|QQ|微信|人)?[^。；，]{0,20}?|以[^。；，]{1,20}?(?:价格?|元)[^。；，]{0,12}?)(?:非法)?(?:购买|购得|购入|买得|买入|收买|买来|收购)[^。；，]{0,30}?${DATA}`,
      "g",
    ),
  ],
  [
    "place",
    /从/,
    new RegExp(
      `从[^。；，]{1,24}?(?:公司|医院|学校|银行|局|酒店|宾馆|中心|小区|物业|单位|超市|店|快递(?:站|点)|手机|电脑|垃圾)[^。；，]{0,30}?${TAKE}[^。；，]{0,24}?${DATA}`,
      "g",
    ),
  ],
  ["person", /从/, new RegExp(`从[^。；，]{1,24}?(?:处|手中|手里|那里|那儿)[^。；，]{0,20}?${TAKE}[^。；，]{0,24}?${DATA}`, "g")],
];
const FORENSIC =
  /(?:侦查|公安|民警|办案|网安|技术)(?:人员|机关|部门)?[^。；，]{0,30}(?:提取|查询|调取|核实|下载)|扣押|恢复[出的]|查询到|鉴定|勘验|检查笔录|证据保全/;
const PROSPECT = new RegExp(DATA);

/** 信息来源 how and where from the information was taken, in words of its own; the industry is the last one the lexicon names within them. */
export function findLeakSources(sentences: readonly Sentence[], hits: readonly LexiconHit[]): ReadLeakSource[] {
  const industries = hits.filter(({ list }) => list === "industries");
  let cursor = 0;
  return sentences.flatMap((sentence): ReadLeakSource[] => {
    while ((industries[cursor]?.from ?? Number.POSITIVE_INFINITY) < sentence.from) cursor++;
    if (sentence.isStatute || !PROSPECT.test(sentence.text) || FORENSIC.test(sentence.text)) return [];
    const kept: ReadLeakSource[] = [];
    for (const [way, anywhere, pattern] of WAYS) {
      if (!anywhere.test(sentence.text)) continue;
      for (const match of sentence.text.matchAll(pattern)) {
        const [from, to] = [sentence.from + match.index, sentence.from + match.index + match[0].length];
        if (kept.some((one) => one.from < to && from < one.to)) continue;
        if (way !== "not-found-out" && !isSaid(sentence, from, to)) continue;
        kept.push({ way, industry: industryOf(industries, cursor, from, to), speaker: sentence.speaker, from, to });
      }
    }
    return kept.sort((a, b) => a.from - b.from);
  });
}

function industryOf(industries: readonly LexiconHit[], cursor: number, from: number, to: number): Industry | null {
  let last: Industry | null = null;
  for (let at = cursor; at < industries.length; at++) {
    const hit = industries[at];
    if (hit === undefined || hit.from >= to) break;
    if (hit.from >= from && hit.to <= to && !hit.slang && (hit.value !== "internet" || last === null))
      last = Industry.safeParse(hit.value).data ?? last;
  }
  return last;
}
