import type { Bundle } from "#transfers/bundles/bundle.contract.ts";
import { openBundle } from "#transfers/bundles/seal-bundle.ts";

/** What a file is, read without any database: whether it holds, and the first thing that does not. */
export type BundleCheck = {
  readonly holds: boolean;
  readonly problem: { readonly zh: string; readonly en: string } | null;
  /** null where the file is no bundle that could be read */
  readonly bundle: Omit<Bundle["payload"], "form"> | null;
  readonly fingerprint: string | null;
};

/**
 * Holds a file against its own key and, where one was told, against the fingerprint of the sender.
 * @param told the fingerprint as the other office told it (blanks and case do not matter); null: whose key it is stays open
 */
export function describeBundle(text: string, told: string | null): BundleCheck {
  const opened = openBundle(text);
  if (!opened.ok) {
    const { expected, found, "expected.en": expectedEn } = opened.detail;
    return {
      holds: false,
      problem: { zh: `应为${expected}，收到的是${found}`, en: `expected ${expectedEn}, found ${found}` },
      bundle: null,
      fingerprint: null,
    };
  }
  const { payload, fingerprint } = opened.value;
  const { form: _, ...bundle } = { form: null, ...payload };
  const isTheirs = told === null || told.replaceAll(/\s/g, "").toLowerCase() === fingerprint;
  const problem = isTheirs
    ? null
    : { zh: `密钥指纹是${fingerprint}，与对方告知的不同`, en: `the key's fingerprint is ${fingerprint}, not the one that was told` };
  return { holds: isTheirs, problem, bundle, fingerprint };
}
