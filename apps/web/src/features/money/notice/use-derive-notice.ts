import { explainNotices, findPart, noticeFigure, type PartSelector } from '@shebao/premium'
import { useDerivation, type LoadDerivation } from '../../../shared/lib/use-derivation.ts'

/** Why one person's month costs what it costs, or one figure of it. */
export function useDeriveMonth(): (premiumPaymentId: string, part?: PartSelector) => LoadDerivation {
  const derive = useDerivation()
  return (id, part) => async () => {
    const whole = await derive({ month: id })()
    return (part && findPart(whole, part)) ?? whole
  }
}

/** Why a notice costs what it costs today, or one figure of it. */
export function useDeriveNotice(): (noticeId: string, part?: PartSelector) => LoadDerivation {
  const derive = useDerivation()
  return (id, part) => async () => {
    const whole = await derive({ notice: id })()
    return (part && noticeFigure(whole, part)) ?? whole
  }
}

/** A sum over several notices: of what each costs today, of what is outstanding of it, or of its premiums. */
export function useDeriveNotices(): (
  notices: readonly { id: string; label: 'AMOUNT_DUE' | 'OUTSTANDING' | 'TOTAL' }[],
) => LoadDerivation {
  const derive = useDeriveNotice()
  return (notices) => async () => {
    const each = await Promise.all(notices.map(({ id, label }) => derive(id, { label })()))
    const [only] = each
    return only !== undefined && each.length === 1 ? only : explainNotices(each)
  }
}
