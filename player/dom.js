const SVG = 'http://www.w3.org/2000/svg';

/**
 * Make an element with attributes and children; `false` and `null` leave an attribute out.
 *
 * Text stays text: nothing here parses markup, so the page can require Trusted Types.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : `${value}`);
  }
  element.append(...children);
  return element;
}

/**
 * Draw an icon: strokes on a grid of 24, hidden from assistive technology.
 *
 * @param {string} outline SVG path data
 * @param {boolean} [filled]
 * @returns {SVGSVGElement}
 */
export function drawing(outline, filled = false) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline);
  if (filled) path.setAttribute('class', 'filled');
  svg.append(path);
  return svg;
}
