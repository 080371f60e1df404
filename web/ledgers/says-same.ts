/** True where the name of a column says its kind already (身份证号 – 居民身份证号): the kind need not stand beside it. */
export function saysSame(column: string, kind: string): boolean {
  const [one, other] = [column.trim().toLowerCase(), kind.toLowerCase()];
  return one !== "" && (one.includes(other) || other.includes(one));
}
