import { findInText } from "#scan/detectors/find-in-text.ts";
import { judgeCell } from "#scan/detectors/judge-cell.ts";
import { LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import type { ColumnMeaning, Finding } from "#scan/finding.ts";
import { isKind, type Kind } from "#scan/kinds.ts";

/** Headers of telephones of any kind: 电话, 联系方式, tel, but not 手机. */
const TELEPHONE = /^(?!.*(?:手机|移动|mobile|cell)).*(?:电话|联系方式|phone|tel)/i;
/** Headers of identity papers of any kind. */
const PAPER = /^(?!.*身份)(?:.*证件.{0,3}号|.*证件$|zjhm?$|certno$|document(?:no|number)$)/i;
const PAPERS: ReadonlySet<Kind> = new Set(["resident-id", "passport", "hk-macao-permit", "taiwan-permit"]);
const FOREIGN = /^[A-Z]{1,2}\d{6,8}$/;
const SUBSCRIBER = /^[2-9]\d{6,7}$/;

/** Findings in one cell of a column: a column of a kind judges every value, a lookalike's column gives none, any other is free text. `today` (ISO date): no one is born after it. */
export function findInCell(meaning: ColumnMeaning, cell: string, today: string = LATEST_DATE): Finding[] {
  if (meaning.kind === null) return findInText(cell, today);
  if (!isKind(meaning.kind)) return [];
  const findings = judgeCell(meaning.kind, cell, today).map((finding) => asNamed(finding, meaning));
  if (meaning.mixed !== true) return findings;
  const told = new Set(findings.map(({ kind, value }) => `${kind}\u0000${value}`));
  return [...findings, ...findInText(cell, today).filter(({ kind, value }) => !told.has(`${kind}\u0000${value}`))];
}

/**
 * What a header that names several kinds makes of a value that is wrong as the kind of most: 88776655 among telephones is a landline without
 * its area code and no mobile that was cut, N1234567 among 证件号码 a foreigner's passport, eight digits among passports a 台胞证.
 */
function asNamed(finding: Finding, { name }: ColumnMeaning): Finding {
  const { kind, state, because, value } = finding;
  if (state === "valid") return finding;
  if (kind === "mobile" && because === "cut" && SUBSCRIBER.test(value) && TELEPHONE.test(name))
    return { ...finding, kind: "landline", state: "valid", because: "subscriber" };
  if (!PAPERS.has(kind) || !PAPER.test(name)) return finding;
  if (FOREIGN.test(value)) return { ...finding, kind: "passport", state: "valid", because: "foreign" };
  return kind === "passport" && /^\d{8}$/.test(value) ? { ...finding, kind: "taiwan-permit", state: "valid", because: null } : finding;
}
