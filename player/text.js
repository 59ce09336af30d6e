/**
 * The player's own words. `strings/<language>.json` holds them; a film's page carries its language.
 *
 * @typedef {(key: string, values?: Record<string, string>) => string} Text
 */

/**
 * Look words up and fill their `{places}`.
 *
 * @param {Record<string, string>} strings
 * @returns {Text} which throws `RangeError` for words that are not there
 */
export function speakWith(strings) {
  return (key, values = {}) => {
    const words = strings[key];
    if (words === undefined) throw new RangeError(`strings/${key}: missing`);
    return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

/**
 * Write seconds as people read a film's time: 0:07, 1:04, 1:00:09.
 *
 * @param {number} seconds
 */
export function clockTime(seconds) {
  const whole = Math.max(0, Math.floor(seconds + 1e-3));
  const two = (/** @type {number} */ part) => `${part}`.padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
