/** Colours, type and the boxes that the features fill. `--bill-*` on the page or the element wins. */
export const css = `
:host { --brand: var(--bill-brand, #4338f0); --brand-end: var(--bill-brand-end, #7c4df3); --on-brand: var(--bill-on-brand, #fff);
  --ink: var(--bill-ink, #0b1020); --muted: var(--bill-muted, #596178); --surface: var(--bill-surface, #fff);
  --line: var(--bill-line, #e1e4f0); --accent: var(--bill-accent, var(--brand)); --font: var(--bill-font, system-ui, sans-serif);
  --edge: color-mix(in srgb, var(--ink) 55%, var(--surface)); --track: color-mix(in srgb, var(--ink) 16%, var(--surface));
  --faint: color-mix(in srgb, var(--ink) 34%, var(--surface)); --hover: color-mix(in srgb, var(--ink) 7%, transparent);
  display: block; container-type: inline-size; color: var(--ink); font: 400 1rem/1.5 var(--font); -webkit-text-size-adjust: 100%; }
:host([hidden]), [hidden] { display: none !important; }
.player { max-inline-size: max(320px, calc(var(--bill-max-block, 9999px) * var(--ratio))); margin-inline: auto; overflow: clip;
  border-radius: var(--bill-radius, 20px); background: var(--surface); }
.main { display: flex; flex-direction: column; }
.stage { position: relative; aspect-ratio: var(--ratio); overflow: hidden; container-type: inline-size; }
::slotted(video) { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: contain; }
.bar { direction: ltr; padding: 0 12px 6px; }
.row { display: flex; align-items: center; flex-wrap: wrap; position: relative; }
.key { display: grid; place-items: center; inline-size: 44px; block-size: 44px; padding: 0; border: 0; border-radius: 12px; background: none;
  color: var(--ink); cursor: pointer; flex: none; }
.key:hover { background: var(--hover); }
.key[aria-pressed=true] { color: var(--accent); position: relative; }
.key[aria-pressed=true]::after { content: ''; position: absolute; inset: auto 11px 3px; block-size: 3px; border-radius: 2px; background: var(--accent); }
svg { inline-size: 24px; block-size: 24px; fill: none; stroke: currentcolor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.filled { fill: currentcolor; stroke: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.stage:focus-visible { outline-offset: -3px; }
.big:focus-visible, .resume:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 7px #0b1020; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (width < 560px) {
  .bar { padding: 0 4px 4px; }
  .time { margin-inline-end: auto; font-size: .8125rem; padding: 0 4px; }
}
@container (width < 350px) { .key { inline-size: 40px; } }
:host([full]) { --ink: #f4f5fd; --muted: #b9bfd6; --surface: #0b1020; --line: #2a3150; --accent: color-mix(in srgb, var(--brand) 45%, #fff);
  position: fixed; inset: 0; z-index: 2147483647; inline-size: 100%; block-size: 100dvh; margin: 0; overflow: auto; background: #0b1020; }
:host([full]) .player { max-inline-size: none; border-radius: 0; }
:host([full]) .main { block-size: 100dvh; }
:host([full]) .screen { flex: 1; min-block-size: 0; display: flex; flex-direction: column; }
:host([full]) .stage { background: #000; flex: 1; min-block-size: 0; aspect-ratio: auto; }
@media (orientation: portrait) {
  :host([full][data-shape=wide]) .main { block-size: auto; }
  :host([full][data-shape=wide]) .stage { flex: none; aspect-ratio: var(--ratio); }
}
@media (forced-colors: active) {
  .player { border: 1px solid CanvasText; }
  .key[aria-pressed=true] { outline: 2px solid Highlight; outline-offset: -4px; }
  .dots i { forced-color-adjust: none; }
}`;
