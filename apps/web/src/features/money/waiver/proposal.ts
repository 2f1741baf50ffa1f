import { isCivilDate, parsePeriod } from '@shebao/kernel'
import type { FieldPath } from 'react-hook-form'
import { isText } from '../../../shared/case/refuse-step.tsx'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import type { WaiverGround, WaiverKind, WaiverProposalInput } from './waiver.generated.ts'

export interface Proposal {
  kind: WaiverKind | null
  ground: WaiverGround | null
  documentNo: string
  explanation: string
  /** Which bills, by their ids. */
  notices: Record<string, boolean | undefined>
  fromOn: string | null
  toOn: string | null
  period: string | null
  untilOn: string | null
  files: readonly GivenFile[]
}

export const blankProposal: Proposal = {
  kind: null,
  ground: null,
  documentNo: '',
  explanation: '',
  notices: {},
  fromOn: null,
  toOn: null,
  period: null,
  untilOn: null,
  files: [],
}

const chosenOf = ({ notices }: Proposal) => Object.keys(notices).filter((id) => notices[id])
const isDay = (text: string | null): text is string => text !== null && isCivilDate(text)

/** What is not right in the form, each with what would be. */
export function useWrong() {
  const t = useMessages(messages)
  return (form: Proposal): Partial<Record<FieldPath<Proposal>, string | undefined>> => {
    const { kind, ground, documentNo, explanation, fromOn, toOn, period, untilOn, notices } = form
    const [first] = Object.keys(notices)
    return {
      ...(kind ? {} : { kind: t('whatKindWrong') }),
      ...(ground ? {} : { ground: t('groundWrong') }),
      ...(documentNo.trim().length >= 2 ? {} : { documentNo: t('documentNoWrong') }),
      ...(isText(explanation) ? {} : { explanation: t('explanationWrong') }),
      ...(kind === 'LATE_FEE' && {
        ...(chosenOf(form).length > 0 ? {} : { [first ? `notices.${first}` : 'kind']: t('noticesWrong') }),
        ...(isDay(fromOn) ? {} : { fromOn: t('fromWrong') }),
        ...(isDay(toOn) && (!isDay(fromOn) || toOn >= fromOn) ? {} : { toOn: t('toWrong') }),
      }),
      ...(kind === 'FILING_DEADLINE' && {
        ...(parsePeriod(period ?? '') ? {} : { period: t('monthWrong') }),
        ...(isDay(untilOn) ? {} : { untilOn: t('untilWrong') }),
      }),
    }
  }
}

/** The form as the office is asked; nothing while it is not right. */
export function inputOf(employerId: string, form: Proposal): WaiverProposalInput | undefined {
  const { kind, ground, documentNo, explanation, fromOn, toOn, period, untilOn } = form
  if (!kind || !ground) return undefined
  const common = { employerId, kind, ground, documentNo, explanation }
  if (kind === 'FILING_DEADLINE')
    return isDay(untilOn) && period !== null ? { ...common, period, toOn: untilOn } : undefined
  return isDay(fromOn) && isDay(toOn) ? { ...common, noticeIds: chosenOf(form), fromOn, toOn } : undefined
}
