export type FoundCharge = { readonly name: string; readonly from: number; readonly to: number };

const NAME = '[\\p{Script=Han}、（）“”"〔〕]{1,40}?罪';
/** In the operative part: 犯…罪. Else what somebody is charged with or found guilty of. */
const OPERATIVE = new RegExp(`(?<!侵)犯(?!罪)(${NAME})(?=[，,。；;：:、（(]|处|判|$)`, "gu");
const ALLEGED = new RegExp(
  `(?:构成|涉嫌|以|触犯|应当以|犯有?)(?:了)?(${NAME})(?=[，,。；;：:、（(]|追究|的|定罪|移送|向|对|提起|被(?:传唤|刑事拘留|逮捕|抓获|取保)|$)`,
  "gu",
);
/** What ends with 罪 and is no charge. */
const NO_CHARGE =
  /^(?:数|本|该|此|上述|前|后|各|两|二|一|其他|共同犯|单位犯|犯|有|无|认|悔|定|同种|漏|新|余)罪$|数罪|其他犯罪|犯罪$|定罪$|处罚|(?:构成|涉嫌|认为|被告人|指控|认罪)/;

const CONVICTED = /^[^。；]{0,56}(?:被[^。；，]{0,24}(?:判|裁)|刑满|释放|判处)/;

/** 罪名 the charges of a document by their names as written (old names stay): of the operative part where it has one, else as alleged. */
export function findCharges(text: string): FoundCharge[] {
  const result = text.search(/(?:判决|裁定)如下/);
  const operative = result < 0 ? [] : collect(text, OPERATIVE, result);
  const found = operative.length > 0 ? operative : collect(text, ALLEGED, 0).filter((charge) => !isOfBefore(text, charge));
  const seen = new Set<string>();
  return found.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** An earlier conviction (曾因犯盗窃罪, 因犯盗窃罪被判处) is no charge of this case. */
function isOfBefore(text: string, { from, to }: FoundCharge): boolean {
  const clause = /[^。；;\n]*$/.exec(text.slice(Math.max(0, from - 60), from))?.[0] ?? "";
  return /曾因|曾犯|前科/.test(clause) || (/因犯[^。；，]*$/.test(clause) && CONVICTED.test(text.slice(to, to + 60)));
}

function collect(text: string, pattern: RegExp, start: number): FoundCharge[] {
  return [...text.slice(start).matchAll(pattern)].flatMap((match) => {
    const written = match[1] ?? "";
    // 犯诈骗罪、盗窃罪: the second name stands behind the first.
    const names = written.split(/(?<=罪)[、，和及]/).filter((name) => name.endsWith("罪"));
    return names.flatMap((name) => {
      const plain = name.replace(/^.*(?:被告人|分别|已|均)?(?<!侵)犯(?!罪)(?=.{2,}罪$)/u, "").replace(/[“”"]/g, "");
      if (NO_CHARGE.test(plain) || plain.length < 3) return [];
      const from = start + match.index + match[0].lastIndexOf(name) + name.length - plain.length;
      return [{ name: plain, from, to: from + plain.length }];
    });
  });
}
