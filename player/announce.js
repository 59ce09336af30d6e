/**
 * What a screen reader is told while the film runs: each hotspot once, when it can first be used.
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

import { isLine } from 'billreel/actions.js';
import { make } from 'billreel/dom.js';
import { alive } from 'billreel/hotspots.js';

/**
 * Put a polite live region into `place` and return the way to speak through it.
 *
 * @param {Node} place
 * @returns {(message: string) => void}
 */
export function liveRegion(place) {
  const region = make('div', { role: 'status', class: 'unseen' });
  place.appendChild(region);
  return (message) => {
    region.textContent = message;
  };
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, clock, text, say } = target;
  /** @type {Set<string>} */
  const told = new Set();
  const spots = film.hotspots.filter((spot) => !isLine(spot, film.hotspots));
  clock.watch(
    () => {
      if (!target.started()) return;
      const fresh = spots.filter((spot) => alive(spot, clock.shown) && !told.has(spot.id));
      if (!fresh.length) return;
      fresh.forEach((spot) => told.add(spot.id));
      say(text('available', { label: fresh.map((spot) => spot.label).join(', ') }));
    },
    spots.map((spot) => spot.start),
    signal,
  );
}
