/**
 * A cell that begins like a formula is run by spreadsheet programs when the file is opened. The apostrophe makes it text;
 * our reader takes exactly one away again, so a text that begins with an apostrophe gets a second one.
 */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r'‘’＇＝＋－＠]/.test(text) ? `'${text}` : text
}

/** Negative figures begin with a minus and are no formula. */
export function isFigure(text: string): boolean {
  return /^-?\d{1,15}(\.\d{1,2})?$/.test(text)
}
