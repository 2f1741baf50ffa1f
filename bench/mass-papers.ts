import { createHash } from 'node:crypto'
import { FIVE_INSURANCES, fen, period, sumFen } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { maskIdNumber } from '@shebao/identifiers'
import { BEIJING, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { makePersonName, makeResidentId, pickInteger, seededRandom } from '@shebao/test-support'

import { receiptOf } from '@shebao/api/src/features/money/payment/print-receipt.ts'
import { receiptWords } from '@shebao/api/src/features/money/payment/receipt-words.ts'
import { statementOf } from '@shebao/api/src/features/desk/rights/print-rights-statement.ts'
import { rightsContent } from '@shebao/api/src/features/desk/rights/rights-content.ts'
import { numberOf, statementFacts } from '@shebao/api/src/features/desk/rights/statement-facts.ts'
import { statementWords } from '@shebao/api/src/features/desk/rights/statement-words.ts'
import type { Statement } from '@shebao/api/src/features/register/paper/index.ts'

/** What is printed by the thousand, of somebody else each time. */
interface MassPaper {
  number: string
  hash: string
  statement: Statement
}

const year = 2025
const individualId = '00000000-0000-4000-8000-000000000000'

/** A person's yearly statement, with an account of one to fifteen years and its derivation, as the office makes it every January. */
export function rightsPaper(seed: number, language: Language): MassPaper {
  const random = seededRandom(seed)
  const [name, idMasked] = [makePersonName(random), maskIdNumber(makeResidentId(random))]
  const base = pickInteger(random, 700_000, 3_500_000)
  const since = pickInteger(random, 2011, 2024)
  const employerName = `${makePersonName(random)}${makePersonName(random)}科技（北京）有限公司`
  const totals = FIVE_INSURANCES.map((insurance, index) => ({
    individualId,
    insurance,
    months: 12 * (year - since + 1),
    monthsOfYear: 12,
    firstInsured: `${since}-01`,
    base: base * 12,
    employer: Math.round(base * 1.92) + index,
    personal: Math.round(base * 0.96),
  }))
  const postings = Array.from({ length: 12 * (year - since + 1) }, (_, month) => ({
    individualId,
    month: period(`${since + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`),
    transferred: false,
    amount: Math.round(base * 0.08) + Math.floor(month / 12) * 1000,
  }))
  const content = rightsContent(
    { year, until: `${year}-12` },
    {
      totals,
      insured: FIVE_INSURANCES,
      postings,
      unit: { individualId, employerName, region: BEIJING },
      transfers: [],
    },
    SHIPPED_PARAMETER_ROWS,
    year + 1,
  )
  const { facts, why, hash } = statementFacts(individualId, { name, idMasked }, content)
  const number = numberOf(year, hash, 1)
  const statement = statementOf(
    { facts, why, replaces: null },
    { language, words: statementWords.released[language], number, version: 1 },
  )
  return { number, hash, statement }
}

/** The receipt for a unit's money that settled one or two notices, with what it took of each. */
export function receiptPaper(seed: number, language: Language): MassPaper {
  const random = seededRandom(seed)
  const hash = createHash('sha256').update(String(seed)).digest('hex')
  const number = `SK20261105-${hash.slice(0, 12).toUpperCase()}`
  const taken = Array.from({ length: pickInteger(random, 1, 2) }, (_, index) => {
    const noticeNumber = `JF20261${index}${String(pickInteger(random, 0, 99_999_999)).padStart(8, '0')}`
    return FIVE_INSURANCES.flatMap((insurance) =>
      (['PERSONAL', 'EMPLOYER'] as const).map((side) => {
        const amount = fen(pickInteger(random, 1000, 9_000_000))
        return { noticeNumber, period: period(`2026-1${index}`), insurance, side, owed: amount, amount }
      }),
    )
  }).flat()
  const source = {
    number,
    payment: { channel: 'BANK_TRANSFER', bankReference: `REF-${hash.slice(20, 36)}` },
    employer: {
      name: `${makePersonName(random)}${makePersonName(random)}商贸（北京）有限公司`,
      creditCode: `91110105${hash.slice(0, 10).toUpperCase()}`,
      registrationNo: `1101${pickInteger(random, 10_000_000, 99_999_999)}`,
    },
    amount: sumFen(taken.map(({ amount }) => amount)),
    receivedOn: '2026-11-05',
    taken,
    payee: { number: '1100600000000018', name: '示范市社会保险基金', bank: '示范银行营业部' },
  }
  return { number, hash, statement: receiptOf(source, { language, words: receiptWords.released[language] }) }
}
