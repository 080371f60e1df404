import type { Delivery, DeliveryCount, ItemRange } from "#deliveries/deliveries.contract.ts";
import type { Tier } from "#statutes/statutes.contract.ts";

type Sentence = { readonly zh: string; readonly en: string };

/** Items that went to one recipient (or to the public): at least the largest delivery, at most all of them together or the whole set. */
export type RecipientBounds = {
  readonly recipient: string | null;
  readonly published: boolean;
  readonly items: ItemRange;
  readonly lines: readonly Delivery[];
  readonly rows: readonly number[];
};

/** What is certain of one set of items. */
export type DeliveryBounds = {
  readonly tier: Tier | null;
  /** null = unknown, or only known to be at least something */
  readonly size: number | null;
  readonly used: readonly Delivery[];
  readonly obtained: ItemRange;
  readonly obtainedLines: readonly Delivery[];
  readonly recipients: readonly RecipientBounds[];
  /** every line speaks of the whole set, whose size is known */
  readonly whole: boolean;
  readonly lines: number;
  readonly once: ItemRange;
  readonly counted: ItemRange;
  /** items obtained and certainly not passed on, under the reading that gives `counted.least` */
  readonly keptLeast: number;
  readonly because: readonly Sentence[];
  readonly problems: DeliveryCount["problems"];
};

/** Names of sets and recipients are compared without width, blanks and case. */
export function foldName(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

/**
 * Bounds of one set. Let N be its size, O what was obtained, D(r) what recipient r got; the law counts Σ|D(r)| + |O without all D|.
 * Least: every D as small as its largest delivery and none overlapping: max(|O|, Σ|D|). Most: every D as large as its deliveries allow
 * and all inside each other. Recipients without a name may all be one of the named, or each somebody else.
 */
export function boundsOfSet(lines: readonly Delivery[], publicationTimes: number): DeliveryBounds {
  const { used: consistent, stated, problems } = takeConsistent(lines);
  const used = spellAlike(consistent);
  const numbers = used.flatMap(({ items }) => (items === null ? [] : [items]));
  const sizeLeast = stated ?? largest(numbers);
  const openWhole =
    used.some(({ items }) => items === null) && !used.some(({ direction, items }) => direction === "obtained" && items !== null);
  const size = stated ?? (openWhole || numbers.length === 0 ? null : sizeLeast);
  const rangeOf = ({ items }: Delivery): ItemRange => (items === null ? { least: sizeLeast, most: size } : { least: items, most: items });
  const unite = (some: readonly Delivery[]): ItemRange => {
    const ranges = some.map(rangeOf);
    return { least: largest(ranges.map(({ least }) => least)), most: cap(addUp(ranges.map(({ most }) => most)), size) };
  };

  const obtainedLines = used.filter(({ direction }) => direction === "obtained");
  const obtained = unite(obtainedLines);
  const recipients = groupByRecipient(used).map(
    ({ recipient, published, lines: some }): RecipientBounds => ({
      recipient,
      published,
      items: unite(some),
      lines: some,
      rows: some.map(({ row }) => row),
    }),
  );
  const times = (one: RecipientBounds) => (one.published ? publicationTimes : 1);
  const [named, unnamed] = [recipients.filter(isKnown), recipients.filter((one) => !isKnown(one))];
  const largestNamed = largest(named.filter(({ published }) => !published).map(({ items }) => items.least));
  const beyondNamed = Math.max(0, largest(unnamed.map(({ items }) => items.least)) - largestNamed);
  const passedOn = named.reduce((sum, { items }) => sum + items.least, 0) + beyondNamed;
  const keptLeast = Math.max(0, obtained.least - passedOn);
  const least = named.reduce((sum, one) => sum + one.items.least * times(one), 0) + beyondNamed + keptLeast;

  const eachMost = addUp(recipients.map((one) => (one.items.most === null ? null : one.items.most * times(one))));
  const largestMost = recipients.reduce<number | null>(
    (most, { items }) => (most === null || items.most === null ? null : Math.max(most, items.most)),
    0,
  );
  const keptMost =
    obtained.most === null ? null : size === null || largestMost === null ? obtained.most : Math.min(obtained.most, size - largestMost);
  const once = unite(used);
  return {
    tier: tierOf(used, problems),
    size,
    used,
    obtained,
    obtainedLines,
    recipients,
    whole: size !== null && used.every(({ items }) => items === null || items === size),
    lines: used.reduce((sum, line) => sum + rangeOf(line).least, 0),
    once,
    counted: { least, most: addUp([eachMost, keptMost]) },
    keptLeast,
    because: explain(obtainedLines.length > 0, recipients),
    problems,
  };
}

/** Sets the lines aside that contradict the others about the size of the set. */
function takeConsistent(lines: readonly Delivery[]): { used: Delivery[]; stated: number | null; problems: DeliveryCount["problems"] } {
  const stated = lines.find(({ setItems }) => setItems !== null)?.setItems ?? null;
  const problems: DeliveryCount["problems"] = [];
  const used = lines.filter(({ row, set, setItems, items }) => {
    if (setItems !== null && setItems !== stated) {
      problems.push({
        row,
        sentence: {
          zh: `“${set}”的总条数前后不一：${stated}与${setItems}`,
          en: `the size of “${set}” is said to be ${stated} and ${setItems}`,
        },
      });
      return false;
    }
    if (items !== null && stated !== null && items > stated) {
      problems.push({
        row,
        sentence: { zh: `交付${items}条，多于“${set}”的总条数${stated}`, en: `${items} items are more than “${set}” has (${stated})` },
      });
      return false;
    }
    return true;
  });
  return { used, stated, problems };
}

/** The same recipient is written as it was written first. */
function spellAlike(lines: readonly Delivery[]): Delivery[] {
  const spelling = new Map<string, string>();
  return lines.map((line) => {
    if (line.party === null) return line;
    const folded = foldName(line.party);
    const party = spelling.get(folded) ?? line.party;
    spelling.set(folded, party);
    return { ...line, party };
  });
}

/** One group a named recipient, one for the public, and one for each delivery without a name. */
function groupByRecipient(lines: readonly Delivery[]): { recipient: string | null; published: boolean; lines: Delivery[] }[] {
  const groups = new Map<string, { recipient: string | null; published: boolean; lines: Delivery[] }>();
  for (const [at, line] of lines.entries()) {
    if (line.direction === "obtained") continue;
    const published = line.direction === "published";
    const key = published ? "published" : line.party === null ? `unnamed ${at}` : `named ${foldName(line.party)}`;
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { recipient: published ? null : line.party, published, lines: [line] });
  }
  return [...groups.values()];
}

