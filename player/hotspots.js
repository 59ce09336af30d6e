/**
 * The clickable places over the film: real links and buttons that follow what is drawn.
 *
 * @typedef {import('./bill-player.js').Target} Target
 * @typedef {import('./film.js').Hotspot} Hotspot
 * @typedef {import('./geometry.js').Rect} Rect
 */

import { actionControl } from 'billreel/actions.js';
import { make } from 'billreel/dom.js';
import { place } from 'billreel/geometry.js';

/** Seconds by which written times may be rounded. */
const ROUNDING = 1e-3;

/** @param {Hotspot} spot @param {number} time */
export function alive(spot, time) {
  return time > spot.start - ROUNDING && time < spot.end - ROUNDING;
}

/**
 * Say where a hotspot is, in 0..1 of the frame: linear between keys, held at the ends.
 *
 * @param {Hotspot} spot
 * @param {number} time
 * @returns {Rect}
 */
export function rectAt(spot, time) {
  const after = spot.keys.findIndex((key) => key.t > time);
  const next = spot.keys[after] ?? spot.keys[spot.keys.length - 1];
  const last = after < 0 ? next : (spot.keys[after - 1] ?? next);
  if (!next || !last) throw new RangeError(`hotspot ${spot.id}: no keys`);
  const share = next.t > last.t ? (time - last.t) / (next.t - last.t) : 0;
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * share;
  return {
    x: mix(last.x, next.x), y: mix(last.y, next.y), w: mix(last.w, next.w), h: mix(last.h, next.h),
  };
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, clock, root, overlay } = target;
  const shown = film.hotspots.map((spot) => {
    const control = actionControl(target, spot, signal);
    control.className = 'spot';
    control.hidden = true;
    control.dataset.id = spot.id;
    if (spot.action.fact) control.dataset.fact = spot.action.fact;
    control.style.zIndex = `${spot.priority}`;
    control.append(make('span', { class: 'unseen' }, spot.label));
    control.addEventListener('blur', () => queueMicrotask(update), { signal });
    overlay.append(control);
    return { spot, control };
  });

  const update = () => {
    const frame = target.frame();
    for (const { spot, control } of shown) {
      const now = target.started() && alive(spot, clock.shown);
      // One that has focus stays until it loses it: taking it away would strand the keyboard.
      const stays = now || (!control.hidden && root.activeElement === control);
      if (control.hidden === stays) control.hidden = !stays;
      if (!stays) continue;
      const rest = Math.min(Math.max(clock.shown, spot.start), spot.end);
      const { x, y, w, h } = place(rectAt(spot, rest), frame);
      Object.assign(control.style, {
        left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px`,
      });
    }
  };

  const edges = film.hotspots.flatMap((spot) => [spot.start, spot.end]);
  clock.watch(update, edges, signal);
  target.onResize(update);
}

export const css = `
.overlay { position: absolute; inset: 0; direction: ltr; pointer-events: none; overflow: hidden; isolation: isolate; }
.spot { position: absolute; box-sizing: border-box; margin: 0; padding: 0; border: 0; background: none;
  border-radius: 999px; pointer-events: auto; cursor: pointer; color: transparent; }
.spot[data-fact] { border-radius: clamp(8px, 2cqi, 24px); }
.spot:hover { box-shadow: 0 0 0 3px #fff, 0 0 0 5px #0b1020b0; }
.spot:focus-visible { outline: 3px solid #fff; outline-offset: 0; box-shadow: 0 0 0 6px #0b1020; }
@media (prefers-reduced-motion: no-preference) {
  .spot { transition: box-shadow .15s; }
  .spot:not([hidden], [data-fact]) { animation: found .9s ease-out .5s 1 backwards; }
  @keyframes found { from { box-shadow: 0 0 0 0 #ffffff80, 0 0 0 0 #0b102038; } to { box-shadow: 0 0 0 10px #fff0, 0 0 0 11px #0b102000; } }
}
@media (forced-colors: active) { .spot { outline: 2px solid LinkText; outline-offset: -2px; } }`;
