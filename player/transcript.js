/**
 * The transcript on the page: the sentence being said is marked, and each one leads to its moment.
 *
 * Sentences are the innermost elements with `data-start` (seconds). One of them is in the tab order
 * at a time; arrows move among them.
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

import { make } from 'billreel/dom.js';

/** @type {Record<string, number>} */
const MOVES = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/**
 * Say which sentence is being said or was said last: its index, -1 before the first.
 *
 * @param {number[]} starts sorted
 * @param {number} time
 */
export function sentenceAt(starts, time) {
  return starts.filter((start) => start <= time + 1e-3).length - 1;
}

/** @param {{target: Target, transcript: HTMLElement, signal: AbortSignal}} options */
export function attach({ target, transcript, signal }) {
  const { clock } = target;
  const sentences = [...transcript.querySelectorAll('[data-start]')]
    .filter((element) => !element.querySelector('[data-start]') && element.textContent?.trim())
    .map((element) => {
      const button = make('span', { role: 'button', tabindex: -1, class: 'sentence' });
      button.append(...element.childNodes);
      element.append(button);
      return { start: Number(element.getAttribute('data-start')), button };
    })
    .filter(({ start }) => Number.isFinite(start));
  if (!sentences.length) return;
  sentences.sort((a, b) => a.start - b.start);
  const buttons = sentences.map(({ button }) => button);

  let stop = 0;
  /** @param {number} index */
  const reach = (index) => {
    buttons[stop]?.setAttribute('tabindex', '-1');
    stop = Math.min(Math.max(0, index), buttons.length - 1);
    buttons[stop]?.setAttribute('tabindex', '0');
  };
  reach(0);

  sentences.forEach(({ start, button }, index) => {
    button.addEventListener('click', () => {
      if (!getSelection()?.isCollapsed) return; // somebody is selecting text
      reach(index);
      target.seek(start);
    }, { signal });
    button.addEventListener('keydown', (event) => {
      const move = MOVES[event.key];
      if (event.key === 'Enter' || event.key === ' ') target.seek(start);
      else if (move === undefined) return;
      else {
        reach(index + move);
        buttons[stop]?.focus();
      }
      event.preventDefault();
    }, { signal });
  });

  let current = -1;
  clock.watch(({ time }) => {
    const now = target.started() ? sentenceAt(sentences.map(({ start }) => start), time) : -1;
    if (now === current) return;
    buttons[current]?.removeAttribute('aria-current');
    current = now;
    const button = buttons[current];
    if (!button) return;
    button.setAttribute('aria-current', 'true');
    if (!transcript.contains(document.activeElement)) {
      reach(current);
      if (!transcript.matches(':hover')) follow(transcript, button);
    }
  }, sentences.map(({ start }) => start), signal);
}

/**
 * Keep a sentence in view where the transcript scrolls by itself; the page is never moved.
 *
 * @param {HTMLElement} transcript
 * @param {HTMLElement} sentence
 */
function follow(transcript, sentence) {
  const room = transcript.clientHeight;
  if (transcript.scrollHeight <= room + 1) return;
  const inside = sentence.getBoundingClientRect().top - transcript.getBoundingClientRect().top;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  transcript.scrollTo({
    top: transcript.scrollTop + inside - room / 3, behavior: calm ? 'auto' : 'smooth',
  });
}
