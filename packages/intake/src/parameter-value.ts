import { PARAMETER_UNITS, parameterChoices } from '@shebao/premium'
import type { ParameterName } from '@shebao/premium'
import { compactText, plainNumber } from '@shebao/roster'
import type { Cell } from '@shebao/roster'
import type { Column } from './column.ts'
import { valueWords } from './parameter-columns.ts'
import { readCell } from './read-cell.ts'
import { cellProblem, tableProblem } from './parameter-table-problem.ts'
import type { TableProblem } from './parameter-table-problem.ts'

type ReadValue = { readonly value: number | string } | { readonly problem: TableProblem }

const plainColumn = { zh: '', en: '', sample: '' } as const

/** What stands under "value" for a parameter: fen, ppm, a whole number or a word. */
export function readParameterValue(name: ParameterName, cell: Cell): ReadValue {
  switch (PARAMETER_UNITS[name]) {
    case 'PPM':
      return readRate(cell)
    case 'FEN':
      return readAmount(cell)
    case 'WORD':
      return readWord(name, cell)
    case 'DAY':
    case 'MONTH':
    case 'MONTHS':
    case 'PEOPLE':
      return readCount(cell)
  }
}

const shownText = (cell: Cell) => compactText(cell.kind === 'number' ? plainNumber(cell.text) : cell.text)

/**
 * 16% and a cell shown as a percentage say what they are, and more than 1 can only be percent. A bare 0.16 is 16 % to one and
 * 0.16 % to another: it is asked, not guessed.
 */
function readRate(cell: Cell): ReadValue {
  const text = shownText(cell)
  if (cell.kind === 'error' || cell.kind === 'date') return { problem: cellProblem('value', 'UNREADABLE_RATE', text) }
  if (cell.kind === 'number' && cell.isPercent) return toPpm(text, 6, text)
  const match = /^(\d{1,7}(?:\.\d+)?)([%％‰]?)$/.exec(text)
  if (!match) return { problem: cellProblem('value', 'UNREADABLE_RATE', text) }
  const [, figure = '', sign = ''] = match
  if (sign === '' && Number(figure) > 0 && Number(figure) <= 1) {
    const params = { found: figure, percent: `${figure}%`, share: `${plainNumber(String(Number(figure) * 100))}%` }
    return { problem: tableProblem('value', 'AMBIGUOUS_RATE', params) }
  }
  return toPpm(figure, sign === '‰' ? 3 : 4, text)
}

/** The decimal point moved to the right, digit by digit; what is finer than a millionth is refused. */
function toPpm(figure: string, places: number, found: string): ReadValue {
  const [whole = '', decimals = ''] = figure.split('.')
  const cut = decimals.replace(/0+$/, '')
  if (!/^\d+$/.test(whole) || cut.length > places || !/^\d*$/.test(cut))
    return { problem: cellProblem('value', 'UNREADABLE_RATE', found) }
  return { value: Number(whole + cut.padEnd(places, '0')) }
}

function readAmount(cell: Cell): ReadValue {
  const text = shownText(cell)
  if (cell.isPercent || cell.kind === 'date' || cell.kind === 'boolean')
    return { problem: cellProblem('value', 'UNREADABLE_YUAN', text) }
  // A formula's 7161.9975 is not what was published, and nobody should round it unasked.
  if (cell.kind === 'number' && /\.\d{3,}$/.test(text)) return { problem: cellProblem('value', 'FINER_THAN_FEN', text) }
  const read = readCell('value', { ...plainColumn, type: 'AMOUNT' }, cell, false)
  return read && 'value' in read && typeof read.value === 'number'
    ? { value: read.value }
    : { problem: cellProblem('value', 'UNREADABLE_YUAN', text) }
}

function readCount(cell: Cell): ReadValue {
  const text = shownText(cell)
  const bare = text.replace(/^每月/, '').replace(/(?:个月|[日号月人]|months?|people|person)$/i, '')
  return /^\d{1,7}$/.test(bare) && !cell.isPercent
    ? { value: Number(bare) }
    : { problem: cellProblem('value', 'UNREADABLE_COUNT', text) }
}

function readWord(name: ParameterName, cell: Cell): ReadValue {
  const words = Object.fromEntries(
    parameterChoices(name).map((code) => [code, valueWords[code] ?? { zh: code, en: code, also: [] }]),
  )
  const column: Column = { ...plainColumn, type: 'CHOICE', words }
  const read = readCell('value', column, cell, false)
  if (read && 'value' in read && typeof read.value === 'string') return { value: read.value }
  const list = Object.values(words)
  const known = { zh: list.map(({ zh }) => zh).join(' / '), en: list.map(({ en }) => en).join(' / ') }
  return {
    problem: tableProblem('value', 'UNKNOWN_VALUE', { found: shownText(cell), knownZh: known.zh, knownEn: known.en }),
  }
}
