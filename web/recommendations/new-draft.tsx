import type { CaseDetail } from "#cases/cases.contract.ts";
import type { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import { useClue, useClues } from "#web/clues/use-clues.ts";
import { InlineProblem, Loading } from "#web/design/state/state.tsx";
import { useCaseProcedures } from "#web/procedures/use-procedures.ts";
import { DraftForm } from "#web/recommendations/draft-form.tsx";
import { draftFromCase } from "#web/recommendations/draft-from-case.ts";

type Props = {
  readonly detail: CaseDetail;
  readonly types: TypesFile;
  /** the track it was asked for from */
  readonly track: string | null;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
};

/** A new recommendation that begins with what the case knows: nothing is typed twice. What cannot be read is left empty, and said. */
export function NewDraft({ detail, types, track, onDone, onCancel }: Props) {
  const procedures = useCaseProcedures(detail.id);
  const clues = useClues({ caseId: detail.id, status: "accepted", size: "1" });
  if (procedures.isPending || clues.isPending) return <Loading lines={8} />;
  const parts = { detail, types, track, onDone, onCancel, procedures: procedures.data?.items ?? [] };
  const [clue] = clues.data?.items ?? [];
  return (
    <>
      <InlineProblem error={procedures.error ?? clues.error} />
      {clue === undefined ? <Begun {...parts} clue={null} /> : <OfClue {...parts} clueId={clue.id} />}
    </>
  );
}

function OfClue({ clueId, ...parts }: Omit<BegunProps, "clue"> & { readonly clueId: string }) {
  const clue = useClue(clueId);
  return clue.isPending ? <Loading lines={8} /> : <Begun {...parts} clue={clue.data ?? null} />;
}

function Begun({ detail, types, procedures, clue, track, onDone, onCancel }: BegunProps) {
  const fromCase = draftFromCase({ types, detail, procedures, clue, track });
  return <DraftForm caseId={detail.id} types={types} current={null} fromCase={fromCase} onDone={onDone} onCancel={onCancel} />;
}

type BegunProps = Props & Pick<Parameters<typeof draftFromCase>[0], "procedures" | "clue">;
