/**
 * 信息种类 every kind of information the scanner knows (contract section 1), with what the law makes of it.
 * `identifies`: `alone` identifies a natural person by itself; `with-name` only together with a name (name counts with any of
 * these); `never` neither by itself nor with a name. Pure data.
 */
export const KINDS = {
  "resident-id": { zh: "居民身份证号", en: "resident identity number", identifies: "alone" },
  mobile: { zh: "手机号码", en: "mobile number", identifies: "alone" },
  landline: { zh: "固定电话", en: "landline", identifies: "with-name" },
  "bank-card": { zh: "银行卡号", en: "bank card number", identifies: "alone" },
  email: { zh: "电子邮箱", en: "e-mail address", identifies: "alone" },
  passport: { zh: "护照号", en: "passport number", identifies: "alone" },
  "hk-macao-permit": { zh: "港澳居民通行证", en: "Hong Kong and Macao permit", identifies: "alone" },
  "taiwan-permit": { zh: "台湾居民通行证", en: "Taiwan permit", identifies: "alone" },
  "foreign-permanent-resident-id": { zh: "外国人永久居留身份证", en: "foreign permanent resident ID", identifies: "alone" },
  "military-id": { zh: "军官证/士兵证", en: "military ID", identifies: "alone" },
  plate: { zh: "车牌号", en: "vehicle plate", identifies: "alone" },
  imei: { zh: "IMEI", en: "IMEI", identifies: "alone" },
  imsi: { zh: "IMSI", en: "IMSI", identifies: "alone" },
  iccid: { zh: "ICCID", en: "ICCID", identifies: "alone" },
  mac: { zh: "MAC地址", en: "MAC address", identifies: "never" },
  ip: { zh: "IP地址", en: "IP address", identifies: "never" },
  qq: { zh: "QQ号", en: "QQ number", identifies: "alone" },
  wechat: { zh: "微信号", en: "WeChat ID", identifies: "alone" },
  "account-password": { zh: "账号密码", en: "account and password", identifies: "alone" },
  name: { zh: "姓名", en: "name", identifies: "never" },
  address: { zh: "地址", en: "address", identifies: "with-name" },
  coordinates: { zh: "经纬度", en: "coordinates", identifies: "never" },
  whereabouts: { zh: "行踪轨迹", en: "whereabouts", identifies: "with-name" },
  "communication-content": { zh: "通信内容", en: "communication content", identifies: "with-name" },
  "communication-record": { zh: "通信记录", en: "communication record", identifies: "with-name" },
  credit: { zh: "征信信息", en: "credit information", identifies: "with-name" },
  property: { zh: "财产信息", en: "property information", identifies: "with-name" },
  accommodation: { zh: "住宿信息", en: "accommodation information", identifies: "with-name" },
  health: { zh: "健康生理信息", en: "health information", identifies: "with-name" },
  biometric: { zh: "生物识别信息", en: "biometric information", identifies: "alone" },
  transaction: { zh: "交易信息", en: "transaction information", identifies: "with-name" },
  education: { zh: "教育信息", en: "education information", identifies: "with-name" },
  employment: { zh: "职业信息", en: "employment information", identifies: "with-name" },
  religion: { zh: "宗教信仰", en: "religion", identifies: "with-name" },
  "social-security": { zh: "社会保障号", en: "social security number", identifies: "alone" },
} as const satisfies Record<string, { zh: string; en: string; identifies: "alone" | "with-name" | "never" }>;

export type Kind = keyof typeof KINDS;

/** Numbers that are no personal information by themselves, recognised so that they are not mistaken for it; they name a column and are no findings. */
export const LOOKALIKES = {
  "social-credit-code": { zh: "统一社会信用代码", en: "unified social credit code" },
  invoice: { zh: "发票号", en: "invoice number" },
  "order-number": { zh: "订单号", en: "order number" },
  timestamp: { zh: "时间", en: "timestamp" },
} as const satisfies Record<string, { zh: string; en: string }>;

export type Lookalike = keyof typeof LOOKALIKES;

/** Every kind name, in the fixed order of the contract. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

export type Tier = "A" | "B" | "C";
export const TIERS = ["A", "B", "C"] as const satisfies readonly Tier[];

/** Whether a word is the name of a kind (a lookalike is none). */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(KINDS, word);
}
