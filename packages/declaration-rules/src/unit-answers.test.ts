import { fen } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { answerField, listAnswers, readAnswer, writeAnswer } from './unit-answers.ts'
import type { UnitDraft } from './unit-form.ts'

const draft: UnitDraft = {
  staffTotal: 0,
  insuredCount: { PENSION: 3 },
  branches: [{ name: '分部' }],
  raw: { 'insuredCount.MEDICAL': '三' },
}

describe('answers by path', () => {
  it('reads plain, per-insurance, listed and unreadable answers', () => {
    expect(readAnswer(draft, 'staffTotal')).toBe(0)
    expect(readAnswer(draft, 'insuredCount.PENSION')).toBe(3)
    expect(readAnswer(draft, 'branches')).toEqual([{ name: '分部' }])
    expect(readAnswer(draft, 'raw.insuredCount.MEDICAL')).toBe('三')
    expect(readAnswer(draft, 'arrears.PENSION')).toBeUndefined()
  })

  it('writes one answer and leaves the others and the given form alone', () => {
    const next = writeAnswer(draft, 'insuredCount.MEDICAL', 2)
    expect(next.insuredCount).toEqual({ PENSION: 3, MEDICAL: 2 })
    expect(draft.insuredCount).toEqual({ PENSION: 3 })
    expect(writeAnswer({}, 'arrears.PENSION', fen(0)).arrears).toEqual({ PENSION: 0 })
  })

  it('takes an answer away, and with the last one its group', () => {
    expect(writeAnswer(draft, 'insuredCount.PENSION', null)).not.toHaveProperty('insuredCount')
    expect(writeAnswer(draft, 'staffTotal', undefined)).not.toHaveProperty('staffTotal')
  })

  it('lists what it can read back', () => {
    const answers = listAnswers(draft)
    expect([...answers.keys()]).toEqual(['staffTotal', 'insuredCount.PENSION', 'branches', 'raw.insuredCount.MEDICAL'])
    const rebuilt = [...answers].reduce<UnitDraft>((form, [path, value]) => writeAnswer(form, path, value), {})
    expect(rebuilt).toEqual(draft)
  })

  it('names the field an unreadable answer belongs to', () => {
    expect(answerField('raw.insuredCount.PENSION')).toBe('insuredCount.PENSION')
    expect(answerField('bankName')).toBe('bankName')
  })
})
