/** Calls `turn` with 1 for a swipe to the left and -1 for one to the right. A swipe is long and horizontal, made with one
 * finger, on a page that is not zoomed in. */
export function swipe(root: HTMLElement, turn: (by: number) => void): void {
  const wide = 60;
  let from: Touch | null = null;
  root.addEventListener("touchstart", ({ touches }) => (from = touches.length === 1 ? touches[0]! : null), { passive: true });
  root.addEventListener("touchend", ({ changedTouches }) => {
    const to = changedTouches[0];
    if (!from || !to || (visualViewport?.scale ?? 1) > 1.05) return;
    const across = to.clientX - from.clientX;
    if (Math.abs(across) > Math.max(wide, 2 * Math.abs(to.clientY - from.clientY))) turn(across < 0 ? 1 : -1);
    from = null;
  });
}
