import { useCallback, useEffect, useState } from 'react'
import { useClient, useMutation } from '../../../shared/data/hooks.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import {
  EndDebitAgreementDocument,
  RefreshDebitAgreementDocument,
  SignDebitAgreementDocument,
} from './agreement.generated.ts'

export type AgreementProblem = 'bankUnavailable' | 'alreadyActive' | 'failed'

const everyMs = 3_000

/** Signing and ending. Whatever comes of it, the list is read again: another clerk may have done it meanwhile. */
export function useAgreement() {
  const { language } = useLanguage()
  const client = useClient()
  const [problem, setProblem] = useState<AgreementProblem>()
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const [sign, signing] = useMutation(SignDebitAgreementDocument)
  const [end, ending] = useMutation(EndDebitAgreementDocument)
  const readAgain = () => client.refetchQueries({ include: ['DebitAgreements'] })
  return {
    problem,
    /** It was ended or signed elsewhere, and what was decided here was not carried out. */
    stale,
    showNow: () => readAgain().then(() => setStale(undefined)),
    signing: signing.loading,
    ending: ending.loading,
    async sign() {
      setProblem(undefined)
      const { data } = await sign({ variables: { language: language === 'en' ? 'EN' : 'ZH_CN' } }).catch(() => ({
        data: undefined,
      }))
      if (data?.signDebitAgreement.__typename === 'DebitAgreementStarted')
        return window.location.assign(data.signDebitAgreement.redirectUrl)
      const reason = data?.signDebitAgreement.reason
      setProblem(
        reason === 'ALREADY_ACTIVE' ? 'alreadyActive' : reason === 'BANK_UNAVAILABLE' ? 'bankUnavailable' : 'failed',
      )
      await readAgain()
    },
    /** True when the agreement has ended. */
    async end({ id, mark: decidedOn }: { id: string; mark: string }): Promise<boolean> {
      setProblem(undefined)
      const { data } = await end({ variables: { id, decidedOn } }).catch(() => ({ data: undefined }))
      if (!data) setProblem('failed')
      const outcome = data?.endDebitAgreement
      setStale(outcome?.__typename === 'StaleDecision' ? outcome : undefined)
      return outcome?.__typename === 'DebitAgreement' && outcome.status === 'ENDED'
    },
  }
}

/** Asks the bank whether it was signed, for as long as that is open and the page in sight. */
export function useFollowing(pending: boolean) {
  const [refresh] = useMutation(RefreshDebitAgreementDocument)
  const [asked, setAsked] = useState(false)
  const ask = useCallback(
    () => refresh().catch(() => undefined), // the next round asks again
    [refresh],
  )
  useEffect(() => {
    // Once on coming here too: the bank may have ended an agreement in force.
    void ask()
    if (!pending) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void ask()
    }, everyMs)
    return () => clearInterval(timer)
  }, [ask, pending])
  const askNow = () => {
    setAsked(true)
    void ask().finally(() => setAsked(false))
  }
  return { askNow, asking: asked }
}
