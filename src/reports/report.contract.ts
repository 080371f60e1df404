/** 报告 what a template sets: titles, sentences and tables in one language. No value of the evidence stands in it. */
export type Report = {
  readonly language: "zh" | "en";
  readonly title: string;
  readonly subtitle: string;
  readonly running: string;
  readonly mark: string;
  readonly footing: string;
  readonly watermark: string | null;
  readonly notice: string | null;
  readonly about: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly sections: readonly ReportSection[];
  /** what follows the signatures on pages of their own */
  readonly annexes: readonly ReportSection[];
  readonly signatures: readonly string[];
};

export type ReportSection = { readonly title: string; readonly parts: readonly ReportPart[] };

export type ReportPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly grow: boolean; readonly number: boolean }[];
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly size: number;
    }
  | { readonly kind: "bars"; readonly rows: readonly { readonly name: string; readonly share: number; readonly value: string }[] };

/** What a case adds to a report that is made inside it. */
export type ReportSetting = {
  readonly caseNumber: string | null;
  readonly office: string | null;
  readonly madeBy: string | null;
  /** the override of a named person that lets open items be printed as proved, with its reason */
  readonly override: { readonly by: string; readonly reason: string } | null;
  /** SHA-256 of the bundle's manifest that the report was made from */
  readonly manifestSha256: string;
};
