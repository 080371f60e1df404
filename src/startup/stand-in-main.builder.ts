import { fileURLToPath } from "node:url";
import { runUntilStopped } from "#startup/run-until-stopped.ts";

// The supervisor with stand-ins for the server and the worker, for tests: argv = data folder, key file, port, worker, [DATABASE_URL].
const [, , dataFolder = "", keyFile = "", port = "0", worker = "worker", databaseUrl] = process.argv;
const child = (name: string) => fileURLToPath(new URL(`stand-in-${name}.builder.ts`, import.meta.url));
const say = (line: { zh: string; en: string }) => process.stdout.write(`${line.zh} / ${line.en}\n`);
process.exitCode = await runUntilStopped(
  {
    dataFolder,
    keyFile,
    host: "127.0.0.1",
    port: Number(port),
    databaseUrl: databaseUrl ?? null,
    migrations: fileURLToPath(new URL("../../migrations", import.meta.url)),
    server: child("server"),
    worker: child(worker),
    environment: { ...process.env, TANDEM_PORT: port },
    loadSample: async () => undefined,
  },
  say,
  ({ address }) => process.stdout.write(`started ${address}\n`),
);
