import type { Words } from "#web/design/text/text.ts";
import { nameOfSet } from "#web/law/name-set.ts";
import { SYSTEMS_AND_ORDER_WORDS } from "#web/law/systems-and-order-words.text.ts";

/** The facts by their name in the contract, and the answers of those that are a choice. A test holds that none is missing. */
export const FACT_WORDS: Readonly<Record<string, Words>> = {
  ...SYSTEMS_AND_ORDER_WORDS,
  accused: { zh: "主体", en: "Accused" },
  actDate: { zh: "行为日期", en: "Date of the act" },
  decisionDate: { zh: "评估基准日", en: "Date of decision" },
  sets: { zh: "信息批次", en: "Sets of items" },
  tier: { zh: "档次", en: "tier" },
  kind: { zh: "行为方式", en: "conduct" },
  insider: { zh: "履职或提供服务中获得", en: "obtained in duty or service" },
  conducts: { zh: "行为", en: "conduct" },
  gains: { zh: "违法所得（元）", en: "Unlawful gains (yuan)" },
  insiderGains: { zh: "履职所得信息的违法所得（元）", en: "Gains from information obtained in duty (yuan)" },
  profit: { zh: "获利（合法经营，元）", en: "Profit of a lawful business (yuan)" },
  lawfulBusinessPurchase: { zh: "为合法经营活动而购买、收受", en: "Bought or received for lawful business" },
  priorCriminalPunishment: { zh: "曾因侵犯公民个人信息受过刑事处罚", en: "Earlier criminal punishment for this offence" },
  priorAdministrativePenalty: { zh: "二年内受过行政处罚", en: "Administrative penalty within two years" },
  priorAdministrativePenaltyDate: { zh: "行政处罚日期", en: "Date of the administrative penalty" },
  firstOffender: { zh: "初犯", en: "First offender" },
  gainsReturned: { zh: "全部退赃", en: "All gains returned" },
  repents: { zh: "确有悔罪表现", en: "Real repentance" },
  trackUsedForCrime: { zh: "行踪轨迹信息被他人用于犯罪", en: "Movement tracks used by another for a crime" },
  knewRecipientCommitsCrimes: { zh: "知道或应当知道他人用于犯罪", en: "Knew or should have known of the recipient's crimes" },
  consequences: { zh: "后果", en: "Consequences" },
  otherSeriousCircumstances: { zh: "其他情节严重的情形（承办人判断）", en: "Other serious circumstances (a judgement)" },
  otherEspeciallySeriousCircumstances: {
    zh: "其他情节特别严重的情形（承办人判断）",
    en: "Other especially serious circumstances (a judgement)",
  },
  networkServiceProvider: { zh: "系网络服务提供者", en: "Is a network service provider" },
  dutySource: { zh: "管理义务的依据", en: "Source of the duty" },
  orderToCorrect: { zh: "责令改正", en: "Order to correct" },
  byCompetentRegulator: { zh: "由有权的监管部门作出", en: "By the competent regulator" },
  inWriting: { zh: "以书面形式", en: "In writing" },
  statesMeasuresAndDeadline: { zh: "写明整改措施和期限", en: "States measures and deadline" },
  ableToComply: { zh: "有能力改正", en: "Able to comply" },
  refusedToCorrect: { zh: "拒不改正", en: "Refused to correct" },
  leakedUserInformation: { zh: "泄露的用户信息（条）", en: "User information leaked (items)" },
  A: { zh: "A 档条数", en: "Items of tier A" },
  B: { zh: "B 档条数", en: "Items of tier B" },
  C: { zh: "C 档条数", en: "Items of tier C" },
  unlawfulInformationSpread: { zh: "传播的违法信息", en: "Unlawful information spread" },
  videos: { zh: "视频文件（个）", en: "Videos" },
  otherItems: { zh: "其他违法信息（个）", en: "Other items" },
  recipientAccounts: { zh: "接收的用户账号（个）", en: "Recipient accounts" },
  groupMembers: { zh: "群组成员账号（个）", en: "Group members" },
  followers: { zh: "关注人员账号（个）", en: "Followers" },
  actualClicks: { zh: "实际被点击数", en: "Actual clicks" },
  criminalEvidenceLost: { zh: "致使刑事案件证据灭失", en: "Evidence of a criminal case was lost" },
  forUnlawfulActivity: { zh: "用于违法犯罪活动", en: "For unlawful or criminal activity" },
  fakeStateOrFinancialSite: { zh: "假冒国家机关、金融机构名义", en: "Posed as a state organ or financial institution" },
  sitesSetUp: { zh: "设立网站（个）", en: "Sites set up" },
  siteRegisteredAccounts: { zh: "网站注册账号（个）", en: "Registered accounts of the sites" },
  groupsSetUp: { zh: "设立通讯群组（个）", en: "Groups set up" },
  groupMemberAccounts: { zh: "群组成员账号（个）", en: "Member accounts of the groups" },
  postsOnSites: { zh: "在网站上发布信息（条）", en: "Posts on sites" },
  membersOfGroupsPostedTo: { zh: "向其发布的群组成员账号（个）", en: "Members of groups posted to" },
  followersOfAccountsPostedFrom: { zh: "用以发布的账号的关注人员（个）", en: "Followers of the accounts posted from" },
  priorNetworkCrimeAdministrativePenaltyWithinTwoYears: {
    zh: "二年内曾因同类行为受过行政处罚",
    en: "Administrative penalty for such acts within two years",
  },
  knewOfNetworkCrime: { zh: "明知他人利用信息网络实施犯罪", en: "Knew that others commit crimes through networks" },
  helpedPersonsReachCrimeLevel: { zh: "被帮助对象的行为达到犯罪程度", en: "The helped acts reach the level of a crime" },
  objectsHelped: { zh: "帮助对象（个）", en: "Persons helped" },
  settlementAmount: { zh: "支付结算金额（元）", en: "Settlement (yuan)" },
  fundsProvidedByAdvertisingEtc: { zh: "以投放广告等方式提供资金（元）", en: "Funds by advertising and the like (yuan)" },
  helpedCrimeHadSeriousConsequences: { zh: "被帮助的犯罪造成严重后果", en: "The helped crime had serious consequences" },
  especiallySeriousConsequences: { zh: "造成特别严重后果", en: "Especially serious consequences" },
  bankCardsOwn: { zh: "本人银行卡、账户（张、个）", en: "Own bank cards or accounts" },
  bankCardsOwnInflow: { zh: "本人账户流入资金（元）", en: "Inflow of own accounts (yuan)" },
  bankCardsOthers: { zh: "他人或单位银行卡、账户（张、个）", en: "Others' bank cards or accounts" },
  bankCardsOthersInflow: { zh: "他人或单位账户流入资金（元）", en: "Inflow of others' accounts (yuan)" },
  phoneOrIotCardsOwn: { zh: "本人手机卡、物联网卡（张）", en: "Own phone or IoT cards" },
  phoneOrIotCardsOthers: { zh: "他人手机卡、物联网卡（张）", en: "Others' phone or IoT cards" },
  helpedPersonCaught: { zh: "被帮助对象已到案", en: "The helped person was caught" },
  acts: { zh: "各次行为", en: "Acts" },
  date: { zh: "日期", en: "Date" },
  dealtWith: { zh: "已经处理过", en: "Already dealt with" },
  predicate: { zh: "上游犯罪", en: "Predicate offence" },
  predicateEstablished: { zh: "上游犯罪事实成立", en: "The predicate offence is established" },
  predicateHasHighEntryAmount: { zh: "上游犯罪入罪数额较高", en: "The predicate has a high entry amount" },
  knewOfProceeds: { zh: "明知是犯罪所得及其收益", en: "Knew they were proceeds of crime" },
  amount: { zh: "数额（元）", en: "Amount (yuan)" },
  actedRepeatedly: { zh: "多次实施", en: "Acted repeatedly" },
  knewSpecialReliefProperty: { zh: "明知是救灾、抢险等特定款物", en: "Knew it was relief property" },
  refusedCooperationSoThatRecoveryFailed: { zh: "拒不配合追缴，致使无法追缴", en: "Refused to cooperate, so that recovery failed" },
  lossCaused: { zh: "造成损失", en: "Loss caused" },
  fabricatedAndSpread: { zh: "捏造事实并散布", en: "Fabricated facts and spread them" },
  byViolenceOrOtherMeans: { zh: "以暴力或者其他方法公然侮辱", en: "Insulted openly by violence or other means" },
  victim: { zh: "被害人（化名）", en: "Victim (an alias)" },
  items: { zh: "发布的内容", en: "Posts" },
  id: { zh: "编号", en: "Number" },
  postedOn: { zh: "发布日期", en: "Posted on" },
  views: { zh: "点击、浏览次数", en: "Views" },
  reposts: { zh: "转发次数", en: "Reposts" },
  victimOrRelativeOutcome: { zh: "被害人或其近亲属的后果", en: "What happened to the victim or a relative" },
  priorAdministrativePenaltyForDefamationWithinTwoYears: {
    zh: "二年内曾因诽谤受过行政处罚",
    en: "Administrative penalty for defamation within two years",
  },
  complaintFiled: { zh: "被害人已告诉", en: "A complaint was filed" },
  vileSocialImpact: { zh: "社会影响恶劣", en: "Vile social impact" },
  publicProsecutionFacts: { zh: "严重危害社会秩序和国家利益的情形", en: "Serious danger to public order and the national interest" },
  victimOrRelativeDerangedOrSuicide: { zh: "被害人或其近亲属精神失常、自杀", en: "Victim or relative deranged or killed themselves" },
  randomOrdinaryVictimMassAbuseNetworkOrderDamaged: {
    zh: "随意以普通公众为对象，大量恶意评论，严重破坏网络秩序",
    en: "Ordinary victim chosen at random, mass abuse, network order damaged",
  },
  severalVictims: { zh: "侮辱、诽谤多人", en: "Several victims" },
  repeatedSpreading: { zh: "多次散布", en: "Repeated spreading" },
  organisedOnSeveralPlatforms: { zh: "组织在多个平台大量散布", en: "Organised on several platforms" },
  massIncident: { zh: "引发群体性事件", en: "A mass incident followed" },
  publicDisorder: { zh: "引发公共秩序混乱", en: "Public disorder followed" },
  ethnicOrReligiousConflict: { zh: "引发民族、宗教冲突", en: "Ethnic or religious conflict followed" },
  nationalImageHarmedAndNationalInterestSeriouslyEndangered: {
    zh: "损害国家形象，严重危害国家利益",
    en: "National image harmed, national interest endangered",
  },
  vileInternationalImpact: { zh: "造成恶劣国际影响", en: "Vile international impact" },
  other: { zh: "其他情形（承办人判断）", en: "Another case (a judgement)" },
  forProfit: { zh: "以营利为目的", en: "For profit" },
  service: { zh: "有偿服务的内容", en: "What was sold" },
  turnover: { zh: "非法经营数额（元）", en: "Turnover (yuan)" },
  region: { zh: "案件所在地（仅载入多地标准时需要）", en: "Place of the case (only where standards of several places are loaded)" },
  deceivedToPossessUnlawfully: { zh: "以非法占有为目的骗取财物", en: "Deceived in order to possess unlawfully" },
  byTelecommunications: { zh: "利用电信网络实施", en: "By telecommunications or networks" },
  fraudMessagesSent: { zh: "发送诈骗信息（条）", en: "Fraudulent messages sent" },
  fraudCallsMade: { zh: "拨打诈骗电话（人次）", en: "Fraudulent calls made" },
  daysAtOverseasFraudSitesWithinOneYear: { zh: "一年内在境外诈骗窝点累计（日）", en: "Days at fraud sites abroad within a year" },
  byThreatOrCoercion: { zh: "以威胁、要挟方法索取", en: "By threat or coercion" },
  byPostingOrDeletingInformationOnline: { zh: "以网上发布、删除信息相要挟", en: "By posting or deleting information online" },
  timesWithinTwoYears: { zh: "二年内实施次数", en: "Times within two years" },
  victimMinorElderlyOrDisabled: { zh: "对未成年人、老年人、残疾人实施", en: "Against minors, the elderly or the disabled" },
  actedAsOfficialOrReporter: { zh: "利用或者冒充公职、新闻工作者身份", en: "As, or posing as, an official or reporter" },
  priorExtortionRecord: { zh: "有敲诈勒索前科或者一年内受过行政处罚", en: "Prior punishment for extortion, or a penalty within a year" },
  inNameOfGang: { zh: "以黑恶势力名义", en: "In the name of a gang" },
  launderedPredicate: { zh: "上游犯罪的类别", en: "Kind of the predicate offence" },
  launderingMethod: { zh: "洗钱方式", en: "Way of laundering" },
  ownCrime: { zh: "上游犯罪系本人实施", en: "The predicate is an own crime" },
  seriousLossCaused: { zh: "造成重大损失", en: "Serious loss caused" },
  otherSeriousResult: { zh: "造成其他严重后果", en: "Another serious result" },
  timesActed: { zh: "实施次数", en: "Times acted" },
  personsOrganised: { zh: "组织赌博人数（人）", en: "Persons organised" },
  rakeTaken: { zh: "抽头渔利（元）", en: "Rake taken (yuan)" },
  stakes: { zh: "赌资（元）", en: "Stakes (yuan)" },
  participants: { zh: "参赌人数（人）", en: "Participants" },
  citizensOrganisedAbroad: { zh: "组织赴境外赌博的中国公民（人）", en: "Citizens organised to gamble abroad" },
  gamblesAsProfession: { zh: "以赌博为业", en: "Gambles as a profession" },
  openedCasino: { zh: "开设实体赌场", en: "Opened a physical casino" },
  siteOrAgentAcceptingBets: { zh: "建立赌博网站或者担任代理接受投注", en: "Set up a gambling site, or accepted bets as its agent" },
  madeSoldOrSpread: { zh: "制作、复制、出版、贩卖、传播", en: "Made, copied, published, sold or spread" },
  audioFiles: { zh: "音频文件（个）", en: "Audio files" },
  picturesOrTexts: { zh: "图片、文章、短信等（件）", en: "Pictures or texts" },
  registeredMembers: { zh: "注册会员（人）", en: "Registered members" },
  contentInvolvesUnderFourteen: { zh: "内容含有不满十四周岁未成年人", en: "Content shows children under 14" },
  seriousConsequences: { zh: "造成严重后果", en: "Serious consequences" },
  spreadObsceneMaterials: { zh: "传播淫秽物品", en: "Spread obscene materials" },
  groupMainlyForObsceneMaterials: { zh: "建立主要用于传播淫秽电子信息的群组", en: "Set up a group mainly for obscene materials" },
  membersOfThatGroup: { zh: "该群组成员（人）", en: "Members of that group" },
  localStandard: { zh: "地方标准（国家幅度内，尚未载入）", en: "The local standard (within the national range, not loaded)" },
};

