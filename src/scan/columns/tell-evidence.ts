import { isKind, KINDS, type Kind, LOOKALIKES, type Lookalike } from "#scan/kinds.ts";

type Sentence = { readonly zh: string; readonly en: string };

const NEIGHBOURS: Readonly<Record<string, Sentence>> = {
  time: { zh: "旁有时间或轨迹，坐标即行踪", en: "a time or track stands beside the coordinates" },
  orders: { zh: "旁有订单，金额即交易", en: "orders stand beside the amount" },
  balances: { zh: "旁有余额，金额即财产", en: "balances stand beside the amount" },
  callers: { zh: "旁有主叫、被叫，即通信记录", en: "callers stand beside it" },
  "no-guest": { zh: "旁无入住信息，房号不是住宿", en: "no guest stands beside the room" },
};

/** Puts a stable word of a column's evidence into a sentence for the reader. An unknown word stands for itself. */
export function tellEvidence(word: string): Sentence {
  const at = word.indexOf(":");
  const [what, detail] = [word.slice(0, at), word.slice(at + 1)];
  if (what === "header") return { zh: `表头“${detail}”`, en: `the header “${detail}”` };
  if (what === "content" && detail === "organisations") return { zh: "内容多为单位名称", en: "most values name organisations" };
  if (what === "content" && detail === "accounts")
    return { zh: "内容不是姓名，是账号名", en: "the values are names of accounts, not of persons" };
  if (what === "content") {
    const percent = `${Math.round(Number(detail) * 10_000) / 100}%`;
    return { zh: `抽样内容的 ${percent} 符合`, en: `${percent} of the sampled values fit` };
  }
  if (what === "beside") return NEIGHBOURS[detail] ?? { zh: word, en: word };
  if (what === "correction") return { zh: `人工更正（第${detail}条）`, en: `corrected by a person (no. ${detail})` };
  return { zh: word, en: word };
}

const SETS: Readonly<Record<string, Sentence>> = {
  "identity-set": { zh: "身份信息组合（含照片）", en: "identity set with a photograph" },
  "identity-without-photograph": { zh: "身份信息组合（无照片）", en: "identity set without a photograph" },
  "card-with-secret": { zh: "银行卡与余额或密码", en: "card beside a balance or password" },
  "payment-account": { zh: "支付账号与密码", en: "payment account and password" },
};

/** The name of what a column holds, or of a set of the tier table; null holds nothing of a kind. */
export function nameMeaning(kind: string | null): Sentence {
  if (kind === null) return { zh: "未识别", en: "nothing known" };
  if (isKind(kind)) return KINDS[kind];
  return isLookalike(kind) ? LOOKALIKES[kind] : (SETS[kind] ?? { zh: kind, en: kind });
}

/** Whether a word is the name of what a column can hold. */
export function isMeaning(word: string): word is Kind | Lookalike {
  return isKind(word) || isLookalike(word);
}

function isLookalike(word: string): word is Lookalike {
  return Object.hasOwn(LOOKALIKES, word);
}
