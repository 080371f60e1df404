import { Industry, type ReadAnswer } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";
import type { LexiconHit } from "#reading/terms/lexicon.ts";

type Insider = NonNullable<ReadAnswer["insider"]>;

/** 利用担任…的职务便利, 利用其在…实习之机, 利用职务上的便利. */
const DUTY =
  /利用[^。；]{0,60}?(?:便利|之便|之机|的机会|职权|职务身份|工作机会|工作权限|工作账号)|借[^。；，]{0,20}(?:工作|职务)之(?:便|机)/g;
/** 将在履行职责过程中获得的公民个人信息: the second paragraph's words, applied to somebody. */
const PROVISION =
  /(?:将|把)?[^。；，]{0,8}在(?:本单位)?(?:履行(?:工作)?职责|履职|提供服务)[^。；，]{0,12}(?:中|时)(?:获得|获取|取得|收集|掌握)[^。；，]{0,6}(?:公民)?个人信息/g;
/** Somebody with a post who takes what the post lets him see: 系某公司客服人员…将客户信息出售. */
const POST =
  /(?:担任|任职于|就职于|系|作为|身为|原系|曾任|任)[^。；，]{2,30}(?:员工|职员|工作人员|客服|护士|护师|医生|医师|教师|老师|经理|业务员|营业员|柜员|信贷员|快递员|派件员|管理员|技术员|工程师|辅警|协警|民警|前台|店长|主管|实习生|柜台|店员|技术人员|运维|程序员|主任|老师|护工|助理)[^。；]{0,60}?(?:将|把)[^。；]{0,40}(?:信息|资料|数据|名单)[^。；]{0,30}(?:出售|贩卖|倒卖|提供|发送|卖给|泄露|转卖)/g;
/** 某公司业务员出售客户信息: staff and what belongs to the employer, in one clause. */
const STAFF =
  /(?:公司|银行|医院|学校|平台|机构|单位|酒店|中介|快递站|营业厅)(?:的)?(?:内部)?(?:员工|职员|工作人员|人员|客服|护士|医生|教师|经理|业务员|营业员|柜员|信贷员|快递员|管理员|技术员|前台)[^。；，]{0,20}(?:出售|贩卖|倒卖|泄露|提供|窃取|下载)[^。；，]{0,16}(?:客户|用户|患者|学生|业主|会员|储户|旅客|本单位|住客)[^。；，]{0,6}(?:信息|资料|数据|名单)/g;
/** 其在…公司工作期间掌握的客户信息. */
const DURING =
  /在[^。；，]{2,30}(?:工作|任职|实习|就职|上班|从业)(?:期间|时|之机)[^。；，]{0,16}(?:掌握|获取|接触|收集|下载|拷贝|窃取|查询|保存|导出|留存)[^。；，]{0,30}(?:信息|资料|数据|名单)/g;
/** 工作中会接触客户的个人信息, 日常工作中，某甲能收集到信息: what the work lets one see. */
const AT_WORK = /工作(?:中|期间|时)\s?[，,]?[^。；，]{0,12}(?:接触|收集|掌握|获取|获得|知悉|取得)[^。；，]{0,24}(?:信息|资料|数据|名单)/g;
/** 负责维护某平台的程序员: whoever keeps the system is inside. */
const KEEPER =
  /(?:负责|从事)[^。；，]{0,4}(?:维护|运维|管理|运营|开发)[^。；，]{2,30}(?:平台|系统|数据库|网站|后台)的?[^。；，]{0,6}(?:程序员|工程师|管理员|技术人员|工作人员|员工|人员)/g;
/** 被营业员某甲发送到…群, 银行柜员某乙将客户…出售: a clerk of a trade who passes on. */
const CLERK =
  /(?:营业员|柜员|护士|护师|收派员|派件员|快递员|信贷员|辅警|协警|分拣员|前台|仓库管理员)[^。；，]{0,8}(?:将|把)?[^。；，]{0,24}(?:发送(?:到|给|至)|出售|贩卖|倒卖|泄露|拍照)/g;
