import { createHash, randomUUID } from "node:crypto";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { actOnce } from "#access/act-once.command.ts";
import { openFingerprint } from "#audit/fingerprint.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { Asking } from "#cases/asking.ts";
import type { CommandIo } from "#cli/command.ts";
import { type Config, readConfig } from "#config.ts";
import type { Database } from "#database/database.ts";
import { openDatabase } from "#database/open-database.ts";
import { openInstallation } from "#database/open-installation.ts";
import type { RouteFile } from "#http/route.ts";
import type { Outcome } from "#refusals/refusal.ts";
import type { ImportedBundle } from "#transfers/bundles/bundle.contract.ts";
import { exportBundle } from "#transfers/bundles/export-bundle.command.ts";
import { importBundle } from "#transfers/bundles/import-bundle.command.ts";
import { openTransferKeys } from "#transfers/bundles/open-transfer-keys.ts";
import { loadTransferClocks } from "#transfers/load-transfer-clocks.query.ts";

type Who = { readonly account: string; readonly password: string };

/** The fingerprint that another office types before it trusts this installation; a key pair is made where there is none yet. */
export function ownFingerprint(io: CommandIo): string {
  return openTransferKeys(configOf(io).keyFile).fingerprint;
}

/** Exports a bundle from this machine's installation on behalf of the person. @throws when the installation cannot be reached */
export async function exportHere(request: Who & { readonly transferId: string }, io: CommandIo): Promise<Outcome<RouteFile>> {
  return reach(request, io, (database, asking, config) =>
    exportBundle({ database, keys: openTransferKeys(config.keyFile) }, asking, request.transferId),
  );
}

/** Takes a bundle in. The same file of the same person again answers as the first time, so that a lost receipt can be had again. */
export async function importHere(
  request: Who & { readonly bundle: string; readonly trust: string },
  io: CommandIo,
): Promise<Outcome<ImportedBundle>> {
  return reach(request, io, (database, asking, config) => {
    const parts = {
      database,
      keys: openTransferKeys(config.keyFile),
      calendar: loadCalendar(undefined, config.holidays),
      clocks: loadTransferClocks(config.transferClocks),
    };
    return importBundle(parts, asking, { requestId: idOf(request.bundle), bundle: request.bundle, trust: request.trust });
  });
}

async function reach<T>(
  { account, password }: Who,
  io: CommandIo,
  run: (database: Database, asking: Asking, config: Config) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const config = configOf(io);
  const installation = await openInstallation(config, (sentence) => io.say(sentence[io.language]));
  try {
    const database = openDatabase(installation.appUrl, { connections: 2 });
    try {
      const services = { database, fingerprint: await openFingerprint(config.keyFile) };
      return await actOnce(services, { account, password, now: io.now }, (actor) =>
        run(database, { actor, now: io.now, requestId: randomUUID() }, config),
      );
    } finally {
      await database.close();
    }
  } finally {
    await installation.close();
  }
}

function configOf(io: CommandIo): Config {
  return readConfig(io.environment, dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))));
}

/** A request id that the file itself gives: version 8 of RFC 9562, from its SHA-256. */
function idOf(bundle: string): string {
  const hex = createHash("sha256").update(bundle).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
