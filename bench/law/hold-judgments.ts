import { z } from "zod";
import { assess } from "#statutes/assess.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import { Band, type Conduct, type InfringingFacts } from "#statutes/statutes.contract.ts";

const count = z.number().nullable().optional();
const Defendant = z.object({
  A: count,
  B: count,
  C: count,
  gains: count,
  insider: z.boolean().optional(),
  prior: z.boolean().optional(),
  knowing: z.boolean().optional(),
  death: z.boolean().optional(),
  band: Band.nullable(),
});
/** A line of the labelled judgments: numbers and bands that the court found, no person's name. */
export const CourtFindings = z.object({
  id: z.string(),
  judgedOn: z.string().nullable(),
  isPersonalInformationCase: z.boolean(),
  conducts: z.array(z.string()),
  insider: z.boolean().nullable(),
  items: z.object({ tierBasis: z.string().nullable() }),
  defendants: z.array(Defendant).optional(),
});
export type CourtFindings = z.infer<typeof CourtFindings>;

/** How the engine's answer on the court's own numbers stands to the band that the court found. */
export type Holding = {
  readonly id: string;
  /** which of the accused of that judgment, from 1 */
  readonly accused: number;
  readonly judgedOn: string | null;
  readonly numbers: string;
  readonly court: Band;
  readonly engine: Band;
  readonly engineAtMost: Band;
  /** `open`: the court's band is higher than what is proved by these numbers, and within what the untold facts could bring */
  readonly outcome: "agrees" | "open" | "disagrees";
  readonly reason: string;
};

const ORDER = { none: 0, serious: 1, "especially-serious": 2 } as const satisfies Record<Band, number>;
const INTERPRETATION = "2017-06-01";

/** 法院认定的数字 every accused of a judgment about personal information whose band the court named, held against 253-1. */
export function holdJudgments(findings: readonly CourtFindings[], provisions: Provisions): Holding[] {
  return findings
    .filter(({ isPersonalInformationCase }) => isPersonalInformationCase)
    .flatMap((finding) =>
      (finding.defendants ?? []).flatMap((defendant, at): Holding[] => {
        if (defendant.band === null) return [];
        const facts = factsOf(finding, defendant);
        const answer = assess(facts, provisions);
        const atMost = answer.bandAtMost ?? answer.band;
        const met = answer.grounds.filter(({ outcome }) => outcome === "met").map(({ provision }) => provision);
        const [court, engine] = [ORDER[defendant.band], ORDER[answer.band]];
        const outcome = court === engine ? "agrees" : court > engine && court <= ORDER[atMost] ? "open" : "disagrees";
        return [
          {
            id: finding.id,
            accused: at + 1,
            judgedOn: finding.judgedOn,
            numbers: showNumbers(defendant),
            court: defendant.band,
            engine: answer.band,
            engineAtMost: atMost,
            outcome,
            reason: outcome === "agrees" ? "" : reasonOf(finding, defendant, outcome, met),
          },
        ];
      }),
    );
}

/** What a look at the labels of the whole judgment adds to the derived reason. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  "39829":
    "该案各被告人的档次几乎都与违法所得是否满五万元一致，条数未被用作升档依据 · in this judgment the bands of nearly all accused follow gains of 50,000, the numbers of items were not used for the higher band",
};

type Defendant = z.infer<typeof Defendant>;

/** What the label does not tell is unknown, never no; only the day of the decision and the court's numbers are told. */
function factsOf({ judgedOn, conducts, insider }: CourtFindings, told: Defendant): InfringingFacts {
  const isInsider = told.insider ?? (insider === false ? false : null);
  const done = conducts.flatMap((kind): Conduct[] =>
    kind === "obtain"
      ? [{ kind: "obtain" }]
      : kind === "sell" || kind === "provide" || kind === "publish"
        ? [{ kind, recipient: "all", insider: isInsider }]
        : [],
  );
  const sets = (["A", "B", "C"] as const).flatMap((tier) => {
    const items = told[tier];
    return typeof items === "number" ? [{ id: tier, tier, items, conducts: done }] : [];
  });
  return {
    offence: "infringing-personal-information",
    accused: "natural-person",
    actDate: null,
    decisionDate: judgedOn,
    sets: sets.length === 0 ? null : sets,
    gains: told.gains ?? null,
    lawfulBusinessPurchase: false,
    priorCriminalPunishment: told.prior ?? null,
    knewRecipientCommitsCrimes: told.knowing ?? null,
    consequences: told.death ? ["death"] : null,
  };
}

function showNumbers({ A, B, C, gains, insider, knowing, prior, death }: Defendant): string {
  const number = (label: string, value: number | null | undefined) => (typeof value === "number" ? [`${label} ${value}`] : []);
  const flag = (label: string, is: boolean | undefined) => (is ? [label] : []);
  return [
    ...number("A", A),
    ...number("B", B),
    ...number("C", C),
    ...number("gains", gains),
    ...flag("insider", insider),
    ...flag("knew", knowing),
    ...flag("prior", prior),
    ...flag("death", death),
  ].join(", ");
}

function reasonOf(finding: CourtFindings, told: Defendant, outcome: "open" | "disagrees", met: readonly string[]): string {
  if (finding.judgedOn !== null && finding.judgedOn < INTERPRETATION)
    return "判决早于法释〔2017〕10号施行，当时没有量化标准，法院按个案裁量 · judged before the interpretation, without thresholds, at the court's discretion";
  if (outcome === "open") {
    const hasItems = [told.A, told.B, told.C].some((items) => typeof items === "number");
    return hasItems
      ? "已知数量未达到法院认定的档次，须由标注未载明的事实（违法所得、其他情节）支持 · the known numbers do not reach the court's band; a fact the label does not tell (gains, other circumstances) must carry it"
      : "标注没有条数，违法所得不足以达到该档次 · no number of items is labelled, and the gains alone do not reach the band";
  }
  const read = READ_BY_HAND[finding.id];
  const tier =
    finding.items.tierBasis === "court"
      ? "法院定级 · tier named by the court"
      : "分级由标注者按内容推定 · tier inferred by the labeller from the content";
  return `按数字已达到 ${met.join("、")}，法院认定较低（${tier}） · by these numbers the limb is met, the court found a lower band${read === undefined ? "" : `。${read}`}`;
}
