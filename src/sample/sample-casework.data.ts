import type { MemberRole, Party, Stage } from "#cases/cases.contract.ts";
import type { Custody } from "#evidence/evidence.contract.ts";
import type { Department, Office, Role } from "#offices/offices.contract.ts";

/** 示例 everything here is invented: the province, its offices (codes 99xxxx are given to no place), every person and every number. */
export const SAMPLE_OFFICES: readonly Office[] = [
  { code: "000000", level: "supreme", parentCode: null, name: { zh: "最高人民检察院", en: "Supreme People's Procuratorate" } },
  { code: "990000", level: "provincial", parentCode: "000000", name: { zh: "青岚省人民检察院", en: "People's Procuratorate of Qinglan Province" } },
  { code: "990100", level: "city", parentCode: "990000", name: { zh: "青岚市人民检察院", en: "People's Procuratorate of Qinglan City" } },
  { code: "990102", level: "county", parentCode: "990100", name: { zh: "云岭区人民检察院", en: "People's Procuratorate of Yunling District" } },
  { code: "990103", level: "county", parentCode: "990100", name: { zh: "临溪区人民检察院", en: "People's Procuratorate of Linxi District" } },
];

/** One password for all sample accounts; it protects nothing but invented data, and `npm start` prints it. */
export const SAMPLE_PASSWORD = "Tandem-2026-sample";

export type SamplePerson = {
  readonly account: string;
  readonly name: string;
  readonly officeCode: string;
  readonly department: Department;
  readonly roles: readonly Role[];
  readonly who: { readonly zh: string; readonly en: string };
};

export const SAMPLE_PEOPLE = {
  owner: { account: "chen.mo", name: "陈墨", officeCode: "990102", department: "criminal", roles: ["criminal-prosecutor"], who: { zh: "云岭区 刑事检察官（承办人）", en: "criminal prosecutor, owner of the sample case" } },
  second: { account: "xu.an", name: "徐安", officeCode: "990102", department: "criminal", roles: ["criminal-prosecutor"], who: { zh: "云岭区 刑事检察官", en: "criminal prosecutor of the same team" } },
  pil: { account: "lin.wen", name: "林闻", officeCode: "990102", department: "pil", roles: ["pil-prosecutor"], who: { zh: "云岭区 公益诉讼检察官", en: "public-interest prosecutor" } },
  technician: { account: "zhou.ce", name: "周测", officeCode: "990100", department: "technology", roles: ["technician"], who: { zh: "青岚市 技术人员", en: "technician of the city office" } },
  manager: { account: "wu.jie", name: "吴洁", officeCode: "990102", department: "case-management", roles: ["case-manager"], who: { zh: "云岭区 案管人员", en: "case manager" } },
  leader: { account: "han.ling", name: "韩岭", officeCode: "990102", department: "criminal", roles: ["leader"], who: { zh: "云岭区 院领导", en: "leader of the office" } },
  cityLeader: { account: "gao.yuan", name: "高远", officeCode: "990100", department: "criminal", roles: ["leader"], who: { zh: "青岚市 院领导（上级院）", en: "leader of the office above" } },
  outsider: { account: "su.lin", name: "苏临", officeCode: "990103", department: "criminal", roles: ["criminal-prosecutor"], who: { zh: "临溪区 刑事检察官（看不到示例案件）", en: "prosecutor elsewhere, sees none of it" } },
  auditor: { account: "qian.shen", name: "钱慎", officeCode: "990102", department: "inspection", roles: ["auditor"], who: { zh: "云岭区 审计人员", en: "auditor" } },
  administrator: { account: "he.guan", name: "何管", officeCode: "990102", department: "technology", roles: ["administrator"], who: { zh: "云岭区 系统管理员", en: "administrator" } },
} as const satisfies Record<string, SamplePerson>;
export type SamplePersonKey = keyof typeof SAMPLE_PEOPLE;

export type SampleCase = {
  readonly opener: SamplePersonKey;
  /** the year stands between head and tail */
  readonly number: readonly [head: string, tail: string];
  readonly title: string;
  readonly stage: Exclude<Stage, "closed">;
  readonly acceptedDaysAgo: number;
  readonly members: readonly (readonly [SamplePersonKey, MemberRole])[];
  readonly parties: readonly Omit<Party, "id">[];
};

export const MAIN_CASE: SampleCase = {
  opener: "owner",
  number: ["云岭检刑诉受", "12号"],
  title: "何某川等人侵犯公民个人信息案",
  stage: "prosecution-review",
  acceptedDaysAgo: 19,
  members: [
    ["second", "criminal-prosecutor"],
    ["pil", "pil-prosecutor"],
    ["technician", "technician"],
  ],
  parties: [
    { kind: "natural-person", role: "suspect", name: "何某川", note: "涉嫌窃取、出售名单" },
    { kind: "natural-person", role: "suspect", name: "罗某", note: "涉嫌购买名单" },
    { kind: "unit", role: "victim", name: "栖云酒店连锁有限公司", note: null },
    { kind: "natural-person", role: "counsel", name: "周某宁", note: "何某川的辩护人" },
  ],
};

export const OTHER_CASES: readonly SampleCase[] = [
  {
    opener: "second",
    number: ["云岭检刑捕受", "7号"],
    title: "丁某侵犯公民个人信息案",
    stage: "arrest-review",
    acceptedDaysAgo: 3,
    members: [["owner", "criminal-prosecutor"]],
    parties: [{ kind: "natural-person", role: "suspect", name: "丁某", note: null }],
  },
];

/** A record in which nothing is missing; hash and time are filled in when it is recorded. */
export const WHOLE_CUSTODY: Omit<Custody, "collectedAt" | "declaredHash"> = {
  category: "identity-data",
  source: "medium",
  whyNoOriginal: null,
  medium: { type: "移动硬盘", brand: "示例牌", model: "SL-2T", serial: "SL2T-0026119", sealNumber: "云公封2026-0418", sealPhotographed: true },
  place: "青岚市公安局云岭分局电子物证室",
  method: "写保护后提取，全程记录",
  tools: "取证工具 3.1",
  collectors: ["郑某", "冯某"],
  holder: { name: "何某川", signed: true, reasonNotSigned: null },
  witness: { name: "褚某", reasonNone: null },
  videoRecorded: true,
  legalDocument: { type: "扣押决定书", number: "云公扣〔2026〕0418号" },
};

/** A record with deliberate gaps, so that a newcomer sees what the workbench says about them. */
export const POOR_CUSTODY: Omit<Custody, "collectedAt" | "declaredHash"> = {
  ...WHOLE_CUSTODY,
  category: null,
  source: "online",
  whyNoOriginal: null,
  medium: null,
  method: null,
  collectors: ["郑某"],
  holder: { name: "何某川", signed: false, reasonNotSigned: null },
  witness: null,
  videoRecorded: null,
  legalDocument: null,
};

export const CHAIN = { collectors: "郑某", keeper: "云岭分局证据保管室", prosecutor: "云岭区人民检察院案件管理部门" } as const;
