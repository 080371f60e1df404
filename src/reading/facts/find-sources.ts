import type { PlacedHit } from "#reading/facts/find-mentions.ts";
import type { Mention } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

/** 侵入…系统, 利用…网站漏洞, 从…平台获取: the words from the way in to what was taken. */
const WAY =
  /(?:侵入|入侵|攻入|攻击|利用|通过|登录|登陆|潜入|从|自|在)[^。；，]{0,50}?(?:系统|网站|平台|数据库|后台|服务器|漏洞|端口|接口|内网|网络|电脑|APP|软件)[^。；]{0,60}?(?:获取|下载|窃取|扒取|爬取|抓取|拷贝|复制|导出|盗取|采集|拖取|取得|查询|收集|统计)/g;
const TAKEN = /信息|资料|数据|记录|账号|学籍|统方/;

/** 泄露源头 the industries of the systems and places the information was taken from. What is sold by a stranger has no known source. */
export function findSources(placed: readonly PlacedHit[], sentences: readonly Sentence[]): Mention[] {
  const byIndex = Map.groupBy(
    placed.filter(({ hit }) => hit.list === "industries"),
    ({ index }) => index,
  );
  return [...byIndex].flatMap(([index, hits]) => {
    const sentence = sentences[index];
    if (sentence === undefined || !["court", "result", "prosecution", "other"].includes(sentence.speaker)) return [];
    const ways = [...sentence.text.matchAll(WAY)].filter((way) =>
      TAKEN.test(sentence.text.slice(way.index, way.index + way[0].length + 30)),
    );
    return hits.flatMap(({ hit }) => {
      const at = hit.from - sentence.from;
      const named = ways.some((way) => at >= way.index && at < way.index + way[0].length);
      return named ? [{ list: "industries" as const, value: hit.value, from: hit.from, to: hit.to }] : [];
    });
  });
}
