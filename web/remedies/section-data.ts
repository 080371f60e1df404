import type { CaseAbility, CaseDetail } from "#cases/cases.contract.ts";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import type { RemedyRecord } from "#remedies/remedies.contract.ts";

/** What each section is given. */
export type SectionData<Kept extends RemedyRecord> = {
  readonly caseId: string;
  readonly detail: CaseDetail;
  readonly can: readonly CaseAbility[];
  readonly books: RemedyBooks;
  readonly records: readonly Kept[];
  readonly all: readonly RemedyRecord[];
  readonly today: string;
};
