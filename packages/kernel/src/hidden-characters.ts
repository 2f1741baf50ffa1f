/**
 * Characters that nobody sees and that make a name read as another: marks that turn the direction of writing, joiners, spaces
 * without a width, fillers, tags (Unicode categories Cf and the blank letters; UTS 39 forbids them in identifiers). Variation
 * selectors stay: rare Han characters of names are written with them.
 */
const hidden =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u
const everyHidden = new RegExp(hidden.source, 'gu')

/** The first of them in a text, as Unicode writes it: 'U+202E'. */
export function findHidden(text: string): string | undefined {
  const found = hidden.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

/** The text as it is seen. */
export const withoutHidden = (text: string): string => text.replace(everyHidden, '')
