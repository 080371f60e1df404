import type { CustodyDefect } from "#evidence/evidence.contract.ts";

/**
 * 保管链瑕疵 what follows from each gap or contradiction, with the rule. 法发〔2016〕22号 unless another instrument is named.
 * `blocking`: integrity or legality cannot be shown, not made good by an explanation; `exclude`: art. 28; `curable`: art. 27;
 * `warning`: to be noted and checked. Braces are filled by custody.ts; {at} = number of the transfer.
 */
export const DEFECTS = {
  "stored-bytes-changed": { effect: "exclude", cite: "法发〔2016〕22号 第二十八条", zh: "存储的内容与入库时的校验值不一致，真实性无法确定", en: "The stored bytes differ from those taken in: authenticity cannot be established" },
  "declared-hash-differs": { effect: "exclude", cite: "法发〔2016〕22号 第二十三条、第二十八条", zh: "笔录记载的{algorithm}（{declared}）与实际计算值（{computed}）不一致", en: "The {algorithm} in the record ({declared}) differs from the one computed ({computed})" },
  "hash-missing": { effect: "blocking", cite: "法发〔2016〕22号 第九条、第十四条", zh: "未扣押原始存储介质，又没有记载完整性校验值", en: "The original medium was not seized and no integrity hash is recorded" },
  "too-few-collectors": { effect: "blocking", cite: "法发〔2016〕22号 第七条", zh: "收集、提取人员应为二人以上，记载{number}人", en: "Two or more investigators must collect; {number} recorded" },
  "hash-missing-source-unknown": { effect: "curable", cite: "法发〔2016〕22号 第九条、第十四条", zh: "没有记载完整性校验值，取得方式也未记载：如未扣押原始存储介质，将不能作为定案根据", en: "No integrity hash and no way of obtaining is recorded: if the medium was not seized this is fatal" },
  "source-unclear": { effect: "curable", cite: "法发〔2016〕22号 第十四条、第二十七条", zh: "未记载取得方式（扣押介质、在线提取、调取或者冻结）", en: "How it was obtained (medium, online, provider, freeze) is not recorded" },
  "category-unclear": { effect: "curable", cite: "法发〔2016〕22号 第二十七条第三项", zh: "电子数据的名称、类别、格式不清", en: "Name, category or format of the data is unclear" },
  "why-no-original-missing": { effect: "curable", cite: "法发〔2016〕22号 第九条", zh: "未注明不能扣押原始存储介质的原因", en: "Why the original medium could not be seized is not noted" },
  "medium-unclear": { effect: "curable", cite: "法发〔2016〕22号 第十四条、第二十七条第三项", zh: "未记载原始存储介质的类型", en: "The type of the original medium is not recorded" },
  unsealed: { effect: "curable", cite: "法发〔2016〕22号 第八条、第二十七条第一项", zh: "未记载封存编号，视为未以封存状态移送", en: "No seal is recorded: taken as not sealed at transfer" },
  "seal-not-photographed": { effect: "curable", cite: "法发〔2016〕22号 第八条", zh: "未记载封存前后的照片", en: "No photographs before and after sealing are recorded" },
  "time-missing": { effect: "curable", cite: "法发〔2016〕22号 第十四条", zh: "未记载收集、提取的时间", en: "The time of collection is not recorded" },
  "place-missing": { effect: "curable", cite: "法发〔2016〕22号 第十四条", zh: "未记载收集、提取的地点", en: "The place of collection is not recorded" },
  "method-missing": { effect: "curable", cite: "法发〔2016〕22号 第十四条", zh: "未记载收集、提取的方法和过程", en: "Method and process of collection are not recorded" },
  "holder-not-signed": { effect: "curable", cite: "法发〔2016〕22号 第十四条、第二十七条第二项", zh: "持有人、提供人没有签名，也未注明原因", en: "The holder did not sign and no reason is noted" },
  "no-witness-no-video": { effect: "curable", cite: "法发〔2016〕22号 第十五条", zh: "没有见证人，也没有录像", en: "No witness and no video" },
  "no-witness-no-reason": { effect: "curable", cite: "法发〔2016〕22号 第十五条", zh: "有录像，但未注明没有见证人的原因", en: "Recorded on video, but why there was no witness is not noted" },
  "legal-document-missing": { effect: "curable", cite: "法发〔2016〕22号 第十二条、第十三条", zh: "未记载调取证据通知书或者协助冻结通知书", en: "The notice of obtaining or freezing evidence is not recorded" },
  "collected-after-intake": { effect: "curable", cite: "法发〔2016〕22号 第二十七条第四项", zh: "记载的收集时间晚于入库时间", en: "The recorded time of collection is later than the intake" },
  "transfer-before-collection": { effect: "curable", cite: "法发〔2016〕22号 第二十七条第四项", zh: "第{at}次移交的时间早于收集时间", en: "Transfer {at} is earlier than the collection" },
  "transfer-backwards": { effect: "curable", cite: "法发〔2016〕22号 第二十七条第四项", zh: "第{at}次移交的时间早于前一次移交", en: "Transfer {at} is earlier than the one before it" },
  "transfer-not-continuous": { effect: "curable", cite: "法发〔2016〕22号 第二十七条第四项", zh: "第{at}次移交由“{from}”交出，而前一次由“{previous}”接收，中间环节缺失", en: "Transfer {at} is from {from}, but {previous} received it before: a link is missing" },
  "transfer-to-self": { effect: "curable", cite: "法发〔2016〕22号 第二十七条第四项", zh: "第{at}次移交的交出方与接收方相同", en: "Transfer {at} has the same giver and receiver" },
  "hash-missing-medium-seized": { effect: "warning", cite: "法发〔2016〕22号 第五条", zh: "没有记载完整性校验值，完整性仅靠封存状态证明", en: "No integrity hash is recorded: integrity rests on the seal alone" },
  "transfer-hash-unchecked": { effect: "warning", cite: "公通字〔2018〕41号 第四十三条", zh: "第{at}次移交未记载核对完整性校验值", en: "Transfer {at}: no check of the hash is recorded" },
  "transfer-seal-unchecked": { effect: "warning", cite: "公通字〔2018〕41号 第四十三条", zh: "第{at}次移交未记载核对封存状态", en: "Transfer {at}: no check of the seal is recorded" },
} as const satisfies Record<string, { effect: CustodyDefect["effect"]; cite: string; zh: string; en: string }>;

export type DefectKind = keyof typeof DEFECTS;
