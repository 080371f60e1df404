import { findParticulars } from "#reading/facts/data-words.ts";
import type { PlacedHit } from "#reading/facts/find-mentions.ts";
import { nameIndustry } from "#reading/facts/name-industry.ts";
import type { Mention } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

const DATA = /信息|资料|数据|名单|名录|档案|学籍|轨迹|记录|详单|清单|账号|账户|简历|面单|联系方式|征信报告/;
/** 业主的个人信息, 股民姓名及电话等信息, 车主、业主、学员等个人信息: the data stands behind its trade, or at the end of a list of trades. */
const BEHIND =
  /^(?:[^，。；、和及与]{0,3}(?:[、和及与][^，。；、和及与]{1,12})+)?(?:等)?(?:各类|各种|相关)?[^，。；、（(]{0,9}?(?:信息|资料|数据|名单|名录|档案|学籍|轨迹|记录|详单|清单|账号|账户|简历|面单|联系方式|征信报告|手机号|电话)(?!系统|平台|网|管理|技术|科技|产业|咨询|中心|化|公司|部)/;
/** 网络平台购买车辆档案信息: what stands behind an act belongs to the act. */
const ACT = /获取|购买|收买|收购|出售|贩卖|倒卖|提供|交换|窃取|下载|收集|查询|爬取|扒取|抓取|发布/;
/** Something is done with the data, or the sentence tells what it holds. */
const ABOUT =
  /获取|购买|收买|收购|出售|贩卖|倒卖|提供|交换|窃取|下载|收集|泄露|查询|拷贝|复制|爬取|扒取|抓取|买卖|购得|非法|包含|含有|包括|内容|涉及|扣押|查获|贩|卖|公示|公开/;
/** A list of the papers of the case tells of the party, not of the data: 户籍信息、归案经过、搜查笔录. */
const PAPERS = /笔录|[归破抓到]案经过|抓获经过|证人证言|供述|通知书|扣押清单|决定书|身份证复印件|户籍证明|搜查证|登记表|登记资料/g;
const LISTED = 3;
/** How far a trade may stand from the particulars. */
const BESIDE = 24;
/** 账号密码 is what was traded, not the way in. */
const KEYS = "账号密码";
const KEYS_TRADED =
  /(?:出售|贩卖|购买|倒卖|转卖|收购)[^。；]{0,40}账号密码|账号密码[^。；，]{0,10}(?:[0-9万千百]+余?(?:条|组|个)|等(?:公民)?个人信息)/;

/**
 * 信息所属行业 the trades whose customers the information is about: where a word of a trade names data, or data stands close behind it, in a sentence about what
 * was done with it; and the trades it was taken from, since what leaks from a bank is of the bank's customers. Evidence is asked where nobody else tells, and where
 * nothing tells it, the particulars that `sentences` list (none: not asked).
 */
export function findSectors(placed: readonly PlacedHit[], sources: readonly Mention[], sentences: readonly Sentence[]): Mention[] {
  const asked = new Map<number, boolean>();
  const named = placed.filter(({ hit, sentence, index }) => {
    if (hit.list !== "industries" || sentence.speaker === "defence") return false;
    const tells = asked.get(index) ?? (ABOUT.test(sentence.text) && (sentence.text.match(PAPERS)?.length ?? 0) < LISTED);
    asked.set(index, tells);
    if (!tells) return false;
    if (hit.term === KEYS) return KEYS_TRADED.test(sentence.text);
    const [start, end] = [hit.from - sentence.from, hit.to - sentence.from];
    const [before, after] = [sentence.text.slice(Math.max(0, start - 4), start), sentence.text.slice(end, end + 60)];
    const behind = BEHIND.exec(after)?.[0];
    return DATA.test(hit.term) || (behind !== undefined && !ACT.test(behind)) || (hit.slang && DATA.test(before));
  });
  const told = named.filter(({ sentence }) => sentence.speaker !== "evidence");
  const chosen = told.length + sources.length > 0 ? told : named;
  if (chosen.length + sources.length === 0) return findByParticulars(sentences);
  return [
    ...chosen.map(({ hit }): Mention => ({ list: "sectors", value: hit.value, from: hit.from, to: hit.to })),
    ...sources.map((source): Mention => ({ ...source, list: "sectors" })),
  ];
}

/** 产妇姓名、电话; 就诊人姓名、手机号: where no word of a trade names data, the trade that stands beside a list of particulars. */
function findByParticulars(sentences: readonly Sentence[]): Mention[] {
  for (const { text, from, speaker, isStatute } of sentences) {
    const place = isStatute || speaker === "defence" || speaker === "evidence" ? null : findParticulars(text);
    if (place === null) continue;
    const value = nameIndustry(text.slice(Math.max(0, place.from - BESIDE), place.to + BESIDE));
    if (value !== null) return [{ list: "sectors", value, from: from + place.from, to: from + place.to }];
  }
  return [];
}
