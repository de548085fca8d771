// What the page for unknown labels does in the browser: each choice is sent, and what is read with it is shown at once.

listenForChoices();

function listenForChoices() {
  const form = document.querySelector('[data-teach]');
  const said = document.querySelector('[data-said]');
  let last = 0;
  let before = Promise.resolve();

  // The lists are all over the page.
  document.addEventListener('change', ({ target }) => {
    if (target.form !== form) return;
    follow(target);
  });

  // The link goes into the list, not only near it.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-go]');
    const list = link && document.querySelector(link.getAttribute('href'));
    if (!list) return;
    event.preventDefault();
    list.focus();
  });

  async function follow(field) {
    last += 1;
    const own = last;
    // One after the other, or an earlier choice could be stored last. The last sends those before it, too.
    const sent = before.then(() => (own === last ? send() : null));
    before = sent.catch(() => undefined);
    try {
      const text = await sent;
      if (text === null || own !== last) return;
      const page = new DOMParser().parseFromString(text, 'text/html');
      for (const id of ['live-sheet', 'live-read', 'live-bar', 'live-go'])
        replacePart(document.getElementById(id), page.getElementById(id));
      for (const list of document.querySelectorAll('.asks select')) if (list.value !== '') close(list);
      if (!field.matches('select')) return;
      const label = field.labels[0].querySelector('b').textContent;
      const word = field.selectedOptions[0].textContent.trim();
      say(`${label}：${word}。${document.getElementById('live-summary').textContent}`, false);
    } catch {
      fail();
    }
  }

  // Once chosen, a label has some meaning.
  function close(select) {
    select.querySelector('option[value=""]')?.remove();
    select.classList.remove('unset');
  }

  // Rejects where the desk does not answer, or says no.
  async function send() {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
    });
    if (!response.ok) throw new Error(String(response.status));
    return response.text();
  }

  function fail() {
    say('没有存下。工作台可能关了：打开工作台，再选一次。', true);
  }

  // A failure is for all to see.
  function say(text, isFailure) {
    said.textContent = text;
    said.classList.toggle('visually-hidden', !isFailure);
    said.classList.toggle('dropping', isFailure);
  }
}

// The sheet stays where it was moved to.
function replacePart(old, fresh) {
  const left = old.querySelector('.scroll')?.scrollLeft;
  old.replaceChildren(...fresh.childNodes);
  const scroll = old.querySelector('.scroll');
  if (scroll && left !== undefined) scroll.scrollLeft = left;
}
