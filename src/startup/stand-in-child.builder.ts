import { createServer } from "node:http";
import { obeySupervisor, tellReady } from "#startup/obey-supervisor.ts";

// Stands in for the server (with TANDEM_PORT) and for the worker in tests of the supervisor: answers its process id.
const server = createServer((_request, response) => response.end(String(process.pid)));
const port = process.argv[1]?.includes("server") ? Number(process.env["TANDEM_PORT"]) : 0;
server.listen(port, "127.0.0.1", () => {
  const address = server.address();
  tellReady(typeof address === "object" && address ? address.port : 0);
});
obeySupervisor(async () => {
  server.closeAllConnections();
  server.close();
});
