// Follows the preview: loads the page again when there is a new build or a new fault. Only `site serve` sends it.
// It asks, now and then, which version is shown. A connection that stays open would be simpler, but a browser opens six of
// them to one host at most, and then the next tab waits for ever.
(() => {
  const version = document.currentScript.dataset.version;
  let timer;

  async function look() {
    clearTimeout(timer);
    let wait = document.hidden ? 2000 : 400; // milliseconds
    try {
      const answer = await fetch('/_preview/version');
      if (answer.ok && (await answer.text()) !== version) return location.reload();
    } catch {
      wait = 2000; // the preview has ended; it may start again
    }
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  }

  addEventListener('visibilitychange', () => document.hidden || look());
  addEventListener('pageshow', (shown) => shown.persisted && look());
  look();
})();
