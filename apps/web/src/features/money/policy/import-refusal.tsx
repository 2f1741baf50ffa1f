import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { ImportPolicyProposalMutation } from './proposal.generated.ts'
import { proposalMessages } from './proposal-messages.ts'
import style from './policy.module.css'

type Answer = Extract<ImportPolicyProposalMutation['importPolicyProposal'], { __typename: 'PolicyImportRefused' }>
export type Refusal = Omit<Answer, '__typename'>

const reasons = ['TOO_LARGE', 'SYNTAX', 'SEVERAL_REGIONS', 'TOO_MANY_ROWS', 'NO_CHANGE'] as const

/** Why a file was not imported: every problem with its row, field, reason and what would be right. */
export function ImportRefusal({ refusal }: { refusal: Refusal }) {
  const t = useMessages(proposalMessages)
  const { language } = useLanguage()
  const known = reasons.find((reason) => reason === refusal.reason)
  return (
    <Notice tone="refused">
      <strong>{t('refusedTitle')}</strong>
      <p>
        {known === undefined
          ? t('refusedPROBLEMS', { count: refusal.problemCount })
          : known === 'TOO_LARGE'
            ? t('refusedTOO_LARGE')
            : t(`refused${known}`, { detail: refusal.detail })}
      </p>
      <ul className={style.list}>
        {refusal.problems.map(({ row, field, code, textZh, textEn }) => (
          <li key={`${row} ${field} ${code} ${textZh}`}>{language === 'en' ? textEn : textZh}</li>
        ))}
      </ul>
    </Notice>
  )
}
