import { describe, expect, it } from 'vitest'
import { UNIT_FIELDS } from '../unit-fields.ts'
import { UNIT_SECTIONS } from '../unit-choices.ts'
import { answerName, sectionName } from './answer-words.ts'
import { LANGUAGES } from './field-names.ts'

describe('words for chosen answers', () => {
  it.each(LANGUAGES)('every answer of every list has its own word in %s', (language) => {
    for (const { name, kind, values = [] } of UNIT_FIELDS) {
      if (kind !== 'enum') continue
      const words = values.map((value) => answerName(name, value, language))
      expect(words.filter((word, index) => word === values[index])).toEqual([])
      expect(new Set(words).size).toBe(values.length)
    }
  })

  it('every section has a name in both languages', () => {
    for (const section of UNIT_SECTIONS) expect(sectionName(section, 'zh-CN')).not.toBe(sectionName(section, 'en'))
  })

  it('an answer without a word stands for itself', () => {
    expect(answerName('unitType', 'NOBODY_KNOWS', 'en')).toBe('NOBODY_KNOWS')
  })
})