export const ANSWER_WORDS: Readonly<Record<string, Words>> = {
  "natural-person": { zh: "自然人", en: "natural person" },
  unit: { zh: "单位", en: "unit" },
  law: { zh: "法律", en: "law" },
  "administrative-regulation": { zh: "行政法规", en: "administrative regulation" },
  "departmental-rule": { zh: "部门规章", en: "departmental rule" },
  none: { zh: "无", en: "none" },
  "mental-derangement": { zh: "精神失常", en: "mental derangement" },
  "self-harm": { zh: "自残", en: "self-harm" },
  suicide: { zh: "自杀", en: "suicide" },
  death: { zh: "死亡", en: "death" },
  "serious-injury": { zh: "重伤", en: "serious injury" },
  kidnapping: { zh: "被绑架", en: "kidnapping" },
  "major-loss": { zh: "重大经济损失", en: "major loss" },
  "vile-impact": { zh: "恶劣社会影响", en: "vile social impact" },
  obtain: { zh: "非法获取", en: "obtained" },
  sell: { zh: "出售", en: "sold" },
  provide: { zh: "提供", en: "provided" },
  publish: { zh: "公开", en: "published" },
  A: { zh: "A 档", en: "tier A" },
  B: { zh: "B 档", en: "tier B" },
  C: { zh: "C 档", en: "tier C" },
  deletion: { zh: "有偿删除信息", en: "deleting information for money" },
  drugs: { zh: "毒品犯罪", en: "drugs" },
  mafia: { zh: "黑社会性质的组织犯罪", en: "mafia" },
  terrorism: { zh: "恐怖活动犯罪", en: "terrorism" },
  smuggling: { zh: "走私犯罪", en: "smuggling" },
  corruption: { zh: "贪污贿赂犯罪", en: "corruption" },
  "financial-order": { zh: "破坏金融管理秩序犯罪", en: "crimes against the financial order" },
  "financial-fraud": { zh: "金融诈骗犯罪", en: "financial fraud" },
  "another-offence": { zh: "其他犯罪", en: "another offence" },
  account: { zh: "提供资金账户", en: "providing accounts" },
  conversion: { zh: "转换为现金、金融票据、有价证券", en: "conversion into cash or securities" },
  "payment-transfer": { zh: "转账或者其他支付结算", en: "transfer or other settlement" },
  "cross-border": { zh: "跨境转移资产", en: "moving assets across the border" },
  "virtual-assets": { zh: "虚拟资产交易", en: "trading in virtual assets" },
  "other-concealment": { zh: "其他掩饰、隐瞒方法", en: "another way of hiding" },
  "no-laundering": { zh: "没有洗钱行为", en: "no laundering" },
  "false-posting": { zh: "有偿发布虚假信息", en: "posting false information for money" },
};

