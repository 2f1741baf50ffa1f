/** The two languages of the product; the code is also the BCP 47 tag given to `Intl` and `<html lang>`. */
export type Language = 'zh-CN' | 'en'

const cookieName = 'shebao_language'
const oneYearSeconds = 31_536_000

/** The language chosen before, else the browser's, else Chinese. */
export function initialLanguage(cookie: string, preferred: readonly string[]): Language {
  const chosen = new RegExp(`(?:^|; )${cookieName}=(zh-CN|en)`).exec(cookie)?.[1]
  if (chosen === 'zh-CN' || chosen === 'en') return chosen
  for (const tag of preferred) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

/** A cookie rather than local storage, so that printed documents and server pages can follow it. */
export function rememberLanguage(language: Language): void {
  document.cookie = `${cookieName}=${language}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax`
}
