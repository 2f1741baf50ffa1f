const BLANK = /^[\s\u3000\u200b\ufeff]*$/u;

/** `0` is an answer; blank, spaces and full-width spaces are not (domain 4.3). */
export function isBlank(text: string | undefined | null): boolean {
  return text === undefined || text === null || text.length === 0 || BLANK.test(text);
}

/** Number of characters that say something, counted in code points. */
export function writtenLength(text: string | undefined): number {
  if (text === undefined) return 0;
  let count = 0;
  for (const character of text) if (!BLANK.test(character)) count += 1;
  return count;
}
