import { createServer } from "node:net";

/** Can we listen there? Asked before anything is started, so that the answer comes at once and not after the database. */
export function checkPort(host: string, port: number): Promise<"free" | "busy" | "forbidden" | "no-such-host"> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("busy");
      else if (error.code === "EACCES") resolve("forbidden");
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") resolve("no-such-host");
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve("free")));
  });
}
