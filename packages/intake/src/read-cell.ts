import { fen, parsePeriod } from '@shebao/kernel'
import {
  amountFromNumber,
  amountFromText,
  compactText,
  foldText,
  parseDateText,
  parseYesNo,
  plainNumber,
  serialToDate,
  visibleText,
} from '@shebao/roster'
import type { Cell } from '@shebao/roster'
import type { Column } from './column.ts'
import { rowError } from './row-problem.ts'
import type { RowProblem } from './row-problem.ts'

type Read = { readonly value: string | number | boolean } | { readonly problem: RowProblem } | undefined

const longestText = 200

/** One cell under one column; undefined where nothing stands in it. */
export function readCell(key: string, column: Column, cell: Cell | undefined, date1904: boolean): Read {
  const text = visibleText(cell?.text ?? '')
  if (cell === undefined || text === '') return undefined
  if (cell.kind === 'error') return { problem: rowError(key, 'FORMULA_ERROR', text.slice(0, 20)) }
  return readers[column.type](key, column, { ...cell, text }, date1904)
}

type Reader = (key: string, column: Column, cell: Cell, date1904: boolean) => Read

// What no text of a register holds: control characters and halves of pairs. What nobody sees was left out of the cell's text.
const unfit = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u

const readers: Readonly<Record<Column['type'], Reader>> = {
  TEXT(key, { longest = longestText }, { text, kind }) {
    const shown = (kind === 'number' ? plainNumber(text) : text).replace(/\s+/g, ' ')
    if (unfit.test(shown)) return { problem: rowError(key, 'BAD_CHARACTERS') }
    if ([...shown].length > longest) return { problem: rowError(key, 'TOO_LONG', String(longest)) }
    return { value: shown }
  },
  /** Numbers that are names: of people, employers, accounts. A spreadsheet that rounded one cannot be believed. */
  NUMBER_TEXT(key, { longest = 40 }, { text, kind }) {
    const shown = compactText(kind === 'number' ? plainNumber(text) : text).toUpperCase()
    const rounded = kind === 'number' && (/E/i.test(text) || /^\d{16,}$/.test(shown))
    if (rounded && /0{3}$|E/i.test(shown)) return { problem: rowError(key, 'UNREADABLE_NUMBER', 'ROUNDED') }
    if (unfit.test(shown)) return { problem: rowError(key, 'BAD_CHARACTERS') }
    return shown.length > longest ? { problem: rowError(key, 'TOO_LONG', String(longest)) } : { value: shown }
  },
  DATE(key, _column, cell, date1904) {
    const day = cell.kind === 'number' ? serialToDate(Number(cell.text), date1904) : parseDateText(cell.text, date1904)
    return day === undefined ? { problem: rowError(key, 'UNREADABLE_DATE') } : { value: day }
  },
  MONTH(key, _column, cell, date1904) {
    const month = readMonth(cell, date1904)
    return month === undefined ? { problem: rowError(key, 'UNREADABLE_MONTH') } : { value: month }
  },
  AMOUNT(key, _column, { text, kind }) {
    const amount = kind === 'number' ? amountFromNumber(text, 1) : amountFromText(text, 1)
    return amount === undefined ? { problem: rowError(key, 'UNREADABLE_AMOUNT') } : { value: fen(amount) }
  },
  INTEGER(key, _column, { text }) {
    const bare = compactText(text).replace(/[级档类个月人]+$/, '')
    return /^-?\d{1,9}(\.0+)?$/.test(bare) ? { value: Number(bare) } : { problem: rowError(key, 'UNREADABLE_NUMBER') }
  },
  /** 0.4, 0.4% or 4‰ are the same rate: a bare number is percent. */
  RATE(key, _column, { text, kind }) {
    const bare = compactText(kind === 'number' ? plainNumber(text) : text)
    const match = /^(\d{1,3}(?:\.\d{1,4})?)([%％‰]?)$/.exec(bare)
    if (!match) return { problem: rowError(key, 'UNREADABLE_NUMBER') }
    const ppm = Math.round(Number(match[1]) * (match[2] === '‰' ? 1000 : 10_000))
    return { value: ppm }
  },
  YES_NO(key, _column, { text, kind }) {
    const answer = kind === 'boolean' ? { value: /^(true|1)$/i.test(text) } : parseYesNo(text)
    return answer === undefined ? { problem: rowError(key, 'UNKNOWN_WORD', '是 / 否') } : { value: answer.value }
  },
  CHOICE(key, { words = {} }, { text, kind }) {
    const folded = foldText(kind === 'number' ? plainNumber(text) : text)
    const code = Object.entries(words).find(([name, { zh, en, also }]) =>
      [name, zh, en, ...also].some((word) => foldText(word) === folded),
    )?.[0]
    if (code !== undefined) return { value: code }
    const known = Object.values(words).map(({ zh }) => zh)
    return { problem: rowError(key, 'UNKNOWN_WORD', known.slice(0, 12).join(' / ')) }
  },
}

/** 2024-05, 2024年5月, 202405, May's first day, or a whole day of the month. */
function readMonth({ text, kind, serial }: Cell, date1904: boolean): string | undefined {
  const compact = compactText(text)
  // Without a mark between them both have all their figures: 46569 is a day that lost its format, no month of the year 4656.
  const match = /^(\d{4})(?:[-./年](\d{1,2})月?|(\d{2}))$/.exec(compact)
  if (match && (kind !== 'number' || compact.length === 6))
    return parsePeriod(`${match[1]}-${(match[2] ?? match[3] ?? '').padStart(2, '0')}`)
  const day = kind === 'number' ? serialToDate(Number(serial ?? text), date1904) : parseDateText(text, date1904)
  return day === undefined ? undefined : parsePeriod(day.slice(0, 7))
}
