import { setTimeout as wait } from "node:timers/promises";
import { obeySupervisor } from "#startup/obey-supervisor.ts";

// Stands in for a server that takes a while to load, and hears of its supervisor only then.
await wait(400);
obeySupervisor(async () => undefined);
setInterval(() => undefined, 1000);
