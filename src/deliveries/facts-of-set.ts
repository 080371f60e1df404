import { type DeliveryBounds, largest, type RecipientBounds } from "#deliveries/bounds-of-set.ts";
import type { Delivery, DeliveryDirection } from "#deliveries/deliveries.contract.ts";
import type { Conduct, ItemSet } from "#statutes/statutes.contract.ts";

const KIND_OF = { obtained: "obtain", sold: "sell", provided: "provide", published: "publish" } as const satisfies Record<
  DeliveryDirection,
  Conduct["kind"]
>;
/** Room for the number behind the name of a set: ids of an assessment have 80 characters. */
const LONGEST_NAME = 72;

/**
 * The set as an assessment takes it. Where every delivery was of the whole set it is one set with all its conducts; else it is cut into the
 * part of each recipient and what stayed, as large as is certain, so that article 11 over the parts gives `counted.least` exactly.
 */
export function factsOfSet(name: string, bounds: DeliveryBounds): ItemSet[] {
  const { tier, size, used, obtainedLines, recipients } = bounds;
  const allOpen = size === null && used.every(({ items }) => items === null);
  const isUnnamed = ({ recipient, published }: RecipientBounds) => recipient === null && !published;
  const unnamed = recipients.filter(isUnnamed);
  if ((bounds.whole && unnamed.length === 0) || allOpen)
    return [{ id: name, tier, items: allOpen ? null : size, conducts: conductsOf(used) }];
  const parts: { items: number; conducts: Conduct[] }[] = [];
  const obtaining = conductsOf(obtainedLines);
  const named = recipients.filter((one) => !isUnnamed(one));
  for (const { items, lines } of named) parts.push({ items: items.least, conducts: [...obtaining, ...conductsOf(lines)] });
  const largestNamed = largest(named.filter(({ published }) => !published).map(({ items }) => items.least));
  const [widest] = [...unnamed].sort((one, other) => other.items.least - one.items.least);
  // Somebody without a name may be one of the named: only what none of them can have got is a part of its own.
  const beyond = (widest?.items.least ?? 0) - largestNamed;
  if (widest !== undefined && beyond > 0) parts.push({ items: beyond, conducts: [...obtaining, ...conductsOf(widest.lines)] });
  if (bounds.keptLeast > 0) parts.push({ items: bounds.keptLeast, conducts: obtaining });
  return parts.map(({ items, conducts }, at) => ({ id: `${name.slice(0, LONGEST_NAME)}·${at + 1}`, tier, items, conducts }));
}

/** Each different conduct once. */
function conductsOf(lines: readonly Delivery[]): Conduct[] {
  const conducts = new Map<string, Conduct>();
  for (const { direction, party, insider } of lines) {
    const providing = direction !== "obtained" && direction !== "published";
    const conduct: Conduct = {
      kind: KIND_OF[direction],
      ...(providing ? { recipient: party } : {}),
      ...(insider === null ? {} : { insider }),
    };
    conducts.set(JSON.stringify(conduct), conduct);
  }
  return [...conducts.values()];
}
