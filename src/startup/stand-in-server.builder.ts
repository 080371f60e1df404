import { createServer } from "node:http";
import { openDatabase } from "#database/open-database.ts";
import { obeySupervisor, tellReady } from "#startup/obey-supervisor.ts";

// Stands in for the server in tests of the supervisor: answers its process id if the database answers.
const database = openDatabase(process.env["TANDEM_APP_DATABASE_URL"] ?? "");
const server = createServer((_request, response) => {
  database.ping().then(
    () => response.end(String(process.pid)),
    () => response.writeHead(503).end(),
  );
});
server.listen(Number(process.env["TANDEM_PORT"]), "127.0.0.1", () => {
  const address = server.address();
  tellReady(typeof address === "object" && address ? address.port : 0);
});
obeySupervisor(async () => {
  server.close();
  server.closeAllConnections();
  await database.close();
});
