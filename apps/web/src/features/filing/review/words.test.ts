import { describe, expect, it } from 'vitest'
import { refusalKey } from './refusal-key.ts'
import { settledWords } from './settled-words.ts'

describe('the words of a review', () => {
  it('name every way a difference can be settled, and leave an unknown code as it is', () => {
    expect(settledWords('ACCEPT_UNIT', 'zh-CN')).toBe('以申报为准')
    expect(settledWords('NEW_CODE', 'en')).toBe('NEW_CODE')
  })

  it('explain every refusal, also one nobody has heard of', () => {
    expect(refusalKey('SAME_PERSON')).toBe('refusedSAME_PERSON')
    expect(refusalKey('SOMETHING')).toBe('refusedOTHER')
  })
})
