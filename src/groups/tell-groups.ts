import type { GroupCell, GroupCellId, ProtectedGroups, ScaleFlag, SensitiveCategory } from "#groups/groups.contract.ts";
import { SENSITIVE_CATEGORIES } from "#groups/sensitive-categories.data.ts";
import { type Hidden, type Sum, suppressSmallCells } from "#groups/suppress-small-cells.ts";
import type { CountResult } from "#scan/scan.contract.ts";

/** Cells of fewer persons than this are hidden. */
export const SMALLEST_SHOWN = 5;

const NAMES = {
  total: { zh: "持有有效居民身份证号的人", en: "persons with a valid resident id" },
  under14: { zh: "不满14周岁", en: "under 14" },
  from14to17: { zh: "14周岁以上不满18周岁", en: "14 to 17" },
  under18: { zh: "未成年人（不满18周岁）", en: "minors (under 18)" },
  from18to59: { zh: "18周岁以上不满60周岁", en: "18 to 59" },
  over60: { zh: "老年人（60周岁以上）", en: "60 and over" },
  women: { zh: "女性", en: "women" },
  men: { zh: "男性", en: "men" },
} as const satisfies Record<GroupCellId, { zh: string; en: string }>;

const SUMS: readonly Sum<GroupCellId>[] = [
  { whole: "under18", parts: ["under14", "from14to17"] },
  { whole: "total", parts: ["under18", "from18to59", "over60"] },
  { whole: "total", parts: ["women", "men"] },
];

/** 最高人民检察院 2021-08-21 notice, no. 3. The figure of 10,000 is no figure of the notice: it is kept as an early word only. */
const SCALES = [
  {
    id: "large-scale",
    threshold: 1_000_000,
    name: { zh: "大规模个人信息（100万人以上）", en: "large-scale personal information (1,000,000 persons and more)" },
    cite: "最高人民检察院《关于贯彻执行个人信息保护法推进个人信息保护公益诉讼检察工作的通知》（2021年8月21日）：处理100万人以上的大规模个人信息，重点保护",
  },
  {
    id: "early-notice",
    threshold: 10_000,
    name: { zh: "提前提示（1万人以上）", en: "early notice (10,000 persons and more)" },
    cite: "仅为提前提示，不是通知所定的标准，也不是立案条件",
  },
] as const satisfies readonly Pick<ScaleFlag, "id" | "threshold" | "name" | "cite">[];

/**
 * 特殊群体与规模 what a count says of persons, as aggregates: groups by age and sex over distinct valid resident ids with small cells
 * hidden, flags of scale over the lower and the upper bound of persons (never over rows), and the categories of PIPL article 28.
 * @param threshold cells of 1 to `threshold` − 1 persons are hidden
 */
export function tellGroups(result: Pick<CountResult, "groups" | "kinds" | "persons">, threshold: number = SMALLEST_SHOWN): ProtectedGroups {
  const { asOf, under14, under18, over60, women } = result.groups;
  const total = result.kinds.find(({ kind }) => kind === "resident-id")?.distinct ?? 0;
  const values: Record<GroupCellId, number> = {
    total,
    under14,
    from14to17: under18 - under14,
    under18,
    from18to59: total - under18 - over60,
    over60,
    women,
    men: total - women,
  };
  const ids: readonly GroupCellId[] = ["total", "under14", "from14to17", "under18", "from18to59", "over60", "women", "men"];
  const negative = ids.find((id) => values[id] < 0);
  if (negative !== undefined) throw new Error(`the groups of a count do not add up: ${negative}`);
  const hidden = suppressSmallCells(
    ids.map((id) => ({ id, value: values[id] })),
    SUMS,
    threshold,
    "total",
  );
  return {
    asOf,
    threshold,
    cells: ids.map((id) => presentCell(id, values[id], hidden.get(id) ?? null, threshold)),
    persons: { ...result.persons },
    scale: SCALES.map((scale) => flagScale(scale, result.persons)),
    sensitive: listSensitive(result, under14),
    notes: [
      {
        zh: "年龄、性别由去重后的有效居民身份证号得出；仅以其他标识知悉的人不在其中。",
        en: "Age and sex come from distinct valid resident ids; persons known by other identifiers alone are not among them.",
      },
      {
        zh: `人数为1至${threshold - 1}的格显示为“＜${threshold}”；能够推算出小格的其他格一并隐去。对照其他统计可能使小格重新可算，请勿同时对外提供明细。`,
        en: `Cells of 1 to ${threshold - 1} are shown as “<${threshold}”, and others that would give them away are hidden. Beside other tables they may become computable again: do not give details out together.`,
      },
    ],
  };
}

function presentCell(id: GroupCellId, value: number, hidden: Hidden | null, threshold: number): GroupCell {
  const name = { ...NAMES[id] };
  if (hidden === null) {
    const shown = value.toLocaleString("en-US");
    return { id, name, value, hidden, text: { zh: shown, en: shown } };
  }
  const text = hidden === "small" ? { zh: `＜${threshold}`, en: `<${threshold}` } : { zh: "隐去", en: "hidden" };
  return { id, name, value: null, hidden, text };
}

function flagScale({ id, name, threshold, cite }: (typeof SCALES)[number], { atLeast, atMost }: CountResult["persons"]): ScaleFlag {
  const outcome = atLeast >= threshold ? "met" : atMost >= threshold ? "possible" : "not-met";
  const [least, most, limit] = [atLeast, atMost, threshold].map((figure) => figure.toLocaleString("en-US"));
  const because =
    outcome === "met"
      ? { zh: `至少${least}人，达到${limit}人`, en: `at least ${least} persons: ${limit} is reached` }
      : outcome === "possible"
        ? {
            zh: `至少${least}人、至多${most}人，是否达到${limit}人尚不确定`,
            en: `between ${least} and ${most} persons: whether ${limit} is reached is open`,
          }
        : { zh: `至多${most}人，未达到${limit}人`, en: `at most ${most} persons: ${limit} is not reached` };
  return { id, name: { ...name }, threshold, outcome, cite, because };
}

function listSensitive({ kinds }: Pick<CountResult, "kinds">, under14: number): SensitiveCategory[] {
  return SENSITIVE_CATEGORIES.map(({ id, name, kinds: named }) => {
    const found = named.filter((kind) => kinds.some((one) => one.kind === kind && one.valid > 0));
    const present = id === "under14" ? under14 > 0 : found.length > 0;
    return { id, name: { ...name }, present, kinds: [...found], cite: "个人信息保护法第二十八条" };
  });
}
