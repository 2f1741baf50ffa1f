import { premiumDifference } from '../claims/difference.ts'
import type { Difference } from '../claims/difference.ts'
import { explainDeemedShare, explainDifference } from './explain-debt.ts'
import type { NoticeSums } from './explain-notice.ts'
import { explainPerson } from './explain-premium.ts'
import { amountOf, explain, explainSum } from './explanation.ts'
import type { Article, Explanation } from './explanation.ts'
import { findPart } from './explanation-part.ts'
import { addFen, subtractFen } from '@shebao/kernel'
import { checkFine, fineRange } from '../claims/fine.ts'
import type { Fine } from '../claims/fine.ts'
import type { Period, Insurance, Side } from '@shebao/kernel'
import type { Policy } from '../policy.ts'
import type { PersonInput } from '../premium.ts'
import type { AnyRefundReason, RefundRequest, RefundShare } from '../claims/refund.ts'

/**
 * What is refunded of a month, share by share: all that was paid of it, or what was paid above the premium on the wage that
 * should have been declared, by the parameters of that month (3.5). Late fees are not returned.
 */
export function explainRefund(
  reason: AnyRefundReason,
  shares: readonly RefundShare[],
  corrected?: { readonly policy: Policy; readonly person: PersonInput },
): Explanation {
  const due = corrected && explainPerson(corrected.policy, corrected.person).total
  return explainSum(
    'REFUND',
    shares.map(({ insurance, side, amount }) => {
      const params = { insurance, side }
      if (due === undefined) return explain('REFUND_SHARE', 'BOOKED', 'FEN', amount, { params })
      const lines = dueLines(due, insurance, side)
      const owed = explainSum('PREMIUM_DUE', lines)
      const paid = explain('PREMIUM_PAID', 'BOOKED', 'FEN', addFen(amount, amountOf(owed)))
      return explain('REFUND_SHARE', 'PAID_LESS_DUE', 'FEN', amount, { params, inputs: [paid, owed] })
    }),
    { params: { reason } },
  )
}

/** Large-amount medical counts with medical, as it is collected. */
function dueLines(due: Explanation, insurance: Insurance, side: Side): Explanation[] {
  const counted: Insurance[] = insurance === 'MEDICAL' ? ['MEDICAL', 'LARGE_MEDICAL'] : [insurance]
  return counted.flatMap((each) => findPart(due, { label: 'PREMIUM_LINE', insurance: each, side }) ?? [])
}

/** The most that can still be refunded of a month. */
export function explainRefundable({ received, alreadyRefunded }: RefundRequest): Explanation {
  return explain('REFUNDABLE', 'RECEIVED_LESS_REFUNDED', 'FEN', subtractFen(received, alreadyRefunded), {
    inputs: [
      explain('RECEIVED', 'BOOKED', 'FEN', received),
      explain('ALREADY_REFUNDED', 'BOOKED', 'FEN', alreadyRefunded),
    ],
  })
}

/** A fine inside its range with both ends of it; undefined for one that `checkFine` refuses. */
export function explainFine(fine: Fine): Explanation | undefined {
  if (!checkFine(fine).ok) return undefined
  return explain('FINE', 'WITHIN_RANGE', 'FEN', fine.amount, {
    params: { fineKind: fine.kind },
    articles: [fineLaw(fine)],
    inputs: explainFineRange(fine),
  })
}

/** Lowest and highest fine: one and three times the arrears, or the fixed sums for a responsible person. */
export function explainFineRange(fine: Fine): [lowest: Explanation, highest: Explanation] {
  const { lowest, highest } = fineRange(fine)
  const end = (label: 'FINE_LOWEST' | 'FINE_HIGHEST', value: number, times: number) =>
    fine.kind === 'RESPONSIBLE_PERSON'
      ? explain(label, 'BY_LAW', 'FEN', value, { articles: [fineLaw(fine)] })
      : explain(label, 'TIMES_ARREARS', 'FEN', value, {
          inputs: [
            explain('ARREARS', 'BOOKED', 'FEN', fine.arrears),
            explain('MULTIPLE', 'BY_LAW', 'TIMES', times, { articles: [fineLaw(fine)] }),
          ],
        })
  return [end('FINE_LOWEST', lowest, 1), end('FINE_HIGHEST', highest, 3)]
}

function fineLaw({ kind }: Fine): Article {
  return { law: 'SIL', article: kind === 'UNPAID' ? 86 : 84 }
}

/**
 * A deemed month as its notice shows it: insurances ← shares ← 110 % of the same share of the last declared month, each
 * rounded by itself (3.3).
 */
export function explainDeemedMonth(basedOn: Period, lastDeclared: readonly NoticeSums[]): Explanation {
  return explainSum(
    'TOTAL',
    lastDeclared.map(({ insurance, employer, personal }) => {
      const shares = [
        { insurance, side: 'EMPLOYER', amount: employer },
        { insurance, side: 'PERSONAL', amount: personal },
      ] as const
      return explainSum(
        'NOTICE_LINE',
        shares
          .filter(({ amount }) => amount !== 0)
          .map((share) =>
            explainSum('NOTICE_SHARE', [explainDeemedShare(share, basedOn)], {
              params: { insurance, side: share.side },
            }),
          ),
        { params: { insurance } },
      )
    }),
    {
      articles: [
        { law: 'SIL', article: 62 },
        { law: 'R259', article: 10 },
      ],
    },
  )
}

/** The whole difference of a person's month, line by line as billed and as due. */
export function explainDifferences({ lines }: Difference): Explanation {
  return explainSum(
    'DIFFERENCE_TOTAL',
    lines.map((line) => explainDifference(line)),
  )
}

/** The same with both amounts of every line derived, each under its own limits and from its own average. */
export function explainPersonDifference(
  billedOn: Policy,
  published: Policy,
  person: PersonInput,
  asBilled: PersonInput = person,
): Explanation {
  const [before, after] = [explainPerson(billedOn, asBilled).lines, explainPerson(published, person).lines]
  const lines = premiumDifference(billedOn, published, person, asBilled).lines.map((line) => {
    const same = ({ params }: Explanation) => params['insurance'] === line.insurance && params['side'] === line.side
    return explainDifference(line, { before: before.find(same), after: after.find(same) })
  })
  return explainSum('DIFFERENCE_TOTAL', lines)
}
