import { cashierWords } from './cashier-words.ts'
import type { CashierLanguage } from './cashier-words.ts'

/** The frame of every page of the bank. `self` is the page's own address, for changing its language. */
export function page(language: CashierLanguage, title: string, body: string, self: string | undefined): string {
  const words = cashierWords[language]
  const other = language === 'en' ? 'zh-CN' : 'en'
  const switcher = self
    ? `<a href="${escapeHtml(withLanguage(self, other))}" lang="${other}" hreflang="${other}">${words.other}</a>`
    : ''
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · ${words.bank}</title><link rel="stylesheet" href="/cashier.css"><link rel="icon" href="data:,"></head>
<body><header><strong>${words.bank}</strong>${switcher}</header><main><h1>${title}</h1><p class="sandbox">${words.sandbox}</p>${body}</main></body></html>`
}

export function withLanguage(path: string, language: CashierLanguage): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
}

export function terms(rows: readonly (readonly [string, string])[]): string {
  return `<dl>${rows.map(([term, value]) => `<dt>${term}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`
}

/** A group of choices, one of them chosen: the first unless told otherwise. */
export function choices<Choice extends string>(
  name: string,
  words: Record<Choice, string>,
  options: readonly Choice[],
  chosen: Choice | undefined = options[0],
): string {
  return options
    .map(
      (option) =>
        `<label><input type="radio" name="${name}" value="${option}"${option === chosen ? ' checked' : ''}> ${words[option]}</label>`,
    )
    .join('')
}

export function yuan(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(fen % 100).padStart(2, '0')}`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
