/** Where a page was opened at a former anchor of a row, goes to the row's own, which lights the row up. */
function goToRow(): void {
  const former = document.getElementById(location.hash.slice(1));
  const row = former?.matches('[data-former-anchor]')
    ? former.closest('[id]:not([data-former-anchor])')
    : null;
  if (row) location.replace(`#${row.id}`);
}

goToRow();
addEventListener('hashchange', goToRow);
