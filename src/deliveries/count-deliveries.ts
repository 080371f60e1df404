import { boundsOfSet, type DeliveryBounds, foldName } from "#deliveries/bounds-of-set.ts";
import type { CountedSet, Delivery, DeliveryCount, ItemRange } from "#deliveries/deliveries.contract.ts";
import { factsOfSet } from "#deliveries/facts-of-set.ts";

/** What of article 11 the count needs: its citations, and how often a publication counts. */
export type Article11 = {
  readonly cite: string;
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly obtainedThenProvided: { readonly cite: string };
  readonly perRecipient: { readonly cite: string };
  readonly publication: { readonly cite: string; readonly countedTimes: number; readonly unconfirmed: boolean };
};

const TIERS = ["A", "B", "C", "unknown"] as const;

/**
 * 流转计数 counts a table of deliveries under 法释〔2017〕10号 article 11: what was obtained and then passed on counts once (para. 1), what
 * went to n recipients counts n times (para. 2). Where parts of a set went over, or a recipient has no name, nobody can say which items
 * overlap: the answer is then the range that is certain, and `facts` give its lower end, the reading in favour of the accused.
 * Lines that contradict themselves are named in `problems` and count nowhere.
 */
export function countDeliveries(deliveries: readonly Delivery[], article11: Article11): DeliveryCount {
  const problems: DeliveryCount["problems"] = [];
  const bySet = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const key = foldName(delivery.set);
    const lines = bySet.get(key);
    if (lines) lines.push(delivery);
    else bySet.set(key, [delivery]);
  }
  const sets: CountedSet[] = [];
  const facts: DeliveryCount["facts"] = [];
  const bounds: { set: CountedSet; bounds: DeliveryBounds }[] = [];
  for (const lines of bySet.values()) {
    const found = boundsOfSet(lines, article11.publication.countedTimes);
    for (const problem of found.problems) problems.push(problem);
    if (found.used.length === 0) continue;
    const set: CountedSet = {
      set: lines[0]?.set ?? "",
      tier: found.tier,
      size: found.size,
      rows: found.used.map(({ row }) => row),
      obtained: found.obtained,
      recipients: found.recipients.map(({ recipient, published, items, rows }) => ({ recipient, published, items, rows: [...rows] })),
      lines: found.lines,
      once: found.once,
      counted: found.counted,
      because: [...found.because],
    };
    sets.push(set);
    bounds.push({ set, bounds: found });
    for (const part of factsOfSet(set.set, found)) facts.push(part);
  }
  return {
    sets,
    recipients: listRecipients(bounds),
    tiers: { A: figuresOf(sets, "A"), B: figuresOf(sets, "B"), C: figuresOf(sets, "C"), unknown: figuresOf(sets, "unknown") },
    total: sumFigures(sets),
    facts,
    provisions: [
      { cite: article11.obtainedThenProvided.cite, meaning: { ...MEANINGS.once } },
      { cite: article11.perRecipient.cite, meaning: { ...MEANINGS.perRecipient } },
      ...(sets.some(({ recipients }) => recipients.some(({ published }) => published))
        ? [
            {
              cite: article11.publication.cite,
              meaning: article11.publication.unconfirmed ? { ...MEANINGS.publicationOpen } : { ...MEANINGS.publication },
            },
          ]
        : []),
    ],
    remarks: remarksOn(sets, facts),
    problems: problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  };
}

const MEANINGS = {
  once: { zh: "非法获取后又出售或者提供的，条数不重复计算", en: "obtained and then sold or provided: not counted twice" },
  perRecipient: {
    zh: "向不同单位或者个人分别出售、提供同一信息的，条数累计计算",
    en: "the same item to different recipients: counted for each",
  },
  publication: { zh: "公开发布为一次提供，不因浏览人数增加", en: "a publication is one act of providing, however many read it" },
  publicationOpen: {
    zh: "公开发布按一次提供计算，不因浏览人数增加（条文未明确，待核）",
    en: "a publication is taken as one act of providing, however many read it (not said in the article; unconfirmed)",
  },
} as const;

