import { namesPersons } from "#reading/facts/data-words.ts";
import { EMPLOYED, type Post } from "#reading/facts/find-posts.ts";
import { nameIndustry } from "#reading/facts/name-industry.ts";

/** 利用担任…的职务便利, 利用其在…实习之机, 利用其客户经理的查询权限, 趁值班之便. */
const DUTY =
  /利用[^。；]{0,60}?(?:便利|之便|之机|的机会|职权|职务身份|工作机会|工作权限|工作账号)|利用(?:其|自己|本人|所)[^。；，]{0,20}(?:权限|工号)|借[^。；，]{0,20}(?:工作|职务)之(?:便|机)|趁[^。；，]{0,12}(?:值班|夜班|当班|上班|工作|办理业务)[^。；，]{0,8}(?:之便|之机|时)/g;
/** 将在履行职责过程中获得的公民个人信息: the second paragraph's words, applied to somebody. */
const PROVISION =
  /(?:将|把)?[^。；，]{0,8}在?(?:本单位)?(?:履行(?:[^。；，]{0,6})?职责|履职|提供服务)[^。；，]{0,12}(?:中|时)(?:获得|获取|取得|收集|掌握)[^。；，]{0,12}(?:信息|轨迹|资料|数据)/g;
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
/** 大堂经理把登记的东西按天打包发给…: somebody employed hands on what is kept where he works. */
const HANDS_ON = new RegExp(
  `${EMPLOYED}[^。；，]{0,10}(?:把|将)(?![^。；]{0,20}(?:购买|买来|购得|收购))[^。；]{0,30}?(?:信息|资料|数据|名单|名册|登记|表格?|面单|照片|档案|病历|东西)[^。；]{0,24}?(?:发给|发到|卖给|卖出|给了|传给|交给|拷给|转给|提供|透露|泄露|出售)`,
  "g",
);
/** 凭客服主管的权限登录工单系统, 以主管工号批量调取: his own key to the employer's system. */
const OWN_KEY =
  /(?:凭|以|用|使用)(?:其|自己|本人)?[^。；，]{0,12}(?:主管|经理|员工|本人|自己|工作|岗位|职务|值班|客服|民警|护士|医生|站长|店长)[^。；，]{0,4}(?:权限|工号|账号)[^。；]{0,30}/g;
/** 表就是他从系统里打出来的，他自己有账号: in the words of speech, a system and the work that opens it. */
const SPOKEN =
  /(?:系统|后台|平台|库|电脑|DMS|CRM|ERP)(?:里|中|上)?[^。；？]{0,10}(?:导|打(?:印)?(?:出|下)|查|拷|抄|拍|调)[^。；？]{0,24}(?:岗位|负责|有账号|有权限|工号|管这|经手|他核对|上班)|(?:岗位|负责|有账号|有权限|工号|经手)[^。；？]{0,30}(?:系统|后台|平台|DMS|CRM|ERP)?[^。；？]{0,12}(?:可以导|能导|导得出|导出来|导的|打出来|查得到|拷出来)/gi;
const WORK = /工作|业务|岗位|从业|从事|行业|办理|职务|担任|任职|实习|职责|职权|公司|单位|员工|权限|账号|管理|身份|值班|夜班|当班|上班/;
/** 利用到某公司收发邮件的机会 is an outsider's: an opportunity must be the work's own. */
const OPPORTUNITY = /之机$|的机会$/;
const OWN_WORK = /工作(?!人员)|担任|任职|职务|实习|从事|岗位|权限|员工|职责|就职|上班|值班|夜班|当班/;
const DATA = /信息|资料|数据|名单|名册|记录|轨迹|档案|账户|系统|姓名|电话|号码|表格|查询|面单/;
/** A key that was stolen, lent or bought opens nothing by one's own post. */
const NOT_OWN = /盗用|窃取的|盗取的|破解|购买的|租用|租赁|借用|骗取|撞库|漏洞|木马|黑客/;
export const LAW_QUOTED = /的，依照|从重处罚的|(?:金融|电信|交通)、(?:电信|交通|教育)|人员利用职务上的便利，犯|职务侵占罪是指|职务侵占罪之/;
/** Papers of companies are nobody's personal information. */
const COMPANY_PAPERS = /(?:公司|企业|单位)[^，。；]{0,8}的(?:资料|印章|财物|资金)/;
const DENIED = /(?:不属于|不构成|并非|未|没有|不是|否认|难以认定|不足以)[^。；]{0,14}$/;

