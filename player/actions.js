/**
 * What a hotspot leads to, and the list of all of it under the film: always there, never timed.
 *
 * @typedef {import('./bill-player.js').Target} Target
 * @typedef {import('./film.js').Hotspot} Hotspot
 * @typedef {{type: string, fact: string | null, id: string, scene: string, label: string}} ActionDetail
 */

import { make } from 'billreel/dom.js';
import { actionIcon, icon } from 'billreel/icons.js';

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

/**
 * Say whether an action is about one line of the bill, where there are several of them.
 *
 * Those share one place in the list, and are not announced: a film full of charges would never end
 * saying so, and "details" of the whole bill leads to all of them.
 *
 * @param {Hotspot} spot
 * @param {Hotspot[]} spots
 */
export function isLine(spot, spots) {
  const line = (/** @type {Hotspot} */ { action }) => action.type === 'details' && action.fact;
  return Boolean(line(spot)) && distinct(spots).filter(line).length > 1;
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, text, foot } = target;
  const entries = distinct(film.hotspots);
  if (!entries.length) return;
  const listed = (/** @type {Hotspot} */ spot) => {
    const control = actionControl(target, spot, signal);
    control.className = 'do';
    control.append(actionIcon(spot.action.type), make('bdi', {}, spot.label));
    return make('li', {}, control);
  };
  const lines = entries.filter((spot) => isLine(spot, entries));
  const rest = entries.filter((spot) => !lines.includes(spot));
  const first = (/** @type {Hotspot} */ spot) => (spot.action.type === 'pay' ? 0 : 1);
  const items = rest.sort((a, b) => first(a) - first(b)).map(listed);
  if (lines.length) {
    const within = make('ul', { class: 'actions', role: 'list' }, ...lines.map(listed));
    const summary = make('summary', { class: 'do' }, make('span', {}, text('lines')), icon('open'));
    items.push(make('li', { class: 'fold' }, make('details', {}, summary, within)));
  }
  foot.append(
    make('h2', { id: 'actions-title', class: 'unseen' }, text('actions')),
    make('ul', { class: 'actions', 'aria-labelledby': 'actions-title', role: 'list' }, ...items),
  );
}

export const css = `
.foot { padding: 16px 24px 20px; border-block-start: 1px solid var(--line); position: relative; }
.foot:empty { display: none; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; margin: 0; padding: 0; list-style: none; }
.actions li { display: flex; min-inline-size: 0; }
.do { display: inline-flex; align-items: center; gap: 10px; min-block-size: 48px; padding: 10px 20px 10px 16px;
  box-sizing: border-box; border: 1px solid var(--faint); border-radius: 28px; background: none;
  color: var(--ink); font: 500 1rem/1.3 var(--font); text-align: start; text-decoration: none; cursor: pointer; overflow-wrap: anywhere; }
.do:hover { border-color: var(--accent); background: var(--hover); }
.do svg { color: var(--accent); }
.do[data-action=pay] { min-block-size: 56px; padding: 12px 32px 12px 26px; border-color: transparent; color: var(--on-brand);
  font-size: 1.125rem; font-weight: 600; background: linear-gradient(100deg, var(--brand), var(--brand-end)) border-box; }
.do[data-action=pay]:hover { background: var(--brand); }
.do[data-action=pay] svg { color: inherit; }
summary.do { border-color: transparent; padding: 10px 14px; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary svg { inline-size: 18px; color: var(--muted); rotate: 180deg; }
[open] > summary svg { rotate: 0deg; }
.fold:has([open]) { flex-basis: 100%; }
.fold .actions { padding-block-start: 6px; }
.fold .actions .do { min-block-size: 44px; padding: 8px 16px 8px 12px; font-size: .9375rem; }
@container (width < 560px) {
  .foot { padding: 12px 16px 16px; }
  .actions { flex-direction: column; align-items: stretch; gap: 8px; }
  .actions .do { inline-size: 100%; }
  .do[data-action=pay] { justify-content: center; }
  details { inline-size: 100%; }
  summary { justify-content: space-between; }
}`;
