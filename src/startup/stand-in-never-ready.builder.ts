import { obeySupervisor } from "#startup/obey-supervisor.ts";

// Stands in for a worker that waits for something for ever before it is ready.
setInterval(() => undefined, 1000);
obeySupervisor(async () => undefined);
