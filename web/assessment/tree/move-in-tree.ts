import type { KeyboardEvent } from "react";

/** j and k go to the next and the last node or link of the tree, → and ← open and close the node that has the focus. */
export function moveInTree(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = document.activeElement;
  if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    const wanted = event.key === "ArrowRight";
    if (here instanceof HTMLElement && here.getAttribute("aria-expanded") === String(!wanted)) {
      event.preventDefault();
      here.click();
    }
    return;
  }
  if (event.key !== "j" && event.key !== "k") return;
  // what is closed takes no room on the screen
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>(".tree-focus")].filter((place) => place.offsetParent !== null);
  const at = here instanceof HTMLElement ? places.indexOf(here) : -1;
  const next = places[event.key === "j" ? at + 1 : at < 0 ? places.length - 1 : at - 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
