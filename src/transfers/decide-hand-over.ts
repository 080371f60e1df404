import type { Office } from "#offices/offices.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { NO_BOUNCE } from "#transfers/transfer.ts";
import type { TransferForm, TransferTarget } from "#transfers/transfers.contract.ts";

type Level = Pick<Office, "code" | "level" | "parentCode">;
export type HandOverContext = {
  readonly today: string;
  readonly department: string;
  readonly from: Level;
  /** the procuratorate it is to go to; null: no procuratorate, or none of that code */
  readonly to: Level | null;
  /** whether a procuratorate of the same level transferred this clue to the office that has it now */
  readonly cameSideways: boolean;
};

/** May the clue go there? Answers the direction between procuratorates: one of the same level, or a request to the next higher one. Pure. */
export function decideHandOver(
  target: TransferTarget,
  form: TransferForm,
  context: HandOverContext,
): Outcome<"sideways" | "upward" | null> {
  if (form.foundOn > context.today)
    return wrong("form.foundOn", `${context.today}或以前的日期`, `${context.today} or earlier`, form.foundOn);
  if (target.kind === "department")
    return target.department === context.department
      ? wrong("target.department", "本部门以外的部门", "another department", target.department)
      : done(null);
  if (target.kind === "outside") return done(null);
  const { from, to } = context;
  if (to === null) return refuse("not-found", { what: "office" });
  if (to.code === from.code) return wrong("target.officeCode", "另一人民检察院", "another procuratorate", to.code);
  if (to.code === from.parentCode) return done("upward");
  if (context.cameSideways) return refuse("condition-not-met", NO_BOUNCE);
  if (to.level === from.level) return done("sideways");
  return refuse("condition-not-met", {
    condition: "线索移送有管辖权的同级人民检察院；需要由上级办理的，报请上一级人民检察院；交下级办理的是交办，不是移送",
    "condition.en":
      "A clue goes to the procuratorate of the same level that has jurisdiction, or by request to the next higher one; handing it down is an assignment, not a transfer",
    cite: "人民检察院公益诉讼办案规则 第十八条、第二十六条",
  });
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}
