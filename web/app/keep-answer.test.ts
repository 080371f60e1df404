import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { keepAnswer } from "#web/app/keep-answer.ts";

const KEY = ["clue", "1"];

describe("the answer of a change", () => {
  test("is kept against a read that was begun before it and comes after it", async () => {
    const client = new QueryClient();
    client.setQueryData(KEY, { version: 1, title: "旧" });
    const { promise, resolve } = Promise.withResolvers<{ version: number; title: string }>();
    const read = client.fetchQuery({ queryKey: KEY, queryFn: () => promise, staleTime: 0 }).catch(() => "given up");
    await keepAnswer(client, KEY, { version: 2, title: "新" });
    resolve({ version: 1, title: "旧" });
    await read;
    expect(client.getQueryData(KEY)).toEqual({ version: 2, title: "新" });
  });

  test("gives way to that of a later change which was answered first", async () => {
    const client = new QueryClient();
    await keepAnswer(client, KEY, { version: 3, title: "后一次" });
    await keepAnswer(client, KEY, { version: 2, title: "前一次" });
    expect(client.getQueryData(KEY)).toEqual({ version: 3, title: "后一次" });
    await keepAnswer(client, KEY, { version: 4, title: "又一次" });
    expect(client.getQueryData(KEY)).toEqual({ version: 4, title: "又一次" });
  });

  test("is kept where nothing was known, and leaves longer keys alone", async () => {
    const client = new QueryClient();
    client.setQueryData([...KEY, "history"], ["一"]);
    await keepAnswer(client, KEY, { board: [] });
    expect([client.getQueryData(KEY), client.getQueryData([...KEY, "history"])]).toEqual([{ board: [] }, ["一"]]);
  });
});
