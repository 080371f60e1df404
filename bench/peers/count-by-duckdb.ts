import { DuckDBInstance } from "@duckdb/node-api";

/** The peer: DuckDB doing the same distinct counts over the same file. `node bench/duckdb.ts table|chat FILE` prints one JSON line. */
const [, , shape, file] = process.argv;
const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1GB" });
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
