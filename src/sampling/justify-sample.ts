import type { SamplePlan } from "#sampling/sampling.contract.ts";

const METHODS = {
  hypergeometric: "超几何分布精确区间（有限总体、不放回）",
  "clopper-pearson": "Clopper–Pearson精确区间",
  wilson: "Wilson得分区间（近似）",
} as const;

/** 抽样说明 the written justification of a plan, for the case file: what, of what, how, how many, on what footing, and what does not follow. */
export function justifySample(plan: Omit<SamplePlan, "justification">): string {
  const { design, population, size, strata, use, sizeBecause, algorithm } = plan;
  const { sameNature, impossibleOneByOne, reason } = design.conditions;
  const lines = [
    `抽样说明：${design.title}`,
    `一、核对事项：${design.question}。`,
    `二、总体：${design.frame}，共${population}条，分为${strata.length}层。各层：${strata.map(({ name, units, size: taken }) => `${name}${units}条，抽取${taken}条`).join("；")}。`,
    `三、抽取方法：按${design.allocation === "proportional" ? "各层条数比例" : "各层等额"}分配，层内不放回简单随机抽样，每一条被抽中的机会相等。随机种子为“${design.seed}”。${algorithm.zh}任何人以相同的总体、种子和算法可以重新得到同一名单。`,
    `四、样本量：共${size}条。${sizeBecause.zh}`,
    `五、区间：置信水平${Math.round(design.confidence * 1000) / 10}%，采用${METHODS[design.method]}；多层合计时各层区间的置信水平相应提高，使合计区间仍不低于该水平。无法判断的条目在计算下限时按“否”、计算上限时按“是”处理。`,
    "六、依据：法释〔2017〕10号第十一条第三款（批量公民个人信息的条数，根据查获的数量直接认定，但有证据证明信息不真实或者重复的除外）；法发〔2022〕23号第二十条（数量特别众多且具有同类性质、特征或者功能的证据材料，客观上无法逐一收集的，可以按照一定比例或者数量选取，并作出说明和论证；条文内容待核）；《人民检察院办理网络犯罪案件规定》关于同类证据抽样验证的规定（第二十二条，条号待核）。",
    `七、适用条件：同类性质：${said(sameNature)}；客观上无法逐一核对：${said(impossibleOneByOne)}；理由：${reason === null || reason === "" ? "未说明" : reason}。`,
    use === "selection"
      ? "八、结论的用途：设计人主张符合选取证据的条件。方法和过程是否科学由检察官审查；不科学的，要求补充说明或者重新取证；结合辩解和辩护意见仍有合理怀疑的，作有利于犯罪嫌疑人、被告人的认定。"
      : "八、结论的用途：仅用于印证已经查明的条数，不能以样本比例推算代替条数。",
  ];
  const tiers = strata.filter(({ tier }) => tier === "A" || tier === "B").map(({ name }) => name);
  if (tiers.length > 0 && size < population)
    lines.push(`九、限制：${tiers.join("、")}属于第一档或者第二档信息，应当逐条核实，样本结论不能代替。`);
  return `${lines.join("\n")}\n`;
}

function said(value: boolean | null): string {
  return value === null ? "未说明" : value ? "是" : "否";
}