function isKnown({ recipient, published }: RecipientBounds): boolean {
  return published || recipient !== null;
}

function tierOf(lines: readonly Delivery[], problems: DeliveryCount["problems"]): Tier | null {
  const tiers = [...new Set(lines.flatMap(({ tier }) => (tier === null ? [] : [tier])))];
  if (tiers.length <= 1) return tiers[0] ?? null;
  const [first] = lines;
  problems.push({
    row: first?.row ?? null,
    sentence: {
      zh: `“${first?.set}”被写为不同档次：${tiers.join("、")}`,
      en: `“${first?.set}” is said to be of tiers ${tiers.join(", ")}`,
    },
  });
  return null;
}

function explain(obtained: boolean, recipients: readonly RecipientBounds[]): Sentence[] {
  const because: Sentence[] = [];
  const named = recipients.filter(({ recipient }) => recipient !== null).length;
  const unnamed = recipients.filter(({ recipient, published }) => recipient === null && !published).length;
  if (obtained && recipients.length > 0)
    because.push({
      zh: "取得后又出售、提供的部分不重复计算（第十一条第一款）",
      en: "what was obtained and then passed on is not counted twice (art. 11-1)",
    });
  if (named > 1)
    because.push({
      zh: `分别向${named}个单位或者个人提供，累计计算（第十一条第二款）`,
      en: `passed on to ${named} recipients: counted for each (art. 11-2)`,
    });
  if (unnamed > 0)
    because.push({
      zh: `${unnamed}次交付的接收人不详：可能是同一人，也可能各不相同`,
      en: `${unnamed} deliveries name no recipient: perhaps one and the same, perhaps all different`,
    });
  return because;
}

function addUp(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0);
}

function cap(number: number | null, limit: number | null): number | null {
  return number === null ? limit : limit === null ? number : Math.min(number, limit);
}

/** The largest of numbers that are not negative, 0 of none; as many as a table has lines. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
