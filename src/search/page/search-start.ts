import workerUrl from '../engine/search-worker.ts?worker&url';

/** On every page: loads the rest of search when it is used. `/` moves the focus to the search box. */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const input = form?.querySelector('input');

if (form && input) {
  const load = () => {
    // The box starts the worker: both are asked for at once.
    const preload = document.createElement('link');
    Object.assign(preload, { rel: 'modulepreload', href: workerUrl });
    document.head.append(preload);
    void import('./search-box.ts').then(({ createSearchBox }) => {
      createSearchBox(form);
    });
  };
  input.addEventListener('focus', load, { once: true });
  document.addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).closest(
      'input:not([type=checkbox]), select, textarea, [contenteditable]',
    );
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  // The box may have got focus before this script ran.
  if (document.activeElement === input) load();
}
if (new URLSearchParams(location.search).has('highlight'))
  void import('./highlight.ts').then(({ highlight }) => {
    highlight();
  });
