import { join, resolve } from "node:path";
import { z } from "zod";

/** The environment, parsed once. Nothing else reads process.env. */
const Environment = z.object({
  TANDEM_PORT: z.coerce.number().int().min(0).max(65535).default(7200),
  TANDEM_HOST: z.string().default("127.0.0.1"),
  TANDEM_DATA: z.string().optional(),
  TANDEM_KEY_FILE: z.string().optional(),
  TANDEM_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DATABASE_URL: z.url().optional(),
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
  readonly logLevel: string;
  readonly databaseUrl: string | null;
};

/** @throws an Error that names the variable, what was expected and what came */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message} (got ${JSON.stringify(environment[String(issue.path[0])])})`);
    throw new Error(`环境变量有误 / wrong environment: ${lines.join("; ")}`);
  }
  const values = parsed.data;
  const keyFile = resolve(root, values.TANDEM_KEY_FILE ?? join("var", "keys", "master.key"));
  return {
    root,
    host: values.TANDEM_HOST,
    port: values.TANDEM_PORT,
    dataFolder: resolve(root, values.TANDEM_DATA ?? join("var", "data")),
    keyFile,
    anchorFile: join(keyFile, "..", "audit.anchors"),
    logLevel: values.TANDEM_LOG_LEVEL,
    databaseUrl: values.DATABASE_URL ?? null,
  };
}
