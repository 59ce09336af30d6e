/**
 * Full screen by CSS, so that hotspots and captions come along on every phone. Where the platform
 * lets an element (not only a video) fill the screen, it is asked for that too.
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

import { make } from 'billreel/dom.js';
import { icon } from 'billreel/icons.js';

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { host, text, row, resized } = target;
  const button = make('button', { type: 'button', class: 'key' });
  row.append(button);
  /** @type {Element[]} */
  let covered = [];

  const show = () => {
    const full = host.hasAttribute('full');
    button.setAttribute('aria-label', text(full ? 'exitFullscreen' : 'fullscreen'));
    button.replaceChildren(icon(full ? 'shrink' : 'grow'));
    resized();
  };
  const enter = () => {
    host.setAttribute('full', '');
    covered = around(host).filter((element) => !element.hasAttribute('inert'));
    for (const element of covered) element.setAttribute('inert', '');
    // iPhones have no requestFullscreen on elements; CSS alone does it there.
    host.requestFullscreen?.().catch(() => undefined);
    show();
  };
  const leave = () => {
    host.removeAttribute('full');
    for (const element of covered) element.removeAttribute('inert');
    covered = [];
    if (document.fullscreenElement === host) document.exitFullscreen().catch(() => undefined);
    show();
  };
  const turn = () => (host.hasAttribute('full') ? leave() : enter());

  button.addEventListener('click', turn, { signal });
  host.addEventListener('bill-fullscreen', turn, { signal });
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && host.hasAttribute('full')) leave();
  }, { signal });
  let filled = false;
  document.addEventListener('fullscreenchange', () => {
    const now = document.fullscreenElement === host;
    if (filled && !now && host.hasAttribute('full')) leave();
    filled = now;
  }, { signal });
  signal.addEventListener('abort', leave);
  show();
}

/**
 * List what lies around an element on its page: dialogs aside, they open above it.
 *
 * @param {Element} element
 * @returns {Element[]}
 */
function around(element) {
  const parent = element.parentElement;
  if (!parent || element === document.body) return [];
  const beside = [...parent.children].filter(
    (other) => other !== element && !/^(DIALOG|SCRIPT|STYLE|TEMPLATE)$/.test(other.tagName),
  );
  return [...beside, ...around(parent)];
}
