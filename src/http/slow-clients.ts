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
        // By the bytes of the line: listening to the stream would start it before the operation wants it.
        let seen = socket.bytesRead;
        const timer = setInterval(() => {
          if (socket.bytesRead === seen) raw.destroy(new Error("upload fell silent"));
          seen = socket.bytesRead;
        }, patience.uploadSilenceMs);
        timer.unref();
        raw.once("end", () => clearInterval(timer)).once("close", () => clearInterval(timer));
      } else {
        const timer = setTimeout(() => raw.destroy(), patience.jsonBodyMs);
        timer.unref();
        raw.once("end", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
      }
    }
    next();
  });
}
