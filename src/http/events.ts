import { once } from "node:events";
import type { FastifyReply, FastifyRequest } from "fastify";
import { describeFault } from "#http/describe-fault.ts";
import type { WriteEvents } from "#http/route.ts";

/** Proxies and browsers give up a silent line after half a minute or more. */
const HEARTBEAT_MS = 15_000;

/** Hands the line over to `write` as server-sent events, until it returns, the client goes, or the server stops. */
export async function answerEvents(request: FastifyRequest, reply: FastifyReply, signal: AbortSignal, write: WriteEvents): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    // A line that ended is of no more use; kept alive it would hold up the stop of the server.
    connection: "close",
  });
  raw.flushHeaders();
  const heartbeat = setInterval(() => raw.write(": \n\n"), HEARTBEAT_MS);
  try {
    await write({
      signal,
      send: async (event, data) => {
        if (signal.aborted || raw.destroyed) return;
        if (!raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) await drained(raw, signal);
      },
    });
  } catch (problem) {
    // The head is long sent: all that can be done is to end the line; the page connects again and hears of the fault then.
    if (!signal.aborted)
      request.log.error({ requestId: request.id, route: request.routeOptions.url, fault: describeFault(problem) }, "event stream failed");
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
}

async function drained(raw: FastifyReply["raw"], signal: AbortSignal): Promise<void> {
  try {
    await once(raw, "drain", { signal });
  } catch (problem) {
    if (!signal.aborted) throw problem; // aborted while waiting: the client has gone, which is no error
  }
}
