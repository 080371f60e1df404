import { RecommendationContent } from "#recommendations/recommendation-event.contract.ts";

/** A draft that lacks nothing: two measures, the first counted in a sample of 50. */
export function wholeContent(change: object = {}): RecommendationContent {
  return RecommendationContent.parse({
    type: "social-governance",
    title: "某快递站点面单个人信息保护",
    addressee: { name: "云岭某快递有限公司", relation: "involved-unit" },
    texts: { source: "在办理张某侵犯公民个人信息案中发现" },
    triggers: ["no-prevention"],
    objectionDays: 15,
    findings: [
      {
        id: "f1",
        problem: "面单未作去标识化处理，收件人姓名、电话外露",
        evidence: [{ kind: "document", label: "现场检查笔录", place: "第3页" }],
        law: ["个人信息保护法 第五十一条"],
        measures: [
          {
            id: "m1",
            text: "面单启用隐私号码",
            test: {
              shows: "抽查面单无未遮盖的电话",
              method: "到站点随机抽查",
              by: "2026-02-01",
              limit: { what: "未遮盖面单", sample: 50, atMost: 0 },
            },
            rechecks: ["2026-03-01", "2026-06-01"],
          },
          { id: "m2", text: "建立面单销毁制度", test: { shows: "制度文件和销毁记录", method: "查阅记录", by: "2026-02-15" } },
        ],
      },
    ],
    ...change,
  });
}

export const pilContent = (change: object = {}): RecommendationContent =>
  wholeContent({
    type: "public-interest",
    addressee: { name: "云岭县邮政管理局", relation: "same-level" },
    triggers: [],
    objectionDays: null,
    ...change,
  });
