import type { RecordOf } from "#remedies/remedies.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import { DamagesRecord } from "#web/remedies/damages/damages-record.view.tsx";
import { RemedySection } from "#web/remedies/section.tsx";
import type { SectionData } from "#web/remedies/section-data.ts";

/** 赔偿合成 the compositions of a case. */
export function DamagesSection({ caseId, can, books, records }: SectionData<RecordOf<"damages">>) {
  const t = useText(damagesText);
  return (
    <RemedySection
      caseId={caseId}
      kind="damages"
      why={t("why")}
      empty={t("empty")}
      isEmpty={records.length === 0}
      blocked={null}
      begin={
        can.includes("compose-damages")
          ? {
              fields: [{ name: "title", label: t("titleField"), kind: "text" }],
              build: (typed) => ({
                kind: "damages",
                content: {
                  ...{ title: typed.text("title"), basis: null, components: [], consequences: [], punitiveNote: null },
                  discretionary: { amount: null, source: null, factors: [] },
                },
              }),
            }
          : null
      }
    >
      {records.map((record) => (
        <DamagesRecord
          key={record.id}
          record={record}
          books={books}
          mayCompose={can.includes("compose-damages")}
          mayDecide={can.includes("decide-damages")}
        />
      ))}
    </RemedySection>
  );
}
