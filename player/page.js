/** The page around the player: what its actions open, and the payment details. */

import 'billreel/bill-player.js';

/** @typedef {import('./actions.js').ActionDetail} ActionDetail */

const player = document.querySelector('bill-player');
const payment = document.querySelector('dialog');
const transcript = document.getElementById('transcript');

document.documentElement.dataset.scripted = '';
payment?.removeAttribute('open');

player?.addEventListener('bill-action', (event) => {
  const detail = /** @type {CustomEvent<ActionDetail>} */ (event).detail;
  if (event.composedPath()[0] !== player) return;
  if (led(detail.type)) return;
  if (detail.type === 'pay' && payment) payment.showModal();
  else if (transcript) read(transcript, detail);
});

/**
 * Say whether an action has an address of its own, which the link follows by itself.
 *
 * @param {string} type
 */
function led(type) {
  const data = player?.querySelector('script')?.textContent ?? '{}';
  return Object.hasOwn(JSON.parse(data).actions ?? {}, type);
}

/**
 * Bring the part of the transcript that an action is about into view, and focus to it.
 *
 * @param {HTMLElement} words
 * @param {ActionDetail} about
 */
function read(words, { fact, scene }) {
  if (player?.hasAttribute('full')) player.dispatchEvent(new CustomEvent('bill-fullscreen'));
  const part =
    (fact && words.querySelector(`[data-fact~="${CSS.escape(fact)}"]`)) ||
    words.querySelector(`[data-scene="${CSS.escape(scene)}"]`) ||
    words;
  if (!(part instanceof HTMLElement)) return;
  if (part !== words) part.tabIndex = -1;
  part.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  part.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

payment?.addEventListener('click', async (event) => {
  const at = event.target;
  if (!(at instanceof Element)) return;
  if (at === payment || at.closest('[data-close]')) payment.close();
  const button = at.closest('[data-copy]');
  if (!(button instanceof HTMLElement)) return;
  const done = await copy(button.dataset.copy ?? '');
  const status = payment.querySelector('[data-copied]');
  if (done && status instanceof HTMLElement) {
    status.textContent = (status.dataset.copied ?? '').replace('{what}', button.dataset.what ?? '');
  }
});

/**
 * Copy text; where the clipboard is out of reach, through a field that is selected.
 *
 * @param {string} text
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    payment?.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