/**
 * The words of a fact by its path, as the flip map names it (`sets.s1.items`, members of lists by id or number) or as the engine names a
 * missing one (`sets[s1].conducts[0].insider`, counted from nought). A path nobody named stays readable.
 */
export function wordsOfFactPath(path: string): Words {
  const steps = path
    .replaceAll(/conducts\[(\d+)\]/g, (_, at: string) => `conducts.${Number(at) + 1}`)
    .replaceAll(/[[\]]/g, ".")
    .split(".")
    .filter((step) => step !== "");
  const [list = path, ...inner] = steps;
  const last = inner.at(-1);
  if (last === undefined) return wordOf(list);
  if (list !== "sets") return inner.length === 1 ? wordOf(last) : within(same(inner.slice(0, -1).join(".")), wordOf(last));
  const at = inner.indexOf("conducts");
  const words = last === "items" ? ITEMS : wordOf(last);
  const set = nameOfSet((at <= 0 || at === inner.length - 1 ? inner.slice(0, -1) : inner.slice(0, at)).join("."));
  if (at <= 0 || at === inner.length - 1) return within(set, words);
  const conduct = { zh: `行为 ${inner[at + 1] ?? ""}`, en: `conduct ${inner[at + 1] ?? ""}` };
  return { zh: `${set.zh} ${conduct.zh}：${words.zh}`, en: `${set.en}, ${conduct.en}: ${words.en}` };
}

const ITEMS: Words = { zh: "条数", en: "items" };

function wordOf(name: string): Words {
  return FACT_WORDS[name] ?? { zh: name, en: name };
}

function same(name: string): Words {
  return { zh: name, en: name };
}

function within(place: Words, words: Words): Words {
  return { zh: `${place.zh}：${words.zh}`, en: `${place.en}: ${words.en}` };
}
