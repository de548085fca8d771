/**
 * A page in a frame of another site. Where its address names an indicator, it shows that one alone. It sends its height to the
 * page around it: `{ type: 'jixiao:height', height }`, in CSS pixels, whenever it changes.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-whole]');
const page = link?.href ?? '';

function showRow(): void {
  const row = document.getElementById(location.hash.slice(1))?.closest('tr') ?? null;
  for (const shown of document.querySelectorAll('.only')) shown.classList.remove('only');
  for (const part of [row, row?.closest('tbody')]) part?.classList.add('only');
  document.body.classList.toggle('one-row', row !== null);
  // The page finds rows that are not in the frame.
  if (link) link.href = page + location.hash;
}

function sendHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ type: 'jixiao:height', height }, '*');
}

showRow();
addEventListener('hashchange', showRow);
if (parent !== window) {
  addEventListener('load', sendHeight);
  if ('ResizeObserver' in window) new ResizeObserver(sendHeight).observe(document.body);
}
