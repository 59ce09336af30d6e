/**
 * What a hotspot leads to, and the list of all of it under the film: always there, never timed.
 *
 * @typedef {import('./bill-player.js').Target} Target
 * @typedef {import('./film.js').Hotspot} Hotspot
 * @typedef {{type: string, fact: string | null, id: string, scene: string, label: string}} ActionDetail
 */

import { make } from 'billreel/dom.js';
import { actionIcon } from 'billreel/icons.js';

/**
 * Make the control of an action: a link where it has an address, else a button.
 *
 * Both first pause the film and dispatch `bill-action` (bubbling, cancelable) on the player.
 *
 * @param {Target} target
 * @param {Hotspot} spot
 * @param {AbortSignal} signal
 * @returns {HTMLAnchorElement | HTMLButtonElement}
 */
export function actionControl(target, spot, signal) {
  const address = target.film.actions[spot.action.type];
  const control = address
    ? make('a', { href: address, rel: 'noreferrer' })
    : make('button', { type: 'button' });
  control.dataset.action = spot.action.type;
  control.addEventListener(
    'click',
    (event) => {
      target.video.pause();
      /** @type {ActionDetail} */
      const detail = {
        type: spot.action.type,
        fact: spot.action.fact ?? null,
        id: spot.id,
        scene: spot.scene,
        label: spot.label,
      };
      const wanted = target.host.dispatchEvent(
        new CustomEvent('bill-action', { detail, bubbles: true, composed: true, cancelable: true }),
      );
      if (!wanted) event.preventDefault();
    },
    { signal },
  );
  return control;
}

/**
 * Leave out hotspots that say and do what an earlier one does.
 *
 * @param {Hotspot[]} spots
 */
export function distinct(spots) {
  /** @type {Map<string, Hotspot>} */
  const seen = new Map();
  for (const spot of spots) {
    const key = JSON.stringify([spot.action.type, spot.action.fact ?? '', spot.label]);
    if (!seen.has(key)) seen.set(key, spot);
  }
  return [...seen.values()];
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, text, foot } = target;
  const entries = distinct(film.hotspots);
  if (!entries.length) return;
  const items = entries.map((spot) => {
    const control = actionControl(target, spot, signal);
    control.className = 'do';
    control.append(actionIcon(spot.action.type), make('bdi', {}, spot.label));
    return make('li', {}, control);
  });
  foot.append(
    make('h2', { id: 'actions-title' }, text('actions')),
    make('ul', { class: 'actions', 'aria-labelledby': 'actions-title', role: 'list' }, ...items),
  );
}

export const css = `
.foot { padding: 20px 24px 24px; border-block-start: 1px solid var(--line); }
.foot:empty { display: none; }
.foot h2 { margin: 0 0 12px; font-size: .875rem; font-weight: 600; color: var(--muted); }
.actions { display: flex; flex-wrap: wrap; gap: 10px; margin: 0; padding: 0; list-style: none; }
.actions li { display: flex; min-inline-size: 0; }
.do { display: inline-flex; align-items: center; gap: 10px; min-block-size: 48px; padding: 10px 22px 10px 18px;
  box-sizing: border-box; border: 1.5px solid var(--edge); border-radius: 24px; background: none;
  color: var(--ink); font: 600 1rem/1.3 var(--font); text-align: start; text-decoration: none; cursor: pointer; overflow-wrap: anywhere; }
.do:hover { border-color: var(--accent); }
.do svg { color: var(--accent); }
.do[data-action=pay] { border-color: transparent; color: var(--on-brand);
  background: linear-gradient(100deg, var(--brand), var(--brand-end)) border-box; }
.do[data-action=pay]:hover { background: var(--brand); }
.do[data-action=pay] svg { color: inherit; }
@container (width < 560px) {
  .foot { padding: 16px; }
  .actions { flex-direction: column; }
  .do { inline-size: 100%; }
  .actions li { inline-size: 100%; }
}`;
