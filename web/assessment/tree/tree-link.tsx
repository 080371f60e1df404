import { Link } from "react-router";
import { treeText } from "#web/assessment/tree/tree.text.ts";
import { useText } from "#web/design/text/language.tsx";

/** Opens the why-tree of a stored assessment in its place. */
export function TreeLink({ assessmentId }: { readonly assessmentId: string }) {
  const t = useText(treeText);
  return (
    <Link to={`?${new URLSearchParams({ tree: assessmentId })}`} className="no-print nowrap" data-testid="tree-link">
      {t("title")}
    </Link>
  );
}
