import { RecommendationAction } from "#recommendations/recommendation-event.contract.ts";
import type { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import type { Words } from "#web/design/text/text.ts";

/** Acts of one plain form; the draft and the check of a measure have forms of their own. */
export type PlainAct = Exclude<Recommendation["can"][number], "revise" | "check">;
type Option = readonly [string, Words];
export type ActField = { readonly name: string; readonly label: Words; readonly reason?: Words; readonly optional?: boolean } & (
  | { readonly kind: "text" | "long" | "day" | "yes"; readonly begins?: string | null }
  | { readonly kind: "choice" | "many"; readonly options: readonly Option[] }
);
type Day = Extract<ActField, { readonly kind: "text" | "long" | "day" | "yes" }>;
export type ActForm = Readonly<Record<string, string>>;

const words = (zh: string, en: string): Words => ({ zh, en });
const day = (zh: string, en: string, name = "on"): Day => ({ name, label: words(zh, en), kind: "day" });
const long = (name: string, zh: string, en: string, optional = false): ActField => ({ name, label: words(zh, en), kind: "long", optional });
const text = (name: string, zh: string, en: string, optional = false): ActField => ({ name, label: words(zh, en), kind: "text", optional });

/** The fields of an act, from the table of types where it has a say. Pure. */
export function fieldsOf(act: PlainAct, one: Recommendation, types: TypesFile): readonly ActField[] {
  const type = types.types.find(({ id }) => id === one.type.id);
  switch (act) {
    case "review":
      return [
        text("reviewer", "审核人", "Reviewer"),
        {
          name: "opinion",
          label: words("意见", "Opinion"),
          kind: "choice",
          options: [
            ["agree", words("同意", "agrees")],
            ["change", words("建议修改", "asks for changes")],
            ["disagree", words("不同意", "disagrees")],
          ],
        },
        long("note", "审核意见", "What was said", true),
        day("审核日期", "Reviewed on"),
      ];
    case "record-route":
      return [
        text("body", "人民检察院", "Procuratorate"),
        {
          name: "outcome",
          label: words("结果", "Outcome"),
          kind: "choice",
          options: [
            ["agreed", words("同意（转交、提出）", "agrees, forwards or issues")],
            ["disagreed", words("不同意", "disagrees")],
            ["superior-agreed", words("共同上级决定提出", "common superior: issue it")],
            ["superior-disagreed", words("共同上级决定不提出", "common superior: do not")],
          ],
        },
        long("note", "说明", "Note", true),
        day("日期", "Day"),
      ];
    case "approve":
      return [
        {
          name: "by",
          label: words("决定", "Decided by"),
          kind: "choice",
          options: (type?.decidedBy ?? ["chief-procurator"]).map((by) => [
            by,
            by === "committee" ? words("检察委员会", "procuratorial committee") : words("检察长", "chief procurator"),
          ]),
        },
        long("note", "说明", "Note", true),
        day("决定日期", "Decided on"),
      ];
    case "return":
      return [long("reason", "退回的理由", "Why it is returned")];
    case "issue":
      return [
        ...(one.approved?.document.number === null
          ? [
              {
                ...text("number", "已在纸面发出的文号（补录）", "Number it went out under on paper", true),
                reason: words(
                  `文号由签发的检察建议书取得；只有早于${one.approved.document.draftedOn}已在纸面发出的才填写。`,
                  `The number comes from the issued document; typed only for what went out on paper before ${one.approved.document.draftedOn}.`,
                ),
              },
            ]
          : []),
        // The days the document was issued and served are known; nobody types them a second time.
        { ...day("发出日期", "Issued on"), begins: one.approved?.document.issuedOn ?? null },
        {
          ...day("送达日期", "Delivered on", "deliveredOn"),
          begins: one.approved?.document.servedOn ?? one.approved?.document.issuedOn ?? null,
        },
        {
          name: "way",
          label: words("送达方式", "How delivered"),
          kind: "choice",
          options: [
            ["written", words("书面送达", "in writing")],
            ["on-site", words("现场宣告送达", "announced on site")],
          ],
        },
        {
          name: "consent",
          label: words("已征得被建议单位同意（现场宣告）", "the addressee consents to the announcement on site"),
          kind: "yes",
        },
        {
          name: "copies",
          label: words(`抄送（${types.copiesCite}）`, `Copies (${types.copiesCite})`),
          kind: "many",
          options: types.copies.map(({ id, name }) => [id, name]),
        },
      ];
    case "file":
      return [day("报备日期", "Filed on")];
    case "object":
      return [day("提出日期", "Raised on"), long("grounds", "异议内容", "Grounds")];
    case "decide-objection":
      return [
        {
          name: "outcome",
          label: words("复核结果", "Outcome"),
          kind: "choice",
          options: [
            ["stands", words("不成立，说明理由", "not upheld, explained")],
            ["amend", words("成立，修改", "upheld, to be amended")],
            ["withdraw", words("成立，撤回", "upheld, withdrawn")],
          ],
        },
        long("reason", "理由", "Reason"),
        day("日期", "Day"),
      ];
    case "reply":
      return [
        day("收到日期", "Received on"),
        text("document", "回复文书", "Document", true),
        {
          ...long("summary", "回复要点", "What it says"),
          reason: words("回复不改变实效，实效以核查为准。", "A reply changes no effect; checks do."),
        },
      ];
    case "plan-recheck":
      return [
        {
          name: "measureId",
          label: words("建议事项", "Measure"),
          kind: "choice",
          options: one.measures.map(({ id, text: said }) => [id, words(said, said)]),
        },
        day("回头看日期", "Re-check on"),
      ];
    case "escalate":
      return [
        {
          name: "way",
          label: words("方式", "Way"),
          kind: "choice",
          options: types.ways.filter(({ id }) => type?.escalations.includes(id)).map(({ id, name }) => [id, name]),
        },
        day("日期", "Day"),
        { name: "urgedOn", label: words("督促日期（提起诉讼可空）", "Urged on (may be empty for a suit)"), kind: "day", optional: true },
        ...(one.failures.length === 0
          ? []
          : [
              {
                name: "failure",
                label: words("未依法全面履职的情形（提起诉讼必填）", "How the organ does not perform (needed for a suit)"),
                kind: "choice" as const,
                options: [["", words("—", "—")] as const, ...one.failures.map(({ value, name }) => [value, name] as const)],
              },
            ]),
        text("body", "受理机关", "To whom", true),
        long("reason", "理由", "Reason"),
      ];
    case "withdraw":
      return [day("日期", "Day"), long("reason", "撤回的理由", "Why it is withdrawn")];
    case "close":
      return [
        day("日期", "Day"),
        {
          ...long("reason", "说明", "Reason", true),
          reason: words("有未达标的建议或者未进行的回头看时必须写明。", "Needed while a measure is unmet or a re-check is open."),
        },
      ];
    default:
      return act satisfies never;
  }
}

/** What a fresh form holds: today, and the first of each choice. */
export function emptyForm(fields: readonly ActField[], today: string): ActForm {
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.kind === "day" && !field.optional ? (field.begins ?? today) : field.kind === "choice" ? (field.options[0]?.[0] ?? "") : "",
    ]),
  );
}

/** The act of a filled-in form, or the labels of what is not there yet. Pure. */
export function actOfForm(
  act: PlainAct,
  fields: readonly ActField[],
  form: ActForm,
): { readonly action: RecommendationAction } | { readonly missing: readonly Words[] } {
  const values = fields.map((field): readonly [string, unknown] => {
    const value = form[field.name]?.trim() ?? "";
    if (field.kind === "yes") return [field.name, value === "yes"];
    if (field.kind === "many") return [field.name, value === "" ? [] : value.split(",")];
    // What may stay empty is null where it is a day or a choice, and no words where it is a text.
    return [field.name, value === "" && (field.kind === "day" || field.kind === "choice") ? null : value];
  });
  const parsed = RecommendationAction.safeParse({ type: act, ...Object.fromEntries(values) });
  if (parsed.success) return { action: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return { missing: fields.filter(({ name }) => wrong.has(name)).map(({ label }) => label) };
}
