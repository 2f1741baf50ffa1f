import { sectionName } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'
import { Link, Navigate, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { filledSections } from './filled-sections.ts'
import { UnitFormDocument } from './inspection.generated.ts'
import { isDraftStatus } from './inspection-status.ts'
import { messages } from './later-messages.ts'
import { SectionAnswers } from './section-answers.tsx'
import { UnitSectionForm } from './unit-section-form.tsx'

export function UnitSectionPage() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { section: wanted } = useParams()
  const { data, error } = useQuery(UnitFormDocument, {
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const section = filledSections.find((known) => known === wanted)
  if (!section) return <Navigate to="/employer/inspection" replace />
  const inspection = data?.inspection
  if (inspection === null) return <Navigate to="/employer/inspection" replace />
  const number = filledSections.indexOf(section) + 1
  return (
    <>
      <PageHeader
        title={sectionName(section, language)}
        lead={t('sectionOf', { number, total: filledSections.length })}
        above={<Link to="/employer/inspection">{t('toInspection')}</Link>}
      />
      {inspection === undefined ? (
        <Skeleton lines={6} />
      ) : isDraftStatus(inspection.status) ? (
        <WithKept<UnitDraft>
          draft={`unit.${inspection.id}`}
          what={{ kind: 'UNIT_FORM', of: String(inspection.year), path: `/employer/inspection/unit/${section}` }}
          fallback={<Skeleton lines={6} />}
        >
          {(keeping) => (
            <UnitSectionForm key={inspection.id} inspection={inspection} section={section} keeping={keeping} />
          )}
        </WithKept>
      ) : (
        <SectionAnswers draft={inspection.unitForm as UnitDraft} section={section} version={inspection.version} />
      )}
    </>
  )
}
