import { statusTable } from '@shebao/case'

/**
 * A table that the office brings in. Register kinds are applied by whoever brought them; money, and months that count towards
 * a pension, are released by a second person (R765 37). Nothing is taken back once something stands on it.
 */
export const importTable = statusTable({
  lifecycle: 'register-import',
  states: ['CHECKED', 'APPLIED', 'DISCARDED', 'TAKEN_BACK'],
  final: ['DISCARDED', 'TAKEN_BACK'],
  goals: ['APPLIED'],
  openings: [{ event: 'UPLOAD', to: 'CHECKED', who: 'register-import:upload' }],
  steps: [
    { event: 'CHECK_AGAIN', from: ['CHECKED'], to: 'SAME', who: 'register-import:upload' },
    { event: 'APPLY', from: ['CHECKED'], to: 'APPLIED', who: 'register-import:apply', guards: ['WITHOUT_ERRORS'] },
    {
      event: 'RELEASE',
      from: ['CHECKED'],
      to: 'APPLIED',
      who: 'register-import:release',
      guards: ['WITHOUT_ERRORS'],
      otherThan: ['UPLOAD'],
    },
    { event: 'DISCARD', from: ['CHECKED'], to: 'DISCARDED', who: 'register-import:upload' },
    {
      event: 'TAKE_BACK',
      from: ['APPLIED'],
      to: 'TAKEN_BACK',
      who: 'register-import:take-back',
      guards: ['NOTHING_STANDS_ON_IT'],
    },
  ],
})
