import { findAddresses } from "#scan/detectors/address/find-addresses.ts";
import { findNames } from "#scan/detectors/name/find-names.ts";
import type { Finding } from "#scan/finding.ts";
import { cutRecords } from "#scan/records/cut-records.ts";
import { identifiesAlone } from "#scan/records/seized-record.ts";
import { firstEndingBehind, isFree, type Place } from "#scan/text/find-place.ts";
import { foldText } from "#scan/text/fold-text.ts";

const NAME_LABEL = /姓名|名字|真名|[件货系寄发取]人|持卡人|户主|户名|业主|客户|失主/;
const ADDRESS_LABEL = /址/;
const LABELLED_ADDRESS = /址(?:\s?[:：=]\s?|[是为在]|\s{1,4})$/;

/**
 * 文中的姓名和地址 names and addresses beside what was found in a unit of text. Only valid ones are answered: 张某 identifies nobody. `because` says
 * what speaks for each: `label`, `role`, `form` and `title` announce a name, `label` an address; `beside` and `grammar` only the place and the form.
 */
export function findCompanions(text: string, found: readonly Finding[]): Finding[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const folded = foldText(text);
  const addresses = findAddresses(folded, found);
  const names = findNames(folded, found).filter((name) => name.state === "valid" && isFree(addresses, name));
  return [...names, ...addresses].sort((a, b) => a.from - b.from);
}

/**
 * Gives each companion to the record it stands in, or of two neighbours to the one behind it, unless a stronger sign parts it from that. What
 * nothing announces joins only a record that identifies without it, so that it changes no ledger.
 */
export function joinCompanions<F extends Finding>(records: readonly F[][], companions: readonly F[], text: string): F[][] {
  const joined = records.map((record) => [...record]);
  const spans = records.map((record) => ({ from: record[0]?.from ?? 0, to: record[record.length - 1]?.to ?? 0 }));
  for (const companion of companions) {
    const record = joined[placeOf(companion, spans, text)];
    if (record === undefined || (!isAnnounced(companion) && !record.some(({ kind, state }) => state === "valid" && identifiesAlone(kind))))
      continue;
    record.push(companion);
  }
  return joined.map((record) => record.sort((a, b) => a.from - b.from));
}

/**
 * The records of a unit in which nothing else was found: a name and an address, each beside its label (姓名：… 住址：…), identify together. A word
 * that looks like one of them makes no record.
 */
export function findLabelledPairs(text: string): Finding[][] {
  if (!ADDRESS_LABEL.test(text) || !NAME_LABEL.test(text)) return [];
  const folded = foldText(text);
  const labelled = findCompanions(text, []).filter(
    ({ kind, because, from }) =>
      because === "label" && (kind === "name" || LABELLED_ADDRESS.test(folded.slice(Math.max(0, from - 8), from))),
  );
  return cutRecords(labelled).filter(
    (record) => record.some(({ kind }) => kind === "name") && record.some(({ kind }) => kind === "address"),
  );
}

function isAnnounced({ because }: Finding): boolean {
  return because !== "beside" && because !== "grammar";
}

/** The number of the record a companion belongs to; `spans` are the places the records take in the text. */
function placeOf(companion: Finding, spans: readonly Place[], text: string): number {
  const at = firstEndingBehind(spans, companion.from);
  const [before, behind] = [spans[at - 1], spans[at]];
  if (behind === undefined || before === undefined || behind.from < companion.to) return behind === undefined ? at - 1 : at;
  const parted = strengthOf(text.slice(before.to, companion.from));
  return parted < strengthOf(text.slice(companion.to, behind.from)) ? at - 1 : at;
}

/** How strongly the signs between two places part them: an end of a sentence or line, a comma, nothing of both. */
function strengthOf(between: string): number {
  return /[。；;！？!?\n\r]/.test(between) ? 2 : /[，,、|\t]/.test(between) ? 1 : 0;
}
