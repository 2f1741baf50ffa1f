import { fen, INJURY_CLASSES, period } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import {
  explainOutstanding,
  explainSum,
  findPart,
  withoutEchoes,
  requirePolicy,
  SHIPPED_PARAMETER_ROWS,
} from '../index.ts'
import { explainPerson } from './explain-premium.ts'

const { total } = explainPerson(requirePolicy(SHIPPED_PARAMETER_ROWS, '110000', period('2024-07'), INJURY_CLASSES[0]), {
  average: fen(1_000_000),
})

describe('a part of a derivation', () => {
  it('is the figure that is meant, among its siblings', () => {
    const part = findPart(total, { label: 'PREMIUM_LINE', insurance: 'MEDICAL', side: 'PERSONAL' })
    expect(part?.result).toEqual({ kind: 'FEN', value: 20_300 })
    expect(findPart(total, { label: 'EMPLOYER_SHARE' })?.result.value).toBe(265_000)
    expect(findPart(total, { label: 'BASE', insurance: 'PENSION' })?.result.value).toBe(1_000_000)
  })

  it('is the whole when the whole is meant, and nothing when there is none', () => {
    expect(findPart(total, { label: 'TOTAL' })).toBe(total)
    expect(findPart(total, { label: 'LATE_FEE' })).toBeUndefined()
  })
})

describe('for showing', () => {
  it('a sum of one part is the part under the name of the sum', () => {
    const shown = withoutEchoes(explainSum('NOTICES_SUM', [explainSum('TOTAL', [total])]))
    expect(shown).toEqual({ ...total, label: 'NOTICES_SUM' })
  })

  it('parts of zero are left out of sums, but not that there is no late fee', () => {
    const balance = explainOutstanding({ charged: total, lateFee: fen(0), paid: fen(0), writtenOff: fen(0) })
    const [due] = withoutEchoes(balance).inputs
    expect(due?.inputs.map(({ label }) => label)).toEqual(['PREMIUM_CHARGED', 'LATE_FEE'])
  })
})
