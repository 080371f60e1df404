/** 数量 the parts of a case that are figures; one tab leads to them, they stand in a row of their own below it. */
export const QUANTITIES = ["ledgers", "work-list", "sampling", "deliveries", "gains"] as const;
export const TABS = [
  "overview",
  "parties",
  "evidence",
  "case-documents",
  ...QUANTITIES,
  "procedures",
  "recommendations",
  "clocks",
  "documents",
  "assessment",
  "public-interest",
  "outline",
  "remedies",
  "audit",
] as const;
export type Tab = (typeof TABS)[number];
