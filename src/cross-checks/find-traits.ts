import type { TraitKind } from "#cross-checks/cross-checks.contract.ts";
import { findSuspectNumbers } from "#cross-checks/find-suspect-numbers.ts";
import { findUnitNames } from "#cross-checks/find-unit-names.ts";
import { COMMON_DOMAINS, MOST_TRAITS, TRAIT_KINDS } from "#cross-checks/trait-kinds.data.ts";
import { isSocialCreditCode } from "#scan/detectors/social-credit-code/social-credit-code.ts";

/** A value in the one spelling in which it is compared. It is never kept: only its keyed fingerprint is. */
export type Trait = { readonly kind: TraitKind; readonly value: string };
/** `found`: how many there were before the cap. */
export type FoundTraits = { readonly traits: readonly Trait[]; readonly found: number };

const SHORTEST_DOCUMENT = 200;
const CASE_NUMBER =
  /(?:([\p{Script=Han}]{2,12})\s*)?[([〔]\s*((?:19|20)\d{2})\s*[)\]〕]\s*([\p{Script=Han}\d]{0,16}?)第?\s*(\d{1,6})\s*号/gu;
const CODE = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/gi;
const DOMAIN =
  /(?<![@\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:com|net|org|cn|top|xyz|vip|cc|info|club|shop|site|online|app|io|me|tv|co|hk)(?![\w-])/gi;
const WALLET =
  /(?<![0-9A-Za-z])(?:0x[0-9a-f]{40}|bc1[ac-hj-np-z02-9]{25,59}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33})(?![0-9A-Za-z])/gi;
const GROUP = /(QQ群|微信群|电报群|飞机群|Telegram群|钉钉群|频道)(?:号码|号|ID|账号)?[为是:\s"“]{0,3}([a-z0-9_@-]{5,32})/gi;
const GROUPS: Readonly<Record<string, string>> = {
  qq群: "qq",
  微信群: "wechat",
  电报群: "telegram",
  飞机群: "telegram",
  telegram群: "telegram",
  频道: "telegram",
  钉钉群: "dingtalk",
};

/**
 * 特征 what of a text is compared with the clues of other offices: units, numbers of cases, domains, and (from documents only) groups, wallets and numbers of suspects.
 * Never names of natural persons, never numbers of victims, witnesses or whoever is not told to be a suspect. The same value in another spelling is the same trait. Pure.
 */
export function findTraits(text: string, source: keyof typeof MOST_TRAITS): FoundTraits {
  const folded = text.normalize("NFKC").replace(/[\u200b-\u200d\ufeff]/g, "");
  const all: Trait[] = [
    ...(source === "document" ? findDocument(folded) : []),
    ...findMatches(folded, CASE_NUMBER, "case-number", ([, before = "", year = "", middle = "", number = ""]) =>
      caseNumberOf(before, year, middle, number),
    ),
    ...findMatches(folded, CODE, "unit-code", ([code]) => (isSocialCreditCode(code.toUpperCase()) ? code.toUpperCase() : null)),
    ...findUnitNames(folded).map((value) => ({ kind: "unit-name" as const, value })),
    ...findMatches(folded, DOMAIN, "domain", ([host]) => domainOf(host)),
    ...(source === "document" ? [...findMatches(folded, WALLET, "wallet", ([wallet]) => walletOf(wallet)), ...findGroups(folded)] : []),
    ...(source === "document" ? findSuspectNumbers(folded) : []),
  ];
  const distinct = [...new Map(all.map((trait) => [`${trait.kind} ${trait.value}`, trait])).values()];
  // What says most comes first, so that the cap takes the least away.
  distinct.sort((one, other) => TRAIT_KINDS[other.kind].weight - TRAIT_KINDS[one.kind].weight);
  return { traits: distinct.slice(0, MOST_TRAITS[source]), found: distinct.length };
}

function findDocument(folded: string): Trait[] {
  const letters = folded.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return letters.length < SHORTEST_DOCUMENT ? [] : [{ kind: "document-text", value: letters }];
}

function findGroups(folded: string): Trait[] {
  return findMatches(
    folded,
    GROUP,
    "group",
    ([, platform = "", id = ""]) => `${GROUPS[platform.toLowerCase()] ?? ""}:${id.replace(/^@/, "").toLowerCase()}`,
  );
}

function findMatches(text: string, pattern: RegExp, kind: TraitKind, spell: (match: RegExpExecArray) => string | null): Trait[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = spell(match);
    return value === null ? [] : [{ kind, value }];
  });
}

/** (2026)云0102刑初12号 of a court, 云岭检刑诉受〔2026〕12号 of a procuratorate; a year and a number alone name no case. */
function caseNumberOf(before: string, year: string, middle: string, number: string): string | null {
  const [word, inner] = [
    middle === "" ? (/\p{Script=Han}{2}检\p{Script=Han}{0,7}$/u.exec(before)?.[0] ?? "") : "",
    middle.replace(/第$/, ""),
  ];
  return word === "" && inner === "" ? null : `${word}(${year})${inner}${Number(number)}号`;
}

function domainOf(host: string): string | null {
  const bare = host.toLowerCase().replace(/^www\./, "");
  return COMMON_DOMAINS.has(bare) || [...COMMON_DOMAINS].some((common) => bare.endsWith(`.${common}`)) ? null : bare;
}

/** Addresses of hexadecimal digits and of bech32 know no case, the others do. */
function walletOf(wallet: string): string {
  return /^(?:0x|bc1)/i.test(wallet) ? wallet.toLowerCase() : wallet;
}
