import type { ChargeBooks } from "#charges/charge-books.contract.ts";
import { ChargesAnswer, ChargesRequest, PhenomenonList } from "#charges/charges.contract.ts";
import { listCharges } from "#charges/list-charges.ts";
import { parseBundle } from "#charges/parse-bundle.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { done, refuse } from "#refusals/refusal.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

export type ChargesServices = BaseServices & { readonly provisions: Provisions; readonly chargeBooks: ChargeBooks };

/** 罪名选择 questions to the law: they name no case and nothing of them is kept, so that every signed-in person may ask and no audit entry is due. */
export const chargesRoutes: readonly ServerRoute<ChargesServices>[] = [
  defineRoute({
    method: "GET",
    path: "/law/phenomena",
    summary: { zh: "现象与罪名对照", en: "Phenomena and the offences they can be" },
    access: "signed-in",
    reply: PhenomenonList,
    run: async ({ chargeBooks }: ChargesServices) =>
      done({ phenomena: [...chargeBooks.phenomena.values()], notShared: [...chargeBooks.notCarried] }),
  }),
  defineRoute({
    method: "POST",
    path: "/law/charges",
    summary: { zh: "可能的罪名及罪数建议", en: "Alternative charges and concurrence, as suggestions" },
    access: "signed-in",
    body: ChargesRequest,
    reply: ChargesAnswer,
    run: async ({ chargeBooks, provisions }: ChargesServices, { body }) => {
      const parsed = parseBundle(body, chargeBooks);
      return parsed.ok
        ? done(listCharges(parsed.question, chargeBooks, provisions))
        : refuse("invalid-input", {
            place: parsed.argument,
            expected: parsed.expected.zh,
            "expected.en": parsed.expected.en,
            found: parsed.found,
          });
    },
  }),
];
