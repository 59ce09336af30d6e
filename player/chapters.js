/**
 * Chapters: a row of dots with the current one's title, and the menu it opens. The dots run with
 * the page's language, the line of time does not.
 *
 * @typedef {import('./bill-player.js').Target} Target
 * @typedef {import('./film.js').Chapter} Chapter
 */

import { make } from 'billreel/dom.js';
import { icon } from 'billreel/icons.js';
import { clockTime } from 'billreel/text.js';

/**
 * Say which chapter runs: its index, 0 before the first.
 *
 * @param {Chapter[]} chapters
 * @param {number} time
 */
export function chapterAt(chapters, time) {
  return Math.max(0, chapters.filter(({ start }) => start <= time + 1e-3).length - 1);
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { film, clock, text, row, root } = target;
  if (film.chapters.length < 2) return;
  const dots = make('span', { class: 'dots', 'aria-hidden': 'true' });
  dots.append(...film.chapters.map(() => make('i')));
  const title = make('bdi', { lang: film.language });
  const opener = make('button', {
    type: 'button', class: 'key opener', 'aria-expanded': 'false', 'aria-controls': 'chapters', dir: film.direction,
  });
  opener.append(make('span', { class: 'unseen' }, `${text('chapters')}: `), title, dots, icon('open'));
  const entries = film.chapters.map((chapter) => {
    const entry = make('button', { type: 'button' });
    entry.append(make('bdi', {}, chapter.title), make('span', { dir: 'ltr' }, clockTime(chapter.start)));
    entry.addEventListener('click', () => {
      target.seek(chapter.start);
      open(false);
    }, { signal });
    return entry;
  });
  const menu = make('ol', { id: 'chapters', role: 'list', hidden: true, lang: film.language, dir: film.direction });
  menu.append(...entries.map((entry) => make('li', {}, entry)));
  const holder = make('div', { class: 'chapters' }, opener, menu);
  row.append(holder);

  /** @param {boolean} wanted */
  const open = (wanted) => {
    const inside = menu.contains(root.activeElement);
    menu.hidden = !wanted;
    opener.setAttribute('aria-expanded', `${wanted}`);
    if (!wanted && inside) opener.focus({ preventScroll: true });
  };
  opener.addEventListener('click', () => open(menu.hidden === true), { signal });
  holder.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.hidden) return;
    event.stopPropagation();
    open(false);
  }, { signal });
  holder.addEventListener('focusout', (event) => {
    const next = event.relatedTarget;
    if (!(next instanceof Node && holder.contains(next))) open(false);
  }, { signal });

  let shown = -1;
  clock.watch(({ time }) => {
    const current = chapterAt(film.chapters, time);
    if (current === shown) return;
    shown = current;
    title.textContent = film.chapters[current]?.title ?? '';
    [...dots.children].forEach((dot, index) => dot.toggleAttribute('data-now', index === current));
    entries.forEach((entry, index) => {
      if (index === current) entry.setAttribute('aria-current', 'true');
      else entry.removeAttribute('aria-current');
    });
  }, film.chapters.map(({ start }) => start), signal);
}

export const css = `
.chapters { position: relative; flex: 1; display: flex; justify-content: flex-end; min-inline-size: 0; }
.opener { inline-size: auto; max-inline-size: 100%; display: inline-flex; align-items: center; gap: 12px; padding: 0 12px; font: 600 .875rem/1.2 var(--font); }
.opener bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.opener svg { inline-size: 18px; color: var(--muted); flex: none; }
.dots { display: inline-flex; gap: 5px; flex: none; }
.dots i { inline-size: 6px; block-size: 6px; border-radius: 3px; background: var(--faint); }
.dots i[data-now] { inline-size: 20px; background: var(--accent); }
#chapters { position: absolute; inset-block-end: calc(100% + 6px); right: 0; z-index: 5; inline-size: max-content;
  min-inline-size: min(280px, 100%); max-inline-size: min(440px, 92cqi); max-block-size: min(420px, 60vh); overflow: auto;
  margin: 0; padding: 8px; list-style: none; border-radius: 16px; background: var(--surface); color: var(--ink); box-shadow: 0 12px 40px #0b102040, 0 0 0 1px var(--line); }
#chapters button { display: flex; justify-content: space-between; gap: 24px; inline-size: 100%; min-block-size: 44px; padding: 8px 14px; align-items: center;
  border: 0; border-radius: 10px; background: none; color: inherit; font: 500 .9375rem/1.3 var(--font); text-align: start; cursor: pointer; }
#chapters button:hover { background: var(--hover); }
#chapters button span { color: var(--muted); font-variant-numeric: tabular-nums; }
#chapters button[aria-current] { font-weight: 700; color: var(--accent); }
@container (width < 560px) {
  .chapters { order: 9; flex: 0 0 100%; }
  .opener { inline-size: 100%; }
  .opener bdi { flex: 1; text-align: start; }
  #chapters { inset-inline: 8px; max-inline-size: none; inline-size: auto; }
}`;
