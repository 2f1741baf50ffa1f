import { describe, expect, it } from 'vitest'
import { messageParameters } from '../../../shared/lib/messages.ts'
import { auditMessages } from '../../office/audit/audit-messages.ts'
import { cardPasswordMessages } from '../../office/card-password/messages.ts'
import { employerMessages } from '../../register/employer/messages.ts'
import { messages } from './messages.ts'
import { refusalKey } from './refusal-key.ts'
import { reviewMessages } from './review-messages.ts'
import { settledWords } from './settled-words.ts'

describe('the words of the staff pages', () => {
  it.each(Object.entries({ messages, reviewMessages, employerMessages, auditMessages, cardPasswordMessages }))(
    '%s take the same values in both languages',
    (_name, { zh, en }) => {
      const english: Readonly<Record<string, string>> = en
      for (const [key, text] of Object.entries(zh))
        expect([key, messageParameters(english[key] ?? '')]).toEqual([key, messageParameters(text)])
    },
  )

  it('name every way a difference can be settled, and leave an unknown code as it is', () => {
    expect(settledWords('ACCEPT_UNIT', 'zh-CN')).toBe('以申报为准')
    expect(settledWords('NEW_CODE', 'en')).toBe('NEW_CODE')
  })

  it('explain every refusal, also one nobody has heard of', () => {
    expect(refusalKey('SAME_PERSON')).toBe('refusedSAME_PERSON')
    expect(refusalKey('SOMETHING')).toBe('refusedOTHER')
  })
})
