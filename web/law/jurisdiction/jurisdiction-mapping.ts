import { z } from "zod";
import {
  CourtLevel,
  DesignationKind,
  JurisdictionFacts,
  PlaceBasis,
  PublicInterestKind,
  SpecialOrgan,
} from "#jurisdiction/jurisdiction.contract.ts";
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
  special: z.union([SpecialOrgan, z.literal("")]),
  court: z.object({ division: z.string(), level: CourtLevel }),
  misplacedFoundOn: z.string(),
  designation: z.object({ kind: z.union([DesignationKind, z.literal("")]), documentNumber: z.string() }),
  pil: z.object({
    kind: z.union([PublicInterestKind, z.literal("")]),
    organ: z.string(),
    violation: z.string(),
    harm: z.string(),
    domicile: z.string(),
    recommendationTo: z.string(),
    superior: z.string(),
  }),
  /** answers to the questions of designation, joinder and public interest, by `section.name`; left out: unknown */
  flags: z.record(z.string(), z.boolean().nullable()),
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
  special: "",
  court: { division: "", level: "basic" },
  misplacedFoundOn: "",
  designation: { kind: "", documentNumber: "" },
  pil: { kind: "", organ: "", violation: "", harm: "", domicile: "", recommendationTo: "", superior: "" },
  flags: {},
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
    special: form.special === "" ? [] : [form.special],
    trialCourt: isCode(form.court.division) ? form.court : null,
    misplacedFoundOn: z.iso.date().safeParse(form.misplacedFoundOn).data ?? null,
    designation:
      form.designation.kind === ""
        ? null
        : {
            kind: form.designation.kind,
            documentNumber: form.designation.documentNumber.trim() || null,
            flags: flagsOf(form, "designation"),
          },
    joinder: Object.values(flagsOf(form, "joinder")).some((value) => value !== null) ? flagsOf(form, "joinder") : null,
    publicInterest:
      form.pil.kind === ""
        ? null
        : {
            kind: form.pil.kind,
            organ: codeOrNull(form.pil.organ),
            violation: listOf(form.pil.violation),
            harm: listOf(form.pil.harm),
            domicile: codeOrNull(form.pil.domicile),
            recommendationTo: codeOrNull(form.pil.recommendationTo),
            superior: codeOrNull(form.pil.superior),
            flags: flagsOf(form, "pil"),
          },
  });
}

function listOf(code: string): string[] {
  return isCode(code) ? [code] : [];
}

function flagsOf({ flags }: JurisdictionForm, section: string): Record<string, boolean | null> {
  const start = `${section}.`;
  return Object.fromEntries(
    Object.entries(flags).flatMap(([name, value]) => (name.startsWith(start) ? [[name.slice(start.length), value]] : [])),
  );
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
