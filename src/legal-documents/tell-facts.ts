import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { chineseDay } from "#legal-documents/compose-document.ts";
import { type DocumentField, type DocumentKind, fieldsOfKind } from "#legal-documents/document-kind.contract.ts";
import { FieldSource, type FieldValues } from "#legal-documents/legal-documents.contract.ts";
import { maskParty } from "#legal-documents/mask-party.ts";
import type { ProcedureTable, StepField } from "#procedures/procedure-table.contract.ts";
import type { Procedure, FieldValues as StepValues } from "#procedures/procedures.contract.ts";
import type { CountResult } from "#scan/scan.contract.ts";

/** What is known when a document is drafted; null where there is none, or the person may not see it. */
export type KnownFacts = {
  readonly office: { readonly name: string; readonly parent: string | null };
  readonly detail: CaseDetail | null;
  readonly procedure: { readonly record: Procedure; readonly table: ProcedureTable } | null;
  readonly assessment: Extract<CaseAssessment, { readonly status: "signed" }> | null;
  readonly count: CountResult | null;
};

/** Facts by their key (document-kind.contract.ts), as the words a document writes. What is not known has no entry. Pure. */
export function tellFacts(kind: DocumentKind, { office, detail, procedure, assessment, count }: KnownFacts): Map<string, string> {
  const facts = new Map<string, string>();
  const tell = (key: string, value: string | null | undefined) => value && facts.set(key, value);
  tell("office.name", office.name);
  tell("office.parent", office.parent);
  if (detail) {
    tell("case.number", detail.number);
    tell("case.title", kind.parties === "masked" ? maskTitle(detail) : detail.title);
    tell("case.acceptedOn", chineseDay(detail.acceptedOn));
    tell("case.offence", OFFENCES[detail.offence]);
    const named = (roles: readonly string[]) =>
      detail.parties
        .filter(({ role }) => roles.includes(role))
        .map((party) => (kind.parties === "masked" && party.kind === "natural-person" ? maskParty(party.name) : party.name))
        .join("、");
    tell("parties.suspects", named(["suspect", "defendant"]));
    tell("parties.victims", named(["victim"]));
    tell("parties.counsel", named(["counsel"]));
    tell("handler.name", detail.owner);
  }
  if (procedure) {
    tell("procedure.number", procedure.record.number);
    if (kind.parties === "named" || detail === null) tell("procedure.title", procedure.record.title);
    tell("handler.name", procedure.record.handler.name);
    for (const [key, value] of tellSteps(kind, procedure.record, procedure.table)) tell(key, value);
  }
  if (assessment) tell("assessment.figures", tellAssessment(assessment));
  if (count)
    tell(
      "count.figures",
      tellTiers({ A: count.ledger.tiers.A.distinct, B: count.ledger.tiers.B.distinct, C: count.ledger.tiers.C.distinct }),
    );
  return facts;
}

/** The fields of a kind with the facts that fill them; what a person or another slice gives goes first. Unknown fields are dropped. Pure. */
export function fillFields(
  kind: DocumentKind,
  fields: ReadonlyMap<string, DocumentField>,
  facts: ReadonlyMap<string, string>,
  given: Readonly<Record<string, string>>,
  givenAs: "given" | "written",
): FieldValues {
  const filled: FieldValues = {};
  for (const id of fieldsOfKind(kind)) {
    const own = Object.hasOwn(given, id) ? given[id]?.trim() : undefined;
    const key = fields.get(id)?.from.find((one) => facts.has(one));
    if (own) filled[id] = { value: own, source: givenAs };
    else if (key !== undefined) filled[id] = { value: facts.get(key) ?? "", source: FieldSource.parse(key.split(".")[0]) };
  }
  return filled;
}

/** Steps of the procedure: `step.<field>` of the last step that makes this kind of document, `step.<step>.<field>` of the last of each. */
function tellSteps(kind: DocumentKind, { steps }: Procedure, table: ProcedureTable): Map<string, string> {
  const told = new Map<string, string>();
  for (const taken of steps) {
    const step = table.steps.find(({ id }) => id === taken.step);
    for (const field of step?.fields ?? []) {
      const value = tellValue(field, taken.fields);
      if (value === null) continue;
      told.set(`step.${taken.step}.${field.id}`, value);
      if (step?.documents.includes(kind.id)) told.set(`step.${field.id}`, value);
    }
  }
  return told;
}

function tellValue(field: StepField, values: StepValues): string | null {
  const value = values[field.id];
  if (value === null || value === undefined || value === "") return null;
  if (field.kind === "choice") return field.choices?.find((one) => one.value === value)?.name.zh ?? String(value);
  if (field.kind === "yes-no") return value === true ? "是" : "否";
  return field.kind === "day" && typeof value === "string" ? chineseDay(value) : String(value);
}

function tellAssessment({ answer, facts }: Extract<CaseAssessment, { readonly status: "signed" }>): string | null {
  const { A, B, C } = answer.counts;
  const tiers = tellTiers({ A, B, C });
  const gains = typeof facts.gains === "number" ? `违法所得${facts.gains.toLocaleString("en-US")}元` : null;
  return [tiers, gains].filter((part) => part !== null && part !== "").join("，") || null;
}

function tellTiers(counts: Readonly<Record<"A" | "B" | "C", number>>): string {
  return (["A", "B", "C"] as const)
    .filter((tier) => counts[tier] > 0)
    .map((tier) => `${TIERS[tier]}${counts[tier].toLocaleString("en-US")}条`)
    .join("、");
}

/** The title of a case names its parties: where a text masks them, so does the title. */
function maskTitle({ title, parties }: CaseDetail): string {
  return parties
    .filter(({ kind }) => kind === "natural-person")
    .reduce((masked, { name }) => masked.replaceAll(name, maskParty(name)), title);
}

/** The three groups of 法释〔2017〕10号 article 5 (3), (4) and (5), as the screens name them. */
const TIERS = {
  A: "行踪轨迹、通信内容、征信、财产信息",
  B: "住宿、通信记录、健康生理、交易等信息",
  C: "前两档以外的公民个人信息",
} as const;
const OFFENCES = { "infringing-personal-information": "侵犯公民个人信息罪" } as const satisfies Record<CaseDetail["offence"], string>;
