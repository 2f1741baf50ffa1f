import { useState } from 'react'
import { useDistricts } from '../../../shared/case/use-districts.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { DistrictDoneFragment } from './district.generated.ts'
import { messages } from './messages.ts'

/** Sends one change and says what stands against it; what was typed stays until it went through. */
export function useDistrictDeed(onDone: () => Promise<unknown>) {
  const t = useMessages(messages)
  const { nameOf } = useDistricts()
  const [problem, setProblem] = useState<string>()
  const settle = async (sent: Promise<DistrictDoneFragment | undefined>): Promise<boolean> => {
    setProblem(undefined)
    const outcome = await sent.catch(() => undefined)
    if (outcome?.__typename !== 'DistrictChanged') {
      setProblem(
        outcome
          ? t(`refused${outcome.reason}`, { region: outcome.region === null ? '' : nameOf(outcome.region) })
          : t('failed'),
      )
      return false
    }
    await onDone()
    return true
  }
  return { problem, settle }
}
