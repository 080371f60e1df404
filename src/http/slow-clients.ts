import type { FastifyInstance } from "fastify";

export type Patience = {
  /** milliseconds for the whole body of a JSON request */
  readonly jsonBodyMs: number;
  /** milliseconds without a byte after which an upload is given up; a long upload that moves on may take hours */
  readonly uploadSilenceMs: number;
};

/**
 * Node's own request timeout is one for all requests; an upload of 5 GB needs hours, a JSON body seconds. So it is off, and each
 * request is given its own patience until its body is complete. The head has Node's headersTimeout (see build-server).
 */
export function watchSlowClients(server: FastifyInstance, patience: Patience): void {
  server.addHook("onRequest", (request, _reply, next) => {
    const { raw } = request;
    const { socket } = raw;
    const hasBody = raw.headers["transfer-encoding"] !== undefined || Number(raw.headers["content-length"] ?? 0) > 0;
    if (hasBody) {
      if (request.routeOptions.config.intake === "stream") {
        const cut = () => socket.destroy();
        socket.setTimeout(patience.uploadSilenceMs, cut);
        const relax = () => {
          socket.setTimeout(0);
          socket.removeListener("timeout", cut);
        };
        raw.once("end", relax).once("close", relax);
      } else {
        const timer = setTimeout(() => socket.destroy(), patience.jsonBodyMs);
        timer.unref();
        raw.once("end", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
      }
    }
    next();
  });
}
