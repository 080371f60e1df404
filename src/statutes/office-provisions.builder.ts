import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An office's file for one place, as an office would write it; all invented. */
export function writeStandard(told: {
  readonly id: string;
  readonly offence: string;
  readonly place?: string;
  readonly from: string;
  readonly until?: string;
  readonly standards: Readonly<Record<string, number>>;
}): string {
  const { id, offence, place = "某甲省", from, until, standards } = told;
  const rows = Object.entries(standards).map(([standard, amount]) => `  - { standard: ${standard}, amount: ${amount} }`);
  return `id: ${id}
offence: ${offence}
region: { zh: ${place}, en: ${place} }
issuer: { zh: ${place}高级人民法院, en: High Court of ${place} }
cite: ${place}高法〔${from.slice(0, 4)}〕1号
inForce: { from: "${from}", until: ${until === undefined ? "null" : `"${until}"`} }
standards:
${rows.join("\n")}
`;
}

/** A folder that holds the files. */
export function writeOffice(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-office-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
