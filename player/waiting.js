/**
 * The film waits at hotspots that ask for it, so that nobody has to be quick (WCAG 2.2.1).
 *
 * @typedef {import('./bill-player.js').Target} Target
 * @typedef {import('./film.js').Hotspot} Hotspot
 * @typedef {import('./film.js').Cue} Cue
 */

import { make } from 'billreel/dom.js';
import { icon } from 'billreel/icons.js';

/** Seconds before a hotspot's end at which the film waits at the latest: its exit has not begun. */
const BEFORE_EXIT = 0.3;
/** Seconds a hotspot is there at least before the film waits: its entrance is over. */
const AFTER_ENTRANCE = 0.6;

/**
 * Say when the film waits for a hotspot: once the voice has ended what it says there.
 *
 * Stopping where the hotspot appears would cut a sentence in two.
 *
 * @param {Hotspot} spot
 * @param {Cue[]} cues
 */
export function waitingTime(spot, cues) {
  const latest = Math.max(spot.start, spot.end - BEFORE_EXIT);
  const said = cues.filter((cue) => cue.start < spot.end && cue.end > spot.start);
  const settled = Math.max(spot.start + AFTER_ENTRANCE, ...said.map((cue) => cue.end));
  return Math.min(latest, settled);
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, clock, text, video, stage, say } = target;
  const stops = film.hotspots
    .filter((spot) => spot.pause)
    .map((spot) => ({ at: waitingTime(spot, film.cues) }));
  if (!stops.length) return;
  const button = make('button', { type: 'button', class: 'resume', hidden: true });
  button.append(icon('play'), make('span', {}, text('resume')));
  stage.append(button);

  button.addEventListener('click', () => void target.play(), { signal });
  const leave = () => {
    if (button.hidden) return;
    const focused = target.root.activeElement === button;
    button.hidden = true;
    if (focused) stage.focus({ preventScroll: true });
  };
  video.addEventListener('play', leave, { signal });
  video.addEventListener('seeking', leave, { signal });
  clock.watch(
    ({ time, previous, seeked }) => {
      if (seeked || video.paused) return;
      if (!stops.some(({ at }) => previous < at && at <= time)) return;
      video.pause();
      button.hidden = false;
      say(text('waiting'));
    },
    stops.map(({ at }) => at),
    signal,
  );
}

export const css = `
.resume { position: absolute; inset-block-end: 5%; right: 4%; display: inline-flex; align-items: center; gap: 8px;
  min-block-size: 44px; padding: 8px 18px 8px 14px; border: 0; border-radius: 22px; background: #0b1020e0; color: #fff;
  font: 600 .9375rem/1.2 var(--font); cursor: pointer; backdrop-filter: blur(8px); }
.resume:hover { background: #0b1020; }`;
