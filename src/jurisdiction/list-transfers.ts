import type { JurisdictionAdvice } from "#jurisdiction/jurisdiction.contract.ts";
import type { locateProcuratorate } from "#jurisdiction/locate-procuratorate.ts";
import type { Located } from "#jurisdiction/locate-public-interest.ts";
import type { Language } from "#jurisdiction/tell-jurisdiction.ts";

const TEXT = {
  prosecution: {
    zh: "与审判法院的级别或者地域不对应：五日以内移送，或者请求指定管辖",
    en: "level or place does not match the trial court: transfer within five days or ask for designation",
  },
  clue: {
    zh: "受移送的检察院应当受理；认为没有管辖权的报告上级，不得退回或者再移送",
    en: "the receiver must accept; if it thinks it lacks jurisdiction it reports upwards, it may not return or pass on",
  },
  upwards: { zh: "报请上级移送", en: "ask the superior" },
  litigation: {
    zh: "立案的检察院移送审判法院对应的检察院起诉",
    en: "the filing procuratorate transfers to the procuratorate of the court",
  },
  notice: { zh: "移送案件线索通知书", en: "移送案件线索通知书 (notice of transfer)" },
  request: { zh: "报请移送案件线索意见书", en: "报请移送案件线索意见书 (request upwards)" },
} as const;

/** The last day of a period by its id from the day that was told; null where none was. */
export type DueOf = (period: string) => string | null;
const PERIOD = "CR-TRANSFER-5";

/** Transfers that follow: of the prosecution (SPPR 328), of the public-interest clue (R 26), of the suit (R 16). */
export function listTransfers(
  organ: string | null,
  office: ReturnType<typeof locateProcuratorate>,
  { place, facts, upwards }: Located,
  language: Language,
  dueOf: DueOf,
): JurisdictionAdvice["transfers"] {
  const found: JurisdictionAdvice["transfers"] = [];
  if (organ !== null && office.mismatch === true)
    found.push({
      what: "prosecution",
      from: organ,
      to: office.target === null ? [] : [office.target],
      document: null,
      period: PERIOD,
      due: dueOf(PERIOD),
      finding: TEXT.prosecution[language],
    });
  if (place === null) return found;
  if (place.differs === true && place.clueAt !== null)
    found.push({
      what: "clue",
      from: place.clueAt,
      to: place.filing,
      document: upwards === true ? TEXT.request[language] : TEXT.notice[language],
      ...{ period: null, due: null },
      finding: upwards === true ? TEXT.upwards[language] : TEXT.clue[language],
    });
  for (const from of facts["pil.filingIsNotLitigation"] === true ? place.filing : [])
    found.push({
      what: "litigation",
      from,
      to: place.litigation ?? [],
      document: null,
      period: null,
      due: null,
      finding: TEXT.litigation[language],
    });
  return found;
}
