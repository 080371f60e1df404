/** A ref of what the address leads to: brings it into view and gives it the focus when it first stands there. */
export function scrollHere(place: HTMLElement | null): void {
  if (place === null) return;
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
}
