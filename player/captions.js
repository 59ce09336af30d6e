/**
 * Captions, drawn by the player: over the film's caption zone, or under the film where that is too small.
 *
 * @typedef {import('./bill-player.js').Target} Target
 * @typedef {import('./film.js').Cue} Cue
 */

import { make } from 'billreel/dom.js';
import { overlap } from 'billreel/geometry.js';
import { icon } from 'billreel/icons.js';

/** Share of the frame's height, at its bottom, that films leave free. */
const ZONE = 0.14;
/** Two lines of the smallest caption and their padding, in CSS px. */
const ROOM = 52;
/** Below this many CSS px a line of 42 characters does not fit: lines flow instead. */
const NARROW = 350;

/**
 * Find what is being said.
 *
 * @param {Cue[]} cues
 * @param {number} time
 */
export function cueAt(cues, time) {
  return cues.find((cue) => time > cue.start - 1e-3 && time < cue.end - 1e-3);
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, clock, text, stage, screen, overlay, row, root, host } = target;
  if (!film.cues.length) return;
  const words = make('p', { lang: film.language, dir: film.direction });
  const box = make('div', { class: 'captions' }, words);
  const button = make('button', { type: 'button', class: 'key', 'aria-label': text('captions') });
  button.append(icon('captions'));
  row.append(button);
  /** @type {Cue | undefined} */
  let shown;
  let on = film.captionsOn;

  const write = () => {
    if (box.hidden === (on && target.started())) settle();
    const cue = on && target.started() ? cueAt(film.cues, clock.time) : undefined;
    if (cue === shown) return;
    shown = cue;
    words.replaceChildren(...(cue?.lines ?? []).map((line) => make('span', {}, `${line} `)));
    words.hidden = !cue;
    avoid();
  };

  const settle = () => {
    const frame = target.frame();
    const tall = innerHeight > innerWidth;
    const under = frame.h * ZONE < ROOM && (!host.hasAttribute('full') || tall);
    box.dataset.place = under ? 'under' : 'over';
    box.hidden = !on || !target.started();
    (under ? screen : stage).append(box);
    const size = Math.min(frame.h * 0.036, frame.w * 0.042);
    box.style.setProperty('--caption', `${Math.min(30, Math.max(15, size))}px`);
    box.toggleAttribute('data-narrow', frame.w < NARROW);
    box.style.setProperty('--rise', under ? '0' : `${stage.clientHeight - frame.y - frame.h + frame.h * 0.035}px`);
    box.style.setProperty('--drop', under ? '0' : `${frame.y + frame.h * 0.035}px`);
    avoid();
  };

  // WCAG 2.4.11: what has focus is not covered; captions go to the top for as long as they would.
  const avoid = () => {
    const focused = root.activeElement;
    const rect = (/** @type {Element} */ element) => {
      const { x, y, width: w, height: h } = element.getBoundingClientRect();
      return { x, y, w, h };
    };
    box.toggleAttribute('data-top', false);
    const covers = focused && overlay.contains(focused) && overlap(rect(words), rect(focused));
    box.toggleAttribute('data-top', Boolean(covers));
  };

  const turn = () => {
    on = !on;
    show();
  };
  const show = () => {
    button.setAttribute('aria-pressed', `${on}`);
    settle();
    write();
  };
  button.addEventListener('click', turn, { signal });
  host.addEventListener('bill-captions', turn, { signal });
  root.addEventListener('focusin', avoid, { signal });
  root.addEventListener('focusout', avoid, { signal });
  words.hidden = true;
  show();
  target.onResize(settle);
  clock.watch(write, film.cues.flatMap((cue) => [cue.start, cue.end]), signal);
}

export const css = `
.captions[data-place=over] { position: absolute; inset-inline: 4%; inset-block-end: var(--rise); display: flex;
  justify-content: center; pointer-events: none; }
.captions[data-place=over][data-top] { inset-block: var(--drop) auto; }
.captions p { margin: 0; padding: .22em .7em .28em; max-inline-size: 100%; box-sizing: border-box; border-radius: .5em;
  background: #0b1020e0; color: #fff; font: 500 var(--caption)/1.32 var(--font); text-align: center; text-wrap: balance; }
.captions span { display: block; }
.captions[data-narrow] span { display: inline; }
.captions[data-place=under] { display: flex; align-items: center; justify-content: center; padding: 8px 12px;
  block-size: 48px; }
.captions[data-place=under] p { padding: 0; background: none; color: var(--ink); }
@media (forced-colors: active) { .captions p { border: 1px solid CanvasText; } }`;
