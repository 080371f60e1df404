import { createHash, randomInt } from "node:crypto";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

/** How far answers are held back: up to `most` milliseconds each, by `seed`. */
export type Lag = { readonly most: number; readonly seed: number };

/**
 * TANDEM_LAG=600 holds each answer of the interface back by 0 to 600 ms, so that answers overtake each other as they do on a slow network;
 * TANDEM_LAG_SEED=7 repeats the same delays. Null where it is not asked for.
 * @throws where either is no whole number
 */
export function readLag(environment: NodeJS.ProcessEnv): Lag | null {
  const asked = environment["TANDEM_LAG"];
  if (asked === undefined || asked === "" || asked === "0") return null;
  const [most, seed] = [Number(asked), Number(environment["TANDEM_LAG_SEED"] ?? randomInt(1_000_000))];
  if (!Number.isSafeInteger(most) || most < 0 || !Number.isSafeInteger(seed))
    throw new Error("TANDEM_LAG (milliseconds) and TANDEM_LAG_SEED are whole numbers");
  return { most, seed };
}

/**
 * Stands before `target` and passes everything through; answers under /api/ are held back after the server has done its work. The delay hangs
 * on the seed, on what is asked (without its ids) and on how many times it was asked before, not on which of two requests came first.
 */
export async function lagAnswers(target: string, { most, seed }: Lag): Promise<{ readonly address: string; close(): void }> {
  const asked = new Map<string, number>();
  const delayOf = ({ method, url = "" }: IncomingMessage): number => {
    if (!url.startsWith("/api/")) return 0;
    const what = `${method} ${url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replace(/\?.*/s, "")}`;
    const times = asked.get(what) ?? 0;
    asked.set(what, times + 1);
    const draw = createHash("sha256").update(`${seed} ${times} ${what}`).digest().readUInt32BE(0) / 2 ** 32;
    return Math.round(draw * most);
  };
  const server = createServer((question, answer) => {
    const delay = delayOf(question);
    const { method, url, headers } = question;
    const passed = request(new URL(url ?? "/", target), { method, headers }, (back) => {
      setTimeout(() => {
        answer.writeHead(back.statusCode ?? 502, back.statusMessage, back.rawHeaders);
        back.pipe(answer);
      }, delay);
      back.once("error", () => answer.destroy());
    });
    // The server was killed or the page left: the other side sees what it would have seen without us.
    passed.once("error", () => answer.destroy());
    answer.once("close", () => passed.destroy());
    question.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = portOf(server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the lagging server listens on no port");
  return address;
}
