// Shows which answers are the best ones, beside each question: no check can tell whether they are. Only `site serve` sends
// it, and what it adds says so. The marks are elements of their own within the options, so that they go where the page's own
// script moves an option.
(() => {
  const questions = document.querySelectorAll('[data-question]');
  if (!questions.length) return;
  const kept = 'preview-answers'; // in the session's storage: for this tab alone

  for (const question of questions)
    for (const option of question.querySelectorAll('[data-option]'))
      if (option.dataset.place) mark(option, `preview: place ${option.dataset.place}`);
      else if (option.hasAttribute('data-right')) mark(option, 'preview: best answer');

  document.querySelector('main').prepend(bar());
  show(read() !== 'off');

  // An option that is an inline phrase, or a button, ends within its words; others take a mark as their last part.
  function mark(option, words) {
    const place = option.matches('.phrase') ? option.lastElementChild : option;
    place.append(' ', element('span', 'preview-mark', words));
  }

  function bar() {
    const box = element('input');
    box.type = 'checkbox';
    box.addEventListener('change', () => {
      keep(box.checked ? 'on' : 'off');
      show(box.checked);
    });
    const label = element('label', '', '');
    label.append(box, ' Show the best answers');
    const line = element('p', 'preview-bar', '');
    line.append(element('b', '', 'Preview'), label, element('span', '', 'They are marked in the preview only.'));
    return line;
  }

  function show(on) {
    document.documentElement.toggleAttribute('data-preview-answers', on);
    for (const box of document.querySelectorAll('.preview-bar input')) box.checked = on;
  }

  // What reads the page aloud leaves out what is silent.
  function element(name, style, words) {
    const made = document.createElement(name);
    if (style) made.className = style;
    if (words) made.textContent = words;
    made.setAttribute('data-silent', '');
    return made;
  }

  // A browser may refuse storage: then the marks are shown on every page.
  function read() {
    try {
      return sessionStorage.getItem(kept);
    } catch {
      return null;
    }
  }

  function keep(value) {
    try {
      sessionStorage.setItem(kept, value);
    } catch {
      // It holds for this page.
    }
  }
})();
