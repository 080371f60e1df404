import { DEPARTMENT_NAMES } from "#transfers/tell-transfer.ts";
import { TransferDepartment, type TransferSummary } from "#transfers/transfers.contract.ts";
import type { Words } from "#web/design/text/text.ts";

/** A side of a transfer in words: the department where both sides are one office, else the office or the organ. */
export function tellPlace({ office, department, organ }: TransferSummary["to"], kind: TransferSummary["kind"]): Words {
  if (organ !== null) return { zh: organ, en: organ };
  const known = TransferDepartment.safeParse(department);
  if (kind === "department" && known.success) return DEPARTMENT_NAMES[known.data];
  if (kind === "department" && office === null) return { zh: department ?? "", en: department ?? "" };
  return office?.name ?? { zh: "—", en: "—" };
}
