import { nameField } from "#refusals/name-field.ts";

/**
 * What an operation answers when it does not do what was asked: a stable kind that code, tests and screens compare,
 * and one sentence a person can act on. Expected refusals are values; an exception is a bug or an outage.
 */
export const REFUSALS = {
  "not-signed-in": { zh: "请先登录。", en: "Sign in first." },
  "sign-in-failed": { zh: "账号或口令不正确。", en: "The account or the password is wrong." },
  "locked-out": {
    zh: "连续登录失败次数过多，账号已临时锁定，请在{minutes}分钟后再试。",
    en: "Too many failed sign-ins: the account is locked for {minutes} more minutes.",
  },
  "session-expired": {
    zh: "登录已过期，请重新登录；已填写的内容保留在本页。",
    en: "The session has ended. Sign in again; what you typed is kept on this page.",
  },
  "forged-request": {
    zh: "请求缺少防伪标记，请刷新页面后重试。",
    en: "The request lacks its anti-forgery token. Reload the page and try again.",
  },
  "too-many-requests": { zh: "请求过于频繁，请稍后再试。", en: "Too many requests. Try again shortly." },
  "not-permitted": { zh: "您无权进行此操作：{rule}。", en: "You may not do this: {rule}." },
  "not-found": { zh: "没有找到，或您无权查看。", en: "Not found, or not for you to see." },
  "wrong-state": { zh: "当前状态（{state}）下不能进行此操作。", en: "This cannot be done in the present state ({state})." },
  "wrong-step": {
    zh: "在“{state}”时不能“{step}”；现在可以：{allowed}。",
    en: '"{step}" cannot be done in the state "{state}"; now possible: {allowed}.',
  },
  "condition-not-met": { zh: "{condition}（{cite}）", en: "{condition} ({cite})" },
  "needs-confirmation": { zh: "请确认后再提交：{what}。", en: "Confirm and submit again: {what}." },
  "stale-version": {
    zh: "内容已被他人更新（第{current}版），请刷新后再提交；您填写的内容没有丢失。",
    en: "Somebody else changed this meanwhile (version {current}). Reload and submit again; what you typed is kept.",
  },
  "already-signed": { zh: "该评估已由{name}于{at}签署，不能再次签署。", en: "This assessment was already signed by {name} at {at}." },
  "already-exists": { zh: "{what}已存在。", en: "{what} exists already." },
  "custody-open": {
    zh: "还有 {open} 项不一致没有说明，当日的在押核对不能签署；请逐项核实或者写明原因。",
    en: "{open} disagreements are not explained: the custody list of the day cannot be signed off. Settle or explain each.",
  },
  "list-changed": {
    zh: "名单在您查看之后有变化，请刷新核对后再签署；您填写的说明没有丢失。",
    en: "The list changed since you read it. Reload, check it and sign again; what you typed is kept.",
  },
  "invalid-input": {
    zh: "填写有误：{place}应为{expected}，收到的是{found}。",
    en: "Invalid input: {place} must be {expected}, found {found}.",
  },
  "too-large": { zh: "内容超过上限（{limit}）。", en: "Larger than the limit ({limit})." },
  "upload-cut-off": {
    zh: "上传中断：应收{expected}字节，实收{found}字节；未保存任何内容，请重新上传。",
    en: "The upload was cut off: {found} of {expected} bytes came. Nothing was kept; upload again.",
  },
  "storage-full": {
    zh: "存储空间不足，未保存任何内容；请联系技术人员腾出空间后重试。",
    en: "The storage is full. Nothing was kept; free some space and try again.",
  },
  "evidence-damaged": {
    zh: "存储的证据与入库时的校验值不一致：{place}。",
    en: "Stored evidence does not match the hash taken at intake: {place}.",
  },
  "evidence-missing": { zh: "存储中找不到该证据文件：{place}。", en: "The evidence file is missing from the store: {place}." },
  "internal-fault": {
    zh: "系统出现故障，请把编号{requestId}告知技术人员。",
    en: "A fault occurred. Give the number {requestId} to the technicians.",
  },
} as const satisfies Record<string, Sentence>;

export type RefusalKind = keyof typeof REFUSALS;
export type RefusalDetail = Readonly<Record<string, string | number>>;
export type Refusal = { readonly ok: false; readonly kind: RefusalKind; readonly detail: RefusalDetail };
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;
export type Sentence = { readonly zh: string; readonly en: string };

/** A refusal of the given kind; `detail` fills the braces of its sentence. */
export function refuse(kind: RefusalKind, detail: RefusalDetail = {}): Refusal {
  return { ok: false, kind, detail };
}

/** The good answer of an operation. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/**
 * The sentence of a refusal in the given language, its braces filled from the detail; `rule.en` is preferred to `rule` in English, and a field
 * is called what a person calls it.
 */
export function sentenceOf(refusal: Refusal, language: "zh" | "en"): string {
  return REFUSALS[refusal.kind][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const own = refusal.detail[`${name}.${language}`];
    const value = oneLanguage(String(own ?? refusal.detail[name] ?? "—"), language);
    return own === undefined && name === "place" && refusal.kind === "invalid-input" ? nameField(value, language) : value;
  });
}

/** Of `空 / nothing`, a value that says itself in both languages, the reader's part. */
function oneLanguage(value: string, language: "zh" | "en"): string {
  const both = /^(\p{Script=Han}+) \/ ([\w ]+)$/u.exec(value);
  return (language === "zh" ? both?.[1] : both?.[2]) ?? value;
}
