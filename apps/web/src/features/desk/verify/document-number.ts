/**
 * Numbers of documents begin with two letters and go on with digits; a code has sixteen characters and neither 0 nor 1. Told by its form
 * alone: whether the office issued such a number, only the code shows.
 */
export function isDocumentNumber(text: string): boolean {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  return /^[A-Z]{2}\d{6}[0-9A-Z]{0,22}$/.test(plain) && (plain.length !== 16 || /[01]/.test(plain))
}
