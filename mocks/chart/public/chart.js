// The chart page in the browser: opens and sizes the side pane, sends the switches, fetches notes as they are filed.

const POLL_MS = 1000;
const NARROWEST = 280;
const ROOM_FOR_CHART = 240;

const one = (selector, root = document) => root.querySelector(selector);

function send(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/* The side pane */

function setUpPane(workspace) {
  const pane = one('.pane', workspace);
  const handle = one('[data-handle]', workspace);
  const side = one('[data-pane-side]', pane);
  const opener = one('[data-open-evoke]', workspace);

  const widest = () => Math.max(NARROWEST, workspace.clientWidth - ROOM_FOR_CHART);
  const resize = (wanted) => {
    const width = Math.round(Math.min(Math.max(wanted, NARROWEST), widest()));
    side.style.inlineSize = `${width}px`;
    handle.setAttribute('aria-valuenow', String(width));
    handle.setAttribute('aria-valuemax', String(widest()));
    for (const preset of pane.querySelectorAll('[data-width]')) {
      preset.setAttribute('aria-pressed', String(Number(preset.dataset.width) === width));
    }
    remember(String(width));
  };
  const remember = (width) => {
    const address = new URL(location.href);
    if (width === undefined) address.searchParams.delete('pane');
    else address.searchParams.set('pane', width);
    history.replaceState(history.state, '', address);
  };
  const open = (width) => {
    const frame = document.createElement('iframe');
    frame.title = 'Evoke';
    frame.allow = 'clipboard-write';
    frame.src = pane.dataset.launch;
    one('[data-pane-body]', pane).replaceChildren(frame);
    pane.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    resize(width);
  };
  const close = () => {
    one('[data-pane-body]', pane).replaceChildren();
    pane.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    remember(undefined);
    opener.focus();
  };

  opener.addEventListener('click', () => open(Number(handle.getAttribute('aria-valuenow'))));
  one('[data-close-pane]', pane).addEventListener('click', close);
  for (const preset of pane.querySelectorAll('[data-width]')) {
    preset.addEventListener('click', () => resize(Number(preset.dataset.width)));
  }
  setUpHandle(handle, side, workspace, resize);
  const asked = Number(new URL(location.href).searchParams.get('pane'));
  if (asked > 0) open(asked);
}

function setUpHandle(handle, side, workspace, resize) {
  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    workspace.classList.add('is-dragging');
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    resize(workspace.getBoundingClientRect().right - event.clientX - handle.offsetWidth / 2);
  });
  const drop = () => workspace.classList.remove('is-dragging');
  handle.addEventListener('pointerup', drop);
  handle.addEventListener('pointercancel', drop);
  handle.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: 20, ArrowRight: -20 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(side.getBoundingClientRect().width + step);
  });
}

/* Notes as they are filed */

function setUpNotes(holder, patientId) {
  const said = one('[data-notes-said]');
  let { stamp } = holder.dataset;
  const countIn = () => Number(one('[data-note-count]', holder)?.dataset.noteCount ?? 0);
  const redraw = (markup) => {
    const opened = [...holder.querySelectorAll('details[open]')].map(
      (each) => each.closest('[data-note]')?.dataset.note,
    );
    const known = new Set([...holder.querySelectorAll('[data-note]')].map((row) => row.dataset.note));
    const before = countIn();
    // Markup of our own server, escaped there.
    holder.innerHTML = markup;
    for (const row of holder.querySelectorAll('[data-note]')) {
      if (opened.includes(row.dataset.note)) one('details', row).open = true;
      if (!known.has(row.dataset.note)) row.classList.add('is-new');
    }
    const added = countIn() - before;
    if (added > 0) said.textContent = added === 1 ? 'One new readiness note.' : `${added} new readiness notes.`;
    const tally = one('.readiness-notes .tally');
    if (tally !== null) tally.textContent = String(countIn());
  };
  const look = async () => {
    const query = holder.dataset.all === 'yes' ? '?notes=all' : '';
    const headers = { 'If-None-Match': stamp };
    const answer = await fetch(`/patients/${patientId}/notes${query}`, { headers, cache: 'no-store' });
    if (answer.status !== 200) return;
    stamp = answer.headers.get('ETag') ?? stamp;
    redraw(await answer.text());
  };
  setInterval(() => {
    if (!document.hidden) look().catch(() => undefined);
  }, POLL_MS);
}

/* Switches */

function showBroken(ids) {
  const count = one('[data-broken-count]');
  count.textContent = ids.length === 0 ? '' : ` (${ids.length} on)`;
  count.closest('details').dataset.broken = String(ids.length);
  for (const box of document.querySelectorAll('[data-fault]')) box.checked = ids.includes(box.dataset.fault);
}

const SAID = {
  'expire-token': 'Every access token has expired.',
  'end-session': 'Every sign-in has ended.',
  mend: 'Everything works again.',
};

function setUpSwitches(panel) {
  panel.addEventListener('change', async ({ target }) => {
    const { fault } = target.dataset;
    if (fault === undefined) return;
    const answer = await send('/switches/fault', { id: fault, on: target.checked });
    showBroken((await answer.json()).broken);
  });
  panel.addEventListener('click', async ({ target }) => {
    const act = target.closest('[data-act]')?.dataset.act;
    if (act === undefined) return;
    const answer = await send('/switches/act', { act });
    showBroken((await answer.json()).broken);
    one('[data-break-said]', panel).textContent = SAID[act];
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    panel.open = false;
    one('summary', panel).focus();
  });
}

const workspace = one('[data-patient]');
if (workspace !== null) {
  setUpPane(workspace);
  setUpNotes(one('[data-notes]', workspace), workspace.dataset.patient);
}
const panel = one('.break');
if (panel !== null) setUpSwitches(panel);
one('[data-signed-in]')?.addEventListener('change', ({ target }) =>
  send('/switches/user', { reference: target.value }),
);
one('[data-profile]')?.addEventListener('change', async ({ target }) => {
  const { id, name, description } = await (await send('/switches/profile', { id: target.value })).json();
  one('[data-played]').textContent =
    id === 'open' ? `${name}: ${description}` : `${name}: ${description} Open Evoke again to sign in to it.`;
});
