import type { z } from "zod";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { changeCustody } from "#evidence/change-custody.command.ts";
import { isCurable } from "#evidence/custody.ts";
import type { CureDefectRequest, EvidenceDetail } from "#evidence/evidence.contract.ts";
import { defectsOf } from "#evidence/evidence-record.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 补正瑕疵 explains one curable defect (法发〔2016〕22号 art. 27). A blocking or excluding one is not cured by words. */
export function cureDefect(
  database: Database,
  asking: Asking,
  evidenceId: string,
  { requestId, expectedVersion, defect: kind, explanation }: z.infer<typeof CureDefectRequest>,
): Promise<Outcome<EvidenceDetail>> {
  return changeCustody(database, asking, {
    name: "cure-defect",
    evidenceId,
    requestId,
    expectedVersion,
    decide: (record) => {
      const defect = defectsOf(record).find((one) => one.kind === kind);
      if (!defect) return refuse("not-found", { what: "defect" });
      if (!isCurable(defect)) {
        return refuse("not-permitted", {
          rule: `${defect.cite}：此项不能以补正或者说明消除`,
          "rule.en": `${defect.cite}: no explanation cures this`,
        });
      }
      if (defect.cured) return refuse("already-exists", { what: "对该瑕疵的补正", "what.en": "An explanation of this defect" });
      return done({ type: "defect-cured", defect: kind, explanation });
    },
  });
}
