import { z } from "zod";
import { Custody } from "#evidence/evidence.contract.ts";
import { fromLocalReading, toLocalReading } from "#web/design/date/date.ts";

const Three = z.boolean().nullable();
/** The custody form as it is typed: every text a string, "" = not recorded. */
export const CustodyForm = z.object({
  text: z.record(z.string(), z.string()),
  sealPhotographed: Three,
  holderSigned: Three,
  videoRecorded: Three,
});
export type CustodyForm = z.infer<typeof CustodyForm>;

/** Contract -> form. */
export function readCustody(custody: Custody): CustodyForm {
  return {
    text: {
      category: custody.category ?? "",
      source: custody.source ?? "",
      whyNoOriginal: custody.whyNoOriginal ?? "",
      mediumType: custody.medium?.type ?? "",
      brand: custody.medium?.brand ?? "",
      model: custody.medium?.model ?? "",
      serial: custody.medium?.serial ?? "",
      sealNumber: custody.medium?.sealNumber ?? "",
      collectedAt: toLocalReading(custody.collectedAt),
      place: custody.place ?? "",
      method: custody.method ?? "",
      tools: custody.tools ?? "",
      collectors: custody.collectors.join("、"),
      holder: custody.holder?.name ?? "",
      reasonNotSigned: custody.holder?.reasonNotSigned ?? "",
      witness: custody.witness?.name ?? "",
      reasonNone: custody.witness?.reasonNone ?? "",
      algorithm: custody.declaredHash?.algorithm ?? "sha256",
      declaredHash: custody.declaredHash?.value ?? "",
      documentType: custody.legalDocument?.type ?? "",
      documentNumber: custody.legalDocument?.number ?? "",
    },
    sealPhotographed: custody.medium?.sealPhotographed ?? null,
    holderSigned: custody.holder?.signed ?? null,
    videoRecorded: custody.videoRecorded,
  };
}

/** Form -> contract; null when a field does not fit (a hash that is none). Nothing typed = not recorded, never "no". */
export function writeCustody(form: CustodyForm): Custody | null {
  const of = (name: string): string | null => form.text[name]?.trim() || null;
  const medium = {
    type: of("mediumType"),
    brand: of("brand"),
    model: of("model"),
    serial: of("serial"),
    sealNumber: of("sealNumber"),
    sealPhotographed: form.sealPhotographed,
  };
  const holder = { name: of("holder"), signed: form.holderSigned, reasonNotSigned: of("reasonNotSigned") };
  const witness = { name: of("witness"), reasonNone: of("reasonNone") };
  const [hash, type, number] = [of("declaredHash"), of("documentType"), of("documentNumber")];
  const orNull = <Part extends object>(part: Part): Part | null => (Object.values(part).every((value) => value === null) ? null : part);
  return (
    Custody.safeParse({
      category: of("category"),
      source: of("source"),
      whyNoOriginal: of("whyNoOriginal"),
      medium: orNull(medium),
      collectedAt: fromLocalReading(of("collectedAt") ?? ""),
      place: of("place"),
      method: of("method"),
      tools: of("tools"),
      collectors: (of("collectors") ?? "")
        .split(/[、,，;；]/)
        .map((name) => name.trim())
        .filter((name) => name !== ""),
      holder: orNull(holder),
      witness: orNull(witness),
      videoRecorded: form.videoRecorded,
      declaredHash: hash === null ? null : { algorithm: of("algorithm"), value: hash },
      legalDocument: type === null && number === null ? null : { type: type ?? "", number: number ?? "" },
    }).data ?? null
  );
}
