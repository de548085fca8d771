/**
 * On every page: loads the rest of search when it is wanted, and nothing before. `/` goes to the search box.
 */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const input = form?.querySelector('input');

if (form && input) {
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
  // Whoever was faster than this script.
  if (document.activeElement === input) load();
}
if (new URLSearchParams(location.search).has('highlight'))
  void import('./highlight.ts').then(({ highlight }) => {
    highlight();
  });

function load(): void {
  if (!form) return;
  const wanted = form;
  void import('./search-box.ts').then(({ createSearchBox }) => {
    createSearchBox(wanted);
  });
}
