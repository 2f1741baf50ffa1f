import { amountOf, explain, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { findPart } from './explanation-part.ts'
import type { PartSelector } from './explanation-part.ts'
import { addFen, fen, ZERO_FEN } from '@shebao/kernel'
import type { Fen, Side } from '@shebao/kernel'

/**
 * One figure of a notice out of its derivation. Besides the nodes of the tree these are the sums across it: each side's share
 * of all insurances, and the sum of the bases of one insurance (BASE_SUM). Undefined where the notice has no such figure.
 */
export function noticeFigure(notice: Explanation, selector: PartSelector): Explanation | undefined {
  if (selector.label === 'EMPLOYER_SHARE') return noticeSideSum(notice, 'EMPLOYER')
  if (selector.label === 'PERSONAL_SHARE') return noticeSideSum(notice, 'PERSONAL')
  if (selector.label === 'BASE_SUM') return noticeBaseSum(notice, selector.insurance ?? '')
  return findPart(notice, selector)
}

/** What one side pays for all insurances together. */
export function noticeSideSum(notice: Explanation, side: Side): Explanation {
  return explainSum(
    side === 'EMPLOYER' ? 'EMPLOYER_SHARE' : 'PERSONAL_SHARE',
    sharesOf(notice).filter((share) => share.params['side'] === side),
  )
}

function sharesOf(node: Explanation): readonly Explanation[] {
  return node.label === 'NOTICE_SHARE' ? [node] : node.inputs.flatMap(sharesOf)
}

/** The bases of all people of an insurance: people times base, group by group. A share that is booked or deemed tells none. */
function noticeBaseSum(notice: Explanation, insurance: string): Explanation | undefined {
  const share = findPart(notice, { label: 'NOTICE_SHARE', insurance })
  if (share === undefined || !share.inputs.some(({ label }) => label === 'PEOPLE_AT_BASE')) return undefined
  const groups = share.inputs.map((group) => {
    const people = group.inputs.filter(({ label }) => label === 'PEOPLE')
    const base = fen(Number(group.params['base'] ?? 0))
    if (group.label === 'OTHER_PEOPLE') return { ...group, result: { kind: 'FEN' as const, value: base } }
    const each = explain('BASE', 'BOOKED', 'FEN', base, { params: { insurance } })
    const count = people[0]?.result.value ?? 0
    return explain('PEOPLE_AT_BASE', 'PEOPLE_TIMES_EACH', 'FEN', times(base, count), {
      params: { base },
      inputs: [...people, each],
    })
  })
  const sum = groups.reduce((total, group) => addFen(total, amountOf(group)), ZERO_FEN)
  return explain('BASE_SUM', 'SUM', 'FEN', sum, { params: { insurance }, inputs: groups })
}

/** What several notices come to together, each by the figure of it that is summed. */
export function explainNotices(figures: readonly Explanation[]): Explanation {
  return explainSum('NOTICES_SUM', figures)
}

const times = (base: Fen, people: number): Fen => fen(base * people)