/** `ofAnyPost`: a post is abused in many crimes, the words alone do not say that information was taken. */
type Inside = { readonly from: number; readonly to: number; readonly ofAnyPost: boolean };

/** Each with a cheap look at whether its words can be there at all. */
const SIGNS: readonly (readonly [anywhere: RegExp, pattern: RegExp])[] = [
  [/[利借趁]/, DUTY],
  [/履行|履职|提供服务/, PROVISION],
  [/在[^。；，]{2,30}(?:工作|任职|实习|就职|上班|从业)/, DURING],
  [/(?:担任|任职|就职|系|作为|身为|曾任|任)/, POST],
  [/(?:客户|用户|患者|学生|业主|会员|储户|旅客|本单位|住客)[^。；，]{0,6}(?:信息|资料|数据|名单)/, STAFF],
  [/工作(?:中|期间|时)/, AT_WORK],
  [/负责|从事/, KEEPER],
  [/营业员|柜员|护士|护师|收派员|派件员|快递员|信贷员|辅警|协警|分拣员|前台|仓库管理员/, CLERK],
  [/权限|工号|账号/, OWN_KEY],
  [/发给|发到|卖给|卖出|给了|传给|交给|拷给|转给|提供|透露|泄露|出售/, HANDS_ON],
  [/岗位|负责|账号|权限|工号|经手|上班|核对/, SPOKEN],
];
/** Every sign speaks of information or of what opens it. */
const PROSPECT =
  /信息|资料|数据|名[单册]|记录|轨迹|系统|后台|平台|账[号户]|权限|工号|档案|登记|表|面单|照片|东西|电脑|号码|姓名|电话|便利|之便|之机|便，/;

/** Where words say that somebody took what his work gave access to; null where they do not. `next` are the words behind, which may name the data. */
export function findInside(words: string, next: string): Inside | null {
  if (!PROSPECT.test(words)) return null;
  for (const [anywhere, pattern] of SIGNS)
    for (const match of anywhere.test(words) ? words.matchAll(pattern) : []) {
      if (DENIED.test(words.slice(0, match.index)) || COMPANY_PAPERS.test(words.slice(match.index, match.index + 120))) continue;
      if (
        pattern === DUTY &&
        !(WORK.test(match[0]) && DATA.test(`${words.slice(match.index, match.index + 160)}${next.slice(0, 60)}`) && !NOT_OWN.test(match[0]))
      )
        continue;
      if (pattern === OWN_KEY && (NOT_OWN.test(match[0]) || !DATA.test(words.slice(match.index, match.index + 120)))) continue;
      if (OPPORTUNITY.test(match[0]) && !OWN_WORK.test(match[0])) continue;
      return { from: match.index, to: match.index + match[0].length, ofAnyPost: pattern === DUTY };
    }
  return null;
}

/** What somebody does at a keeper's desk, not with a seller. */
const ACCESS =
  /登录|进入|查询|查看|导出|抄录|抄下|截屏|截图|拍下|拍照|翻拍|偷拍|录屏|打印|拷|下载|复制|调取|检索|登记|掌握|接触|经手|录入|带看/;
const BOUGHT =
  /购买|购得|收购|收买|买[入来得进]|网上|网络上|QQ群|网友|黑客|侵入|爬|破解|撞库|冒充|骗取|捡|交换|互换|上家|处(?:获取|获得|取得)/;

/** Whether words behind somebody's name tell that he took data of the trade he works in, by himself and not from a seller. */
export function tellsOfPost(words: string, { industry }: Post): boolean {
  if (!ACCESS.test(words) || BOUGHT.test(words) || !namesPersons(words)) return false;
  const named = nameIndustry(words);
  return named === null || named === industry || named === "internet" || named === "other";
}
