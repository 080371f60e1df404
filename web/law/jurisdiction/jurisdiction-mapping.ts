import { z } from "zod";
import { JurisdictionFacts, PlaceBasis } from "#jurisdiction/jurisdiction.contract.ts";
import type { Words } from "#web/design/text/text.ts";
import { PROVINCE_WORDS } from "#web/law/jurisdiction/jurisdiction.text.ts";

/** The form as it is typed; "" = not known. */
export const JurisdictionForm = z.object({
  places: z.array(z.object({ basis: PlaceBasis, division: z.string() })),
  residence: z.string(),
  helperOf: z.string(),
  filings: z.array(z.object({ organ: z.string(), acceptedOn: z.string() })),
  mainPlace: z.string(),
  designated: z.string(),
  disputed: z.boolean(),
});
export type JurisdictionForm = z.infer<typeof JurisdictionForm>;
export const EMPTY_FORM: JurisdictionForm = {
  places: [],
  residence: "",
  helperOf: "",
  filings: [],
  mainPlace: "",
  designated: "",
  disputed: false,
};

/** Form -> contract: what is not whole yet (three digits of six, a filing without a day) is not asked. */
export function writeJurisdiction(form: JurisdictionForm): JurisdictionFacts {
  const codeOrNull = (text: string) => (isCode(text) ? text : null);
  return JurisdictionFacts.parse({
    placesOfCrime: form.places.filter(({ division }) => isCode(division)),
    residence: codeOrNull(form.residence),
    helperOf: isCode(form.helperOf) ? [form.helperOf] : [],
    filings: form.filings.filter(({ organ, acceptedOn }) => isCode(organ) && z.iso.date().safeParse(acceptedOn).success),
    mainPlace: codeOrNull(form.mainPlace),
    designated: codeOrNull(form.designated),
    disputed: form.disputed,
  });
}

function isCode(text: string): boolean {
  return /^\d{6}$/.test(text);
}

/** A division code with what is known of its name: the province, and 全国 for the national level. */
export function placeName(code: string): Words {
  if (code === "000000") return { zh: "全国", en: "national level" };
  const province = PROVINCE_WORDS[code.slice(0, 2)];
  if (province === undefined) return { zh: code, en: code };
  return { zh: `${code}（${province.zh}）`, en: `${code} (${province.en})` };
}
