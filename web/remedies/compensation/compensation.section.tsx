import { formatFen } from "#remedies/format-fen.ts";
import type { RecordOf } from "#remedies/remedies.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ActBar } from "#web/remedies/act-bar.tsx";
import { actsOfCompensation } from "#web/remedies/compensation/acts-of-compensation.ts";
import { compensationText } from "#web/remedies/compensation/compensation.text.ts";
import { splitMonthly } from "#web/remedies/compensation/instalments.ts";
import { Ledger } from "#web/remedies/compensation/ledger.view.tsx";
import { MoneyTrail } from "#web/remedies/compensation/trail.view.tsx";
import { typeYuan } from "#web/remedies/fen.ts";
import { RecordFrame } from "#web/remedies/record-frame.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { RemedySection } from "#web/remedies/section.tsx";
import type { SectionData } from "#web/remedies/section-data.ts";

/** 赔偿款 the ledgers of a case. */
export function CompensationSection({ caseId, detail, can, books, records, all, today }: SectionData<RecordOf<"compensation">>) {
  const t = useText(compensationText);
  const r = useText(remediesText);
  const words = useWords();
  const may = can.includes("keep-compensation");
  // What the case knows already is filled in: the claim decided last, and the only suspect there is.
  const claim = all.flatMap((one) => (one.kind === "damages" && one.state.decided !== null ? [one.state.answer.net.high] : [])).at(-1);
  const suspects = detail.parties.filter(({ role }) => role === "suspect" || role === "defendant");
  const debtor = suspects.length === 1 ? (suspects[0]?.name ?? "") : "";
  const kinds = books.custodians.map(({ id, name }) => [id, words(name)] as const);
  return (
    <RemedySection
      caseId={caseId}
      kind="compensation"
      why={t("why")}
      empty={t("empty")}
      isEmpty={records.length === 0}
      blocked={null}
      begin={
        may
          ? {
              fields: [
                { name: "title", label: t("titleField"), kind: "text" },
                { name: "debtor", label: t("debtor"), kind: "text", start: debtor },
                { name: "instrument", label: t("instrument"), kind: "text" },
                { name: "due", label: t("due"), kind: "yuan", start: typeYuan(claim ?? null) },
                { name: "first", label: t("firstOn"), kind: "date" },
                { name: "many", label: t("many"), kind: "number", start: "1", min: "1", max: "120" },
                { name: "payee", label: t("payee"), kind: "text" },
                { name: "local", label: t("localRule"), kind: "text", optional: true, reason: t("localWhy") },
              ],
              build: (typed) => ({
                kind: "compensation",
                content: {
                  ...{ title: typed.text("title"), debtor: typed.text("debtor"), instrument: typed.text("instrument") },
                  ...{ due: typed.fen("due"), payee: typed.text("payee"), localRule: typed.orNull("local") },
                  instalments: splitMonthly(typed.fen("due"), typed.text("first"), typed.numberOrNull("many") ?? 1),
                },
              }),
            }
          : null
      }
    >
      {records.map((record) => {
        const { content, overdue } = record.state;
        const late = overdue.amount > 0 ? [{ tone: "bad" as const, words: `${r("overdue")} ${formatFen(overdue.amount)}` }] : [];
        return (
          <RecordFrame key={record.id} record={record} title={content.title} status={late}>
            <MoneyTrail state={record.state} />
            <p className="small">
              {content.instrument} · {t("payeeIs", { name: content.payee })} · {content.localRule ?? t("noLocalRule")}{" "}
              <Mark tone="warn">{r("unconfirmed")}</Mark>
            </p>
            <Ledger state={record.state} />
            {may ? <ActBar record={record} acts={actsOfCompensation(record.state, today, { t, r, kinds })} /> : null}
          </RecordFrame>
        );
      })}
    </RemedySection>
  );
}
