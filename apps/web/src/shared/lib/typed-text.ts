import { civilDateOf } from '@shebao/kernel'

/** Reads what people type into money, number and date fields. What cannot be read stays text: nothing typed is lost. */

const fullWidth = /[\uff01-\uff5e\u3000]/g

function plain(text: string): string {
  return text
    .replace(fullWidth, (character) =>
      character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .trim()
}

/** "1,234.5" yuan -> 123450 fen; undefined when it is no amount. */
export function readYuan(text: string): number | undefined {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(
    plain(text)
      .replace(/^[¥￥]\s*/, '')
      .replace(/\s*元$/, ''),
  )
  if (!match) return undefined
  const yuan = Number((match[2] ?? '').replaceAll(',', ''))
  const fen = yuan * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return undefined
  return match[1] === '-' && fen !== 0 ? -fen : fen
}

/** 123450 fen -> "1234.50", as it is edited: no separators to step over. */
export function writeYuan(fen: number): string {
  const magnitude = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.trunc(magnitude / 100)}.${String(magnitude % 100).padStart(2, '0')}`
}

export function readInteger(text: string): number | undefined {
  const match = /^-?(\d{1,3}(,\d{3})+|\d+)$/.exec(plain(text))
  if (!match) return undefined
  const value = Number(match[0].replaceAll(',', ''))
  return Number.isSafeInteger(value) ? value : undefined
}

/** "20260331", "2026/3/31", "2026年3月31日" -> "2026-03-31"; undefined when it is no real date. */
export function readDate(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d{2})(\d{2}))$/.exec(plain(text))
  if (!match) return undefined
  const [, year = '', month = match[4] ?? '', day = match[5] ?? ''] = match
  return civilDateOf(Number(year), Number(month), Number(day))
}

/** "202707", "2027/7", "2027年7月" -> "2027-07"; anything else stays as it was typed. */
export function readMonth(text: string): string {
  const typed = plain(text)
  const match = /^(\d{4})(?:[-/.年]\s*(\d{1,2})月?|(\d{2}))$/.exec(typed)
  if (!match) return typed
  return `${match[1]}-${(match[2] ?? match[3] ?? '').padStart(2, '0')}`
}

/** Whether a text is a month as it is kept, 'YYYY-MM'. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
