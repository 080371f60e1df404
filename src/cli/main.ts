import { once } from "node:events";
import { type Command, type CommandIo, type ExitStatus, WrongRequest } from "#cli/command.ts";

/** Every command, loaded only when it is asked for: `tandem count` on a small file must not wait for the rest. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  count: async () => (await import("#scan/count.cli.ts")).countCommand,
  verify: async () => (await import("#scan/verify.cli.ts")).verifyCommand,
  assess: async () => (await import("#statutes/assess.cli.ts")).assessCommand,
  charges: async () => (await import("#charges/charges.cli.ts")).chargesCommand,
  period: async () => (await import("#calendar/period.cli.ts")).periodCommand,
  jurisdiction: async () => (await import("#jurisdiction/jurisdiction.cli.ts")).jurisdictionCommand,
  procedures: async () => (await import("#procedures/procedures.cli.ts")).proceduresCommand,
  "public-interest": async () => (await import("#public-interest/public-interest.cli.ts")).publicInterestCommand,
  flip: async () => (await import("#statutes/flip.cli.ts")).flipCommand,
  report: async () => (await import("#reports/report.cli.ts")).reportCommand,
  deliveries: async () => (await import("#deliveries/deliveries.cli.ts")).deliveriesCommand,
  gains: async () => (await import("#gains/gains.cli.ts")).gainsCommand,
  sampling: async () => (await import("#sampling/sampling.cli.ts")).samplingCommand,
  groups: async () => (await import("#groups/groups.cli.ts")).groupsCommand,
  read: async () => (await import("#reading/read.cli.ts")).readCommand,
  similar: async () => (await import("#similarity/similar.cli.ts")).similarCommand,
  library: async () => (await import("#library/library.cli.ts")).libraryCommand,
  transfers: async () => (await import("#transfers/transfers.cli.ts")).transfersCommand,
  redact: async () => (await import("#redaction/redact.cli.ts")).redactCommand,
  audit: async () => (await import("#audit/audit.cli.ts")).auditCommand,
  sample: async () => (await import("#sample/sample.cli.ts")).sampleCommand,
};

/** Runs one command line and sets the exit status. `--lang en` anywhere switches the words. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  process.once("SIGTERM", () => interrupt.abort());
  process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
    if (problem.code === "EPIPE") process.exit(0); // the reader has enough (… | head)
    throw problem;
  });
  process.exitCode = await execute(argv, {
    out: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    say: (line) => process.stderr.write(`${line}\n`),
    language: languageOf(argv),
    now: new Date(),
    workingFolder: process.cwd(),
    environment: process.env,
    signal: interrupt.signal,
  });
}

/** The same without touching the process: what tests call. */
export async function execute(argv: readonly string[], surroundings: CommandIo): Promise<ExitStatus> {
  const io = argv.includes("--lang") ? { ...surroundings, language: languageOf(argv) } : surroundings;
  const args = withoutLanguage(argv);
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === "help" || name === "--help") {
      await io.out(await listCommands(io.language));
      return 0;
    }
    const load = COMMANDS[name];
    if (!load)
      throw new WrongRequest("COMMAND", { zh: Object.keys(COMMANDS).join("、"), en: Object.keys(COMMANDS).join(", ") }, name, io.language);
    const command = await load();
    if (rest.includes("--help")) {
      await io.out(`${command.usage}\n${command.summary[io.language]}\n`);
      return 0;
    }
    return await command.run(rest, io);
  } catch (problem) {
    if (problem instanceof WrongRequest) {
      io.say(problem.message);
      return 2;
    }
    io.say(
      problem instanceof Error
        ? io.environment["TANDEM_LOG_LEVEL"] === "debug"
          ? String(problem.stack)
          : problem.message
        : String(problem),
    );
    return 3;
  }
}

async function listCommands(language: "zh" | "en"): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return `${commands.map((command) => `${command.usage}\n    ${command.summary[language]}`).join("\n")}\n`;
}

function languageOf(argv: readonly string[]): "zh" | "en" {
  const at = argv.indexOf("--lang");
  return at >= 0 && argv[at + 1] === "en" ? "en" : "zh";
}

function withoutLanguage(argv: readonly string[]): string[] {
  const at = argv.indexOf("--lang");
  return argv.filter((argument, index) => argument !== "--" && (at < 0 || (index !== at && index !== at + 1)));
}

// Reached through the hand-over of tandem.mjs from an older Node.
if (process.argv[1]?.endsWith("main.ts") && process.argv[2] === "--") await runCommand(process.argv.slice(3));
