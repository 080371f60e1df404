import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { Session } from "#access/access.contract.ts";
import { type AnchorFile, openAnchorFile } from "#audit/anchor.ts";
import { openFingerprint } from "#audit/fingerprint.ts";
import { loadChargeBooks } from "#charges/load-charge-books.query.ts";
import { rememberDatabase } from "#database/place-cluster.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { openVault } from "#evidence/open-vault.ts";
import { buildServer, type Limits } from "#http/build-server.ts";
import type { ServerRoute } from "#http/route.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadLawBooks } from "#law/load-law-books.query.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { addOffice } from "#offices/add-office.command.ts";
import { addPerson } from "#offices/add-person.command.ts";
import type { Department, Person, Role } from "#offices/offices.contract.ts";
import { loadOutlineBooks } from "#outlines/load-outline-books.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { loadLexicon } from "#reading/terms/load-lexicon.query.ts";
import { loadRecommendationTypes } from "#recommendations/load-recommendation-types.query.ts";
import { loadRemedyBooks } from "#remedies/books/load-remedy-books.query.ts";
import { type AllServices, allRoutes } from "#routes.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { openLogger } from "#telemetry/logger.ts";
import { openMetrics } from "#telemetry/metrics.ts";
import { openTransferKeys } from "#transfers/bundles/open-transfer-keys.ts";
import { loadTransferClocks } from "#transfers/load-transfer-clocks.query.ts";

export const TEST_PASSWORD = "Yunling-2026-only-invented";
export const START = new Date("2026-11-02T01:00:00.000Z");

/** Accounts of the invented offices: 云岭 (530102) is the one that works, 青川 (530111) the outsider, both below the city 530100. */
const PEOPLE = {
  prosecutor: ["530102", "criminal", ["criminal-prosecutor"]],
  colleague: ["530102", "criminal", ["criminal-prosecutor"]],
  welfare: ["530102", "pil", ["pil-prosecutor"]],
  technician: ["530102", "technology", ["technician"]],
  manager: ["530102", "case-management", ["case-manager"]],
  leader: ["530102", "criminal", ["leader"]],
  auditor: ["530102", "inspection", ["auditor"]],
  administrator: ["530102", "technology", ["administrator"]],
  outsider: ["530111", "criminal", ["criminal-prosecutor"]],
} as const satisfies Record<string, readonly [string, Department, readonly Role[]]>;
export type Account = keyof typeof PEOPLE;

export type TestServer = {
  readonly server: FastifyInstance;
  readonly test: TestDatabase;
  readonly anchors: AnchorFile;
  /** folder of the key and the anchors */
  readonly anchorFolder: string;
  /** what the command line takes for an installation's data folder */
  readonly makeInstallation: (dataFolder: string) => Promise<void>;
  readonly people: Readonly<Record<Account, Person>>;
  readonly logs: string[];
  /** moves the clock of the server on */
  readonly advance: (ms: number) => void;
  readonly now: () => Date;
  /** signs in and answers a client that holds the cookie and the CSRF token */
  readonly signIn: (account: Account) => Promise<Client>;
  /** the kinds of the audit entries so far, oldest first */
  readonly entries: () => Promise<{ kind: string; data: unknown; person_id: string | null; case_id: string | null; request_id: string }[]>;
  readonly close: () => Promise<void>;
};

