import type { Department, Office, Person } from "#offices/offices.contract.ts";

/** One password for every account of the sample, printed at the start. */
export const SAMPLE_PASSWORD = "Tandem-2026-sample";

/** An invented tree: province 99 exists nowhere. */
export const sampleOffices = [
  { code: "000000", level: "supreme", parentCode: null, name: { zh: "最高人民检察院", en: "Supreme People's Procuratorate" } },
  { code: "990000", level: "provincial", parentCode: "000000", name: { zh: "云岭省人民检察院", en: "People's Procuratorate of Yunling Province" } },
  { code: "990100", level: "city", parentCode: "990000", name: { zh: "临江市人民检察院", en: "People's Procuratorate of Linjiang City" } },
  { code: "990102", level: "county", parentCode: "990100", name: { zh: "临江市东湖区人民检察院", en: "People's Procuratorate of Donghu District, Linjiang" } },
  { code: "990103", level: "county", parentCode: "990100", name: { zh: "临江市西山区人民检察院", en: "People's Procuratorate of Xishan District, Linjiang" } },
] as const satisfies readonly Office[];

type SamplePerson = Omit<Person, "id" | "department"> & { readonly department: Department };

/** One person for each role, and a prosecutor of another office who must see nothing of the sample case. */
export const samplePeople = [
  { account: "chen.mo", name: "陈默", officeCode: "990102", department: "criminal", roles: ["criminal-prosecutor"] },
  { account: "lin.an", name: "林安", officeCode: "990102", department: "pil", roles: ["pil-prosecutor"] },
  { account: "zhao.ke", name: "赵可", officeCode: "990102", department: "technology", roles: ["technician"] },
  { account: "sun.wen", name: "孙闻", officeCode: "990102", department: "case-management", roles: ["case-manager"] },
  { account: "he.yan", name: "何砚", officeCode: "990102", department: "criminal", roles: ["leader"] },
  { account: "wei.ting", name: "魏亭", officeCode: "990000", department: "criminal", roles: ["leader"] },
  { account: "qian.shen", name: "钱慎", officeCode: "990102", department: "inspection", roles: ["auditor"] },
  { account: "admin", name: "管理员", officeCode: "990102", department: "case-management", roles: ["administrator"] },
  { account: "ma.bei", name: "马北", officeCode: "990103", department: "criminal", roles: ["criminal-prosecutor"] },
] as const satisfies readonly SamplePerson[];
