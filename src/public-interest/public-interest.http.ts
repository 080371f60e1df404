import type { Calendar } from "#calendar/compute-period.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { assessPublicInterest } from "#public-interest/assess-public-interest.ts";
import { PublicInterestAnswer, PublicInterestQuestions, PublicInterestRequest } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { done } from "#refusals/refusal.ts";

type PublicInterestServices = BaseServices & {
  readonly lawBooks: { readonly calendar: Calendar; readonly publicInterest: PublicInterestRules };
};

/** 公益诉讼 questions to the law: they name no case and nothing of them is kept, so that every signed-in person may ask and no audit entry is due. */
export const publicInterestRoutes: readonly ServerRoute<PublicInterestServices>[] = [
  defineRoute({
    method: "GET",
    path: "/law/public-interest/questions",
    summary: { zh: "公益诉讼要件的问题", en: "The questions of public-interest litigation" },
    access: "signed-in",
    reply: PublicInterestQuestions,
    run: async ({ lawBooks }: PublicInterestServices) => done({ sections: lawBooks.publicInterest.facts }),
  }),
  defineRoute({
    method: "POST",
    path: "/law/public-interest",
    summary: { zh: "公益诉讼要件审查", en: "Standing, focus, tracks and notice of public-interest litigation" },
    access: "signed-in",
    body: PublicInterestRequest,
    reply: PublicInterestAnswer,
    run: async ({ lawBooks: { calendar, publicInterest } }: PublicInterestServices, { body }) =>
      done(assessPublicInterest(body.facts, { rules: publicInterest, calendar }, body.asOf)),
  }),
];