/** What an assessment takes at most, of sets and of conducts of a set. */
const MOST_FACTS = 1000;

function remarksOn(sets: readonly CountedSet[], facts: DeliveryCount["facts"]): DeliveryCount["remarks"] {
  const remarks: DeliveryCount["remarks"] = [];
  if (sets.some(({ counted }) => counted.least !== counted.most))
    remarks.push({
      zh: "部分条数只能确定范围：交付的是一批中的一部分，或者接收人姓名不详，无法确定各次交付是否为同一信息。认定时以下限为准（存疑有利于被追诉人）。",
      en: "Some figures are ranges: parts of a set went over or a recipient is unknown, so nobody can say which items overlap. The lower end is used (doubt favours the accused).",
    });
  if (sets.some(({ tier }) => tier === null))
    remarks.push({ zh: "有信息未写明档次，未计入任何一档。", en: "Some sets name no tier and stand in none." });
  if (sets.some(({ size }) => size === null))
    remarks.push({ zh: "有信息未写明条数，没有上限。", en: "Some sets name no number of items: there is no upper end." });
  if (facts.length > MOST_FACTS || facts.some(({ conducts }) => (conducts?.length ?? 0) > MOST_FACTS))
    remarks.push({
      zh: `批次或者行为超过${MOST_FACTS}项，不能整体带入评估；请按接收人或者批次分表。`,
      en: `More than ${MOST_FACTS} sets or conducts: an assessment does not take them at once; split the table by recipient or set.`,
    });
  return remarks;
}

function figuresOf(sets: readonly CountedSet[], tier: (typeof TIERS)[number]): DeliveryCount["total"] {
  return sumFigures(sets.filter((set) => (set.tier ?? "unknown") === tier));
}

function sumFigures(sets: readonly CountedSet[]): DeliveryCount["total"] {
  return {
    lines: sets.reduce((sum, { lines }) => sum + lines, 0),
    once: sumRanges(sets.map(({ once }) => once)),
    counted: sumRanges(sets.map(({ counted }) => counted)),
  };
}

export function sumRanges(ranges: readonly ItemRange[]): ItemRange {
  let [least, most]: [number, number | null] = [0, 0];
  for (const range of ranges) {
    least += range.least;
    most = most === null || range.most === null ? null : most + range.most;
  }
  return { least, most };
}

/** What each recipient got over all sets, in the order in which they first appear; those without a name stand together. */
function listRecipients(counted: readonly { set: CountedSet; bounds: DeliveryBounds }[]): DeliveryCount["recipients"] {
  type Entry = { recipient: string | null; published: boolean; parts: { set: CountedSet; items: ItemRange }[]; days: string[] };
  const entries = new Map<string, Entry>();
  for (const { set, bounds } of counted)
    for (const { recipient, published, items, lines } of bounds.recipients) {
      const key = published ? "published" : recipient === null ? "unnamed" : `named ${foldName(recipient)}`;
      const entry = entries.get(key) ?? { recipient: published ? null : recipient, published, parts: [], days: [] };
      entries.set(key, entry);
      entry.parts.push({ set, items });
      for (const { date } of lines) if (date !== null) entry.days.push(date);
    }
  return [...entries.values()].map(({ recipient, published, parts, days }) => {
    const inTier = (tier: (typeof TIERS)[number]) =>
      sumRanges(parts.flatMap(({ set, items }) => ((set.tier ?? "unknown") === tier ? [items] : [])));
    const sorted = days.sort();
    return {
      recipient,
      published,
      sets: [...new Set(parts.map(({ set }) => set.set))],
      items: sumRanges(parts.map(({ items }) => items)),
      tiers: { A: inTier("A"), B: inTier("B"), C: inTier("C"), unknown: inTier("unknown") },
      from: sorted[0] ?? null,
      until: sorted.at(-1) ?? null,
    };
  });
}
