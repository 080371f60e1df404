import type { ReactNode } from "react";
import type { AlternativeRule } from "#remedies/books/books.contract.ts";
import type { RecordOf } from "#remedies/remedies.contract.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";
import { ActBar } from "#web/remedies/act-bar.tsx";
import { actsOfAlternative } from "#web/remedies/alternatives/acts-of-alternative.ts";
import { alternativesText } from "#web/remedies/alternatives/alternatives.text.ts";
import { DoneBy, RecordFrame } from "#web/remedies/record-frame.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { RemedySection } from "#web/remedies/section.tsx";
import type { SectionData } from "#web/remedies/section-data.ts";

/** 替代性修复 promises of a case with their proofs, acceptance and spot checks; the catalogue they come from below. */
export function AlternativesSection({ caseId, can, books, records, today }: SectionData<RecordOf<"alternative">>) {
  const t = useText(alternativesText);
  const r = useText(remediesText);
  const words = useWords();
  const signs = useSigns();
  const may = can.includes("keep-remedies");
  const evidence = useEvidenceList(caseId);
  const items = (evidence.data?.items ?? []).map(({ id, path }) => [id, path] as const);
  return (
    <RemedySection
      caseId={caseId}
      kind="alternative"
      why={t("why")}
      empty={t("empty")}
      isEmpty={records.length === 0}
      blocked={null}
      begin={
        may
          ? {
              fields: [
                { name: "rule", label: t("rule"), kind: "choice", options: books.alternatives.map(({ id, name }) => [id, words(name)]) },
                { name: "promisedBy", label: t("promisedBy"), kind: "text" },
                { name: "promise", label: t("promise"), kind: "area" },
                { name: "document", label: r("document"), kind: "text" },
                { name: "until", label: t("until"), kind: "date" },
              ],
              build: (typed) => ({
                kind: "alternative",
                content: {
                  ...{ rule: typed.text("rule"), promisedBy: typed.text("promisedBy"), promise: typed.text("promise") },
                  ...{ document: typed.text("document"), until: typed.text("until") },
                },
              }),
            }
          : null
      }
    >
      {records.map((record) => {
        const rule = books.alternatives.find(({ id }) => id === record.state.content.rule);
        if (rule === undefined) return null;
        return (
          <Promised key={record.id} record={record} rule={rule}>
            {may ? <ActBar record={record} acts={actsOfAlternative(record.state, rule, { today, items, t, r, words })} /> : null}
          </Promised>
        );
      })}
      <details className="small">
        <summary>{t("catalogue")}</summary>
        <ul className="remedy-list">
          {books.alternatives.map(({ id, name, meaning, cite, proofs, unconfirmed }) => (
            <li key={id}>
              <strong>{words(name)}</strong> {words(meaning)} <span className="quiet">{cite}</span>{" "}
              {unconfirmed ? <Mark tone="warn">{r("unconfirmed")}</Mark> : null}
              <span className="quiet">
                {" "}
                {signs.pair(
                  t("proof"),
                  signs.list(proofs.map((one) => `${words(one.name)}${one.required ? signs.aside(t("required")) : ""}`)),
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </RemedySection>
  );
}

function Promised({ record, rule, children }: PromisedProps) {
  const t = useText(alternativesText);
  const r = useText(remediesText);
  const words = useWords();
  const signs = useSigns();
  const { content, status, proofs, missing, accepted, spotCheckOn, spotChecks, overdue } = record.state;
  const tone = status === "accepted" || status === "verified" ? "good" : status === "failed" ? "bad" : "unknown";
  const nameOf = (id: string) => {
    const proof = rule.proofs.find((one) => one.id === id);
    return proof === undefined ? id : words(proof.name);
  };
  return (
    <RecordFrame
      record={record}
      title={`${words(rule.name)} · ${content.promisedBy}`}
      status={[{ tone, words: t(status) }, ...(overdue ? [{ tone: "bad" as const, words: r("overdue") }] : [])]}
    >
      <p className="break">
        {content.promise} <span className="quiet">{content.document}</span>
      </p>
      <p className="small">
        {t("untilIs")} <Day day={content.until} distance={accepted === null && status !== "withdrawn"} />
        {spotCheckOn === null ? null : (
          <>
            {" · "}
            {t("spotCheckIs")} <Day day={spotCheckOn} />
          </>
        )}
      </p>
      <ul className="small remedy-list">
        {proofs.map(({ proof, on, document, by, at }) => (
          <li key={`${proof} ${at}`} className="line">
            {nameOf(proof)} · {document} · <span className="figure">{on}</span> <DoneBy by={by} at={at} />
          </li>
        ))}
        {accepted === null ? null : (
          <li className="line">
            <Mark tone="good">{t("accepted")}</Mark> {accepted.note} <DoneBy {...accepted} />
          </li>
        )}
        {spotChecks.map(({ on, result, how, document, by, at }) => (
          <li key={at} className="line">
            <Mark tone={result === "clean" ? "good" : result === "found-again" ? "bad" : "unknown"}>{t(result)}</Mark>
            <span className="figure">{on}</span> {how} · {document} <DoneBy by={by} at={at} />
          </li>
        ))}
      </ul>
      {missing.length === 0 || status === "withdrawn" ? null : (
        <p>
          <Mark tone="warn">{t("missing", { what: signs.list(missing.map(nameOf)) })}</Mark>
        </p>
      )}
      {children}
    </RecordFrame>
  );
}

type PromisedProps = { readonly record: RecordOf<"alternative">; readonly rule: AlternativeRule; readonly children: ReactNode };
