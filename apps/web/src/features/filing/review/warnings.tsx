import { Link } from 'react-router'
import { useWorkTrail } from '../../../shared/case/work-trail.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { usePlaceText } from './answer-text.tsx'
import { reviewMessages } from './review-messages.ts'
import type { DeclarationReviewQuery } from './review.generated.ts'
import sheet from './review.module.css'
import { warningWords } from './warning-words.ts'

type Warning = DeclarationReviewQuery['declarationReview']['warnings'][number]

/** What the rules doubt, in words for whoever checks it; each leads to the row or the answer it is about. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useMessages(reviewMessages)
  const trail = useWorkTrail()
  const { language } = useLanguage()
  const wordsOf = useWarningText(({ words }: Warning) => (language === 'zh-CN' ? words.zh : words.en))
  const placeOf = usePlaceText()
  if (warnings.length === 0) return null
  return (
    <details className={sheet.sums} open>
      <summary>{t('warningsTitle', { count: warnings.length })}</summary>
      <p className="quiet">{t('warningsLead')}</p>
      <ul className={sheet.noteList}>
        {warnings.map((warning) => (
          <li key={`${warning.path} ${warning.ruleId}`}>
            {warning.row === null ? (
              <a href={`#${warning.path}`}>{placeOf(warning.path)}</a>
            ) : (
              <Link to={`?tab=people&row=${warning.row}`} state={trail}>
                {t('row', { row: String(warning.row) })}
              </Link>
            )}{' '}
            {wordsOf(warning)}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface Found {
  code: string
  params: unknown
}

/**
 * The rules speak to whoever fills in; for staff what was found stands there, and what to compare it with. What they say of the rest, the
 * caller knows.
 */
export function useWarningText<Warning extends Found>(wordsOf: (warning: Warning) => string) {
  const t = useMessages(warningWords)
  const format = useFormat()
  return (warning: Warning): string => {
    const param = (name: string) => paramsOf(warning)[name] ?? ''
    switch (warning.code) {
      case 'RARE_NAME':
        return t('rare')
      case 'UNKNOWN_REGION':
        return t('region', { region: String(param('region')) })
      case 'PAST_RETIREMENT':
        return t('retirement')
      case 'BELOW_MINIMUM_WAGE':
        return t('minimum', {
          average: format.yuan(Number(param('averageFen'))),
          minimum: format.yuan(Number(param('minimumFen'))),
        })
      default:
        return wordsOf(warning)
    }
  }
}

export function paramsOf({ params }: Pick<Found, 'params'>): Record<string, string | number> {
  const given = typeof params === 'object' && params !== null ? Object.entries(params) : []
  return Object.fromEntries(
    given.filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
