import { availableParallelism } from "node:os";
import { DuckDBInstance } from "@duckdb/node-api";

/**
 * The peer: DuckDB doing the same distinct counts over the same file. `node count-by-duckdb.ts table|chat FILE MEMORY` prints one JSON line.
 * In the chat the lengths tell the kinds apart: 18 an id, 11 a mobile, 19 a card.
 */
const [, , shape, file, memory] = process.argv;
const instance = await DuckDBInstance.create(":memory:", {
  threads: String(Math.min(2, availableParallelism())),
  memory_limit: memory ?? "1GB",
  temp_directory: `${file}.duckdb`,
});
const connection = await instance.connect();
const quoted = `'${String(file).replaceAll("'", "''")}'`;
const query =
  shape === "table"
    ? `select count(*) as rows, count(distinct "身份证号") as ids, count(distinct "手机号") as mobiles, count(distinct "银行卡号") as cards from read_csv(${quoted}, header = true, all_varchar = true)`
    : `with lines as (select line from read_csv(${quoted}, columns = {'line': 'varchar'}, delim = '\\x01', quote = '', header = false, auto_detect = false)),
       hits as (select unnest(regexp_extract_all(line, '62[0-9]{17}|[1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9}')) as hit from lines)
       select (select count(*) from lines) as rows,
              count(distinct hit) filter (length(hit) = 18) as ids, count(distinct hit) filter (length(hit) = 11) as mobiles, count(distinct hit) filter (length(hit) = 19) as cards from hits`;
const [row] = await (await connection.runAndReadAll(query)).getRowObjectsJson();
process.stdout.write(`${JSON.stringify(row)}\n`);
