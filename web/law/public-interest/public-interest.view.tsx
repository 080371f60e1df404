import { PublicInterestBoard } from "#web/law/public-interest/public-interest.board.tsx";

/** 公益诉讼 without a case: nothing is known but what is typed. */
export function PublicInterestView() {
  return <PublicInterestBoard draftKey="draft-law-public-interest" initial={{}} />;
}
