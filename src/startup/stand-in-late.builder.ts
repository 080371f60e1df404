import { setTimeout as wait } from "node:timers/promises";
import { obeySupervisor } from "#startup/obey-supervisor.ts";
import { openLogger } from "#telemetry/logger.ts";

// Stands in for a server that takes a while to load, hears of its supervisor only then, and has a last word for its log.
const logger = openLogger("stand-in", "info");
await wait(400);
obeySupervisor(async () => logger.info("stopping"));
setInterval(() => undefined, 1000);
