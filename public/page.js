// Remembers 长者模式 before anything is drawn; the checkbox itself works without this. Says that scripts run, so that what
// needs them has its place on the page from the start.
(function () {
  var root = document.documentElement;
  // A page that was opened from a folder may load no other scripts.
  if (location.protocol !== 'file:') root.dataset.script = '';
  document.addEventListener('DOMContentLoaded', keepTableRoles);
  try {
    if (localStorage.getItem('mode') === 'elder') root.dataset.mode = 'elder';
  } catch {
    return;
  }
  document.addEventListener('DOMContentLoaded', function () {
    var box = document.getElementById('elder');
    box.checked = root.dataset.mode === 'elder';
    box.addEventListener('change', function () {
      if (box.checked) root.dataset.mode = 'elder';
      else delete root.dataset.mode;
      localStorage.setItem('mode', box.checked ? 'elder' : '');
    });
  });

  // Where a table is laid out as a list, older engines no longer tell that it is a table.
  function keepTableRoles() {
    document.querySelectorAll('table.entries').forEach(function (table) {
      table.setAttribute('role', 'table');
      table.querySelectorAll('thead, tbody, tfoot, tr, td, th').forEach(function (part) {
        part.setAttribute('role', roleOf(part));
      });
    });
  }

  function roleOf(part) {
    if (part.localName === 'tr') return 'row';
    if (part.localName === 'td') return 'cell';
    if (part.localName !== 'th') return 'rowgroup';
    return part.scope === 'col' ? 'columnheader' : 'rowheader';
  }
})();
