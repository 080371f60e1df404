import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { loadRecommendationTypes } from "#recommendations/load-recommendation-types.query.ts";

/** The tables that ship, as the tests of this slice read them. */
const rules = new Set(loadCalendar().rules.keys());
export const procedures = loadProcedureTables(rules);
export const types = loadRecommendationTypes(rules, procedures);
