/** A command of `tandem` as data: the table in main.ts finds it, its slice's `.cli.ts` holds it. */
export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly summary: { readonly zh: string; readonly en: string };
  /** Data to `io.out`, words to `io.say`. Answers the exit status. @throws WrongRequest when the request itself is wrong */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<ExitStatus>;
};

/** 0 done; 1 done, and the answer is "no" or "incomplete"; 2 the request is wrong; 3 a fault. */
export type ExitStatus = 0 | 1 | 2 | 3;

export type CommandIo = {
  /** writes data to standard output and waits while the reader is slow */
  readonly out: (text: string) => Promise<void>;
  /** writes a line for people to standard error */
  readonly say: (line: string) => void;
  readonly language: "zh" | "en";
  readonly now: Date;
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** aborted on Ctrl-C */
  readonly signal: AbortSignal;
};

/** The request itself is wrong: one line says which argument, what was expected, what came. Exit status 2. */
export class WrongRequest extends Error {
  constructor(argument: string, expected: { zh: string; en: string }, found: string, language: "zh" | "en") {
    super(
      language === "zh"
        ? `参数 ${argument}：应为${expected.zh}，收到的是 ${found}`
        : `argument ${argument}: expected ${expected.en}, found ${found}`,
    );
    this.name = "WrongRequest";
  }
}
