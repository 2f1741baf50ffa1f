import { expect, it } from 'vitest'
import { auditMessages } from '../features/office/audit/audit-messages.ts'
import { messages as cardPassword } from '../features/office/card-password/messages.ts'
import { messages as employer } from '../features/register/employer/messages.ts'
import { messages as queue } from '../features/filing/review/messages.ts'
import { reviewMessages } from '../features/filing/review/review-messages.ts'
import { messageParameters } from '../shared/lib/messages.ts'

it.each(Object.entries({ queue, reviewMessages, employer, auditMessages, cardPassword }))(
  'the words of the staff pages (%s) take the same values in both languages',
  (_name, { zh, en }) => {
    const english: Readonly<Record<string, string>> = en
    for (const [key, text] of Object.entries(zh))
      expect([key, messageParameters(english[key] ?? '')]).toEqual([key, messageParameters(text)])
  },
)
