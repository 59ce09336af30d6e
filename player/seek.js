/**
 * The line of time. Always left to right, as clocks and media controls are in every language.
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

import { make } from 'billreel/dom.js';
import { clockTime } from 'billreel/text.js';

const STEP = 5;
/** @type {Record<string, number>} */
const KEYS = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -3 * STEP, PageUp: 3 * STEP };

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, clock, video, text, bar, row } = target;
  const line = make('input', {
    type: 'range', class: 'slide seek', min: 0, max: film.duration, step: 'any', value: 0,
    'aria-label': text('seek'), dir: 'ltr',
  });
  const marks = make('div', { class: 'marks', 'aria-hidden': 'true' });
  for (const { start } of film.chapters.slice(1)) {
    const mark = make('i');
    mark.style.left = `${(100 * start) / film.duration}%`;
    marks.append(mark);
  }
  const time = make('span', { class: 'time', dir: 'ltr' });
  bar.prepend(make('div', { class: 'line' }, line, marks));
  row.append(time);

  let held = false;
  let written = '';
  const show = () => {
    const now = held ? Number(line.value) : Math.min(clock.time, film.duration);
    if (!held) line.value = `${now}`;
    line.style.setProperty('--done', `${(100 * now) / film.duration}%`);
    const words = `${clockTime(now)} / ${clockTime(film.duration)}`;
    if (words === written) return;
    written = words;
    time.textContent = words;
    const spoken = { time: clockTime(now), total: clockTime(film.duration) };
    line.setAttribute('aria-valuetext', text('seekValue', spoken));
  };
  line.addEventListener('input', () => {
    held = true;
    target.seek(Number(line.value));
    show();
  }, { signal });
  line.addEventListener('change', () => {
    held = false;
    show();
  }, { signal });
  line.addEventListener('keydown', (event) => {
    const by = KEYS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    target.seek(video.currentTime + by);
  }, { signal });
  clock.watch(show, [], signal);
}

export const css = `
.line { position: relative; display: flex; align-items: center; block-size: 44px; margin: -4px 0 -10px; padding: 0 10px; }
.slide { appearance: none; block-size: 44px; margin: 0; background: none; cursor: pointer; border-radius: 8px; --fill: var(--ink); --thick: 4px; --knob: 14px; }
.seek { inline-size: 100%; --fill: var(--accent); --thick: 6px; --knob: 18px; }
.slide::-webkit-slider-runnable-track { block-size: var(--thick); border-radius: 3px;
  background: linear-gradient(var(--fill) 0 0) 0 0 / var(--done) 100% no-repeat, var(--track); }
.slide::-moz-range-track { block-size: var(--thick); border-radius: 3px; background: var(--track); }
.slide::-moz-range-progress { block-size: var(--thick); border-radius: 3px; background: var(--fill); }
.slide::-webkit-slider-thumb { appearance: none; box-sizing: border-box; inline-size: var(--knob); block-size: var(--knob);
  margin-block-start: calc((var(--thick) - var(--knob)) / 2); border-radius: 50%; border: 3px solid var(--surface); background: var(--fill); box-shadow: 0 0 4px #0b102059; }
.slide::-moz-range-thumb { box-sizing: border-box; inline-size: var(--knob); block-size: var(--knob); border-radius: 50%; border: 3px solid var(--surface); background: var(--fill); }
.marks { position: absolute; inset: 0 19px; pointer-events: none; direction: ltr; }
.marks i { position: absolute; inset-block-start: calc(50% - 3px); inline-size: 3px; block-size: 6px; margin-left: -1.5px; background: var(--surface); }
.time { padding: 0 6px; color: var(--muted); font: 500 .875rem/1 var(--font); font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (forced-colors: active) { .slide { forced-color-adjust: none; --fill: Highlight; --track: GrayText; } }`;
