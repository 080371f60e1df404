import type { CountOptions } from "#scan/scan.contract.ts";
import type { KnownHashes } from "#scan/sources/inspect-bytes.ts";
import { SCAN_LIMITS, type ScanLimits } from "#scan/sources/leaf-sink.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";

/** How sources are read: plain data, the same in every thread. */
export type ScanSettings = {
  /** the key of duplicates: `auto`, `row` or a kind */
  readonly key: string;
  readonly limits: ScanLimits;
  readonly asContent: boolean;
  readonly today: string;
  readonly names: boolean;
  readonly ocr: boolean;
  readonly passwords: readonly Password[];
  /** hashes that a manifest knows of sources, by path */
  readonly known?: KnownHashes | null;
};

type Given = {
  readonly today?: string;
  readonly limits?: Partial<ScanLimits>;
  readonly passwords?: readonly Password[];
  readonly known?: KnownHashes;
};

/** The settings that the options of a count ask for. */
export function settingsOf(options: CountOptions, { today, limits, passwords, known }: Given): ScanSettings {
  return {
    key: options.key,
    limits: { ...SCAN_LIMITS, ...limits },
    asContent: options.as === "communication-content",
    today: today ?? options.asOf,
    names: options.namesInText !== "off",
    ocr: options.ocr === true,
    passwords: passwords ?? [],
    known: known ?? null,
  };
}
