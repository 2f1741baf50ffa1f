/** Words of codes in both languages, one for each code. */
export function words<const Codes extends Readonly<Record<string, string>>>(
  zh: Codes,
  en: Readonly<Record<keyof Codes, string>>,
): { readonly zh: Codes; readonly en: Readonly<Record<keyof Codes, string>> } {
  return { zh, en }
}
