import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

/** The environment, parsed once. Nothing else reads process.env. */
const Environment = z.object({
  TANDEM_PORT: z.coerce.number().int().min(0).max(65535).default(7200),
  TANDEM_HOST: z.string().default("127.0.0.1"),
  TANDEM_DATA: z.string().optional(),
  TANDEM_KEY_FILE: z.string().optional(),
  TANDEM_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  TANDEM_PROVISIONS: z.string().min(1).optional(),
  TANDEM_HOLIDAYS: z.string().min(1).optional(),
  TANDEM_TRANSFER_CLOCKS: z.string().min(1).optional(),
  TANDEM_SAMPLE: z.enum(["on", "off"]).default("on"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TANDEM_APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

export type Config = {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  /** everything the installation keeps: database cluster, encrypted evidence, locks */
  readonly dataFolder: string;
  /** master key of the evidence store; outside the data folder on purpose */
  readonly keyFile: string;
  /** anchors of the audit chain, beside the key, so that who can rewrite the database cannot rewrite them */
  readonly anchorFile: string;
  /** the office's own provisions (docs/provisions.md); null = none. A folder that is named must be there. */
  readonly provisionsFolder: string | null;
  readonly logLevel: string;
  /** an existing PostgreSQL, as the owner of its database; null = the embedded one. Only the supervisor gets it. */
  readonly databaseUrl: string | null;
  /** the migrated database as the application role; set by the supervisor for the server and the worker */
  readonly appDatabaseUrl: string | null;
  /** folder of the installation's own holiday years, which go before those that ship; null: none */
  readonly holidays: string | null;
  /** the office's own table of transfer clocks in place of the one that ships; null: none */
  readonly transferClocks: string | null;
  /** load the invented sample at the first start */
  readonly sample: boolean;
};

/** @throws an Error that names the variable, what was expected and what came */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `${issue.path.join(".")}: ${issue.message} ${describe(String(issue.path[0]), environment)}`,
    );
    throw new Error(`环境变量有误 / wrong environment: ${lines.join("; ")}`);
  }
  const values = parsed.data;
  const keyFile = resolve(root, values.TANDEM_KEY_FILE ?? join("var", "keys", "master.key"));
  const ownProvisions = join(root, "var", "provisions");
  const provisionsFolder =
    values.TANDEM_PROVISIONS === undefined ? (existsSync(ownProvisions) ? ownProvisions : null) : resolve(root, values.TANDEM_PROVISIONS);
  return {
    root,
    provisionsFolder,
    host: values.TANDEM_HOST,
    port: values.TANDEM_PORT,
    dataFolder: resolve(root, values.TANDEM_DATA ?? join("var", "data")),
    keyFile,
    anchorFile: join(keyFile, "..", "audit.anchors"),
    logLevel: values.TANDEM_LOG_LEVEL,
    databaseUrl: values.DATABASE_URL ?? null,
    appDatabaseUrl: values.TANDEM_APP_DATABASE_URL ?? null,
    holidays: values.TANDEM_HOLIDAYS === undefined ? null : resolve(root, values.TANDEM_HOLIDAYS),
    transferClocks: values.TANDEM_TRANSFER_CLOCKS === undefined ? null : resolve(root, values.TANDEM_TRANSFER_CLOCKS),
    sample: values.TANDEM_SAMPLE === "on",
  };
}

/** A wrong DATABASE_URL may hold a password all the same. */
function describe(name: string, environment: Readonly<Record<string, string | undefined>>): string {
  return name.endsWith("DATABASE_URL") ? "(its value is not shown)" : `(got ${JSON.stringify(environment[name])})`;
}
