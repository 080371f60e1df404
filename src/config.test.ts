import { expect, test } from "vitest";
import { readConfig } from "#config.ts";

test("without any setting everything has its place, and key and data lie apart", () => {
  const config = readConfig({}, "/opt/tandem");
  expect(config).toMatchObject({
    host: "127.0.0.1",
    port: 7200,
    dataFolder: "/opt/tandem/var/data",
    keyFile: "/opt/tandem/var/keys/master.key",
    sample: true,
    provisionsFolder: null,
    holidays: null,
    transferClocks: null,
    databaseUrl: null,
  });
});

test("a wrong setting is named with what came, and a wrong address of a database without its password", () => {
  expect(() => readConfig({ TANDEM_PORT: "many" }, "/")).toThrow(/TANDEM_PORT.*"many"/);
  expect(() => readConfig({ TANDEM_SAMPLE: "no" }, "/")).toThrow(/TANDEM_SAMPLE/);
  expect(() => readConfig({ DATABASE_URL: "mysql://boss:secret-word@db/x" }, "/")).toThrow(/DATABASE_URL/);
  expect(() => readConfig({ DATABASE_URL: "mysql://boss:secret-word@db/x" }, "/")).not.toThrow(/secret-word/);
});

test("a folder of an office's own provisions is taken where it is named", () => {
  expect(readConfig({ TANDEM_PROVISIONS: "own" }, "/opt/tandem").provisionsFolder).toBe("/opt/tandem/own");
  expect(() => readConfig({ TANDEM_PROVISIONS: "" }, "/")).toThrow(/TANDEM_PROVISIONS/);
});
