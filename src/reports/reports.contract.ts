import { z } from "zod";

/** 报告语言 the language of a printed report. */
export const ReportQuery = z.object({ lang: z.enum(["zh", "en"]).default("zh") });