export type Client = {
  readonly session: Session;
  readonly cookie: string;
  readonly send: (
    method: "GET" | "POST" | "DELETE",
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
};

/** A server on a fresh database with the invented offices; its clock stands still until it is moved. */
export async function buildTestServer(
  options: { limits?: Partial<Limits>; routes?: readonly ServerRoute<AllServices>[]; pagesFolder?: string } = {},
): Promise<TestServer> {
  const test = await buildTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "tandem-http-"));
  await writeFile(join(folder, "master.key"), "5a".repeat(32));
  const anchors = await openAnchorFile(join(folder, "audit.anchors"), join(folder, "master.key"));
  const people = await addPeople(test);
  const vault = await openVault({ dataFolder: folder, masterKey: Buffer.alloc(32, 0x5a) });
  const jobs = await openJobs(test.url, { takes: false, onError: () => undefined });
  const lawBooks = loadLawBooks();
  const procedureTables = loadProcedureTables(new Set(lawBooks.calendar.rules.keys()));
  let now = START;
  const logs: string[] = [];
  const server = await buildServer({
    database: test.database,
    services: {
      database: test.database,
      anchors,
      vault,
      jobs,
      fingerprint: await openFingerprint(join(folder, "master.key")),
      provisions: loadProvisions(),
      lawBooks,
      procedureTables,
      recommendationTypes: loadRecommendationTypes(new Set(lawBooks.calendar.rules.keys()), procedureTables),
      chargeBooks: loadChargeBooks(),
      documentKinds: loadDocumentKinds(),
      outlineBooks: loadOutlineBooks(lawBooks.publicInterest),
      remedyBooks: loadRemedyBooks(),
      transferKeys: openTransferKeys(join(folder, "master.key")),
      transferClocks: loadTransferClocks(),
      lexicon: loadLexicon(),
    },
    routes: options.routes ?? allRoutes,
    clock: () => now,
    logger: openLogger("test", "info", { write: (line: string) => void logs.push(line) }),
    metrics: openMetrics(),
    pagesFolder: options.pagesFolder ?? join(folder, "no-pages"),
    version: "0.0.0",
    ...(options.limits ? { limits: options.limits } : {}),
  });
  return {
    server,
    test,
    anchors,
    anchorFolder: folder,
    makeInstallation: async (dataFolder) => void rememberDatabase(dataFolder),
    people,
    logs,
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    now: () => now,
    signIn: (account) => signIn(server, account),
    entries: () =>
      test.owner.selectFrom("audit_entries").select(["kind", "data", "person_id", "case_id", "request_id"]).orderBy("seq").execute(),
    close: async () => {
      await server.close();
      await jobs.close();
      await test.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The answer's cookie of the session, null when it sets none. */
export function cookieOf(response: LightMyRequestResponse): string | null {
  const set = response.cookies.find((cookie) => cookie.name === "tandem_session");
  return set?.value ? `tandem_session=${set.value}` : null;
}

async function signIn(server: FastifyInstance, account: Account): Promise<Client> {
  const response = await server.inject({ method: "POST", url: "/api/session", payload: { account, password: TEST_PASSWORD } });
  if (response.statusCode !== 200) throw new Error(`sign-in of ${account} answered ${response.statusCode}: ${response.body}`);
  const session = Session.parse(response.json());
  const cookie = cookieOf(response) ?? "";
  return {
    session,
    cookie,
    send: (method, path, body, headers = {}) => {
      const request: InjectOptions = { method, url: path, headers: { cookie, "x-csrf-token": session.csrfToken, ...headers } };
      return server.inject(body === undefined ? request : { ...request, payload: body });
    },
  };
}

async function addPeople(test: TestDatabase): Promise<Record<Account, Person>> {
  return test.database.transact({ as: "nobody" }, async (tx) => {
    const offices = [
      ["000000", "supreme", null, "最高人民检察院"],
      ["530000", "provincial", "000000", "某省人民检察院"],
      ["530100", "city", "530000", "某市人民检察院"],
      ["530102", "county", "530100", "云岭区人民检察院"],
      ["530111", "county", "530100", "青川区人民检察院"],
    ] as const;
    for (const [code, level, parentCode, zh] of offices) await addOffice(tx, { code, level, parentCode, name: { zh, en: zh } });
    const add = async (account: Account): Promise<Person> => {
      const [officeCode, department, roles] = PEOPLE[account];
      const added = await addPerson(tx, {
        id: randomUUID(),
        account,
        name: `虚构${account}`,
        officeCode,
        department,
        roles: [...roles],
        password: TEST_PASSWORD,
      });
      if (!added.ok) throw new Error(added.kind);
      return added.value;
    };
    return {
      prosecutor: await add("prosecutor"),
      colleague: await add("colleague"),
      welfare: await add("welfare"),
      technician: await add("technician"),
      manager: await add("manager"),
      leader: await add("leader"),
      auditor: await add("auditor"),
      administrator: await add("administrator"),
      outsider: await add("outsider"),
    };
  });
}
