// What the desk's pages do in the browser: files that are dropped, chosen or pasted; the place of a file; cells; progress; questions.

const base = document.body.dataset.base;
const LARGEST = 20 * 1024 * 1024;

listenForFiles();
listenForPlace();
listenForCells();
followBuild();
askInDialog();

// Files may be dropped anywhere on a page, as a corrected one often is.
function listenForFiles() {
  const box = document.querySelector('[data-drop]');
  const input = document.getElementById('file');
  const over = (isOver) => box?.classList.toggle('over', isOver);
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    over(false);
    send([...event.dataTransfer.files]);
  });
  input?.addEventListener('change', () => {
    if (input.files.length > 0) send([...input.files]);
  });
  addEventListener('paste', (event) => {
    if (event.target.closest?.('input, textarea')) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0 && text === '') send(files);
    else if (text.includes('\t')) send([new File([text], '粘贴的表.txt')]);
  });
}

async function send(files) {
  say(files.length > 1 ? `正在读 ${files.length} 个文件……` : `正在读 ${files[0].name}……`);
  const ids = [];
  try {
    for (const file of files) {
      const isLarge = file.size > LARGEST;
      const query = new URLSearchParams({ name: file.name, ...(isLarge && { size: file.size }) });
      const response = await fetch(`${base}/drop?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: isLarge ? '' : file,
      });
      if (response.status === 507) {
        say(await response.text());
        return;
      }
      if (!response.ok) throw new Error(String(response.status));
      ids.push((await response.json()).id);
    }
  } catch {
    // An office program that has the file open may lock it; a folder is no file.
    say('没有读到。文件正开着的，请保存、关上，再放进来；文件夹请打开，把里面的文件放进来。');
    return;
  }
  location.assign(`${base}/files?ids=${ids.join(',')}`);
}

function say(text) {
  let place = document.querySelector('[data-dropping]');
  if (!place) {
    place = document.createElement('p');
    place.className = 'dropping';
    place.dataset.dropping = '';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  place.textContent = text;
}

// The bar says what is still to choose; a body that never published has a name or an address to write.
function listenForPlace() {
  const form = document.querySelector('[data-place]');
  if (!form) return;
  const { body, year } = form.elements;
  const show = (selector, isShown) => {
    form.querySelector(selector).hidden = !isShown;
  };
  form.addEventListener('change', (event) => {
    const isAnother = body.value === '*';
    const isNew = isAnother || body.value === '+';
    show('[data-another]', isAnother);
    show('[data-address]', isNew);
    show('[data-fixed]', !isNew);
    form.elements.publisher.required = isAnother;
    // The address of another body follows from its name, which is not yet written.
    if (event.target === body && isAnother) form.elements.address.value = '';
    const open = [body, year].filter((select) => select.value === '');
    for (const select of [body, year]) select.classList.toggle('unset', select.value === '');
    form.querySelector('[data-fixed-address]').textContent =
      open.length === 0 ? `…/${year.value}/${body.value}/` : '选好单位和年份就有';
    const names = open.map((select) => (select === body ? '单位' : '年份'));
    const go = document.querySelector('[data-go]');
    if (go) go.textContent = names.length > 0 ? `去选${names[0]}` : '公开';
    const said = document.querySelector('[data-open]');
    if (said)
      said.textContent =
        names.length > 0 ? `还差 ${names.length} 项没有选：${names.join('、')}。` : '都选好了。';
  });
}

// The line above the sheet says what a cell became. The arrow keys go to the cell that is next on the screen.
function listenForCells() {
  const line = document.querySelector('[data-use]');
  if (!line) return;
  for (const sheet of document.querySelectorAll('.sheet, .pdf-cells'))
    listenForCellsOf([...sheet.querySelectorAll('[data-is]')], line);
}

function listenForCellsOf(cells, line) {
  if (cells.length === 0) return;
  cells[0].setAttribute('tabindex', '0');
  const tell = (cell) => {
    for (const other of cells) {
      other.setAttribute('tabindex', other === cell ? '0' : '-1');
      other.classList.toggle('here', other === cell);
    }
    const texts = [...cell.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim());
    line.textContent = `${cell.dataset.text ?? texts.join('')}\u3000读成：${cell.dataset.is}`;
  };
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const cell of cells) {
    cell.addEventListener('focus', () => tell(cell));
    cell.addEventListener('click', () => cell.focus());
    cell.addEventListener('keydown', (event) => {
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      nearest(cell, cells, step)?.focus();
    });
  }
}

function nearest(cell, cells, [x, y]) {
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [fromX, fromY] = middle(cell);
  let [best, least] = [null, Infinity];
  for (const other of cells) {
    const [toX, toY] = middle(other);
    const [along, aside] = x === 0 ? [(toY - fromY) * y, toX - fromX] : [(toX - fromX) * x, toY - fromY];
    const distance = along + 2 * Math.abs(aside);
    if (other !== cell && along > 1 && distance < least) [best, least] = [other, distance];
  }
  return best;
}

function followBuild() {
  const place = document.querySelector('[data-building]');
  if (!place) return;
  const [left, bar, now] = ['[data-left]', 'progress', '[data-now]'].map((each) => place.querySelector(each));
  const stages = [...place.querySelectorAll('.stages li')];
  const look = async () => {
    const shown = await fetch(`${base}/progress`)
      .then((response) => response.json())
      .catch(() => undefined);
    if (shown === undefined) {
      now.textContent = left.textContent = '工作台关了';
      return;
    }
    if (shown === null) {
      location.reload();
      return;
    }
    left.textContent = shown.left;
    document.title = `${shown.left} · 绩效工作台`;
    if (shown.share !== null) bar.value = shown.share;
    for (const [index, { label, state, isNow }] of shown.stages.entries()) {
      const stage = stages[index];
      stage.querySelector('[data-stage]').textContent = state;
      // Said once for each stage, not for each page.
      if (isNow && stage.getAttribute('aria-current') !== 'step') now.textContent = label;
      if (isNow) stage.setAttribute('aria-current', 'step');
      else stage.removeAttribute('aria-current');
    }
    setTimeout(look, 500);
  };
  setTimeout(look, 300);
}

// The question is on the page; here it lies over the page, until it is answered.
function askInDialog() {
  const dialog = document.querySelector('dialog[data-modal]');
  if (!dialog) return;
  dialog.close();
  dialog.showModal();
  // With Esc the page is as without the question.
  dialog.addEventListener('close', () => {
    history.replaceState(null, '', dialog.querySelector('[data-closes]').href);
  });
}
