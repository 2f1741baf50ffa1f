import { describe, expect, it } from 'vitest'
import { readMaterials, writeMaterials } from './rule-text.ts'

const words = { required: '必交', optional: '如有' }
const form = { code: 'FORM', zh: '申报表', en: 'Form', required: true }

describe('the checklist as text', () => {
  it('reads back as it was written', () => {
    const materials = [form, { code: 'WAGES', zh: '凭证', en: 'Wages', required: false }]
    expect(readMaterials(writeMaterials(materials, words), words)).toEqual(materials)
    expect(readMaterials('FORM｜申报表｜Form｜必交\n\n', words)).toEqual([form])
  })

  it.each([
    ['nothing required', 'FORM | 申报表 | Form | 如有'],
    ['a code twice', 'FORM | 申报表 | Form | 必交\nFORM | 二 | Two | 如有'],
    ['a column too few', 'FORM | 申报表 | 必交'],
    ['small letters', 'form | 申报表 | Form | 必交'],
    ['nothing', ''],
  ])('is refused with %s', (_what, text) => expect(readMaterials(text, words)).toBeUndefined())
})
