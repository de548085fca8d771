// Remembers 长者模式 before anything is drawn. The checkbox itself works without this.
(function () {
  var root = document.documentElement;
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
})();
