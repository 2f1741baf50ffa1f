import { sectionName } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'
import { Suspense, useEffect } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { filledSections } from './filled-sections.ts'
import { isDraftStatus } from './inspection-status.ts'
import { messages } from './section-messages.ts'
import { fetchParts } from './rare-parts.ts'
import { UnitSectionDocument } from './unit-section-form.generated.ts'
import { UnitSectionForm } from './unit-section-form.tsx'

const SectionAnswers = later(async () => (await import('./section-answers.tsx')).SectionAnswers)

export function UnitSectionPage() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { section: wanted } = useParams()
  const { data, error } = useQuery(UnitSectionDocument, {
    fetchPolicy: 'cache-and-network',
  })
  const section = filledSections.find((known) => known === wanted)
  useEffect(() => {
    if (section) fetchParts(section)
  }, [section])
  if (error && !data) throw error
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
        <Suspense fallback={<Skeleton lines={6} />}>
          <SectionAnswers draft={inspection.unitForm as UnitDraft} section={section} version={inspection.version} />
        </Suspense>
      )}
    </>
  )
}
