import type { PlacedHit } from "#reading/facts/find-mentions.ts";
import type { Mention } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

const TAKE = "(?:获取|下载|窃取|扒取|爬取|抓取|拷贝|复制|导出|盗取|采集|拖取|取得|查询|收集|统计|截取|掌握|购买)";
/** From the way in to what was taken: 侵入…系统…获取; 获得…账号密码，下载; 非法获取…医院的…数据; 在…公司工作期间掌握. */
const WAYS: readonly RegExp[] = [
  new RegExp(
    `(?:侵入|入侵|攻入|攻击|利用|通过|登录|登陆|潜入|从|自|在)[^。；，]{0,50}?(?:系统|网站|平台|数据库|后台|服务器|漏洞|端口|接口|内网|网络|电脑|APP|软件)[^。；]{0,60}?${TAKE}`,
    "g",
  ),
  new RegExp(`(?:获得|取得|使用|盗用|利用|购买|借用)[^。；，]{0,30}?(?:账号|账户|密码|权限|数字证书)[^。；]{0,40}?${TAKE}`, "g"),
  new RegExp(
    `${TAKE}(?:的|了)?[^。；，]{2,30}?(?:公司|医院|学校|银行|平台|局|酒店|保险)[^。；，]{0,8}的?[^。；，]{0,10}(?:数据|信息|资料|记录|名单)`,
    "g",
  ),
  new RegExp(`在[^。；，]{2,30}(?:工作|任职|实习|就职|上班)(?:期间|时|之机)[^。；]{0,40}?${TAKE}`, "g"),
];
const TAKEN = /信息(?!系统)|资料|记录|账号|学籍|统方|名单|病历|档案/;
/** Where stolen data is traded, not where it leaked. */
/** Of the words of the internet only those that name a place are a source; 账号密码 is what was taken. */
const PLACE = /平台|网站|公司|网店|淘宝|京东|天猫|拼多多|游戏|APP|外卖|直播|短视频|网约车/;
const MARKET = /黑客|暗网|QQ群|微信群|Telegram|电报群/i;

/** 泄露源头 the industries of the systems and places the information was taken from. What is sold by a stranger has no known source. */
export function findSources(placed: readonly PlacedHit[], sentences: readonly Sentence[]): Mention[] {
  const byIndex = Map.groupBy(
    placed.filter(({ hit }) => hit.list === "industries"),
    ({ index }) => index,
  );
  const found = [...byIndex].flatMap(([index, hits]) => {
    const sentence = sentences[index];
    if (sentence === undefined || !["court", "result", "prosecution", "other"].includes(sentence.speaker)) return [];
    const ways = WAYS.flatMap((way) => [...sentence.text.matchAll(way)]).filter(
      (way) => TAKEN.test(sentence.text.slice(way.index, way.index + way[0].length + 30)) && !MARKET.test(way[0]),
    );
    return hits.flatMap(({ hit }) => {
      if (hit.slang || (hit.value === "internet" && !PLACE.test(hit.term))) return [];
      const at = hit.from - sentence.from;
      const named = ways.some((way) => at >= way.index && at < way.index + way[0].length);
      return named ? [{ list: "industries" as const, value: hit.value, from: hit.from, to: hit.to }] : [];
    });
  });
  // 网站 and 账号密码 are how it was taken; where a trade is named beside them, the trade is the source.
  const named = found.filter(({ value }) => value !== "internet");
  return named.length > 0 ? named : found;
}