const WORK = /工作|业务|岗位|从业|从事|行业|办理|职务|担任|任职|实习|职责|职权|岗位|公司|单位|员工|权限|账号|管理|身份/;
/** 利用到某公司收发邮件的机会 is an outsider's: an opportunity must be the work's own. */
const OPPORTUNITY = /之机$|的机会$/;
const OWN_WORK = /工作(?!人员)|担任|任职|职务|实习|从事|岗位|权限|员工|职责|就职|上班/;
const DATA = /信息|资料|数据|名单|记录|轨迹|档案|账户|系统/;
const LAW_QUOTED = /的，依照|从重处罚的|(?:金融|电信|交通)、(?:电信|交通|教育)|人员利用职务上的便利，犯|职务侵占罪是指|职务侵占罪之/;
/** Papers of companies are nobody's personal information. */
const COMPANY_PAPERS = /(?:公司|企业|单位)[^，。；]{0,8}的(?:资料|印章|财物|资金)/;
const OFFICIAL = /民警|派出所|公安局|公安机关|政府|国家机关|居委会|村委会|社区|税务|法院|检察院/;
const DENIED = /(?:不属于|不构成|并非|未|没有|不是|否认|难以认定|不足以)[^。；]{0,14}$/;

/**
 * 内部人员 whether somebody inside took what the work gave access to (role, post and duty phrases), as the court found it, else as alleged. The industry is the
 * one named nearest, in the same sentence or beside it. Null where the document says nothing about personal information or a post.
 */
export function findInsider(sentences: readonly Sentence[], hits: readonly LexiconHit[]): Insider | null {
  for (const speakers of [
    ["court", "result"],
    ["prosecution", "other"],
  ])
    for (const [index, sentence] of sentences.entries()) {
      if (!speakers.includes(sentence.speaker) || (sentence.isStatute && LAW_QUOTED.test(sentence.text)) || LAW_QUOTED.test(sentence.text))
        continue;
      const found = insideOf(sentence, sentences[index + 1]);
      if (found === null) continue;
      const industry = industryNear(sentences, index, found, hits);
      return { value: true, industry, speaker: sentence.speaker, ...found };
    }
  return null;
}

function insideOf(sentence: Sentence, next: Sentence | undefined): { from: number; to: number } | null {
  for (const pattern of [DUTY, PROVISION, DURING, POST, STAFF, AT_WORK, KEEPER, CLERK])
    for (const match of sentence.text.matchAll(pattern)) {
      if (DENIED.test(sentence.text.slice(0, match.index)) || COMPANY_PAPERS.test(sentence.text.slice(match.index, match.index + 120)))
        continue;
      if (
        pattern === DUTY &&
        !(WORK.test(match[0]) && DATA.test(`${sentence.text.slice(match.index, match.index + 160)}${next?.text.slice(0, 60) ?? ""}`))
      )
        continue;
      if (OPPORTUNITY.test(match[0]) && !OWN_WORK.test(match[0])) continue;
      const from = sentence.from + match.index;
      return { from, to: from + match[0].length };
    }
  return null;
}

/** The industry named in the words themselves, then in the sentence, then the one named most often in the document: the employer is told elsewhere. */
function industryNear(
  sentences: readonly Sentence[],
  index: number,
  { from, to }: { from: number; to: number },
  hits: readonly LexiconHit[],
): Industry | null {
  const industries = hits.filter(({ list }) => list === "industries");
  const sentence = sentences[index];
  if (sentence === undefined) return null;
  const words = sentence.text.slice(from - sentence.from, to - sentence.from);
  const within = (start: number, end: number) => mostNamed(industries.filter((hit) => hit.from >= start && hit.to <= end));
  const inside = within(from, to) ?? (OFFICIAL.test(words) ? "government" : null);
  return (
    inside ??
    within(sentence.from, sentence.to) ??
    within(sentences[index - 1]?.from ?? sentence.from, sentence.to) ??
    within(0, Number.POSITIVE_INFINITY)
  );
}

function mostNamed(hits: readonly LexiconHit[]): Industry | null {
  const counts = new Map<string, number>();
  for (const { value } of hits) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return Industry.safeParse(best).data ?? null;
}
