import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { adviseJurisdiction } from "#jurisdiction/advise-jurisdiction.ts";
import { JurisdictionAdvice } from "#jurisdiction/jurisdiction.contract.ts";
import { compareVersions } from "#law/compare-versions.ts";
import { computePeriods } from "#law/compute-periods.ts";
import { drawFlipMap } from "#law/draw-flip-map.ts";
import { explainAssessment } from "#law/explain-assessment.ts";
import {
  ComputedPeriods,
  FactsRequest,
  FlipMap,
  JurisdictionRequest,
  Library,
  PeriodRules,
  PeriodsRequest,
  VersionComparison,
  WhyAnswer,
} from "#law/law.contract.ts";
import { listChanges } from "#law/list-changes.ts";
import { listOfficeProvisions } from "#law/list-office-provisions.ts";
import type { LawBooks } from "#law/load-law-books.query.ts";
import { done } from "#refusals/refusal.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

export type LawServices = BaseServices & { readonly provisions: Provisions; readonly lawBooks: LawBooks };

/** 法规 questions to the law. They name no case and nothing of them is kept, so that every signed-in person may ask and no audit entry is due. */
export const lawRoutes: readonly ServerRoute<LawServices>[] = [
  defineRoute({
    method: "GET",
    path: "/law/library",
    summary: { zh: "法规库及沿革", en: "The law library and what changed" },
    access: "signed-in",
    reply: Library,
    run: async ({ lawBooks, provisions }: LawServices) =>
      done({ laws: [...listOfficeProvisions(provisions), ...lawBooks.laws], offences: listChanges(provisions) }),
  }),
  defineRoute({
    method: "POST",
    path: "/law/assessment",
    summary: { zh: "按任一罪名试算，附说理树", en: "Hold facts against any offence, with the reasons down to the facts" },
    access: "signed-in",
    body: FactsRequest,
    reply: WhyAnswer,
    run: async ({ provisions }: LawServices, { body }) => done(explainAssessment(body.facts, provisions)),
  }),
  defineRoute({
    method: "POST",
    path: "/law/flip-map",
    summary: { zh: "临界图", en: "Where the band changes" },
    access: "signed-in",
    body: FactsRequest,
    reply: FlipMap,
    run: async ({ provisions }: LawServices, { body }) => done(drawFlipMap(body.facts, provisions)),
  }),
  defineRoute({
    method: "POST",
    path: "/law/versions",
    summary: { zh: "法律时光机", en: "The same facts under the law of every time" },
    access: "signed-in",
    body: FactsRequest,
    reply: VersionComparison,
    run: async ({ provisions }: LawServices, { body }) => done(compareVersions(body.facts, provisions)),
  }),
  defineRoute({
    method: "GET",
    path: "/law/periods",
    summary: { zh: "期间规则", en: "Rules of periods" },
    access: "signed-in",
    reply: PeriodRules,
    run: async ({ lawBooks: { calendar } }: LawServices) =>
      done({
        rules: [...calendar.rules.values()],
        years: [...calendar.restDays].map(([year, { announced }]) => ({ year, announced })),
      }),
  }),
  defineRoute({
    method: "POST",
    path: "/law/periods/computation",
    summary: { zh: "计算期间", en: "Compute periods" },
    access: "signed-in",
    body: PeriodsRequest,
    reply: ComputedPeriods,
    run: async ({ lawBooks: { calendar } }: LawServices, { body }) =>
      done({ periods: computePeriods(body.requests, calendar, body.language) }),
  }),
  defineRoute({
    method: "POST",
    path: "/law/jurisdiction",
    summary: { zh: "管辖建议", en: "Jurisdiction as a draft" },
    access: "signed-in",
    body: JurisdictionRequest,
    reply: JurisdictionAdvice,
    run: async ({ lawBooks: { jurisdiction: rules, calendar } }: LawServices, { body }) =>
      done(adviseJurisdiction(body.facts, { rules, calendar }, body.language)),
  }),
];
