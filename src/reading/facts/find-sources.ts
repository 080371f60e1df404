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
  new RegExp(`(?:获得|取得|使用|盗用|利用|购买|借用|租赁|租用)[^。；，]{0,30}?(?:账号|账户|密码|权限|数字证书)[^。；]{0,40}?${TAKE}`, "g"),
  new RegExp(
    `${TAKE}(?:的|了)?[^。；，]{2,30}?(?:公司|医院|学校|银行|平台|局|酒店|保险)[^。；，]{0,8}的?[^。；，]{0,10}(?:数据|信息|资料|记录|名单)`,
    "g",
  ),
  new RegExp(`在[^。；，]{2,30}(?:工作|任职|实习|就职|上班)(?:期间|时|之机)[^。；]{0,40}?${TAKE}`, "g"),
];
/** 从快递公司中转站偷拍面单, 信息从卫生院流出: a place of a trade, and what was taken there. */
const AT_PLACE =
  /(?:从|在|到)[^。；，]{0,24}?(?:公司|医院|学校|银行|酒店|宾馆|站点|网点|中转站|仓库|营业厅|卫生院|机构|中心)[^。；，]{0,14}?(?:窃取|偷拍|拍摄|盗取|套取|获取|拷贝|下载|流出)[^。；，]{0,16}/g;
/** 掌握该类信息的房产中介人员: staff of a trade whose work holds the data. */
const HOLDERS = /掌握[^。；，]{0,10}(?:信息|资料|数据)的[^。；，]{2,12}(?:人员|员工)/g;
/** 行政机关在网站公示…身份证号码: an organ that publishes is where it leaks from. */
const DISCLOSED =
  /(?:行政机关|政府|街道|乡镇|村委会|居委会|办事处|村务|政务)[^。；]{0,60}(?:公开|公示|公布)[^。；]{0,60}(?:个人(?:敏感|身份)?信息|身份证|身份号码|银行账[户号])/;
/** 车辆档案信息 is what was taken, 车辆档案管理系统 where from. */
const IS_DATA = /^[^，。；、]{0,4}(?:信息|资料|数据|记录|名单|账号|密码)(?!管理|系统|平台|网|库|中心)/;
const DATA_TERM = /(?:信息|资料|面单|名单)$/;
const TAKEN = /信息(?!系统)|资料|单据|面单|快递单|简历|记录|账号|学籍|统方|名单|病历|档案/;
/** Of the words of the internet only those that name a place are a source; 账号密码 is what was taken. */
const PLACE = /平台|网站|公司|网店|淘宝|京东|天猫|拼多多|游戏|APP|外卖|直播|短视频|网约车/;
/** Where stolen data is traded, not where it leaked. */
const MARKET = /黑客|暗网|QQ群|微信群|Telegram|电报群|聊天|(?:网络|互联网|交易|发卡)平台[^。；，]{0,6}(?:购买|收买|购得)/i;

/** 泄露源头 the industries of the systems and places the information was taken from. What is sold by a stranger has no known source. */
export function findSources(placed: readonly PlacedHit[], sentences: readonly Sentence[]): Mention[] {
  const byIndex = Map.groupBy(
    placed.filter(({ hit }) => hit.list === "industries"),
    ({ index }) => index,
  );
  const found = [...byIndex].flatMap(([index, hits]) => {
    const sentence = sentences[index];
    if (sentence === undefined || !["court", "result", "prosecution", "other"].includes(sentence.speaker)) return [];
    const ways = [...WAYS, AT_PLACE, HOLDERS]
      .flatMap((way) => [...sentence.text.matchAll(way)])
      .filter(
        (way) =>
          TAKEN.test(sentence.text.slice(way.index, way.index + way[0].length + 30)) && !MARKET.test(way[0].split("，").at(-1) ?? ""),
      );
    return hits.flatMap(({ hit }) => {
      if (
        hit.slang ||
        DATA_TERM.test(hit.term) ||
        IS_DATA.test(sentence.text.slice(hit.to - sentence.from)) ||
        (hit.value === "internet" && !PLACE.test(hit.term))
      )
        return [];
      const at = hit.from - sentence.from;
      const named = ways.some((way) => at >= way.index && at < way.index + way[0].length);
      return named ? [{ list: "industries" as const, value: hit.value, from: hit.from, to: hit.to }] : [];
    });
  });
  // 网站 and 账号密码 are how it was taken; where a trade is named beside them, the trade is the source.
  const named = found.filter(({ value }) => value !== "internet");
  return [...(named.length > 0 ? named : found), ...findDisclosed(sentences)];
}

function findDisclosed(sentences: readonly Sentence[]): Mention[] {
  for (const { text, from, speaker, isStatute } of sentences) {
    if (isStatute || !["court", "result", "prosecution", "other"].includes(speaker)) continue;
    const match = DISCLOSED.exec(text);
    if (match !== null)
      return [{ list: "industries", value: "government", from: from + match.index, to: from + match.index + match[0].length }];
  }
  return [];
}
