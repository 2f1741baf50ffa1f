import type { OfficeError, Station } from '../shared/data/answer.ts'
import type { Barrier, BarrierBoard } from './barrier.ts'

const duties = ['ADMINISTER', 'PREPARE', 'SUBMIT', 'PAY'] as const

/** The barrier that a refusal names, if it names one that this version knows. */
function barrierIn(errors: readonly OfficeError[]): Barrier | undefined {
  for (const { extensions } of errors) {
    const lastDay = extensions?.['lastDay']
    if (extensions?.['barrier'] === 'MANDATE_ENDED' && typeof lastDay === 'string')
      return { barrier: 'MANDATE_ENDED', lastDay }
    if (extensions?.['barrier'] === 'EMPLOYER_CANCELLED' && typeof lastDay === 'string')
      return { barrier: 'EMPLOYER_CANCELLED', lastDay }
    if (extensions?.['barrier'] === 'EMPLOYER_LOCKED') return { barrier: 'EMPLOYER_LOCKED' }
    const reason = extensions?.['reason']
    if (extensions?.['barrier'] === 'NOT_APPROVED_ONLINE')
      return { barrier: 'NOT_APPROVED_ONLINE', reason: typeof reason === 'string' ? reason : null }
    const [nameZh, nameEn] = [extensions?.['nameZh'], extensions?.['nameEn']]
    if (extensions?.['barrier'] === 'OTHER_DISTRICT' && typeof nameZh === 'string' && typeof nameEn === 'string')
      return { barrier: 'OTHER_DISTRICT', nameZh, nameEn }
    const duty = duties.find((known) => known === extensions?.['duty'])
    if (extensions?.['barrier'] === 'DUTY' && duty) return { barrier: 'DUTY', duty }
  }
  return undefined
}

/** Says why, wherever it was pressed. The operation fails as before. */
export const barrierStation =
  (board: BarrierBoard): Station =>
  (onward) =>
  async (asked) => {
    const answer = await onward(asked)
    const barrier = barrierIn(answer.errors ?? [])
    if (barrier) board.put(barrier)
    return answer
  }
