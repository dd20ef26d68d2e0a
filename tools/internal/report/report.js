// What the report does besides being read: it shows the lines of one kind, and copies a line for import.yaml. Without it, all lines are shown.
(() => {
  const every = (selector) => [...document.querySelectorAll(selector)];
  const said = document.querySelector('[data-said]');
  let timer;

  for (const e of every('[data-scripted]')) e.hidden = false;
  for (const e of every('[data-plain]')) e.hidden = true;

  const filters = document.querySelector('[data-filters]');
  const buttons = every('[data-show]');
  filters.hidden = false;
  for (const button of buttons) button.addEventListener('click', () => show(button.dataset.show));

  function show(what) {
    for (const button of buttons) button.setAttribute('aria-pressed', button.dataset.show === what);
    for (const e of every('[data-in]')) e.hidden = !e.dataset.in.split(' ').includes(what);
    for (const e of every('.file details')) e.open = what === 'all';
    for (const file of every('.file')) file.hidden = !file.querySelector('[data-in]:not([hidden])');
  }

  for (const button of every('[data-copy]')) button.addEventListener('click', () => copy(button, button.dataset.copy));
  for (const button of every('[data-begin]')) {
    const words = button.parentElement.querySelector('[data-words]');
    const line = () => button.dataset.begin + JSON.stringify(words.value.trim()) + ' }';
    button.addEventListener('click', () => (words.value.trim() ? copy(button, line()) : words.focus()));
    words.addEventListener('keydown', (e) => e.key === 'Enter' && button.click());
  }

  // A browser may refuse to copy: the line is there to be copied by hand.
  async function copy(button, line) {
    const place = button.closest('.ask').querySelector('[data-line]');
    place.textContent = line;
    try {
      await navigator.clipboard.writeText(line);
      say('The line is copied.');
    } catch {
      getSelection().selectAllChildren(place);
      say(document.execCommand('copy') ? 'The line is copied.' : 'The browser does not let this page copy. The line is selected: copy it with Ctrl+C.');
    }
  }

  function say(words) {
    said.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = ''), 10000);
  }

  // A link to a line in a run that is folded opens the run.
  function reveal() {
    const place = document.getElementById(location.hash.slice(1));
    const run = place?.closest('details');
    if (!run) return;
    run.open = true;
    place.scrollIntoView();
  }
  addEventListener('hashchange', reveal);
  reveal();
})();
