import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { TransferForm } from "#transfers/transfers.contract.ts";

/** 移送包 a clue as a signed file, for installations that are not connected; the receipt comes back the same way. */
const Place = z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1).max(120) });
const common = { bundleId: z.uuid(), madeAt: z.iso.datetime(), from: Place, to: Place };

/** What is signed. The texts of a transfer are masked before they leave; evidence goes by its name only. */
export const BundlePayload = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("transfer"),
    ...common,
    number: z.string().max(40),
    title: z.string().min(1).max(120),
    field: z.string().min(1).max(60),
    form: TransferForm,
  }),
  z.strictObject({ kind: z.literal("receipt"), ...common, on: z.iso.date(), receiver: z.string().min(1).max(60), clueId: z.uuid() }),
]);
export type BundlePayload = z.infer<typeof BundlePayload>;

/** The file: `publicKey` is the Ed25519 key as base64 of its SPKI form, `fingerprint` its SHA-256, `signature` over the canonical JSON of `payload`. */
export const Bundle = z.strictObject({
  format: z.literal("tandem-transfer-bundle"),
  version: z.literal(1),
  payload: BundlePayload,
  publicKey: z.string().max(200),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().max(200),
});
export type Bundle = z.infer<typeof Bundle>;

export const ImportBundleRequest = z.object({
  requestId: RequestId,
  /** the file's text as it is */
  bundle: z.string().min(1).max(400_000),
  /** the fingerprint as the other office told it, typed by a person: needed the first time a key is seen */
  trust: z.string().trim().max(80).default(""),
});
export type ImportBundleRequest = z.infer<typeof ImportBundleRequest>;
export const ImportedBundle = z.object({
  kind: z.enum(["transfer", "receipt"]),
  bundleId: z.uuid(),
  office: z.string(),
  clueId: z.uuid().nullable(),
  transferId: z.uuid().nullable(),
  /** text of the receipt file that goes back; null for a receipt */
  receipt: z.string().nullable(),
});
export type ImportedBundle = z.infer<typeof ImportedBundle>;
