import { z } from "zod";

/** 院级 level of a people's procuratorate, highest first. */
export const OfficeLevel = z.enum(["supreme", "provincial", "city", "county"]);
export type OfficeLevel = z.infer<typeof OfficeLevel>;

/** 部门 department of a procuratorate. */
export const Department = z.enum(["criminal", "pil", "juvenile", "case-management", "technology", "inspection"]);
export type Department = z.infer<typeof Department>;

/** 角色 what a person may act as; a person can have several. */
export const Role = z.enum(["criminal-prosecutor", "pil-prosecutor", "technician", "case-manager", "leader", "auditor", "administrator"]);
export type Role = z.infer<typeof Role>;

/** 人民检察院 a procuratorate: `code` is its six-digit division code (GB/T 2260), 000000 for the supreme one. */
export const Office = z.object({
  code: z.string().regex(/^\d{6}$/),
  level: OfficeLevel,
  parentCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  name: z.object({ zh: z.string(), en: z.string() }),
});
export type Office = z.infer<typeof Office>;

/** 人员 a person who works in an office, without secrets. */
export const Person = z.object({
  id: z.uuid(),
  account: z.string(),
  name: z.string(),
  officeCode: z.string(),
  department: Department,
  roles: z.array(Role),
});
export type Person = z.infer<typeof Person>;

export const OfficeList = z.object({ items: z.array(Office) });
export const FindPeopleQuery = z.object({ query: z.string().max(40).optional(), officeCode: z.string().optional() });
export const PersonList = z.object({ items: z.array(Person) });
