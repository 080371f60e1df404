import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, readConfig } from "#config.ts";
import type { Say } from "#database/say.ts";
import type { SampleAccount } from "#sample/load-sample.command.ts";
import { runUntilStopped } from "#startup/run-until-stopped.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const say: Say = ({ zh, en }) => process.stdout.write(en === "" ? `${zh}\n` : `${zh} / ${en}\n`);

// A terminal that was closed, or `npm start | head`, must not take the database down with it.
process.stdout.on("error", () => undefined);
process.exitCode = await main();

/** `npm start`: the composition root of the supervisor. */
async function main(): Promise<number> {
  let config: Config;
  let accounts: readonly SampleAccount[] = [];
  try {
    config = readConfig(process.env, root);
    // A wrong file of the office is said here, once, and not by a server that keeps falling over it.
    if (config.provisionsFolder !== null) loadProvisions(PROVISIONS_FOLDER, config.provisionsFolder);
  } catch (error) {
    say({ zh: error instanceof Error ? error.message : String(error), en: "" });
    return 2;
  }
  return runUntilStopped(
    {
      dataFolder: config.dataFolder,
      keyFile: config.keyFile,
      host: config.host,
      port: config.port,
      databaseUrl: config.databaseUrl,
      migrations: join(root, "migrations"),
      server: join(root, "src", "server.ts"),
      worker: join(root, "src", "worker.ts"),
      environment: process.env,
      loadSample: async (appUrl, signal) => {
        if (!config.sample) return;
        const { loadSample } = await import("#sample/load-sample.command.ts");
        accounts = await loadSample({ ...config, appDatabaseUrl: appUrl }, say, signal);
      },
    },
    say,
    ({ address }) => {
      say({ zh: `\n双轨已启动：${address}`, en: "Tandem is running; Ctrl-C stops it" });
      if (accounts.length > 0) say({ zh: "示例账号（全部虚构）", en: "sample accounts (all invented):" });
      if (accounts.length > 0 && !["127.0.0.1", "::1", "localhost"].includes(config.host)) {
        say({
          zh: "注意：别的机器也能访问，而示例账号的口令是公开的；正式使用请以 TANDEM_SAMPLE=off 和新的数据目录启动",
          en: "mind: other machines can reach this, and the sample's passwords are public; for real use start with TANDEM_SAMPLE=off and a new data folder",
        });
      }
      for (const { account, password, who } of accounts) say({ zh: `  ${account}  ${password}  ${who.zh}`, en: who.en });
    },
  );
}
