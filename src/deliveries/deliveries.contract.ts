import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { ItemSet, Tier } from "#statutes/statutes.contract.ts";

/** 流转 who got which items from whom: the table of deliveries, and what it comes to under 法释〔2017〕10号 article 11. */
const Sentence = z.object({ zh: z.string(), en: z.string() });
const items = z.number().int().min(0).max(1e12);
const name = z.string().trim().min(1).max(80);

/** obtained from, sold to, provided to somebody without pay, published for anybody. */
export const DeliveryDirection = z.enum(["obtained", "sold", "provided", "published"]);
export type DeliveryDirection = z.infer<typeof DeliveryDirection>;

/** 一次流转 one line of the table. Lines that name the same set speak of the same items. */
export const Delivery = z.object({
  /** row of the table, 1-based, the header included; of lines typed in, their number */
  row: z.number().int().positive(),
  sheet: z.string().max(120).nullable().default(null),
  /** id of the set of items; other items are another set */
  set: name,
  tier: Tier.nullable().default(null),
  direction: DeliveryDirection,
  /** who received the items; of `obtained`, from whom; null = unknown */
  party: name.nullable().default(null),
  date: z.iso.date().nullable().default(null),
  /** how many items of the set went over; null = the whole set */
  items: items.nullable().default(null),
  /** how many items the set has, where somebody says so */
  setItems: items.nullable().default(null),
  /** figures of a count instead of a number: distinct items of a tier */
  ledger: z.object({ countId: z.uuid(), tier: Tier }).nullable().default(null),
  /** obtained in performing duties or providing services */
  insider: z.boolean().nullable().default(null),
  note: z.string().max(400).nullable().default(null),
});
export type Delivery = z.infer<typeof Delivery>;

/** From `least`, which is certain, to `most`; null = without an upper limit because something is unknown. */
export const ItemRange = z.object({ least: z.number().int(), most: z.number().int().nullable() });
export type ItemRange = z.infer<typeof ItemRange>;

/** `lines`: the numbers of the table simply added up, for comparison. `once`: each item once. `counted`: under article 11, once a recipient. */
const Figures = z.object({ lines: z.number().int(), once: ItemRange, counted: ItemRange });

export const CountedSet = Figures.extend({
  set: z.string(),
  tier: Tier.nullable(),
  size: z.number().int().nullable(),
  rows: z.array(z.number().int()),
  obtained: ItemRange,
  /** every recipient of the set; publication is one */
  recipients: z.array(
    z.object({ recipient: z.string().nullable(), published: z.boolean(), items: ItemRange, rows: z.array(z.number().int()) }),
  ),
  because: z.array(Sentence),
});
export type CountedSet = z.infer<typeof CountedSet>;

export const CountedRecipient = z.object({
  /** null = those without a name, together */
  recipient: z.string().nullable(),
  published: z.boolean(),
  sets: z.array(z.string()),
  items: ItemRange,
  tiers: z.object({ A: ItemRange, B: ItemRange, C: ItemRange, unknown: ItemRange }),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});

export const DeliveryCount = z.object({
  sets: z.array(CountedSet),
  recipients: z.array(CountedRecipient),
  tiers: z.object({ A: Figures, B: Figures, C: Figures, unknown: Figures }),
  total: Figures,
  /** sets as an assessment takes them: article 11 applied to them gives `counted.least` */
  facts: z.array(ItemSet),
  provisions: z.array(z.object({ cite: z.string(), meaning: Sentence })),
  remarks: z.array(Sentence),
  /** what in the table is wrong or contradicts itself; such lines are named and do not count */
  problems: z.array(z.object({ row: z.number().int().nullable(), sentence: Sentence })),
});
export type DeliveryCount = z.infer<typeof DeliveryCount>;

// The case's side.

export const RecordDeliveriesRequest = z.object({
  requestId: RequestId,
  name: z.string().trim().min(1).max(120),
  deliveries: z.array(Delivery).min(1).max(3000),
});
export type RecordDeliveriesRequest = z.infer<typeof RecordDeliveriesRequest>;
/** Counts without keeping anything. */
export const TryDeliveriesRequest = z.object({ deliveries: z.array(Delivery).min(1).max(3000) });
/** 流转表 a table as it was recorded; never changed: a correction is a new table that says which it replaces. */
export const DeliveryTable = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  name: z.string(),
  deliveries: z.array(Delivery),
  count: DeliveryCount,
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
});
export type DeliveryTable = z.infer<typeof DeliveryTable>;
export const DeliveryTableList = z.object({ items: z.array(DeliveryTable) });
export const DeliveryTableIdParams = z.object({ deliveryTableId: z.uuid() });
/** What a file holds, read and not kept: the screen shows it, a person puts it right and records it. */
export const ReadDeliveriesQuery = z.object({ name: z.string().trim().min(1).max(200) });
export const DeliveryReading = z.object({
  deliveries: z.array(Delivery),
  columns: z.array(z.object({ sheet: z.string().nullable(), name: z.string(), means: z.string().nullable() })),
  problems: z.array(z.object({ row: z.number().int().nullable(), sentence: Sentence })),
});
export type DeliveryReading = z.infer<typeof DeliveryReading>;
